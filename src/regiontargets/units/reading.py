"""From what people write, 亿元 or "million US dollars", to a canonical unit and its scale."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import product

from ..errors import AmbiguousUnit, UnknownUnit
from .compounds import MOST_PARTS, scaled_name
from .spelling import key
from .tables import names, scales, units, words
from .unit import Scale, UnitReading

LONGEST = 100  # characters; no unit's name comes near
_ONE = Decimal(1)
_DEPTH = 3
_PER = re.compile(r"/|·|\s+per\s+|每")
_DIGITS = r"1(?:0|,000)*"
_CHINESE_SCALE = re.compile(r"[十百千万亿]+")
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
    if len(found.choices) > 1:
        for wanted in prefer:
            for each in found.choices:
                if wanted == each.unit or wanted == _kind(each.unit):
                    return each
        if not found.decided:
            raise AmbiguousUnit(text, [each.unit for each in found.choices])
    return found.choices[0]


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
    name = key(text)
    found = _simple(name) or _compound(name) or _share_of(name)
    return found or _near(name)


def _simple(name: str, depth: int = 0) -> _Readings | None:
    named = names().get(name) or words().get(name.casefold())
    if named is not None:
        return _Readings(named.readings, named.decided)
    if depth >= _DEPTH:
        return None
    for factor, kinds, rest in _without_scale(name):
        found = _simple(rest, depth + 1)
        if found is not None and (not kinds or _kind(found.choices[0].unit) in kinds):
            scaled = tuple(UnitReading(each.unit, factor * each.scale) for each in found.choices)
            return _Readings(scaled, found.decided)
    return None


def _without_scale(name: str) -> Iterator[tuple[Decimal, frozenset[str], str]]:
    """Each way of taking one scale out of a name: its factor, its kinds and the rest."""
    found = _latin_scale().search(name)
    if found is not None:
        rest = f"{name[: found.start()].strip()} {name[found.end() :].strip()}".strip()
        scale = _scale_of(found["scale"])
        yield scale.factor, scale.kinds, rest
    chinese = _CHINESE_SCALE.search(name)
    if chinese is not None:
        for length in range(len(chinese[0]), 0, -1):
            scale_or_none = scales().get(chinese[0][:length])
            if scale_or_none is not None:
                rest = name[: chinese.start()] + name[chinese.start() + length :]
                yield scale_or_none.factor, scale_or_none.kinds, rest.strip()


def _scale_of(text: str) -> Scale:
    """The scale that a match of `_latin_scale` names: digits or a word, perhaps plural."""
    if text[0] == "1":
        return Scale(text, Decimal(text.replace(",", "")), "", frozenset())
    known = scales()
    lower = text.casefold()
    for each in (text, lower, lower.removesuffix("s")):
        if each in known:
            return known[each]
    raise UnknownUnit(text)


@cache
def _latin_scale() -> re.Pattern[str]:
    latin = [each for each in scales() if each.isascii()]
    full = [each for each in latin if (len(each) > 3 and each.isalpha()) or " " in each]
    short = [each for each in latin if each not in full]
    return re.compile(
        rf"(?<![\w.,])(?P<scale>{_DIGITS}(?![\d,.])"
        rf"|(?i:(?:{_longest_first(full)})s?)(?![a-zA-Z])"
        rf"|(?:{_longest_first(short)})(?![\w]))(?: of\b)?"
    )


def _longest_first(each: Collection[str]) -> str:
    return "|".join(map(re.escape, sorted(each, key=len, reverse=True)))


def _compound(name: str) -> _Readings | None:
    if name.casefold().startswith("per "):
        name = "item/" + name[4:]
    elif name.startswith("每"):
        name = "item/" + name[1:]
    first, *rest = _PER.split(name, MOST_PARTS)
    if not rest or len(rest) >= MOST_PARTS:
        return None
    numerator = _simple(first)
    denominators = [_denominator(each) for each in rest]
    if numerator is None or None in denominators:
        return None
    return _joined(numerator, [each for each in denominators if each is not None])


def _denominator(name: str) -> _Readings | None:
    found = _simple(name)
    if found is not None:
        return found
    output = _OF_OUTPUT.fullmatch(name)
    found = _simple(output["unit"]) if output is not None else None
    return found if found is not None and _kind(found.choices[0].unit) == "money" else None


def _joined(numerator: _Readings, denominators: list[_Readings]) -> _Readings | None:
    choices: list[UnitReading] = []
    for first, *rest in product(numerator.choices, *(each.choices for each in denominators)):
        below = [scaled_name(each.unit, each.scale) for each in rest]
        if None not in below:
            joined = "/".join([first.unit, *map(str, below)])
            choices.append(UnitReading(joined, first.scale))
    decided = numerator.decided and all(each.decided for each in denominators)
    return _Readings(tuple(choices), decided) if choices else None


def _share_of(name: str) -> _Readings | None:
    matched = _OF_WHOLE.fullmatch(name)
    found = _simple(matched["unit"]) if matched is not None else None
    return found if found is not None and _kind(found.choices[0].unit) == "share" else None


def _kind(unit: str) -> str:
    return units()[unit.partition("/")[0]].kind


def _near(name: str) -> tuple[str, ...]:
    # difflib is only for those who have misspelt.
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), words(), n=3, cutoff=0.75)
    return tuple(words()[each].name for each in near)
