"""One column: each distinct value once, and which of them each row has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """The cells of one column.

    Attributes:
        values: its distinct values.
        codes: for each row, which of them is its own.
    """

    values: Sequence[T]
    codes: Sequence[int]

    def __len__(self) -> int:
        return len(self.codes)

    def value(self, row: int) -> T:
        """The cell of one row, counted from zero."""
        return self.values[self.codes[row]]

    def map(self, change: Callable[[T], U]) -> Column[U]:
        """What a function makes of each value; it is asked once for each."""
        return Column([change(value) for value in self.values], self.codes)

    def picked(self, rows: Sequence[int]) -> Column[T]:
        """The cells of some rows."""
        return Column(self.values, [self.codes[row] for row in rows])

    def used(self) -> Column[T]:
        """The same column without the values that no row has.

        >>> Column("abc", [2, 0, 2]).used()
        Column(values=['c', 'a'], codes=[0, 1, 0])
        """
        known: dict[int, int] = {}
        codes = [known.setdefault(code, len(known)) for code in self.codes]
        return Column([self.values[code] for code in known], codes)

    def distinct(self) -> Column[T]:
        """The same column, values that are equal kept once."""
        known: dict[T, int] = {}
        recode = [known.setdefault(value, len(known)) for value in self.values]
        if len(known) == len(self.values):
            return self
        return Column(list(known), [recode[code] for code in self.codes])


def column_of(cells: Iterable[T]) -> Column[T]:
    """The column of these cells.

    >>> column_of(["a", "b", "a"])
    Column(values=['a', 'b'], codes=[0, 1, 0])
    """
    known: dict[T, int] = {}
    codes = [known.setdefault(cell, len(known)) for cell in cells]
    return Column(list(known), codes)


def constant(value: T, rows: int) -> Column[T]:
    """A column that says the same in every row."""
    return Column([value], [0] * rows)


def combined(columns: Sequence[Column[Any]], make: Callable[..., U]) -> Column[U]:
    """A column made from several; the function is asked once for each combination of values.

    >>> combined([column_of("aab"), column_of("xxy")], lambda one, two: one + two)
    Column(values=['ax', 'by'], codes=[0, 0, 1])
    """
    varying = [column for column in columns if len(column.values) > 1]
    if len(varying) <= 1:
        return _of_one(columns, varying, make)
    known: dict[tuple[int, ...], int] = {}
    codes = [
        known.setdefault(combination, len(known))
        for combination in zip(*(column.codes for column in varying), strict=True)
    ]
    at = {id(column): index for index, column in enumerate(varying)}
    values = [
        make(
            *(column.values[each[at[id(column)]] if id(column) in at else 0] for column in columns)
        )
        for each in known
    ]
    return Column(values, codes)


def _of_one(
    columns: Sequence[Column[Any]], varying: Sequence[Column[Any]], make: Callable[..., U]
) -> Column[U]:
    """A column made from several of which at most one says more than one thing."""
    if not len(columns[0]):
        return Column([], [])
    lead = varying[0] if varying else columns[0]
    values = [
        make(*(column.values[code if column is lead else 0] for column in columns))
        for code in range(len(lead.values))
    ]
    return Column(values, lead.codes)
