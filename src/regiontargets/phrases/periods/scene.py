"""What a phrase says, before anything is known of who says it and when.

A grammar builds expressions; `resolve` turns one into days, given the scene. Each kind says
in its docstring which convention it follows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .calendar import Stretch


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where a phrase stands.

    Attributes:
        published: the day the text was published.
        country: whose fiscal years and plans are meant, as an ISO 3166-1 code.
        named: the one that the sentence named before, for "the same period", 上年.
        unclear: whether what was named before has several readings.
        dated: the last one before it that stated its year, for a month without one.
        baseline: whether this is what another is compared with, and so comes before it.
        due: whether this is a deadline, and so comes after the publication if it may.
    """

    published: date | None = None
    country: str | None = None
    named: Stretch | None = None
    unclear: bool = False
    dated: Stretch | None = None
    baseline: bool = False
    due: bool = False

    def today(
        self, reason: str = "it is relative, and when the text was published is not known"
    ) -> date:
        """The publication date, or Unresolved for that reason."""
        if self.published is None:
            raise Unresolved(
                reason, suggestion="Give published=, the date of the source.", relative=True
            )
        return self.published


class Unresolved(Exception):
    """What a phrase lacks to become days."""

    def __init__(
        self, reason: str, *, suggestion: str | None = None, relative: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion
        self.relative = relative


class Expression(Protocol):
    """Something that denotes a stretch of days in a scene; several where it is ambiguous."""

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The days it may denote; raises Unresolved or OutOfRange where it denotes none."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Either:
    """A phrase with several readings."""

    options: tuple[Expression, ...]

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """All that can be resolved; the trouble where none can, or one only lacks a date."""
        found: list[Stretch] = []
        trouble: Unresolved | None = None
        for option in self.options:
            try:
                found += option.resolve(scene)
            except Unresolved as error:
                trouble = trouble or error
        if trouble is not None and (not found or trouble.relative):
            raise trouble
        return distinct(found)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A phrase that is about time and states no period; it says why."""

    reason: str
    suggestion: str | None = None
    relative: bool = False

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Never anything."""
        del scene
        raise Unresolved(self.reason, suggestion=self.suggestion, relative=self.relative)


def distinct(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(stretches))
