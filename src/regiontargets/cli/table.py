"""Rows as a table for a terminal: aligned by what characters really take, and cut to its width."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from regiontargets.reports.cells import cell, shown, width

_GAP = "  "
_NARROWEST = 12


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, columns: int | None = None) -> str:
    """A table with a rule under its head; the widest columns give way where the line is full.

    >>> print(table(("name", "value"), [("湖北", "5"), ("Anhui", "2.5")], columns=40))
    name   value
    ─────  ─────
    湖北   5
    Anhui  2.5
    """
    limit = columns or shutil.get_terminal_size((100, 24)).columns
    cells = [[shown(each) for each in row] for row in rows]
    widths = [max(width(row[i]) for row in [[*head], *cells]) for i in range(len(head))]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > limit and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = [_line(head, widths), _line(["─" * each for each in widths], widths)]
    return "\n".join([*lines, *(_line(row, widths) for row in cells)])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = [_fitted(text, wide) for text, wide in zip(cells, widths, strict=True)]
    return _GAP.join(fitted).rstrip()


def _fitted(text: str, wide: int) -> str:
    if width(text) > wide:
        taken = 0
        kept: list[str] = []
        for char in text:
            taken += cell(char)[1]
            if taken > wide - 1:
                break
            kept.append(char)
        text = "".join(kept) + "…"
    return text + " " * (wide - width(text))
