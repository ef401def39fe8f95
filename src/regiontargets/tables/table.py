"""A table as its file holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from regiontargets.findings import Finding, Place

from .column import Column, column_of
from .framed import FrameColumns


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns of one length; every cell is text, an empty one the empty text.

    Attributes:
        path: the file, as findings shall show it.
        columns: each column by its name, in the order of the file.
        rows: how many data records there are; the header is none.
        numbers: the 1-based data record of each row; empty: they run from 1.
        lines: the 1-based line on which each row begins; empty: the file has no lines.
        sheet: the sheet of a workbook.
        findings: what is wrong with the file itself.
    """

    path: str
    columns: Mapping[str, Column[str]]
    rows: int
    numbers: Sequence[int] = ()
    lines: Sequence[int] = ()
    sheet: str | None = None
    findings: Sequence[Finding] = field(default_factory=tuple[Finding, ...])

    @property
    def header(self) -> Place:
        """The place of the header."""
        return Place(self.path if self.sheet is None else f"{self.path}[{self.sheet}]")

    def place(self, row: int, column: str | None = None) -> Place:
        """The place of a row (counted from zero), or of one of its cells."""
        return Place(
            self.header.path,
            line=self.lines[row] if self.lines else None,
            row=self.numbers[row] if self.numbers else row + 1,
            field=column,
        )

    def cell(self, row: int, column: str) -> str:
        """One cell."""
        return self.columns[column].value(row)

    def rows_where(self, names: Sequence[str], holds: Callable[[str], bool]) -> list[int]:
        """The rows of which a cell in one of some columns is as asked for, ascending."""
        if isinstance(self.columns, FrameColumns):
            return self.columns.rows_where(names, holds)
        found: set[int] = set()
        for name in names:
            column = self.columns[name]
            odd = {code for code, cell in enumerate(column.values) if holds(cell)}
            if odd:
                found.update(row for row, code in enumerate(column.codes) if code in odd)
        return sorted(found)

    def distinct_pairs(self, one: str, other: str) -> set[tuple[str, str]]:
        """What two columns say beside each other."""
        if isinstance(self.columns, FrameColumns):
            return {*self.columns.distinct_pairs(one, other)}
        first, second = self.columns[one], self.columns[other]
        codes = set(zip(first.codes, second.codes, strict=True))
        return {(first.values[left], second.values[right]) for left, right in codes}

    def picked(self, rows: Sequence[int], more: Mapping[str, Column[str]] = {}) -> Table:
        """The table of some rows, each where it was, with further columns."""
        numbers = [self.numbers[row] if self.numbers else row + 1 for row in rows]
        lines = [self.lines[row] for row in rows] if self.lines else ()
        columns: Mapping[str, Column[str]]
        if isinstance(self.columns, FrameColumns) and not more:
            columns = self.columns.picked(rows)
        else:
            columns = {name: column.picked(rows) for name, column in self.columns.items()}
            columns = {**columns, **more}
        return Table(self.path, columns, len(rows), numbers, lines, self.sheet, self.findings)

    def shown(self, row: int) -> list[str]:
        """The cells of a row that are not empty, as a report shows them."""
        return [cell for name in self.columns if (cell := self.cell(row, name))]


def from_mappings(
    path: str, records: Iterable[Mapping[str, str]], lines: Sequence[int], **more: object
) -> Table:
    """The table of records that name their fields themselves; a missing field is empty."""
    records = list(records)
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: column_of(record.get(name, "") for record in records) for name in names}
    return Table(path, columns, len(records), lines=lines, **more)  # type: ignore[arg-type]
