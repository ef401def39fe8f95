"""The marks that a cell bears where a note at the foot of the table belongs to it."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"\s*(?:[*∗＊†‡§※#]{1,3}|[\[［〔](?:\d{1,2}|[a-z]|注\d{0,2}|note \d{1,2})[\]］〕]"
    r"|[①-⑳]|[(（]?注[\d一二三四五六七八九]{0,2}[)）]?|[⁰¹²³⁴-⁹ᵃ-ᶻ]{1,2})\s*\Z"
)
_LONGEST = 200  # characters; a longer cell is prose
_MOST = 3


def without_marks(cell: str) -> str:
    """A cell without the marks of footnotes at its end; a mark alone stays as it is.

    >>> [without_marks(cell) for cell in ("5.5%以上*", "6%左右[1]", "北京①", "*")]
    ['5.5%以上', '6%左右', '北京', '*']
    """
    for _ in range(_MOST):
        found = _MARK.search(cell, max(0, len(cell) - 16)) if len(cell) <= _LONGEST else None
        if found is None or not cell[: found.start()].strip():
            return cell
        cell = cell[: found.start()].rstrip()
    return cell
