"""One line of an annotation file, and what may be doubtful in it."""

from __future__ import annotations

from typing import NamedTuple

from regiontargets.findings import Finding, Severity

from .findings import Places
from .offsets import Fragments


class Line(NamedTuple):
    """One line: what it is made of, and where it stands."""

    identifier: str
    data: str
    tail: str | None
    body: str
    start: int
    places: Places

    def finding(
        self, code: str, severity: Severity, message: str, reason: str = "", suggestion: str = ""
    ) -> Finding:
        """A finding about the whole line."""
        return self.places.finding(
            code, severity, message, self.start, self.body, reason=reason, suggestion=suggestion
        )


class Doubt:
    """An annotation whose quotation is not, at first sight, what stands at its offsets.

    Attributes:
        identifier, fragments: of the annotation.
        start, end: where the quotation stands in the file.
        places: the file.
    """

    __slots__ = ("_lines", "_missing", "end", "fragments", "identifier", "places", "start")

    def __init__(
        self, identifier: str, fragments: Fragments, quoted: str, start: int, places: Places
    ) -> None:
        self.identifier = identifier
        self.fragments = fragments
        self.start = start
        self.end = start + len(quoted)
        self.places = places
        self._lines = [quoted]
        self._missing = sum(end - start for start, end in fragments) - len(quoted)

    @property
    def quoted(self) -> str:
        """What the annotation quotes."""
        return "\n".join(self._lines)

    def goes_on(self, start: int, places: Places) -> bool:
        """Whether a line that begins at `start` may go on with the quotation.

        It may where the quotation is shorter than the passage: there is a line end in that.
        """
        return self._missing > 0 and places is self.places and start <= self.end + 2

    def add(self, line: str, start: int) -> None:
        """Add a line to the quotation."""
        self._lines.append(line)
        self._missing -= len(line) + 1
        self.end = start + len(line)
