"""One quantity per another: yuan per person, 微克/立方米, 12 per 10,000 people, 每万人12件."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from regiontargets.errors import UnitError
from regiontargets.units import UnitReading, kind_of, read_unit

from .line import Line
from .measure import COUNTED, Measure
from .record import record

_NO_RATES = frozenset({"share", "share_difference", "ratio", "duration"})
_RATE_REACH = 32
_TIMES = frozenset(["year", "month", "week", "day", "hour", "minute", "second"])


def compound(line: Line, unit: Measure) -> Measure:
    """With the denominator behind it: yuan per person, 微克/立方米, tonnes a year."""
    at, units, tokens = unit.last, line.words.units, line.tokens
    if tokens[at].low == "-" and line.glued(at):
        # 28.77 miles-per-hour.
        at += bool(tokens[at + 1].opens & line.words.masks.dividing)
    if not divides(line, at) or unit.ambiguous:
        return unit
    time = units.per_time.at(tokens, at)
    if time is not None and time[1] and unit.kind not in ("share", "share_difference", "ratio"):
        name = f"{unit.unit}/{time[1]}"
        return replace(unit, last=time[0], readings=(UnitReading(name, unit.readings[0].scale),))
    if units.per.at(tokens, at) is None and tokens[at].low != "/" and not _each(line, unit, at):
        return unit
    return _with_denominator(line, unit, at) or unit


def divides(line: Line, at: int) -> bool:
    """Whether a denominator may begin at a token."""
    token = line.tokens[at]
    return token.opens & line.words.masks.dividing > 0 or token.low == "/"


def _each(line: Line, unit: Measure, at: int) -> bool:
    """80 dollars a barrel: an article before the one thing that a sum of money is paid for."""
    articles = (each.articles for each in line.words.numbers.adding)
    if unit.kind != "money" or not any(line.low(at) in each for each in articles):
        return False
    # 5¢-a-gallon.
    one = at + 1 + (line.low(at + 1) == "-" and line.glued(at + 1))
    found = line.words.units.names.at(line.tokens, one)
    if found is None or not found[1].singular or kind_of(found[1].readings[0].unit) == "duration":
        return False
    behind = line.tokens[found[0]]
    if kind_of(found[1].readings[0].unit) not in COUNTED:
        return True
    return behind.kind != "word" or bool(behind.opens & line.words.units.nouns_end.bit)


def _with_denominator(line: Line, unit: Measure, at: int) -> Measure | None:
    stated = line.slice(unit.first, unit.last) if not unit.apart else unit.unit
    per = line.words.units.per.at(line.tokens, at)
    below = at + 1 if per is None else per[0]
    below += line.low(below) == "-" and line.glued(below)
    again = line.words.units.per_before.at(line.tokens, below)
    below = below if again is None else again[0]
    last = _denominator_end(line, below)
    if last is None:
        return None
    reading = known_unit(f"{stated}/{line.slice(below, last)}")
    elsewhere = unit.kind == "money" and reading and not reading.unit.startswith(unit.unit)
    if (reading is None or elsewhere) and not unit.apart:
        # 52.9p a litre: a letter that only a number makes a unit; cents that are a euro's.
        scale = unit.readings[0].scale
        reading = known_unit(f"{unit.unit}/{line.slice(below, last)}")
        reading = None if reading is None else UnitReading(reading.unit, reading.scale * scale)
    if reading is None:
        return None
    return replace(unit, last=last, readings=(reading,))


def _denominator_end(line: Line, at: int) -> int | None:
    """The token behind a denominator, "10,000 people" or 万人; None if there is none."""
    # Looked up here first: read_unit asks pint about what it does not know, which is slow.
    if line.kind(at) == "digits":
        if line.low(at).replace(",", "").strip("0") != "1":
            return None
        at += 1
    multipliers = line.words.numbers.multipliers
    while line.low(at) in multipliers:
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
    return None if rated is None else replace(rated, apart=False)


@record
class RateBefore:
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

    A time counts beside another one (每人每月650元) or directly before its number (每小时10元);
    每年 alone says how often.
    """
    if unit.kind in _NO_RATES or unit.ambiguous or "/" in unit.unit:
        return None
    listed, time = line.joins_list(first - 1), ""
    near: RateBefore | None = None
    tokens, rating = line.tokens, line.words.masks.rating
    for at in range(first - 1, max(-1, first - _RATE_REACH), -1):
        token = tokens[at]
        # Most tokens neither begin a denominator nor keep one from its number.
        if not (token.opens & rating or token.breaks or token.kind == "digits"):
            continue
        if line.ends_clause(at) and not line.joins_list(at) and line.low(at) not in "()":
            return near
        if line.kind(at) == "digits" and not listed and not _is_passed(line, at):
            return near
        below = _denominator_at(line, at)
        last = None if below is None else _denominator_end(line, below)
        if below is None or last is None:
            continue
        reading = None if last > first else known_unit(f"{unit.unit}/{line.slice(below, last)}")
        if reading is None or reading.unit == "item/item":
            return near
        per = reading.unit.rpartition("/")[2]
        if per in _TIMES:
            time = f"/{per}"
            if last == first and per != "year":
                near = _rated_before(at, last, unit, reading)
            continue
        return _rated_before(at, _rate_end(line, last), unit, reading, time)
    return near


def _denominator_at(line: Line, at: int) -> int | None:
    """Where a denominator begins: behind 每, or by itself (千人口托位数)."""
    tokens, units = line.tokens, line.words.units
    opens = tokens[at].opens
    if opens & units.per_before.bit:
        per = units.per_before.at(tokens, at)
        if per is not None:
            return per[0]
    before = tokens[at - 1]
    if not opens & units.per_bare.bit or before.begins or before.closes & units.per_before.bit:
        return None
    return None if units.per_bare.at(tokens, at) is None else at


def _rated_before(
    first: int, last: int, unit: Measure, reading: UnitReading, time: str = ""
) -> RateBefore:
    rated = UnitReading(reading.unit + time, unit.readings[0].scale * reading.scale)
    return RateBefore(first, last, replace(unit, readings=(rated,)))


def _is_passed(line: Line, at: int) -> bool:
    """3岁以下, 由84个增至95个: an age, which says whom the rate is about, or what it was before."""
    if line.words.never.ages.at(line.tokens, at + 1) is not None:
        return True
    return (
        line.kind(at - 1) == "han" and line.words.bounds.start.before(line.tokens, at) is not None
    )


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
