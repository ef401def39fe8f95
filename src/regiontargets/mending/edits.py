"""Changes to a text, each at its place; all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Other words for a run of a text.

    Attributes:
        start: where the run begins, in code points.
        end: where it ends, exclusive.
        replacement: what takes its place.
    """

    start: int
    end: int
    replacement: str


def applied(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """The text with the edits, and how many were made; of two that overlap, the wider first one.

    >>> applied("abc", [Edit(1, 2, "B"), Edit(0, 2, "")])
    ('c', 1)
    """
    parts: list[str] = []
    position = count = 0
    for edit in sorted(set(edits), key=lambda each: (each.start, -each.end)):
        if edit.start < position:
            continue
        parts += [text[position : edit.start], edit.replacement]
        position, count = edit.end, count + 1
    return "".join([*parts, text[position:]]), count


def new_cell(cell: str, text: str, replacement: str) -> str | None:
    """A cell in which a text is replaced; None if it does not stand there exactly once.

    >>> new_cell("5 trillion yaun", "yaun", "yuan"), new_cell("a a", "a", "b")
    ('5 trillion yuan', None)
    """
    if cell.strip() == text:
        return cell.replace(text, replacement, 1) if text else replacement
    return cell.replace(text, replacement) if text and cell.count(text) == 1 else None
