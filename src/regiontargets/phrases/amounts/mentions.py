"""From what was read about a number to an amount in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from regiontargets.errors import UnitError
from regiontargets.model import Amount, Basis, Comparator
from regiontargets.model.number import multiply, number_text, to_number
from regiontargets.units import read_unit

from ..mention import Piece
from .core import Core
from .hit import Said
from .line import Line
from .numeral import Value
from .read import Read

_SMALL = 40
"""Powers of ten."""

_BASIS_BEFORE = 16
_BASIS_BEHIND = 8
_SENTENCE_MARKS = frozenset(".;。；!?")


def amounts_of(line: Line, read: Read) -> tuple[Amount, ...]:
    """The amounts that a number may state: one, or several where nothing decides."""
    bounds, change = read.bounds, read.governed.change
    text = line.slice(bounds.first, bounds.last)
    basis = (_basis(line, read) if line.has_basis else None) or _basis_alone(line, read)
    made: list[Amount] = []
    for low, high, unit in _values(line, read):
        fields: dict[str, object] = {
            "comparator": bounds.comparator,
            "value": low,
            "upper": high,
            "unit": unit,
            "change": change,
            "basis": basis,
            "text": text,
        }
        amount = _unchecked(fields) if _is_sound(bounds.comparator, low, unit) else _checked(fields)
        if amount is not None and amount not in made:
            made.append(amount)
    return tuple(made)


def _checked(fields: dict[str, object]) -> Amount | None:
    """The amount; None if its number is beyond all bounds."""
    try:
        return Amount.model_validate(fields)
    except ValueError:
        return None


def _unchecked(fields: dict[str, object]) -> Amount:
    """What `Amount.model_construct` makes of all the fields there are, in a fifth of the time."""
    made = Amount.__new__(Amount)
    _set(made, "__dict__", fields)
    _set(made, "__pydantic_fields_set__", _ALL_FIELDS)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


# An amount never changes, and its copies take a set of their own.
_set, _ALL_FIELDS = object.__setattr__, set(Amount.model_fields)


def _is_sound(comparator: Comparator, value: Value, unit: str | None) -> bool:
    """Whether nothing is left to check: what was read is sound but for the size of its number."""
    small = type(value) is Decimal and -_SMALL < value.adjusted() < _SMALL
    return small and comparator != "between" and _is_canonical(unit)


@lru_cache(maxsize=1024)
def _is_canonical(unit: str | None) -> bool:
    """Whether a unit goes by its canonical name, so that no scale moves into the value."""
    try:
        return unit is None or read_unit(unit).unit == unit
    except UnitError:
        return False


def _values(line: Line, read: Read) -> Iterable[tuple[Value, Value | None, str | None]]:
    """Value, upper value and unit of every reading."""
    core = read.core
    if core.kind == "multiple" or core.unit == "ratio":
        return _multiples(line, read)
    if len(core.units) < 2 and core.other is None and not core.factor:
        return ((core.low, core.high, core.unit),)
    units: list[str | None] = [each.unit for each in core.units] or [None]
    values = [(core.low, core.high, unit) for unit in units]
    if core.other is not None:
        values.append((core.other, None, units[0]))
    if core.factor:
        values.append((multiply(core.low, Decimal(core.factor)), core.high, None))
    return values


def _multiples(line: Line, read: Read) -> Iterator[tuple[Value, Value | None, None]]:
    """增长1.5倍 is 2.5 times as much; "by 1.5 times" may be either."""
    core, role = read.core, read.governed
    low, high = core.low, core.high
    more = tuple(None if each is None else to_number(Fraction(each) + 1) for each in (low, high))
    if core.kind == "multiple" or role.direction != "up" or core.measure is None:
        yield low, high, None
        return
    han = line.kind(core.measure.first) == "han"
    turned = line.words.change.turns.at(line.tokens, role.at) is not None
    times = line.words.change.loose_times.at(line.tokens, core.measure.first) is not None
    by_times = times and read.bounds.link == "by"
    if not han or turned:
        yield low, high, None
    if more[0] is not None and (han or by_times):
        yield more[0], more[1], None


def _basis(line: Line, read: Read) -> Basis | None:
    """Real or nominal, where words in reach say so and the number is money or a share."""
    core, bounds = read.core, read.bounds
    money = core.measure is not None and core.measure.kind == "money"
    if core.unit not in ("percent", "permille") and not money and core.money is None:
        return None
    behind = _basis_behind(line, bounds.last, min(read.ceiling, bounds.last + _BASIS_BEHIND))
    return _basis_before(line, bounds.first, read.floor) or behind


def _basis_alone(line: Line, read: Read) -> Basis | None:
    """5.5 % real: a word that ends the phrase."""
    at, alone = read.bounds.last, line.words.basis_alone
    if read.core.unit not in ("percent", "permille") or not line.tokens[at].opens & alone.bit:
        return None
    found = alone.at(line.tokens, at)
    return found[1] if found is not None and line.kind(found[0]) in ("mark", "") else None


def _basis_behind(line: Line, at: int, end: int) -> Basis | None:
    tokens, basis = line.tokens, line.words.basis
    for place in range(at, end):
        token = tokens[place]
        if token.low in _SENTENCE_MARKS:
            return None
        found = basis.at(tokens, place) if token.opens & basis.bit else None
        if found is not None:
            return found[1]
    return None


def _basis_before(line: Line, at: int, floor: int) -> Basis | None:
    start, tokens, basis = max(floor, at - _BASIS_BEFORE), line.tokens, line.words.basis
    for place in range(at, start, -1):
        token = tokens[place - 1]
        if token.low in _SENTENCE_MARKS:
            return None
        found = basis.before(tokens, place) if token.closes & basis.bit else None
        if found is not None:
            # What stands directly behind another amount belongs to that one.
            return None if 0 < floor == found[0] else found[1]
    return None


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
    pieces: list[Piece] = []
    text = line.text
    for begin, behind, role, meaning in said:
        start, end = line.start(begin), line.ends[behind - 1]
        pieces.append(Piece(start, end, text[start:end], role, meaning))
    return pieces


def _number_words(core: Core) -> str:
    low = number_text(core.low)
    return low if core.high is None else f"{low} to {number_text(core.high)}"
