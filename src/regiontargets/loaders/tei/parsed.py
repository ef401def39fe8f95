"""What parsing a TEI file gives: text, marked elements, points, and what points at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .header import Header
from .text_builder import TextBuilder


@dataclass(slots=True)
class Marked:
    """An element within a line: where it stands and what it says."""

    name: str
    attributes: Mapping[str, str]
    offset: int
    start: int | None = None
    end: int = 0
    words: str = ""

    def begin(self, at: int) -> None:
        """Its first word begins here, unless it has ended without one."""
        if self.start is None:
            self.start = at


@dataclass(slots=True)
class Anchor:
    """A point: after the last word, and before the next."""

    after: int
    before: int = 0

    def place(self, at: int) -> None:
        """The next word begins here."""
        self.before = at


@dataclass(slots=True)
class Pointer:
    """A span, link or relation that points at others."""

    name: str
    attributes: Mapping[str, str]
    offset: int
    words: str = ""


@dataclass(slots=True)
class Parsed:
    """One TEI element.

    Attributes:
        start: where it begins in the file.
        end: where it ends.
        left_out: where readings of a choice were left out, and their words.
        entities: where undeclared entities stand, and their names.
    """

    start: int
    end: int = 0
    header: Header = field(default_factory=Header)
    text: TextBuilder = field(default_factory=TextBuilder)
    marked: list[Marked] = field(default_factory=list[Marked])
    places: dict[str, Marked] = field(default_factory=dict[str, Marked])
    anchors: dict[str, Anchor] = field(default_factory=dict[str, Anchor])
    pointers: list[Pointer] = field(default_factory=list[Pointer])
    left_out: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    entities: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    has_text: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the XML is broken, and why."""

    offset: int
    reason: str
