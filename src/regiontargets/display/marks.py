"""Marks in a running text: nested, crossing, empty and discontinuous ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from typing import Literal, TypeAlias

from .markup import escaped, running

MarkKind: TypeAlias = Literal[
    "target",
    "observation",
    "quote",
    "speaker",
    "region",
    "metric",
    "amount",
    "period",
    "other",
    "error",
    "warning",
    "note",
]
"""What is marked; each has a colour and a line of its own in `html/display.css`."""

_DEEPEST = 12
"""Marks that may lie in each other: more cannot be told apart, and hostile files have thousands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked run of a text.

    Attributes:
        start: its first character, in code points.
        end: behind its last one; equal to `start` for a point.
        kind: what it is.
        title: the reading, shown on hovering.
        anchor: the id of the element, on a page that links to it.
        badge: HTML put before its first character (a link back to a table's row).
    """

    start: int
    end: int
    kind: MarkKind
    title: str = ""
    anchor: str = ""
    badge: str = ""


def highlighted(text: str, marks: Iterable[Mark]) -> str:
    """The text as HTML with its marks as `<mark>` elements.

    A mark that crosses another is divided at the other's end. What lies outside the text is cut
    off; a mark inside more than a dozen others is left out.

    >>> highlighted("a b c", [Mark(0, 3, "metric"), Mark(2, 5, "amount")])
    '<mark class="rt-metric">a <mark class="rt-amount">b</mark></mark><mark class="rt-amount"> c</mark>'
    """  # noqa: E501 - the output is one line
    parts: list[str] = []
    open_ends: list[int] = []
    at = 0
    for mark in _divided(marks, len(text)):
        while open_ends and open_ends[-1] <= mark.start:
            parts += running(text[at : open_ends[-1]]), "</mark>"
            at = open_ends.pop()
        parts += running(text[at : mark.start]), _opening(mark)
        at = mark.start
        open_ends.append(mark.end)
        if mark.end == mark.start:
            parts.append("</mark>")
            open_ends.pop()
    for end in reversed(open_ends):
        parts += running(text[at:end]), "</mark>"
        at = end
    parts.append(running(text[at:]))
    return "".join(parts)


def _divided(marks: Iterable[Mark], length: int) -> Iterator[Mark]:
    """The marks in the order of the text, cut so that each lies inside another or beside it."""
    waiting = [
        (max(0, mark.start), -min(length, mark.end), order, mark)
        for order, mark in enumerate(marks)
        if mark.start <= mark.end and mark.start <= length and mark.end >= 0
    ]
    heapify(waiting)
    open_ends: list[int] = []
    while waiting:
        start, minus_end, order, mark = heappop(waiting)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if len(open_ends) >= _DEEPEST:
            continue
        end = -minus_end
        if open_ends and end > open_ends[-1]:
            rest = replace(mark, start=open_ends[-1], end=end, anchor="", badge="")
            heappush(waiting, (open_ends[-1], minus_end, order, rest))
            end = open_ends[-1]
        if end > start:
            open_ends.append(end)
        yield replace(mark, start=start, end=end)


def _opening(mark: Mark) -> str:
    point = " rt-point" if mark.start == mark.end else ""
    anchor = f' id="{escaped(mark.anchor)}"' if mark.anchor else ""
    title = f' title="{escaped(mark.title)}"' if mark.title else ""
    return f'<mark class="rt-{mark.kind}{point}"{anchor}{title}>{mark.badge}'
