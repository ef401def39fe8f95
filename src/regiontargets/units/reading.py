"""From what people write, 亿元 or "million US dollars", to a canonical unit and its scale."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import product
from math import prod

from ..errors import AmbiguousUnit, UnknownUnit
from .compounds import MOST_PARTS, scaled_name
from .scaling import Lookup, Readings, kind, named, named_or_physical, scaled
from .spelling import key
from .tables import words
from .unit import UnitReading

LONGEST = 100  # characters; no unit's name comes near
_MOST_READINGS = 250
_PER = re.compile(r"/|\s+per\s+|每", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^(?:number|no) of (?=.)", re.IGNORECASE)
# "percent of GDP": the whole belongs to the metric. "tce per 10,000 yuan of GDP": likewise.
_OF_WHOLE = re.compile(r"(?P<unit>.+?) of [^\d/]+")
_OF_OUTPUT = re.compile(
    r"(?P<unit>.+?)\s*(?:(?:of )?GDP|(?:国内|地区)?生产总值|(?:工业)?增加值|(?:工业)?总?产值)",
    re.IGNORECASE,
)


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
            if wanted in (each.unit, kind(each.unit)):
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


def _look_up(text: str) -> Readings:
    if len(text) > LONGEST:
        raise UnknownUnit(text[:LONGEST])
    found = _read(text)
    if isinstance(found, tuple):
        raise UnknownUnit(text, found)
    return found


@lru_cache(maxsize=8192)
def _read(text: str) -> Readings | tuple[str, ...]:
    """The readings, or the names that come near: failures are remembered as well."""
    name = _NUMBER_OF.sub("", key(text))
    for lookup in (named, named_or_physical):
        found = scaled(name, lookup) or _compound(name, lookup) or _of_whole(name, lookup)
        if found is not None:
            return found
    return _near(name)


def _compound(name: str, lookup: Lookup) -> Readings | None:
    first, *rest = _PER.split(_counted(name), MOST_PARTS)
    below = [each for part in rest for each in part.split("·")]
    if not below or len(below) >= MOST_PARTS:
        return None
    numerator = scaled(first, lookup)
    denominators = [_denominator(each, lookup) for each in below]
    if numerator is None or None in denominators:
        return None
    return _joined([numerator, *(each for each in denominators if each is not None)])


def _counted(name: str) -> str:
    """A bare "per 10,000 people" counts items."""
    if name[:4].casefold() == "per ":
        return "item/" + name[4:]
    return "item/" + name[1:] if name.startswith("每") else name


def _denominator(name: str, lookup: Lookup) -> Readings | None:
    output = _OF_OUTPUT.fullmatch(name)
    found = scaled(output["unit"], lookup) if output is not None else None
    if found is not None and found.kind == "money":
        return found
    return scaled(name, lookup)


def _joined(stated: list[Readings]) -> Readings | None:
    if prod(len(each.choices) for each in stated) > _MOST_READINGS:
        return None
    choices: list[UnitReading] = []
    for first, *rest in product(*(each.choices for each in stated)):
        below = [scaled_name(each.unit, each.scale) for each in rest]
        joined = "/".join([first.unit, *(each for each in below if each is not None)])
        if None not in below and joined.count("/") < MOST_PARTS:
            choices.append(UnitReading(joined, first.scale))
    return Readings(tuple(choices), all(each.decided for each in stated)) if choices else None


def _of_whole(name: str, lookup: Lookup) -> Readings | None:
    matched = _OF_WHOLE.fullmatch(name)
    found = lookup(matched["unit"]) if matched is not None else None
    if found is None or found.kind not in ("share", "share_difference"):
        return None
    return found


def _shown(reading: UnitReading) -> str:
    return reading.unit if reading.scale == 1 else f"{reading.scale:f} {reading.unit}"


def _near(name: str) -> tuple[str, ...]:
    # difflib is only for those who have misspelt.
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), words(), n=3, cutoff=0.75)
    return tuple(words()[each].name for each in near)
