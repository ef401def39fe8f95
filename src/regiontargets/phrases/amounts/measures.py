"""The unit of a number: behind it, before it, through the words for what is counted."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from regiontargets.errors import UnitError
from regiontargets.units import UnitReading, kind_of, read_unit

from .line import Line
from .numeral import Numeral
from .words import UnitWord

COUNTED = frozenset({"item", "person", "enterprise", "household", "dwelling"})
"""The kinds of what is counted one by one."""

_LONGEST_NOUNS = 6
_LONGEST_DENOMINATOR = 8
_NO_RATES = frozenset({"share", "share_difference", "ratio", "duration"})
_RATE_REACH = 32
_JOINS = frozenset(("、", "和", "及", "(", ")"))
_LEAST_SUM = 1000
_HOUSEHOLD_REACH = 48
_HAN_SCALES = frozenset("十百千万亿")
_TIMES = frozenset(["year", "month", "week", "day", "hour", "minute", "second"])
_NOT_SPACED = frozenset(["s", "d", "h", "B", "b", "l", "L", "g"])


_kind_of = lru_cache(maxsize=1024)(kind_of)


class Measure(NamedTuple):
    """A unit in a line of tokens.

    Attributes:
        first: the token it begins with.
        last: the token behind it.
        readings: what it may mean: one, or several where nothing decides.
        apart: whether other words stand between it and its number.
        other_scale: what the number is multiplied by instead, where the unit may be a scale (5m).
    """

    first: int
    last: int
    readings: tuple[UnitReading, ...]
    apart: bool = False
    other_scale: int = 0

    @property
    def unit(self) -> str:
        """The unit of the first reading."""
        return self.readings[0].unit

    @property
    def kind(self) -> str:
        """The kind of quantity of the first reading."""
        return _kind_of(self.unit)


def money_before(line: Line, first: int, numeral: Numeral) -> Measure | None:
    """The currency before a number: US$, RMB, 人民币."""
    found = line.words.units.money_before.before(line.tokens, first)
    if found is None or line.low(first - 1) == "-":
        return None
    if numeral.value < _LEAST_SUM and line.words.units.not_money.at(line.tokens, found[0]):
        return None
    return Measure(found[0], first, _decided(line, found[1]))


def measured(line: Line, numeral: Numeral, money: Measure | None) -> tuple[Numeral, Measure | None]:
    """The number with the scale that only its unit can tell, and the unit."""
    at = numeral.last
    hyphen = line.low(at) == "-" and line.kind(at + 1) == "word" and line.glued(at + 1)
    at += hyphen
    numeral, scaled, also_scale = _with_abbreviation(line, numeral, at, money)
    if scaled:
        at = numeral.last + (
            line.low(numeral.last) == "-" and line.kind(numeral.last + 1) == "word"
        )
    unit = _unit_at(line, at, numeral, hyphen=hyphen)
    if unit is not None and also_scale and unit.last == at + 1:
        unit = unit._replace(other_scale=also_scale)
    if money is not None and (unit is None or unit.kind != "money"):
        return numeral, _with_money(line, numeral, money, unit)
    if unit is None and numeral.unit is None and not hyphen:
        unit = _behind_words(line, numeral, at) or _counted_noun(line, at)
    return numeral, None if unit is None else _compound(line, unit)


def _with_money(
    line: Line, numeral: Numeral, money: Measure, unit: Measure | None
) -> Measure | None:
    """The currency before the number with a denominator behind it: €65 per tonne."""
    if unit is not None:
        return unit if unit.kind in ("share", "share_difference", "ratio") else None
    behind = money._replace(first=numeral.last, last=numeral.last, apart=True)
    compound = _compound(line, behind)
    return None if compound is behind else compound._replace(apart=False)


def _behind_words(line: Line, numeral: Numeral, at: int) -> Measure | None:
    """The unit behind an adjective: 7 working days."""
    found = line.words.units.adjectives.at(line.tokens, at)
    return None if found is None else _unit_at(line, found[0], numeral)


def _with_abbreviation(
    line: Line, numeral: Numeral, at: int, money: Measure | None
) -> tuple[Numeral, bool, int]:
    """k, m, bn, tn: a scale before money and people, maybe a unit elsewhere."""
    found = line.words.numbers.short_scales.at(line.tokens, at)
    if found is None or not found[1].kinds or numeral.scale_at < numeral.last:
        return numeral, False, 0
    last, scale = found
    scaled = numeral.scaled(scale.factor, last=last)
    if money is not None and "money" in scale.kinds:
        return scaled, True, 0
    behind = _unit_at(line, last + (line.low(last) == "-"), scaled) or _counted_noun(line, last)
    if behind is not None and behind.kind in scale.kinds:
        return scaled, True, 0
    is_unit = line.words.units.symbols.at(line.tokens, at) is not None
    if not is_unit:
        return (scaled, True, 0) if line.glued(at) else (numeral, False, 0)
    may_count = line.glued(at) and "person" in scale.kinds
    return numeral, False, scale.factor if may_count else 0


def _unit_at(line: Line, at: int, numeral: Numeral, *, hyphen: bool = False) -> Measure | None:
    if at >= line.size:
        return None
    name = line.words.units.names.at(line.tokens, at)
    symbol = line.words.units.symbols.at(line.tokens, at)
    found = symbol if name is None or (symbol is not None and symbol[0] > name[0]) else name
    if found is None:
        return None
    last, word = found
    if word.singular and word.readings[0].unit in COUNTED and not hyphen and numeral.value != 1:
        return None
    if line.tokens[at].text in _NOT_SPACED and last == at + 1 and not line.glued(at):
        return None
    return Measure(at, last, _decided(line, word, at, last))


def _decided(line: Line, word: UnitWord, first: int = 0, last: int = 0) -> tuple[UnitReading, ...]:
    """The one reading that the words around speak for, or the usual one, or all."""
    if len(word.readings) == 1:
        return word.readings
    if word.readings[0].unit in COUNTED:
        return (_counted_reading(line, word, first, last),)
    if word.decided:
        return word.readings[:1]
    preferred = [each for each in word.readings if each.unit in line.preferred]
    if not preferred and line.has_han:
        preferred = [
            each for each in word.readings if each.unit in line.words.units.home_currencies
        ]
    return tuple(preferred[:1]) or word.readings


def _counted_reading(line: Line, word: UnitWord, first: int, last: int) -> UnitReading:
    """What a classifier counts: 个, 户 and 套 take it from the noun behind or before them."""
    end = min(line.clause_end(last), last + 10)
    start = line.clause_start(first)
    if word.readings[0].unit == "household":
        # 户 alone is a household; behind 市场主体…户 in one sentence it goes on counting those.
        start = max(0, first - _HOUSEHOLD_REACH)
    for place in (*range(last, end), *range(first - 1, start - 1, -1)):
        hit = line.words.units.prefers.at(line.tokens, place)
        for each in word.readings if hit is not None else ():
            if hit is not None and each.unit in hit[1]:
                return each
    return word.readings[0]


def _counted_noun(line: Line, at: int) -> Measure | None:
    """The plural noun that adjectives keep from its number: 12 million new urban jobs."""
    words, end = line.words, min(line.size, at + _LONGEST_NOUNS)
    while at < end and line.kind(at) in ("word", "code", "mark"):
        if line.kind(at) == "mark" and line.low(at) not in ("-", "'", '"'):
            return None
        found = words.units.names.at(line.tokens, at) or words.units.symbols.at(line.tokens, at)
        if found is not None and not found[1].singular and _is_head(line, found[0]):
            reading = _decided(line, found[1], at, found[0])[0]
            if reading.unit in COUNTED:
                return Measure(at, found[0], (reading,), apart=True)
        if words.units.nouns_end.at(line.tokens, at):
            return None
        at += 1
    return None


def _is_head(line: Line, at: int) -> bool:
    """Whether no further noun follows, so that the one before is what is counted."""
    return line.kind(at) not in ("word", "digits") or (
        line.words.units.nouns_end.at(line.tokens, at) is not None or not line.low(at).endswith("s")
    )


def _compound(line: Line, unit: Measure) -> Measure:
    """With the denominator behind it: yuan per person, 微克/立方米, tonnes a year."""
    at = unit.last
    if len(unit.readings) > 1 or at >= line.size:
        return unit
    time = line.words.units.per_time.at(line.tokens, at)
    if time is not None and time[1] and unit.kind not in ("share", "share_difference", "ratio"):
        name = f"{unit.unit}/{time[1]}"
        return unit._replace(last=time[0], readings=(UnitReading(name, unit.readings[0].scale),))  # pyright: ignore[reportGeneralTypeIssues]
    if line.words.units.per.at(line.tokens, at) is None and line.low(at) != "/":
        return unit
    return _with_denominator(line, unit, at) or unit


def _with_denominator(line: Line, unit: Measure, at: int) -> Measure | None:
    stated = line.slice(unit.first, unit.last) if not unit.apart else unit.unit
    per = line.words.units.per.at(line.tokens, at)
    below = at + 1 if per is None else per[0]
    again = line.words.units.per_before.at(line.tokens, below)
    below = below if again is None else again[0]
    last = _denominator_end(line, below)
    reading = None if last is None else known_unit(f"{stated}/{line.slice(below, last)}")
    if reading is None or last is None:
        return None
    return unit._replace(last=last, readings=(reading,))


def _denominator_end(line: Line, at: int) -> int | None:
    """The token behind a denominator, "10,000 people" or 万人; None if there is none."""
    # Looked up here first: read_unit asks pint about what it does not know, which is slow.
    if line.kind(at) == "digits":
        if line.low(at).replace(",", "").strip("0") != "1":
            return None
        at += 1
    while line.low(at) in _HAN_SCALES:
        at += 1
    scale = line.words.numbers.scales.at(line.tokens, at)
    at = at if scale is None else scale[0]
    found = line.words.units.names.at(line.tokens, at) or line.words.units.symbols.at(
        line.tokens, at
    )
    return None if found is None else found[0]


def rate_behind(line: Line, at: int) -> Measure | None:
    """The denominator of a bare number: 12 per 10,000 people."""
    if line.words.units.per.at(line.tokens, at) is None:
        return None
    bare = Measure(at, at, (UnitReading("item", Decimal(1)),), apart=True)
    rated = _with_denominator(line, bare, at)
    return None if rated is None else rated._replace(apart=False)


class RateBefore(NamedTuple):
    """A denominator that stands before its number.

    Attributes:
        first: the token it begins with.
        last: the token behind it.
        measure: the unit with the denominator.
    """

    first: int
    last: int
    measure: Measure


def rate_before(line: Line, first: int, unit: Measure) -> RateBefore | None:
    """The denominator that stands earlier in the clause: 每万人口发明专利拥有量达到12件.

    A time counts only beside another one (每人每月650元): 每年 alone says how often.
    """
    if not line.has_rates or unit.kind in _NO_RATES or len(unit.readings) > 1 or "/" in unit.unit:
        return None
    listed, time = line.low(first - 1) in _JOINS, ""
    for at in range(first - 1, max(-1, first - _RATE_REACH), -1):
        if line.ends_clause(at) and line.low(at) not in _JOINS:
            return None
        if line.kind(at) == "digits" and line.low(at + 1) != "岁" and not listed:
            return None
        per = line.words.units.per_before.at(line.tokens, at)
        last = None if per is None else _denominator_end(line, per[0])
        if per is None or last is None:
            continue
        reading = None if last > first else known_unit(f"{unit.unit}/{line.slice(per[0], last)}")
        if reading is None or reading.unit == "item/item":
            return None
        if reading.unit.rpartition("/")[2] in _TIMES:
            time = f"/{reading.unit.rpartition('/')[2]}"
            continue
        rated = UnitReading(reading.unit + time, unit.readings[0].scale)  # pyright: ignore[reportGeneralTypeIssues]
        return RateBefore(at, _rate_end(line, last), unit._replace(readings=(rated,)))
    return None


def _rate_end(line: Line, last: int) -> int:
    """The token behind a denominator and the time that may follow it."""
    if line.words.units.per_before.at(line.tokens, last) is None:
        return last
    return _denominator_end(line, last + 1) or last


@lru_cache(maxsize=4096)
def known_unit(text: str) -> UnitReading | None:
    """A unit as written, or None where it is none or ambiguous."""
    try:
        return read_unit(text)
    except UnitError:
        return None
