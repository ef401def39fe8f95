"""From the numbers of a line to amounts: everything that the words around them say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from regiontargets.model import Amount, Basis, Change, Comparator
from regiontargets.model.number import multiply, number_text, to_number

from ..mention import Mention, Piece
from .bounds import Bounds, Said, bounds_of
from .cores import Core, cores
from .exclusions import Candidate, why_no_amount
from .governing import Governed, governed, signed_change
from .line import Line
from .numeral import Value

_LIST_STEPS = 8
_LONGEST_OBJECT = 16
_BASIS_BEFORE = 16
_BASIS_BEHIND = 8
_SENTENCE_MARKS = frozenset(".;。；!?")


class Read(NamedTuple):
    """A number of a line with all that was read about it.

    Attributes:
        core: the number.
        bounds: its comparators and extent.
        governed: what it is a change of.
        reason: why it states no amount; None if it does.
        floor: the token behind the amount before it.
        ceiling: the token that the next number begins with.
    """

    core: Core
    bounds: Bounds
    governed: Governed
    reason: str | None
    floor: int
    ceiling: int


def read_line(line: Line, *, whole: bool = False) -> list[Read]:
    """Every number of a line, those that state no amount with the reason."""
    found = _sharing_units(line, list(cores(line)))
    result: list[Read] = []
    previous: Read | None = None
    for at, core in enumerate(found):
        floor = 0 if previous is None else previous.bounds.last
        ceiling = found[at + 1].first if at + 1 < len(found) else line.size
        bounds = bounds_of(line, core, floor, ceiling)
        before = None if previous is None else previous.governed
        role = governed(line, core, bounds, floor, before)
        if (
            previous is not None
            and bounds.link != "to"
            and role.change is None
            and role.role == "value"
        ):
            shared = _inherited(line, previous, core, bounds)
            role = shared or _next_object(line, previous, core, bounds) or role
        if role.change is None and role.role == "value":
            # Alone, "to 5%" can only be a level; in running text a sign says that it changes.
            by_itself = Governed("level") if bounds.link == "to" else None
            role = (by_itself if whole else signed_change(core)) or role
        reason = why_no_amount(Candidate(line, core, bounds, role), whole=whole)
        result.append(Read(core, bounds, role, reason, floor, ceiling))
        if reason is None:
            previous = result[-1]
    return result


def _sharing_units(line: Line, found: list[Core]) -> list[Core]:
    """Numbers of a list take unit and scale from the last: 5.1, 6.2 and 7.3 percent."""
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        if one.units or not two.units or one.numeral is None or two.numeral is None:
            continue
        if (two.measure is not None and two.measure.apart) or is_year(line, one.first):
            continue
        if not _only_joined(line, one.last, two.first) or one.numeral.scale > 1:
            continue
        factor = Decimal(two.numeral.scale) if one.low < 1000 else Decimal(1)
        found[at] = one._replace(units=two.units, low=multiply(one.low, factor), measure=None)
    return found


def _only_joined(line: Line, first: int, last: int) -> bool:
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


def _inherited(line: Line, previous: Read, core: Core, bounds: Bounds) -> Governed | None:
    """What governs the number before, where the two stand in one list."""
    at, end, joined = previous.bounds.last, bounds.left, False
    level = previous.governed.change == "level"
    same = previous.core.unit == core.unit or (level and bool(core.units))
    for _ in range(_LIST_STEPS):
        if at >= end:
            break
        step = line.words.change.list_join.at(line.tokens, at)
        joined = joined or step is not None
        step = step or line.words.bounds.padding.at(line.tokens, at)
        if step is None and (line.low(at) in ("in", "for") or is_year(line, at)):
            step = (at + 1, True)
        if step is None:
            return None
        at = step[0]
    return _same_governor(previous) if at >= end and joined and same else None


def _next_object(line: Line, previous: Read, core: Core, bounds: Bounds) -> Governed | None:
    """新增学校10所、医院5家: a verb that has several objects, each with its number."""
    first, last = previous.bounds.last, bounds.first
    said = previous.governed.said
    with_object = bool(said) and 0 <= said[-1].last < previous.bounds.first
    if not with_object or previous.governed.change not in ("increase", "decrease"):
        return None
    if line.low(first) not in ("、", "和", "及") or not 1 < last - first <= _LONGEST_OBJECT:
        return None
    for at in range(first + 1, last):
        found = line.words.change.governors.at(line.tokens, at)
        if line.kind(at) == "mark" or (found is not None and found[1] != {"filler"}):  # pyright: ignore[reportUnnecessaryComparison]
            return None
    return _same_governor(previous) if core.units else None


def _same_governor(previous: Read) -> Governed | None:
    said = previous.governed.said
    if previous.governed.change is None or (said and said[-1].first >= previous.bounds.last):
        return None
    return previous.governed._replace(
        role="value" if previous.governed.role == "baseline" else previous.governed.role,
    )


def is_year(line: Line, at: int) -> bool:
    """Whether a token is four digits of these centuries."""
    text = line.tokens[at].text if at < line.size else ""
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")


def amounts_of(line: Line, read: Read) -> tuple[Amount, ...]:
    """The amounts that a number may state: one, or several where nothing decides."""
    bounds = read.bounds
    text, basis = line.slice(bounds.first, bounds.last), _basis(line, read)
    made: list[Amount] = []
    for low, high, unit in _values(line, read):
        amount = _amount(bounds.comparator, low, high, unit, read.governed.change, basis, text)
        if amount is not None and amount not in made:
            made.append(amount)
    return tuple(made)


@lru_cache(maxsize=4096)
def _amount(
    comparator: Comparator,
    value: Value,
    upper: Value | None,
    unit: str | None,
    change: Change | None,
    basis: Basis | None,
    text: str,
) -> Amount | None:
    """The amount; None if its number is beyond all bounds."""
    try:
        return Amount(
            comparator=comparator,
            value=value,
            upper=upper,
            unit=unit,
            change=change,
            basis=basis,
            text=text,
        )
    except ValueError:
        return None


def _values(line: Line, read: Read) -> Iterator[tuple[Value, Value | None, str | None]]:
    """Value, upper value and unit of every reading."""
    core = read.core
    if core.unit == "ratio" or core.kind == "multiple":
        yield from _multiples(line, read)
        return
    units: list[str | None] = [each.unit for each in core.units]
    units = units or [None]
    for unit in units:
        yield core.low, core.high, unit
    if core.other is not None:
        yield core.other, None, units[0]
    if core.factor:
        yield multiply(core.low, Decimal(core.factor)), core.high, None


def _multiples(line: Line, read: Read) -> Iterator[tuple[Value, Value | None, None]]:
    """增长1.5倍 is 2.5 times as much; "by 1.5 times" may be either."""
    core, role = read.core, read.governed
    low, high = core.low, core.high
    more = tuple(None if each is None else to_number(Fraction(each) + 1) for each in (low, high))
    if core.kind == "multiple" or role.direction != "up" or core.measure is None:
        yield low, high, None
        return
    han = line.kind(core.measure.first) == "han"
    turned = han and line.low(role.at) == "翻"
    times = line.low(core.measure.first) in ("times", "time")
    by_times = times and read.bounds.link == "by"
    if not han or turned:
        yield low, high, None
    if more[0] is not None and (han or by_times):
        yield more[0], more[1], None


def _basis(line: Line, read: Read) -> Basis | None:
    """Real or nominal, where words in reach say so and the number is money or a share."""
    core, bounds = read.core, read.bounds
    if not line.has_basis:
        return None
    money = core.measure is not None and core.measure.kind == "money"
    if core.unit not in ("percent", "permille") and not money and core.money is None:
        return None
    behind = _basis_behind(line, bounds.last, min(read.ceiling, bounds.last + _BASIS_BEHIND))
    return _basis_before(line, bounds.first, read.floor) or behind


def _basis_behind(line: Line, at: int, end: int) -> Basis | None:
    for place in range(at, end):
        if line.low(place) in _SENTENCE_MARKS:
            return None
        found = line.words.basis.at(line.tokens, place)
        if found is not None:
            return found[1]
    return None


def _basis_before(line: Line, at: int, floor: int) -> Basis | None:
    start = max(floor, at - _BASIS_BEFORE)
    for place in range(at, start, -1):
        if line.low(place - 1) in _SENTENCE_MARKS:
            return None
        found = line.words.basis.before(line.tokens, place)
        if found is not None:
            # What stands directly behind another amount belongs to that one.
            return None if 0 < floor == found[0] else found[1]
    return None


def mention_of(line: Line, read: Read) -> Mention[Amount] | None:
    """The amount with its place; None if its number is beyond all bounds."""
    readings = amounts_of(line, read)
    if not readings:
        return None
    start = line.tokens[read.bounds.first].start
    end = line.tokens[read.bounds.last - 1].end
    return Mention(
        start,
        end,
        line.text[start:end],
        readings,
        read.governed.role,
        tuple(pieces_of(line, read)),
        "it can be read in more than one way" if len(readings) > 1 else "",
    )


def pieces_of(line: Line, read: Read) -> list[Piece]:
    """What each word did, in the order of the text."""
    core = read.core
    said = [*read.bounds.said, *read.governed.said]
    if core.money is not None:
        said.append(Said(core.money.first, core.money.last, "currency", core.money.unit))
    measure = core.measure
    last = core.last
    if measure is not None and measure.last > measure.first:
        said.append(Said(measure.first, measure.last, "unit", measure.unit))
        last = last if measure.apart else measure.first
    first = core.first if core.money is None or core.high is not None else core.money.last
    said.append(Said(first, max(last, first + 1), "number", _number_words(core)))
    said.sort()
    tokens, text = line.tokens, line.text
    pieces: list[Piece] = []
    for begin, behind, role, meaning in said:
        start, end = tokens[begin].start, tokens[behind - 1].end
        pieces.append(Piece(start, end, text[start:end], role, meaning))
    return pieces


def _number_words(core: Core) -> str:
    low = number_text(core.low)
    return low if core.high is None else f"{low} to {number_text(core.high)}"
