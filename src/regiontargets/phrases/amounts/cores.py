"""The numbers of a line with their units and ranges, before the words around them are read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from regiontargets.model import COMPARATORS, Comparator
from regiontargets.model.number import multiply, to_number
from regiontargets.units import UnitReading

from .line import Line
from .measures import (
    COUNTED,
    Measure,
    RateBefore,
    measured,
    money_before,
    rate_before,
    rate_behind,
)
from .numeral import Numeral, Value, may_be_decimal
from .numerals import numeral_at
from .words import OpenerKind

_ONE = Decimal(1)


class Core(NamedTuple):
    """A number and what belongs to it without a doubt.

    Attributes:
        first: the token it begins with, its currency included.
        last: the token behind it, its unit included.
        kind: how it is said: in a number, or in a word such as "double".
        low: its value, or the lower one.
        high: the upper one of a range.
        units: the readings of its unit; empty where none is stated.
        numeral: its (last) number; None where a word says it.
        measure: where its unit stands; None where none is stated.
        money: where its currency stands before the number.
        comparator: what its own words say (十多万, "single-digit").
        factor: what a scale that may be a unit would multiply by instead (5m).
        other: what it is if its comma is a decimal one.
        rate: the denominator that stands before it (每人每月).
        signed: whether a plus or minus sign stands before it.
    """

    first: int
    last: int
    kind: Literal["number"] | OpenerKind
    low: Value
    high: Value | None = None
    units: tuple[UnitReading, ...] = ()
    numeral: Numeral | None = None
    measure: Measure | None = None
    money: Measure | None = None
    comparator: Comparator | None = None
    factor: int = 0
    other: Value | None = None
    rate: RateBefore | None = None
    signed: bool = False

    @property
    def unit(self) -> str | None:
        """The unit of the first reading."""
        return self.units[0].unit if self.units else None


def cores(line: Line) -> Iterator[Core]:
    """Every number of a line that is no part of a name or of a vague quantity."""
    words, tokens, behind = line.words, line.tokens, 0
    begins = words.core_starts
    # Few tokens begin a number: the others are passed over at one look.
    for at, token in enumerate(tokens):
        if at < behind or (token.low not in begins and token.kind not in ("digits", "mark")):
            continue
        opener = words.openers.at(tokens, at)
        if opener is not None and opener[1][0] in ("name", "vague"):
            behind = opener[0]
            continue
        core: Core | None
        if opener is not None:
            core = _said(line, at, opener)
        elif token.kind != "word" or token.low in words.numbers.starts:
            core = _numbered(line, at)
        else:
            continue
        if core is not None:
            yield core
            behind = max(core.last, at + 1)


def _said(line: Line, first: int, opener: tuple[int, tuple[OpenerKind, str]]) -> Core:
    """A number that a word or a phrase is by itself."""
    last, (kind, value) = opener
    named, _, number = value.rpartition(" ")
    comparator = next((each for each in COMPARATORS if each == named), None)
    if kind != "multiple":
        units = (UnitReading("percent", _ONE),)
        return Core(first, last, kind, Decimal(number), units=units, comparator=comparator)
    more = line.words.numbers.inside.at(line.tokens, last)
    if more is not None and line.kind(last) == "han":
        last, comparator = more
    return Core(first, last, kind, Decimal(number), comparator=comparator)


def _numbered(line: Line, at: int) -> Core | None:
    """The number or range that begins at a token."""
    try:
        one = _single(line, at)
        return None if one is None else _with_tolerance(line, _range(line, one) or one)
    except ValueError:
        # Beyond the magnitudes that a model may hold.
        return None


def _single(line: Line, at: int) -> Core | None:
    """The one number that begins at a token, with its unit and its sign."""
    core = _unsigned(line, at)
    return None if core is None else _signed(line, core)


def _unsigned(line: Line, at: int) -> Core | None:
    numeral = numeral_at(line.tokens, at, line.words) if at < line.size else None
    if numeral is None:
        return None
    money = money_before(line, at, numeral)
    first = at if money is None else money.first
    numeral, measure = _with_comparator(line, numeral, money) or measured(line, numeral, money)
    numeral, measure = _part_of_unit(line, numeral, measure)
    rate = None
    if measure is not None:
        rate = rate_before(line, first, measure)
        measure = measure if rate is None else rate.measure
    if money is None and numeral.unit is None:
        measure = _rated(line, numeral, measure)
    core = _made(line, first, numeral, measure, money)
    return core if rate is None else core._replace(rate=rate)


def _made(
    line: Line, first: int, numeral: Numeral, measure: Measure | None, money: Measure | None
) -> Core:
    units = measure or money
    if units is not None:
        readings = units.readings
    else:
        readings = () if numeral.unit is None else (UnitReading(numeral.unit, _ONE),)
    scored = None if readings else line.words.numbers.scores.at(line.tokens, numeral.last)
    core = Core(
        first,
        _last(numeral, measure) if scored is None else scored[0],
        "number",
        numeral.value,
        numeral.upper,
        readings,
        numeral,
        measure,
        money,
        numeral.comparator,
        0 if measure is None else measure.other_scale,
        _other_value(line, numeral, units),
    )
    return _unit_scaled(_with_half(line, core))


def _rated(line: Line, numeral: Numeral, measure: Measure | None) -> Measure | None:
    """A bare number's denominator, "12 per 10,000 people", or its "factor of"."""
    rated = rate_behind(line, numeral.last)
    if rated is not None and (measure is None or measure.last < rated.last):
        return rated
    if measure is None and line.words.numbers.times_before.before(line.tokens, numeral.first):
        at = numeral.first
        return Measure(at, at, (UnitReading("ratio", _ONE),), apart=True)
    return measure


def _last(numeral: Numeral, measure: Measure | None) -> int:
    return numeral.last if measure is None or measure.apart else max(numeral.last, measure.last)


def _with_half(line: Line, core: Core) -> Core:
    """一倍半."""
    if core.unit != "ratio" or line.kind(core.last) != "han":
        return core
    if line.low(core.last) not in line.words.numbers.halves:
        return core
    return core._replace(last=core.last + 1, low=to_number(Fraction(core.low) + Fraction(1, 2)))


def _with_comparator(
    line: Line, numeral: Numeral, money: Measure | None
) -> tuple[Numeral, Measure] | None:
    """30-odd cities, 100-plus hospitals, 5 or more years: a comparator before the unit."""
    at = numeral.last + (line.low(numeral.last) == "-")
    words, tokens = line.words, line.tokens
    found = words.numbers.inside.at(tokens, at) or words.bounds.after.at(tokens, at)
    if found is None or line.kind(at) == "han":
        return None
    last, comparator = found
    _, measure = measured(line, numeral._replace(last=last), money)
    if measure is None:
        return None
    return numeral._replace(last=last, comparator=comparator), measure


def _part_of_unit(
    line: Line, numeral: Numeral, measure: Measure | None
) -> tuple[Numeral, Measure | None]:
    """Half a percentage point, three quarters of a point, 半个百分点: a part of a unit."""
    if numeral.unit != "percent":
        return numeral, measure
    if measure is not None and measure.unit in COUNTED:
        return numeral, None
    if measure is None:
        at = numeral.last + (line.low(numeral.last) == "of")
        if line.low(at) not in ("a", "an", "one"):
            return numeral, None
        _, measure = measured(line, numeral._replace(last=at + 1, value=Decimal(1)), None)
        if measure is None or measure.apart or measure.kind == "duration":
            return numeral, None
    value = to_number(Fraction(numeral.value) / 100)
    return numeral._replace(value=value, unit=None), measure


def _other_value(line: Line, numeral: Numeral, unit: Measure | None) -> Value | None:
    """The value with a decimal comma, where the unit or the line's other numbers allow it."""
    token = line.tokens[numeral.first]
    if numeral.form != "digits" or "," not in token.text:
        return None
    other = may_be_decimal(token.text)
    share = unit is not None and unit.kind in ("share", "share_difference")
    if other is None or not (share or line.has_decimal_commas):
        return None
    return multiply(other, Decimal(numeral.scale))


def _unit_scaled(core: Core) -> Core:
    """With the scale that the unit's name holds (Mt, bcm) moved into the value."""
    scale = core.units[0].scale if core.units else _ONE
    if scale == 1:
        return core
    return core._replace(
        low=multiply(core.low, scale),
        high=None if core.high is None else multiply(core.high, scale),
        other=None if core.other is None else multiply(core.other, scale),
        units=tuple(UnitReading(each.unit, each.scale / scale) for each in core.units),
    )


_BEFORE_A_SIGN = frozenset("(:,;=，、\"'")


def _signed(line: Line, core: Core) -> Core:
    """With the sign before it; a dash between words is none."""
    at = core.first - 1
    sign = line.low(at) if line.glued(core.first) else ""
    said = line.words.numbers.negative.before(line.tokens, core.first)
    if said is not None:
        return _negated(core)._replace(first=said[0])
    if sign not in ("-", "+") or not _may_be_sign(line, core, at):
        return core
    return (_negated(core) if sign == "-" else core)._replace(first=at, signed=True)


def _may_be_sign(line: Line, core: Core, at: int) -> bool:
    """Whether a dash or plus that touches a number is its sign: not the dash of a range."""
    if not line.glued(at) or line.low(at - 1) in _BEFORE_A_SIGN:
        return True
    share = core.unit in ("percent", "percentage_point", "permille")
    return share and line.kind(at - 1) == "han"


def _negated(core: Core) -> Core:
    low, high = -core.low, core.high
    return core._replace(low=low if high is None else -high, high=None if high is None else low)


def _range(line: Line, one: Core) -> Core | None:
    """The range that a number opens: 5-6%, 1.2—1.3万亿元, between 5 and 6 percent."""
    if one.high is not None or (one.numeral is not None and one.numeral.form == "bare"):
        return None
    joined = _joined(line, one)
    if joined is None:
        return None
    second = _second(line, joined)
    if second is None or second.high is not None:
        return None
    return _between(one, second)


def _second(line: Line, at: int) -> Core | None:
    """The other end of a range, behind its sign or its currency: what joins is no sign."""
    if line.low(at) == "-" and line.glued(at + 1):
        core = _unsigned(line, at + 1)
        return None if core is None else _negated(core)
    money = line.words.units.money_before.at(line.tokens, at)
    return _unsigned(line, at if money is None else money[0])


def _joined(line: Line, one: Core) -> int | None:
    """The token behind the word that joins a range, or None."""
    at, words = one.last, line.words
    found = words.bounds.join.at(line.tokens, at)
    if line.low(at) == "-" and words.bounds.join.at(line.tokens, at + 1):
        found = words.bounds.join.at(line.tokens, at + 1)
    opened = words.bounds.between.before(line.tokens, one.first) is not None
    if found is None and opened:
        found = words.bounds.join_between.at(line.tokens, at)
    if found is None:
        return None
    moving = words.bounds.start.before(line.tokens, one.first) is not None
    if (moving or (one.measure and line.kind(at) == "word")) and _moves(line, one):
        return None
    return found[0]


def _moves(line: Line, one: Core) -> bool:
    """Whether "from" opens a change (rose from 5 to 6 percent), no range."""
    start = line.clause_start(one.first)
    return any(
        found[1] & {"up", "down", "moves"}
        for at in range(start, one.first)
        if (found := line.words.change.governors.at(line.tokens, at))
    )


def _between(one: Core, two: Core) -> Core | None:
    if one.units and two.units and one.unit != two.unit:
        return None
    low, high, units = one.low, two.low, two.units or one.units
    first, second = one.numeral, two.numeral
    if first is None or second is None:
        return None
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
    return two._replace(
        first=one.first,
        low=low,
        high=high,
        units=units,
        measure=two.measure or one.measure,
        money=one.money,
        comparator=None,
    )


def _with_tolerance(line: Line, core: Core) -> Core:
    """2%, plus or minus one percentage point."""
    about = line.words.bounds.after.at(line.tokens, core.last)
    at = about[0] if about is not None and about[1] == "about" else core.last
    at += line.low(at) in (",", "，", "(")
    found = line.words.bounds.tolerance.at(line.tokens, at)
    if found is None or core.high is not None:
        return core
    # A dash at the end of a phrase is not part of it for a lexicon: the one of "+/-".
    margin = _single(line, found[0] + (line.low(found[0]) == "-"))
    if margin is None or margin.high is not None or not core.units:
        return core
    if margin.units and margin.unit != core.unit and margin.unit != "percentage_point":
        return core
    last = margin.last + (line.low(at - 1) == "(" and line.low(margin.last) == ")")
    width = abs(Fraction(margin.low))
    low, high = Fraction(core.low) - width, Fraction(core.low) + width
    return core._replace(last=last, low=to_number(low), high=to_number(high))
