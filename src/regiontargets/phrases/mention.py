"""What the grammars find in running text: a mention, its place and its readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")

MentionRole: TypeAlias = Literal["value", "baseline", "gap"]
"""What a mention is in its sentence: the value stated, the one it started from
(由7.8%提高到10%), or the distance to something else ("outpace GDP by 2 points")."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a phrase and what it did for the reading.

    Attributes:
        start: where it begins in the text, in code points.
        end: where it ends (exclusive).
        text: the characters themselves.
        role: what part it plays, in one word ("comparator", "year", "unit").
        meaning: what was understood, for a person to read.
    """

    start: int
    end: int
    text: str
    role: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """An amount or a period in running text.

    Attributes:
        start: where it begins in the text, in code points.
        end: where it ends (exclusive).
        text: the characters themselves.
        readings: what it may mean: one where it is plain, several where it is ambiguous,
            none where it is understood and something is missing (see `reason`).
        role: what it is in its sentence.
        told: what each part of it did, or what tells it when asked; see `pieces`.
        reason: why there is no single reading; empty where there is one.

    >>> Mention(0, 2, "5%", readings=("five percent",)).reading
    'five percent'
    >>> Mention(0, 9, "last year", readings=(), reason="the publication date").reading is None
    True
    """

    start: int
    end: int
    text: str
    readings: tuple[T, ...]
    role: MentionRole = "value"
    told: tuple[Piece, ...] | Callable[[], tuple[Piece, ...]] = field(
        default=(), compare=False, repr=False
    )
    reason: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What each part of it did."""
        return self.told() if callable(self.told) else self.told

    @property
    def reading(self) -> T | None:
        """The single reading, or None if there are several or none."""
        return self.readings[0] if len(self.readings) == 1 else None
