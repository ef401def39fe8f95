"""From what people write, 亿元 or "million US dollars", to a canonical unit and its scale."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import product
from math import prod
from typing import TypeAlias

from ..errors import AmbiguousUnit, UnknownUnit
from .compounds import MOST_PARTS, parts, scaled_name
from .physical import physical
from .spelling import key
from .tables import names, scales, words
from .unit import Scale, UnitReading

LONGEST = 100  # characters; no unit's name comes near
_ONE = Decimal(1)
_DEPTH = 3
_MOST_READINGS = 250
# "Million percent" is no unit; nor is the 100% at the head of a column.
_UNSCALED = frozenset({"share", "share_difference", "temperature"})
_PER = re.compile(r"/|\s+per\s+|每", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^(?:number|no) of (?=.)", re.IGNORECASE)
_DIGITS = r"1(?:0|,000)*"
_CHINESE_SCALE = re.compile(r"[十百千万亿萬億]+")
# "percent of GDP": the whole belongs to the metric. "tce per 10,000 yuan of GDP": likewise.
_OF_WHOLE = re.compile(r"(?P<unit>.+?) of [^\d/]+")
_OF_OUTPUT = re.compile(
    r"(?P<unit>.+?)\s*(?:(?:of )?GDP|(?:国内|地区)?生产总值|(?:工业)?增加值|(?:工业)?总?产值)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Readings:
    choices: tuple[UnitReading, ...]
    decided: bool


_Lookup: TypeAlias = Callable[[str], _Readings | None]


def read_unit(text: str, *, prefer: Collection[str] = ()) -> UnitReading:
    """Read a unit as people write it.

    Our own names come first (units.tsv, currencies.tsv and their kin); width, plural,
    hyphens and the case of words make no difference, the case of symbols does.

    Args:
        text: the unit without its number: "亿元", "million US dollars", "per 10,000 people".
        prefer: canonical units, or whole kinds, that decide between several readings: the
            currency that the document declares, the unit that the metric is counted in.

    Returns:
        The canonical unit and the scale that words put in front of it.

    Raises:
        UnknownUnit: if nothing bears this name; names that come near are suggested.
        AmbiguousUnit: if it has several readings and nothing decides.

    >>> read_unit("亿元")
    UnitReading(unit='CNY', scale=Decimal('100000000'))
    >>> read_unit("per 10,000 people").unit
    'item/ten_thousand_person'
    >>> read_unit("$").unit, read_unit("$", prefer=["HKD"]).unit
    ('USD', 'HKD')
    >>> read_unit("ppt")
    Traceback (most recent call last):
    regiontargets.errors.AmbiguousUnit: the unit 'ppt' is ambiguous: percentage_point or \
part_per_trillion. Write out the one that is meant.
    """
    found = _look_up(text)
    choices = found.choices
    if len(choices) == 1:
        return choices[0]
    for wanted in prefer:
        for each in choices:
            if wanted in (each.unit, _kind(each.unit)):
                return each
    if not found.decided:
        raise AmbiguousUnit(text, [_shown(each) for each in choices])
    return choices[0]


def readings(text: str) -> tuple[UnitReading, ...]:
    """Everything that a written unit may mean, the usual reading first.

    Args:
        text: the unit without its number.

    Raises:
        UnknownUnit: if nothing bears this name.

    >>> [each.unit for each in readings("亿户")]
    ['household', 'enterprise', 'person']
    """
    return _look_up(text).choices


def canonical(text: str) -> str:
    """The canonical name of a unit as people write it.

    Args:
        text: the unit, without a number and without a scale.

    Raises:
        UnknownUnit: if nothing bears this name, or a scale stands in it.
        AmbiguousUnit: if it has several readings.

    >>> canonical("per cent"), canonical("元/人")
    ('percent', 'CNY/person')
    """
    reading = read_unit(text)
    if reading.scale != 1:
        raise UnknownUnit(text, [reading.unit])
    return reading.unit


def _look_up(text: str) -> _Readings:
    if len(text) > LONGEST:
        raise UnknownUnit(text[:LONGEST])
    found = _read(text)
    if isinstance(found, tuple):
        raise UnknownUnit(text, found)
    return found


@lru_cache(maxsize=8192)
def _read(text: str) -> _Readings | tuple[str, ...]:
    """The readings, or the names that come near: failures are remembered as well."""
    name = _NUMBER_OF.sub("", key(text))
    for lookup in (_named, _named_or_physical):
        found = _scaled(name, lookup) or _compound(name, lookup) or _of_whole(name, lookup)
        if found is not None:
            return found
    return _near(name)


def _named(name: str) -> _Readings | None:
    """The readings of a name in the data files."""
    named = names().get(name) or words().get(name.casefold())
    return None if named is None else _Readings(named.readings, named.decided)


def _named_or_physical(name: str) -> _Readings | None:
    """The same, and pint's if there is none: asked last, since it loads pint."""
    unit = None if _named(name) else physical(name)
    return _named(name) if unit is None else _Readings((UnitReading(unit.name, _ONE),), True)


def _scaled(name: str, lookup: _Lookup, depth: int = _DEPTH) -> _Readings | None:
    """The readings of one name, whatever scales stand beside it."""
    found = lookup(name)
    if found is not None or depth == 0:
        return found
    for scale, rest in _without_scale(name):
        found = _scaled(rest, lookup, depth - 1)
        if found is not None and _goes_with(scale, found):
            scaled = tuple(
                UnitReading(each.unit, scale.factor * each.scale) for each in found.choices
            )
            return _Readings(scaled, found.decided)
    return None


def _goes_with(scale: Scale, found: _Readings) -> bool:
    kind = _kind(found.choices[0].unit)
    return kind not in _UNSCALED and (not scale.kinds or kind in scale.kinds)


def _without_scale(name: str) -> Iterator[tuple[Scale, str]]:
    """Each way of taking one scale out of a name: the scale, and the rest."""
    latin = _latin_scale().search(name)
    if latin is not None:
        rest = f"{name[: latin.start()].strip()} {name[latin.end() :].strip()}"
        yield _scale_of(latin["scale"] or latin["short"]), rest.strip()
    chinese = _CHINESE_SCALE.search(name)
    if chinese is not None:
        for end in range(chinese.end(), chinese.start(), -1):
            scale = scales().get(name[chinese.start() : end])
            if scale is not None:
                yield scale, (name[: chinese.start()] + name[end:]).strip()


def _scale_of(text: str) -> Scale:
    """The scale that `_latin_scale` has found: digits, or a word, perhaps in the plural."""
    if text[0] == "1":
        return Scale(text, Decimal(text.replace(",", "")), "", frozenset())
    spellings = (text, text.casefold(), text.casefold().removesuffix("s"))
    return next(scales()[each] for each in spellings if each in scales())


@cache
def _latin_scale() -> re.Pattern[str]:
    latin = [each for each in scales() if each.isascii()]
    full = [each for each in latin if (len(each) > 3 and each.isalpha()) or " " in each]
    short = [each for each in latin if each not in full]
    # An abbreviation may be glued to a code: USDbn.
    return re.compile(
        rf"(?:(?<![\w.,])(?P<scale>{_DIGITS}(?![\d,.])"
        rf"|(?i:(?:{_longest_first(full)})s?)(?![a-zA-Z]))"
        rf"|(?:(?<![\w.,])|(?<=[A-Z]{{3}}))(?P<short>{_longest_first(short)})(?!\w))(?: of\b)?"
    )


def _longest_first(each: Collection[str]) -> str:
    return "|".join(map(re.escape, sorted(each, key=len, reverse=True)))


def _compound(name: str, lookup: _Lookup) -> _Readings | None:
    first, *rest = _PER.split(_counted(name), MOST_PARTS)
    below = [each for part in rest for each in part.split("·")]
    if not below or len(below) >= MOST_PARTS:
        return None
    numerator = _scaled(first, lookup)
    denominators = [_denominator(each, lookup) for each in below]
    if numerator is None or None in denominators:
        return None
    return _joined([numerator, *(each for each in denominators if each is not None)])


def _counted(name: str) -> str:
    """A bare "per 10,000 people" counts items."""
    if name[:4].casefold() == "per ":
        return "item/" + name[4:]
    return "item/" + name[1:] if name.startswith("每") else name


def _denominator(name: str, lookup: _Lookup) -> _Readings | None:
    output = _OF_OUTPUT.fullmatch(name)
    found = _scaled(output["unit"], lookup) if output is not None else None
    if found is not None and _kind(found.choices[0].unit) == "money":
        return found
    return _scaled(name, lookup)


def _joined(stated: list[_Readings]) -> _Readings | None:
    if prod(len(each.choices) for each in stated) > _MOST_READINGS:
        return None
    choices: list[UnitReading] = []
    for first, *rest in product(*(each.choices for each in stated)):
        below = [scaled_name(each.unit, each.scale) for each in rest]
        joined = "/".join([first.unit, *(each for each in below if each is not None)])
        if None not in below and joined.count("/") < MOST_PARTS:
            choices.append(UnitReading(joined, first.scale))
    return _Readings(tuple(choices), all(each.decided for each in stated)) if choices else None


def _of_whole(name: str, lookup: _Lookup) -> _Readings | None:
    matched = _OF_WHOLE.fullmatch(name)
    found = lookup(matched["unit"]) if matched is not None else None
    if found is None or _kind(found.choices[0].unit) not in ("share", "share_difference"):
        return None
    return found


def _shown(reading: UnitReading) -> str:
    return reading.unit if reading.scale == 1 else f"{reading.scale:f} {reading.unit}"


def _kind(unit: str) -> str:
    return parts(unit).numerator.kind


def _near(name: str) -> tuple[str, ...]:
    # difflib is only for those who have misspelt.
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), words(), n=3, cutoff=0.75)
    return tuple(words()[each].name for each in near)
