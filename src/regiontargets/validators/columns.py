"""The facts of many records, a column a fact, each distinct value kept once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from regiontargets.model import Amount, Dataset

from .derived import DERIVED
from .facts import EXTRACTS


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of every record.

    Attributes:
        values: its distinct values.
        codes: for each record, which of them is its own.

    >>> Column.of(["a", "b", "a"])
    Column(values=['a', 'b'], codes=[0, 1, 0])
    """

    values: Sequence[Hashable]
    codes: Sequence[int]

    @classmethod
    def of(cls, cells: Iterable[Hashable]) -> Column:
        """The column of these cells."""
        known: dict[Hashable, int] = {}
        values: list[Hashable] = []
        codes: list[int] = []
        for cell in cells:
            code = known.setdefault(_as_written(cell), len(known))
            if code == len(values):
                values.append(cell)
            codes.append(code)
        return cls(values, codes)

    def value(self, row: int) -> Hashable:
        """The fact of one record."""
        return self.values[self.codes[row]]


def _as_written(cell: Hashable) -> Hashable:
    """What tells a cell from others: 12.0 from 12 too, since messages say it as it is written."""
    if not isinstance(cell, Amount):
        return cell
    exponents = [
        each.as_tuple().exponent for each in (cell.value, cell.upper) if isinstance(each, Decimal)
    ]
    return (cell, *exponents)


class FactTable(Protocol):
    """Whatever holds the facts of records: a dataset's, or a table's that was never typed."""

    def column(self, fact: str) -> Column:
        """One fact of every record, in one order."""
        ...

    def number(self, row: int, /) -> int:
        """What a row is counted as, by whoever asks."""
        ...


def derived_column(table: FactTable, fact: str) -> Column:
    """A fact that is worked out from others, once for each of their combinations."""
    reads, work_out = DERIVED[fact]
    columns = [table.column(each) for each in reads]
    known: dict[tuple[int, ...], int] = {}
    codes = [
        known.setdefault(combination, len(known))
        for combination in zip(*(column.codes for column in columns), strict=True)
    ]
    values = [
        work_out(*(column.values[code] for column, code in zip(columns, each, strict=True)))
        for each in known
    ]
    return Column(values, codes)


class PartOf:
    """Some rows of a table, counted as they are there; derived facts are of these rows alone."""

    __slots__ = ("_columns", "_rows", "_table")

    def __init__(self, table: FactTable, rows: Sequence[int]) -> None:
        self._table = table
        self._rows = rows
        self._columns: dict[str, Column] = {}

    def column(self, fact: str) -> Column:
        """One fact of the rows."""
        if fact not in self._columns:
            self._columns[fact] = self._made(fact)
        return self._columns[fact]

    def _made(self, fact: str) -> Column:
        if fact in DERIVED:
            return derived_column(self, fact)
        column = self._table.column(fact)
        return Column(column.values, [column.codes[row] for row in self._rows])

    def number(self, row: int) -> int:
        """What a row is counted as in the whole table."""
        return self._table.number(self._rows[row])


class DatasetFacts:
    """The facts of a dataset's records, taken from them when first asked for."""

    __slots__ = ("_columns", "_sources", "records")

    def __init__(self, dataset: Dataset) -> None:
        self.records = dataset.records
        by_id = {source.id: source for source in dataset.sources}
        self._sources = [
            by_id.get(record.evidence.source) if record.evidence else None
            for record in self.records
        ]
        self._columns: dict[str, Column] = {}

    def column(self, fact: str) -> Column:
        """One fact of every record, in the order of `Dataset.records`."""
        if fact not in self._columns:
            made = derived_column(self, fact) if fact in DERIVED else self._extracted(fact)
            self._columns[fact] = made
        return self._columns[fact]

    def number(self, row: int) -> int:
        """The row itself."""
        return row

    def _extracted(self, fact: str) -> Column:
        extract = EXTRACTS[fact]
        pairs = zip(self.records, self._sources, strict=True)
        return Column.of(extract(*pair) for pair in pairs)
