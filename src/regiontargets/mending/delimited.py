"""Where the cells of a CSV or TSV file stand in its text, and what goes there instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from regiontargets.findings import Finding, Place
from regiontargets.tables.header import column_names

from .edits import Edit, new_cell

_LINE_END = re.compile(r"\r\n|\r|\n")
_DELIMITERS = ",\t;|"
_MOST_LINES = 10_000
"""Lines that one record may take; one that takes more was never closed."""


class Cell(NamedTuple):
    """One cell: where it stands with its quotation marks, and what it says."""

    start: int
    end: int
    text: str


def edits(text: str, names: Sequence[str], findings: Iterable[Finding]) -> Iterator[Edit]:
    """What the fixes of some findings change in the text of a table.

    A fix is left out where the cell does not say what its finding says.

    Args:
        text: the file's.
        names: its columns, as the table that was read of it has them.
        findings: with places in it.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    delimiter = _delimiter(text, starts, names)
    for finding in findings:
        fix, place = finding.fix, finding.place
        if fix is None or place.line is None or place.line > len(starts) or delimiter is None:
            continue
        cells = record(text, starts[place.line - 1], delimiter)
        if not cells:
            continue
        if place.field is None:
            after = bisect_right(starts, cells[-1].end)
            end = starts[after] if after < len(starts) else len(text)
            yield Edit(starts[place.line - 1], end, "")
        elif place.field in names and names.index(place.field) < len(cells):
            cell = cells[names.index(place.field)]
            changed = new_cell(cell.text, finding.text, fix.replacement)
            if changed is not None:
                yield Edit(cell.start, cell.end, _written(changed, text[cell.start], delimiter))


def _delimiter(text: str, starts: Sequence[int], names: Sequence[str]) -> str | None:
    """The delimiter by which the header says the names of the columns."""
    filled = (start for start in starts if text[start : start + 1].strip("\r\n"))
    header = next(filled, 0)
    for each in _DELIMITERS:
        cells = record(text, header, each) or []
        if column_names([cell.text for cell in cells], Place())[0] == list(names):
            return each
    return None


def record(text: str, start: int, delimiter: str) -> list[Cell] | None:
    r"""The cells of the record that begins at a place; None where its quotation marks go wrong.

    >>> [cell.text for cell in record('a,"b, ""c""\n",d\ne', 0, ",")]
    ['a', 'b, "c"\n', 'd']
    """
    cells: list[Cell] = []
    plain = re.compile(rf"[^\r\n{re.escape(delimiter)}]*")
    while True:
        cell = _quoted(text, start) if text.startswith('"', start) else None
        if cell is None:
            if text.startswith('"', start):
                return None
            match = plain.match(text, start)
            assert match is not None
            cell = Cell(start, match.end(), match[0])
        cells.append(cell)
        if text.startswith(delimiter, cell.end):
            start = cell.end + len(delimiter)
            continue
        at_end = cell.end >= len(text) or text[cell.end] in "\r\n"
        return cells if at_end else None


_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')


def _quoted(text: str, start: int) -> Cell | None:
    match = _QUOTED.match(text, start)
    if match is None or match[1].count("\n") > _MOST_LINES:
        return None
    return Cell(start, match.end(), match[1].replace('""', '"'))


def _written(cell: str, first: str, delimiter: str) -> str:
    """A cell as it is written: in quotation marks where it was, or needs them."""
    if (
        first == '"'
        or cell.startswith('"')
        or any(each in cell for each in (delimiter, "\n", "\r"))
    ):
        return '"' + cell.replace('"', '""') + '"'
    return cell
