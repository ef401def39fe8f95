"""Two numbers that make one amount: a range, or a number and its tolerance."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from regiontargets.model.number import multiply, to_number

from .core import Core
from .hit import RATES, TURNING, VERBS, Hit
from .line import Line
from .single import single, unsigned

_TOO_WIDE = 5
_WIDE_SUM = 2
_BEFORE_TOLERANCE = frozenset([",", "，", "("])


def range_from(line: Line, one: Core) -> Core | None:
    """The range that a number opens: 5-6%, 1.2—1.3万亿元, between 5 and 6 percent."""
    if one.high is not None or (one.numeral is not None and one.numeral.form == "bare"):
        return None
    behind = line.tokens[one.last]
    if not behind.opens & line.words.masks.joining and behind.low != "-":
        return None
    joined = _joined(line, one)
    if joined is None:
        return None
    second = _second(line, joined)
    if second is None or second.high is not None:
        return None
    if _leads_to(line, one, second):
        return None
    return _between(line, one, second)


def _second(line: Line, at: int) -> Core | None:
    """The other end of a range, behind its sign or its currency: what joins is no sign."""
    if line.low(at) == "-" and line.glued(at + 1):
        core = unsigned(line, at + 1)
        return None if core is None else core.negated()
    money = line.words.units.money_before.at(line.tokens, at)
    return unsigned(line, at if money is None else money[0])


def _joined(line: Line, one: Core) -> int | None:
    """The token behind the word that joins a range, or None."""
    at, words = one.last, line.words
    found = words.bounds.join.at(line.tokens, at)
    if line.low(at) == "-" and words.bounds.join.at(line.tokens, at + 1):
        found = words.bounds.join.at(line.tokens, at + 1)
    between = words.bounds.between.before(line.tokens, one.first)
    opened = between is not None
    if found is None and opened:
        found = words.bounds.join_between.at(line.tokens, at)
    if found is None:
        return None
    start = words.bounds.start.before(line.tokens, one.first)
    # "Anywhere from 40 to 50" opens a range, "from 40 to 50" may tell a change.
    moving = start is not None and (between is None or between[0] >= start[0])
    apart = one.measure and line.kind(at) == "word" and not opened
    turning = _turning(line, one) if moving or apart else None
    if turning is not None and (moving or not _rises_by(line, one, turning)):
        return None
    return found[0]


def _turning(line: Line, one: Core) -> Hit | None:
    """The verb of change before a number: "from" tells what changed (rose from 5 to 6 percent)."""
    places, start = line.governed_from, line.clause_start(one.first)
    before = line.governors[bisect_left(places, start) : bisect_left(places, one.first)]
    return next((each for each in reversed(before) if each.roles & TURNING), None)


def _rises_by(line: Line, one: Core, turning: Hit) -> bool:
    """Grow by 5 percent to 6 percent: what rises by much more than it was is a range."""
    link = line.words.bounds.links.before(line.tokens, one.first)
    by = link is not None and link[1] == "by"
    return by and (one.unit == "percent" or turning.direction() == "up")


def _between(line: Line, one: Core, two: Core) -> Core | None:
    if one.units and two.units and one.unit != two.unit and not _rated(one, two):
        return None
    if _has_year(line, one, two):
        return None
    low, high, units = one.low, two.low, two.units or one.units
    first, second = one.numeral, two.numeral
    if first is None or second is None:
        return None
    if not one.units and two.measure is not None:
        low = multiply(low, two.measure.readings[0].scale)
    if first.scale == 1 and second.scale > 1 and one.measure is None:
        if first.value <= second.coefficient:
            low = multiply(low, Decimal(second.scale))
    elif not two.units and one.units and one.measure is not None and one.measure.last > 0:
        # 5% to 6: the unit stands on the first only.
        units = one.units
    if second.scale == 1 and first.scale > 1 and one.money is not None and not two.money:
        return None
    if not low < high:
        return None
    return replace(
        two,
        first=one.first,
        low=low,
        high=high,
        units=units,
        measure=two.measure or one.measure,
        money=one.money,
        comparator=None,
    )


def _has_year(line: Line, one: Core, two: Core) -> bool:
    """9.3 percent through 2029; in 2023 to N30 billion, but not from 2000 to 2500 euros."""
    if one.units and not two.units:
        return line.is_year(two.first)
    if one.units or line.kind(one.last) != "word":
        return False
    opened = line.words.bounds.between.before(line.tokens, one.first)
    if not two.units:
        # Recorded in 2010 to 3.3 million.
        return opened is None and line.is_year(one.first) and _scale(one) < _scale(two)
    return line.is_year(one.first) and (two.money is not None or opened is None)


def _scale(core: Core) -> int:
    return 1 if core.numeral is None else core.numeral.scale


def _rated(one: Core, two: Core) -> bool:
    """₹4,000 to ₹5,000 per household, 50p to 75p a week: the denominator stands behind both."""
    return str(two.unit).startswith(f"{one.unit}/")


def _leads_to(line: Line, one: Core, two: Core) -> bool:
    """By Rs 1,000 to Rs 5,500, by 11 million to 24 million: the change, and what it leads to."""
    named = one.measure is not None and one.unit != "percent"
    repeated = one.money is None and (named or (_scale(one) > 1 and _scale(two) > 1))
    alike = (one.money is None) == (two.money is None) and bool(one.units) == bool(two.units)
    tokens, words = line.tokens, line.words
    link = words.bounds.links.before(tokens, one.first)
    if not alike and (one.units or not repeated):
        # By 20 paise to Rs 6.15.
        return bool(one.units) and link is not None and link[1] == "by"
    if link is None or link[1] != "by":
        verb = words.change.governors.before(tokens, one.first)
        if verb is None or not verb[1] & VERBS or verb[1] & RATES:
            return False
    money = two.measure is not None and two.measure.kind == "money"
    wide = _WIDE_SUM if money or repeated else _TOO_WIDE
    return one.money is not None or two.low >= wide * one.low


def with_tolerance(line: Line, core: Core) -> Core:
    """2%, plus or minus one percentage point."""
    bounds, tokens = line.words.bounds, line.tokens
    behind = tokens[core.last]
    may_say = behind.opens & line.words.masks.tolerating or behind.low in _BEFORE_TOLERANCE
    if core.high is not None or not may_say:
        return core
    about = bounds.after.at(tokens, core.last) if behind.opens & bounds.after.bit else None
    at = about[0] if about is not None and about[1] == "about" else core.last
    at += line.low(at) in _BEFORE_TOLERANCE
    told = tokens[at].opens & bounds.tolerance.bit
    found = bounds.tolerance.at(tokens, at) if told else None
    if found is None:
        return core
    # A dash at the end of a phrase is not part of it for a lexicon: the one of "+/-".
    margin = single(line, found[0] + (line.low(found[0]) == "-"))
    if margin is None or margin.high is not None or not core.units:
        return core
    if margin.units and margin.unit != core.unit and margin.unit != "percentage_point":
        return core
    last = margin.last + (line.low(at - 1) == "(" and line.low(margin.last) == ")")
    width = abs(Fraction(margin.low))
    low, high = Fraction(core.low) - width, Fraction(core.low) + width
    return replace(core, last=last, low=to_number(low), high=to_number(high))
