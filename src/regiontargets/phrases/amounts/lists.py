"""Numbers that share what stands with one of them: 5.1, 6.2 and 7.3 percent respectively."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from regiontargets.model.number import multiply

from .bounds import Bounds
from .core import Core
from .hit import VERBS
from .hits import Governed, is_relative, like
from .line import Line
from .measure import COUNTED
from .nouns import plural_behind
from .read import Read

_LIST_STEPS = 8
_LONGEST_OBJECT = 16
_LONGEST_TIME = 365
_LEAST_NAMED = 1000


def sharing_units(line: Line, found: list[Core]) -> list[Core]:
    """Numbers of a list take unit and scale from the last: 5.1, 6.2 and 7.3 percent."""
    scale, unit_scale = 1, Decimal(1)
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        if _shortened(line, one, two):
            one = replace(one, units=())
            if _turns_between(line, one.last, two.first):
                found[at] = replace(one, units=two.units, measure=None)
                continue
        if one.numeral is None or two.numeral is None or not _may_share(line, one, two):
            continue
        if one.numeral.scale > 1:
            if _scaled_alike(line, one, two):
                found[at] = replace(one, units=two.units, measure=None)
            continue
        if two.measure is not None:
            scale, unit_scale = two.numeral.scale, two.measure.readings[0].scale
        factor = (Decimal(scale) if one.low < 1000 else Decimal(1)) * unit_scale
        found[at] = replace(one, units=two.units, low=multiply(one.low, factor), measure=None)
    return found


def _may_share(line: Line, one: Core, two: Core) -> bool:
    """Whether nothing but words that join a list stands between a number and one with a unit."""
    if one.units or not two.units or line.is_year(one.first):
        return False
    measure = two.measure
    if measure is not None and (
        measure.apart or (measure.kind == "duration" and one.low > _LONGEST_TIME)
    ):
        return False
    part = two.numeral is not None and two.numeral.unit is not None
    if part or line.words.never.labels.before(line.tokens, one.first):
        # 685,000, a tenth below its peak; by March 15, ten days after.
        return False
    if two.units[0].unit in COUNTED and line.words.change.behind.at(line.tokens, one.first - 1):
        # 340 firms, up 21, and 9,700 workers.
        return False
    return only_joined(line, one.last, two.first) or _comes_from(line, one, two)


def _comes_from(line: Line, one: Core, two: Core) -> bool:
    """To 54 from 61 percent."""
    start, tokens = line.words.bounds.start, line.tokens
    if not tokens[one.last].opens & start.bit or not is_relative(two):
        return False
    found = start.at(tokens, one.last)
    return found is not None and found[0] == two.first


def _scaled_alike(line: Line, one: Core, two: Core) -> bool:
    """From 54 trillion to 82.7 trillion yuan; 1474.7亿、1412.4亿和1163.4亿元."""
    if one.numeral is None or two.numeral is None or two.numeral.scale == 1:
        return False
    link = line.words.bounds.links.at(line.tokens, one.last)
    return link == (two.first, "to") or two.numeral.scale == one.numeral.scale


def _shortened(line: Line, one: Core, two: Core) -> bool:
    """4.1个、2.3个百分点: of the unit of the last, the first has the beginning only."""
    if one.measure is None or two.measure is None or one.unit == two.unit:
        return False
    if one.measure.apart or two.measure.apart or line.kind(one.measure.first) != "han":
        return False
    short = line.slice(one.measure.first, one.measure.last)
    return line.slice(two.measure.first, two.measure.last).startswith(short)


def _turns_between(line: Line, first: int, last: int) -> bool:
    """分别下降0.8个和上升0.1个百分点: another verb of change behind what joins them."""
    joined = line.words.change.list_join.at(line.tokens, first)
    if joined is None or joined[0] >= last:
        return False
    verb = line.words.change.governors.at(line.tokens, joined[0])
    return verb is not None and verb[0] == last and bool(verb[1] & VERBS)


def from_before(line: Line, found: list[Core]) -> list[Core]:
    """To 110 litres a day from 142: what is changed from has the unit of what it changed to."""
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        if two.units or not one.units or one.numeral is None or two.numeral is None:
            continue
        start = line.words.bounds.start.before(line.tokens, two.first)
        if start is None or start[0] != one.last or line.is_year(two.first):
            continue
        if line.words.never.tails.at(line.tokens, two.last) or plural_behind(line, two.last):
            continue
        if two.numeral.scale == 1 and one.measure is not None and not one.measure.apart:
            small = two.low < 1000 and one.numeral.scale > 1
            factor = Decimal(one.numeral.scale) if small else Decimal(1)
            found[at] = replace(two, units=one.units, low=multiply(two.low, factor))
    return found


def of_named(line: Line, found: list[Core]) -> list[Core]:
    """5 million of them children, of which 2 billion: some of what was counted before."""
    units, tokens = line.words.units, line.tokens
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        if two.units or not one.units or two.numeral is None or line.is_year(two.first):
            continue
        behind = tokens[two.last].opens & units.parts_of_named.bit
        before = tokens[two.first - 1].closes & units.parts_of_named_before.bit
        if not (behind and units.parts_of_named.at(tokens, two.last)) and not (
            before and units.parts_of_named_before.before(tokens, two.first)
        ):
            continue
        counted = one.units[0].unit in COUNTED
        if counted if two.low < _LEAST_NAMED else two.numeral.scale > 1 or counted:
            found[at] = replace(two, units=one.units[:1])
    return found


def only_joined(line: Line, first: int, last: int) -> bool:
    """Whether nothing but words that join a list stands between two tokens."""
    if first >= last:
        return False
    for _ in range(_LIST_STEPS):
        found = line.words.change.list_join.at(line.tokens, first)
        if found is None:
            return False
        first = found[0]
        if first >= last:
            return True
    return False


def inherited(line: Line, previous: Read, core: Core, bounds: Bounds) -> Governed | None:
    """What governs the number before, where the two stand in one list."""
    at, end, joined = previous.bounds.last, bounds.left, False
    level = previous.governed.change == "level"
    same = previous.core.unit == core.unit or (level and bool(core.units))
    for _ in range(_LIST_STEPS):
        if at >= end:
            break
        step, token = None, line.tokens[at]
        if token.opens & line.words.masks.passing:
            step = line.words.change.list_join.at(line.tokens, at)
            joined = joined or step is not None
            step = step or line.words.bounds.padding.at(line.tokens, at)
            step = step or line.words.never.year_before.at(line.tokens, at)
        if step is None and token.kind == "digits" and line.is_year(at):
            step = (at + 1, True)
        if step is None:
            return None
        at = step[0]
    if at < end or not joined:
        return None
    if same:
        return same_governor(previous)
    return _said_otherwise(line, previous, core, bounds)


def _said_otherwise(line: Line, previous: Read, core: Core, bounds: Bounds) -> Governed | None:
    """Up 41 billion dollars, or 1.27 percent: one change in two units."""
    alternative = line.words.change.alternative.at(line.tokens, bounds.left - 1)
    if alternative is None or not core.units or not is_relative(core):
        return None
    shared = same_governor(previous)
    return None if shared is None else like(core, shared)


def next_object(line: Line, previous: Read, core: Core, bounds: Bounds) -> Governed | None:
    """新增学校10所、医院5家: a verb that has several objects, each with its number."""
    first, last = previous.bounds.last, bounds.first
    said = previous.governed.said
    if previous.bounds.link in ("by", "to"):
        return None
    with_object = bool(said) and 0 <= said[-1].last < previous.bounds.first
    if not with_object or previous.governed.change not in ("increase", "decrease"):
        return None
    if not line.joins_list(first) or not 1 < last - first <= _LONGEST_OBJECT:
        return None
    for at in range(first + 1, last):
        found = line.words.change.governors.at(line.tokens, at)
        if line.kind(at) == "mark" or (found is not None and "filler" not in found[1]):
            return None
    reached = bounds.comparator == "more_than" and last < core.first
    return same_governor(previous) if core.units and not reached else None


def same_governor(previous: Read) -> Governed | None:
    """What governs the number before, said before it, for one that shares it."""
    said = previous.governed.said
    if previous.governed.change is None or (said and said[-1].first >= previous.bounds.last):
        return None
    return replace(
        previous.governed,
        role="value" if previous.governed.role == "baseline" else previous.governed.role,
    )
