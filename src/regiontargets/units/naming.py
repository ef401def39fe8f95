"""How units are shown to people."""

from __future__ import annotations

from collections.abc import Iterator

from .compounds import parts, scale_of
from .spelling import plural
from .tables import names, scales, units
from .unit import Scale, Unit, UnitName


def symbol(unit: str) -> str:
    """What is shown behind a number in this unit; empty where a bare number is usual.

    Args:
        unit: a canonical name.

    Raises:
        UnknownUnit: if it is none.

    >>> symbol("percent"), symbol("person"), symbol("microgram/cubic_metre")
    ('%', 'people', 'μg/m³')
    >>> symbol("item/ten_thousand_person")
    'per 10,000 people'
    """
    known = parts(unit)
    shown = known.numerator.symbol
    for name, each in zip(unit.split("/")[1:], known.denominators, strict=True):
        count = _count(name)
        if count:
            shown += f" per {count} {each.symbol}"
        else:
            shown += f"/{_single(each)}" if shown else f"per {_single(each)}"
    return shown.strip()


def unit_name(unit: str, lang: str = "en") -> str:
    """The usual name of a unit in words.

    Args:
        unit: a canonical name.
        lang: "en" or "zh"; a unit without a name in that language shows its canonical name.

    Raises:
        UnknownUnit: if it is none.

    >>> unit_name("tce"), unit_name("tce", "zh"), unit_name("CNY/person", "zh")
    ('tonne of standard coal equivalent', '吨标准煤', '人民币元/人')
    >>> unit_name("item/ten_thousand_person")
    'item per 10,000 people'
    """
    known = parts(unit)
    name = _named(known.numerator, lang)
    for each, below in zip(unit.split("/")[1:], known.denominators, strict=True):
        count = _count(each)
        if lang == "zh":
            name += f"/{count}{_named(below, lang)}"
        else:
            name += f" per {count} {_plural(below)}" if count else f" per {_named(below, lang)}"
    return name


def all_units() -> Iterator[Unit]:
    """Every unit, measures and counts first, then currencies by code.

    >>> sum(unit.kind == "money" for unit in all_units()) > 170
    True
    """
    yield from units().values()


def unit_names() -> Iterator[UnitName]:
    """Every name of every unit, for whoever matches units in running text.

    Yields:
        Names in both languages with their readings; plurals are listed.

    >>> next(each.readings[0].unit for each in unit_names() if each.name == "个百分点")
    'percentage_point'
    """
    yield from names().values()


def scale_words() -> Iterator[Scale]:
    """Every word that multiplies the unit beside it.

    >>> next(each.factor for each in scale_words() if each.word == "crore")
    Decimal('10000000')
    """
    yield from scales().values()


def _count(denominator: str) -> str:
    """The digits of a denominator's scale, "10,000" for ten_thousand_person; "" without one."""
    scale = scale_of(denominator)
    return "" if scale == 1 else f"{scale:,}"


def _single(unit: Unit) -> str:
    # What is counted bears the name of its kind; its symbol is a plural.
    return unit.name if unit.name == unit.kind else unit.symbol


def _named(unit: Unit, lang: str) -> str:
    listed = {"en": unit.english, "zh": unit.chinese}.get(lang, ())
    return listed[0] if listed else unit.name


def _plural(unit: Unit) -> str:
    name, regular = unit.english[0], plural(unit.english[0])
    return unit.english[1] if regular != name and len(unit.english) > 1 else regular
