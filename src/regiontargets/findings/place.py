"""Where in a file something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: lines and columns of a text, or row and field of a table.

    All numbers are 1-based and count Unicode code points; the end column is exclusive,
    as in SARIF. What does not apply is None.

    >>> print(Place(path="article.md", line=3, column=14, end_line=3, end_column=20))
    article.md:3:14
    >>> print(Place(path="targets.csv", row=7, field="unit"))
    targets.csv:row 7, unit
    """

    path: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    row: int | None = None
    field: str | None = None

    @property
    def file(self) -> str | None:
        """The file itself: of a workbook, the path without the sheet.

        >>> Place(path="targets.xlsx[2022]", row=7).file
        'targets.xlsx'
        """
        if self.path is None or not self.path.endswith("]"):
            return self.path
        book, _, _ = self.path.rpartition("[")
        return book if book.lower().endswith((".xlsx", ".xlsm")) else self.path

    def __str__(self) -> str:
        where = self.path or "<input>"
        if self.row is not None:
            return f"{where}:row {self.row}" + (f", {self.field}" if self.field else "")
        parts = [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join([where, *parts])


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The piece of a line, or the cell of a row, that a report shows around a place.

    Attributes:
        text: one line of the source, or a window cut from a long one; in a table the cell.
        column: the 1-based column at which `text` begins.
        before: whether the line goes on to the left of the window.
        after: whether it goes on to the right.
        cells_before: the cells to its left that are shown beside it, from left to right.
        cells_after: those to its right.
    """

    text: str
    column: int = 1
    before: bool = False
    after: bool = False
    cells_before: tuple[str, ...] = ()
    cells_after: tuple[str, ...] = ()
