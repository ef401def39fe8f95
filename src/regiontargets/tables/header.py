"""The names of columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from regiontargets.findings import Finding, Place


def column_names(cells: Sequence[str], place: Place) -> tuple[list[str], list[Finding]]:
    """The names that a header gives, each once; what is unnamed or named twice is reported.

    >>> column_names(["region", "", "region"], Place("t.csv"))[0]
    ['region', 'column 2', 'region (column 3)']
    """
    names: list[str] = []
    findings: list[Finding] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split())
        if not name:
            name = f"column {number}"
            findings.append(_finding(f"column {number} has no name", "", place, "Name it."))
        elif name in names:
            message = f"a second column is named {name[:60]!r}"
            findings.append(_finding(message, name, place, "Give each column a name of its own."))
            name = f"{name} (column {number})"
        names.append(name)
    return names, findings


def titles_above(rows: Iterable[Sequence[str]]) -> int:
    """How many of the first rows are but titles: one cell says something, and more in the header.

    >>> titles_above([["Table 1", "", ""], ["", "", ""], ["region", "metric", "value"]])
    2
    >>> titles_above([["notes"], ["one"], ["two"]])
    0
    """
    for number, cells in enumerate(islice(rows, MOST_TITLES + 1)):
        if sum(bool(cell.strip()) for cell in cells) > 1:
            return number
    return 0


MOST_TITLES = 5
"""Rows that may stand above the header."""


def _finding(message: str, text: str, place: Place, suggestion: str) -> Finding:
    return Finding("F143", message, "warning", place, text[:200], suggestion=suggestion)
