"""From the place of a finding in a file to the record it is about and the words it underlines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TypeAlias

from regiontargets.findings import Finding, Place
from regiontargets.model import Dataset, Evidence, Record, Source

Position: TypeAlias = tuple[int, int]
"""A line and a column."""

Key: TypeAlias = tuple[str | None, int | None, int | None, int | None]
"""A path, line, column and row."""

_FIELDS = (None, "region", "metric", "amount", "period", "baseline", "equivalents")


def records_by_place(dataset: Dataset) -> dict[Key, Record]:
    """The record that begins, or has a field, at a place of a file."""
    found: dict[Key, Record] = {}
    for record in dataset.records:
        for field in _FIELDS:
            place, _ = dataset.locate(record, field)
            if place.line is not None or place.row is not None:
                found.setdefault(key(place), record)
    return found


def key(place: Place) -> Key:
    """What tells a place from others; all cells of a table's row are one."""
    column = place.column if place.row is None else None
    return place.path, None if place.row else place.line, column, place.row


class SourcePlaces:
    """Where the characters of a source's text stand in its file.

    Args:
        dataset: what knows it.
        source: the source.
    """

    def __init__(self, dataset: Dataset, source: Source) -> None:
        self._dataset = dataset
        self._source = source
        self._length = len(source.text or "")
        first, last = self._position(0), self._position(self._length)
        self._lines = range(first[0], last[0] + 1) if first and last else range(0)

    def underlined(self, finding: Finding) -> tuple[int, int] | None:
        """The offsets in the text that a finding is about, as far as they can be told."""
        place = finding.place
        if place.path != self._source.path or place.line not in self._lines:
            return None  # Of a file of many texts, most findings are about others.
        return offsets_at(self._position, self._length, place)

    def _position(self, offset: int) -> Position | None:
        words = Evidence(source=self._source.id, start=offset, end=offset, exact="")
        return position_in(self._dataset.locate_evidence(words)[0], self._source.path)


def position_in(place: Place, path: str | None) -> Position | None:
    """The line and column of a place, if it is one of a text in that file."""
    if place.line is None or place.column is None or place.path != path:
        return None
    return place.line, place.column


def offsets_at(
    position: Callable[[int], Position | None], length: int, place: Place
) -> tuple[int, int] | None:
    """The offsets of a text whose characters stand at a place of its file.

    Positions grow with offsets, so that both ends are found by bisection.

    Args:
        position: where the character at an offset stands; None if the text has no file.
        length: the length of the text.
        place: the place in the file.
    """
    first, last = position(0), position(length)
    if place.line is None or first is None or last is None:
        return None
    if not first[0] <= place.line <= last[0]:
        return None  # It is about what the file says of the text: its front matter, another text.
    offsets = range(length + 1)

    def at(wanted: Position) -> int:
        return bisect_left(offsets, wanted, key=lambda offset: position(offset) or (0, 0))

    start = min(at((place.line, place.column or 1)), length)
    behind = (place.end_line or place.line, place.end_column or (place.column or 1) + 1)
    end = min(at(behind), length)
    if end > start:
        return start, end
    # The place is markup around the text (an attribute): the character before it stands for it.
    return (start - 1, start) if start else (0, min(1, length))


def by_path(findings: tuple[Finding, ...]) -> dict[str | None, list[Finding]]:
    """The findings of each file."""
    found: dict[str | None, list[Finding]] = {}
    for each in findings:
        found.setdefault(each.place.path, []).append(each)
    return found
