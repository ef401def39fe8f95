"""One number with its unit, its scale and its sign."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from regiontargets.model.number import multiply, to_number
from regiontargets.units import UnitReading

from .core import ONE, Core
from .line import Line
from .measure import COUNTED, Measure
from .measures import measured, money_before
from .numeral import Numeral, Value, digits_value, may_be_decimal
from .numerals import numeral_at
from .rates import rate_before, rate_behind

_SIGNS = frozenset("+-")
_SHARES = ("percent", "percentage_point")
_BEFORE_A_SIGN = frozenset("(:,;=，、\"'")


def single(line: Line, at: int) -> Core | None:
    """The one number that begins at a token, with its unit and its sign.

    Raises:
        ValueError: it is beyond the magnitudes that a model may hold.
    """
    core = _plain(line, at) if line.tokens[at].kind == "digits" else None
    if core is not None:
        return core
    core = unsigned(line, at)
    return None if core is None else _signed(line, core)


def _plain(line: Line, at: int) -> Core | None:
    """Digits and a unit with nothing beside them that could add to them: the usual case."""
    tokens, masks, units = line.tokens, line.words.masks, line.words.units
    digits, unit, before = tokens[at], tokens[at + 1], tokens[at - 1]
    if not unit.opens & masks.units or unit.opens & masks.adding:
        return None
    name = units.names.at(tokens, at + 1)
    found = units.symbols.at(tokens, at + 1) if unit.opens & units.symbols.bit else None
    if found is None or (name is not None and name[0] >= found[0]):
        found = name
    if found is None or not found[1].sure:
        return None
    last, (readings, *_) = found
    behind = tokens[last]
    if behind.opens & masks.dividing or behind.low == "/" or before.closes & masks.signing:
        return None
    if before.low in _SIGNS or (line.has_rates and readings[0].unit not in _SHARES):
        return None
    value = None if "," in digits.text else digits_value(digits.text)
    if value is None:
        return None
    numeral = Numeral(at, at + 1, value, "digits", None, 1, at + 1)
    measure = Measure(at + 1, last, readings)
    return Core(at, last, "number", value, None, readings, numeral, measure)


def unsigned(line: Line, at: int) -> Core | None:
    """The same without a sign before it."""
    numeral = numeral_at(line.tokens, at, line.words) if at < line.size else None
    if numeral is None:
        return None
    money = money_before(line, at, numeral)
    first = at if money is None else money.first
    numeral, measure = _with_comparator(line, numeral, money) or measured(line, numeral, money)
    if numeral.unit == "percent":
        numeral, measure = _part_of_unit(line, numeral, measure)
    elif measure is None and numeral.value < 1:
        numeral, measure = _decimal_of_unit(line, numeral)
    rate = None
    if measure is not None and line.has_rates:
        rate = rate_before(line, first, measure)
        measure = measure if rate is None else rate.measure
    if money is None and numeral.unit is None:
        measure = _rated(line, numeral, measure)
    core = _made(line, first, numeral, measure, money)
    return core if rate is None else replace(core, rate=rate)


def _made(
    line: Line, first: int, numeral: Numeral, measure: Measure | None, money: Measure | None
) -> Core:
    units = measure or money
    if units is not None:
        readings = units.readings
    else:
        readings = () if numeral.unit is None else (UnitReading(numeral.unit, ONE),)
    scores, tokens = line.words.numbers.scores, line.tokens
    scored = None
    if not readings and tokens[numeral.last].opens & scores.bit:
        scored = scores.at(tokens, numeral.last)
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
    if readings and readings[0].unit == "ratio":
        core = _with_half(line, core)
    return _unit_scaled(core)


def _rated(line: Line, numeral: Numeral, measure: Measure | None) -> Measure | None:
    """A bare number's denominator, "12 per 10,000 people", or its "factor of"."""
    words, tokens = line.words, line.tokens
    if tokens[numeral.last].opens & words.units.per.bit:
        rated = rate_behind(line, numeral.last)
        if rated is not None and (measure is None or measure.last < rated.last):
            return rated
    at = numeral.last + (tokens[numeral.last].low == "-" and line.glued(numeral.last))
    timed = measure is None and tokens[at].opens & words.units.per_time.bit
    time = words.units.per_time.at(tokens, at) if timed else None
    if time is not None and time[1] and not line.is_year(numeral.first):
        # 400 a day, the 300,000-a-year ambition.
        return Measure(at, time[0], (UnitReading(f"item/{time[1]}", ONE),))
    before = words.numbers.times_before
    if measure is not None or not tokens[numeral.first - 1].closes & before.bit:
        return measure
    if before.before(tokens, numeral.first):
        at = numeral.first
        return Measure(at, at, (UnitReading("ratio", ONE),), apart=True)
    return measure


def _last(numeral: Numeral, measure: Measure | None) -> int:
    return numeral.last if measure is None or measure.apart else max(numeral.last, measure.last)


def _with_half(line: Line, core: Core) -> Core:
    """一倍半, 四倍多."""
    more = line.words.numbers.inside.at(line.tokens, core.last)
    if more is not None and line.kind(core.last) == "han" and core.comparator is None:
        return replace(core, last=more[0], comparator=more[1])
    if line.kind(core.last) != "han" or line.low(core.last) not in line.words.numbers.halves:
        return core
    return replace(core, last=core.last + 1, low=to_number(Fraction(core.low) + Fraction(1, 2)))


def _with_comparator(
    line: Line, numeral: Numeral, money: Measure | None
) -> tuple[Numeral, Measure | None] | None:
    """30-odd cities, 100-plus hospitals, 5 or more years: a comparator before the unit."""
    words, tokens = line.words, line.tokens
    at = numeral.last + (tokens[numeral.last].low == "-")
    if not tokens[at].opens & words.masks.comparing or tokens[at].kind == "han":
        return None
    if tokens[at].text[0].isupper():
        # 60,000 Plus Two students.
        return None
    found = words.numbers.inside.at(tokens, at) or words.bounds.after.at(tokens, at)
    if found is None:
        return None
    last, comparator = found
    _, measure = measured(line, replace(numeral, last=last), money)
    if measure is None and (at == numeral.last or not words.numbers.inside.at(tokens, at)):
        # The 250-odd in service need no unit to be a number.
        return None
    return replace(numeral, last=last, comparator=comparator), measure


def _part_of_unit(
    line: Line, numeral: Numeral, measure: Measure | None
) -> tuple[Numeral, Measure | None]:
    """Half a percentage point, three quarters of a point, 半个百分点: a part of a unit."""
    if measure is not None and measure.unit in COUNTED:
        return numeral, None
    if measure is None:
        behind = _behind_article(line, numeral.last)
        if behind is None:
            return numeral, None
        _, measure = measured(line, replace(numeral, last=behind, value=ONE), None)
        if measure is None or measure.apart or _is_time_ago(line, numeral, measure):
            return numeral, None
    value = to_number(Fraction(numeral.value) / 100)
    return replace(numeral, value=value, unit=None), measure


def _is_time_ago(line: Line, numeral: Numeral, measure: Measure) -> bool:
    """One in four a decade ago, but not a quarter of an hour."""
    of_whole = line.words.never.of_whole
    return measure.kind == "duration" and of_whole.at(line.tokens, numeral.last) is None


def _decimal_of_unit(line: Line, numeral: Numeral) -> tuple[Numeral, Measure | None]:
    """0.3 of a percentage point."""
    behind = _behind_article(line, numeral.last)
    if behind is None:
        return numeral, None
    _, measure = measured(line, replace(numeral, last=behind, value=ONE), None)
    differs = measure is not None and measure.kind == "share_difference"
    return numeral, measure if differs else None


def _behind_article(line: Line, at: int) -> int | None:
    """The token behind "of a", "a": the unit that is divided."""
    of_whole = line.words.never.of_whole.at(line.tokens, at)
    at = at if of_whole is None else of_whole[0]
    article = line.words.numbers.one_of.at(line.tokens, at)
    return None if article is None else article[0]


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
    scale = core.units[0].scale if core.units else ONE
    if scale == 1:
        return core
    return replace(
        core,
        low=multiply(core.low, scale),
        high=None if core.high is None else multiply(core.high, scale),
        other=None if core.other is None else multiply(core.other, scale),
        units=tuple(UnitReading(each.unit, each.scale / scale) for each in core.units),
    )


def _signed(line: Line, core: Core) -> Core:
    """With the sign before it; a dash between words is none."""
    at = core.first - 1
    before, negative = line.tokens[at], line.words.numbers.negative
    if before.closes & negative.bit:
        said = negative.before(line.tokens, core.first)
        if said is not None:
            return replace(core.negated(), first=said[0])
    sign = before.low
    if sign not in ("-", "+") or not line.glued(core.first) or not _may_be_sign(line, core, at):
        return core
    return replace(core.negated() if sign == "-" else core, first=at, signed=True)


def _may_be_sign(line: Line, core: Core, at: int) -> bool:
    """Whether a dash or plus that touches a number is its sign: not the dash of a range."""
    if not line.glued(at) or line.low(at - 1) in _BEFORE_A_SIGN:
        return True
    share = core.unit in ("percent", "percentage_point", "permille")
    return share and line.kind(at - 1) == "han"
