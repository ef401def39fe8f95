"""A row of a user's codelist, whatever the format: text by field, each with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from regiontargets.findings import Finding, Place, Severity

Cell = str | tuple[str, ...]
"""What stands in a field: text, or a list of texts."""

_SEPARATORS = (";", "；")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it states, and where.

    Attributes:
        path: the file, as findings shall show it.
        line: the line that it begins on.
        cells: text, or a list of texts, by field.
        lines: the lines of single fields, where they have their own.
        number: the 1-based data record of a table; None elsewhere.
    """

    path: str
    line: int
    cells: Mapping[str, Cell]
    lines: Mapping[str, int] = field(default_factory=dict[str, int])
    number: int | None = None

    def text(self, name: str) -> str:
        """The text of a field; empty where it states none.

        >>> Row("a.csv", 2, {"unit": " percent "}).text("unit")
        'percent'
        """
        cell = self.cells.get(name, "")
        return (cell if isinstance(cell, str) else "; ".join(cell)).strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a field that holds a list; in one text they are separated by `;`.

        >>> Row("a.csv", 2, {"aliases": "GDP; gross product"}).texts("aliases")
        ('GDP', 'gross product')
        """
        cell = self.cells.get(name, ())
        if isinstance(cell, str):
            for each in _SEPARATORS[1:]:
                cell = cell.replace(each, _SEPARATORS[0])
            cell = tuple(cell.split(_SEPARATORS[0]))
        return tuple(text for each in cell if (text := each.strip()))

    def place(self, name: str | None = None) -> Place:
        """Where the row, or one of its fields, stands."""
        line = self.line if name is None else self.lines.get(name, self.line)
        return Place(path=self.path, line=line, row=self.number, field=name)

    def finding(
        self,
        code: str,
        message: str,
        name: str | None = None,
        *,
        severity: Severity = "error",
        reason: str = "",
        suggestion: str = "",
    ) -> Finding:
        """A finding about the row, or about one of its fields."""
        text = "" if name is None else self.text(name)[:200]
        return Finding(
            code,
            message,
            severity,
            self.place(name),
            text=text,
            reason=reason,
            suggestion=suggestion,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that could be read, and what is wrong with the rest.

    Attributes:
        rows: the rows, in order.
        findings: what could not be read.
    """

    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def joined(cls, tables: Iterable[Table]) -> Table:
        """Several files as one."""
        tables = tuple(tables)
        rows = tuple(row for table in tables for row in table.rows)
        return cls(rows, tuple(each for table in tables for each in table.findings))


def unreadable(path: str, reason: str, line: int = 1, column: int | None = None) -> Table:
    """No rows, and why: a file that is not what its suffix says."""
    place = Place(path=path, line=line, column=column)
    message = "this codelist cannot be read"
    return Table(findings=(Finding("F100", message, place=place, reason=reason),))


def repeated_key(path: str, line: int, name: str) -> Finding:
    """A finding about a column, or a key, that stands there a second time."""
    shown = name if len(name) <= 60 else name[:57] + "..."
    return Finding(
        "F106",
        f"{shown!r} is given twice",
        place=Place(path=path, line=line, field=shown),
        text=shown,
        reason="the first one stays",
    )
