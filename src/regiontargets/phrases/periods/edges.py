"""Expressions that take an edge of another: its end as a deadline, its first days, its middle."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from .calendar import Stretch, days_later, lasting, months_later, year_stretch
from .dates import Part
from .plans import Stated
from .scene import Expression, Scene, Unresolved

Edge: TypeAlias = Literal["start", "early", "middle", "late", "end"]
"""A part of a stretch: its first, middle or last day, or its first or last third or so."""


@dataclass(frozen=True, slots=True)
class AtEdge:
    """The start, the middle or the end of a stretch.

    The start and the end are its first and last day; the middle is 30 June of a year, the
    15th of a month. "Early" and "late" are the first and last quarter of a year, the first
    and last third (旬) of a month, the first and last years of a decade.
    """

    edge: Edge
    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The part of each reading."""
        return tuple(_part_at(self.edge, each) for each in self.of.resolve(scene))


def _part_at(edge: Edge, whole: Stretch) -> Stretch:
    first, last = whole.first, whole.end
    if edge == "start":
        return Stretch(first, first, "day")
    if edge == "end":
        return Stretch(last, last, "day")
    days = (last - first).days + 1
    if days <= 31:
        return _part_of_month(edge, first, last)
    months = round(days / 30.44)
    if edge == "middle":
        return _middle(first, months)
    length = months // 4 if months <= 12 else months * 3 // 10
    if edge == "early":
        return Stretch(*lasting(first, length), "span")
    return Stretch(months_later(first, months - length), last, "span")


def _middle(first: date, months: int) -> Stretch:
    if 12 < months < 120:
        return year_stretch(first.year + months // 24)
    if months >= 120:
        # Mid-century is 2050, the mid-2020s are 2025: a year, not a day.
        return year_stretch(first.year // 10 * 10 + months // 24)
    last = lasting(first, months // 2)[1]
    return Stretch(last, last, "day")


def _part_of_month(edge: Edge, first: date, last: date) -> Stretch:
    match edge:
        case "early":
            return Stretch(first, first.replace(day=10), "span")
        case "late":
            return Stretch(first.replace(day=21), last, "span")
        case _:
            middle = first.replace(day=15)
            return Stretch(middle, middle, "day")


@dataclass(frozen=True, slots=True)
class Thirds:
    """One of the three ten-day parts of a month: 上旬, 中旬, 下旬."""

    which: int
    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The 1st to the 10th, the 11th to the 20th, or the 21st to the end."""
        return tuple(self._within(each) for each in self.of.resolve(scene))

    def _within(self, month: Stretch) -> Stretch:
        start = month.first.replace(day=1 + 10 * self.which)
        end = month.end if self.which == 2 else month.end.replace(day=10 * self.which + 10)
        return Stretch(start, end, "span")


@dataclass(frozen=True, slots=True)
class FirstDays:
    """The first so many days of something."""

    number: int
    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Those days of each reading."""
        found = [
            Stretch(each.first, days_later(each.first, self.number - 1), "span")
            for each in self.of.resolve(scene)
            if each.first < days_later(each.first, self.number) <= days_later(each.end, 1)
        ]
        if not found:
            raise Unresolved("it counts more days than there are")
        return tuple(found)


def _stated_twice(of: Expression) -> bool:
    """Whether the period is stated twice: if the two disagree, no date tells which is meant."""
    while isinstance(of, AtEdge):
        of = of.of
    return isinstance(of, Stated)


@dataclass(frozen=True, slots=True)
class By:
    """A deadline: the last day of what is named ("by 2025": 31 December 2025)."""

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading's last day, those still to come where there are such."""
        found = self.of.resolve(replace(scene, due=True))
        today = scene.published
        if today is not None and not isinstance(self.of, Part) and not _stated_twice(self.of):
            found = tuple(each for each in found if each.end >= today) or found
        return tuple(Stretch(None, each.end, "deadline", each.year) for each in found)


@dataclass(frozen=True, slots=True)
class Before:
    """A deadline: the day before what is named begins; its last day where an end is named.

    "Before 2030" ends with 2029, and so does 2030年前, which the Chinese government's own
    English renders as "before 2030". An end is named in 年底前 and "before the end of", and by
    the last day of a month: 6月30日前 and "before June 30" are read as "by June 30".
    """

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading's eve, or end."""
        found = self.of.resolve(replace(scene, due=True))
        return tuple(Stretch(None, self._last(each), "deadline") for each in found)

    def _last(self, stretch: Stretch) -> date:
        is_end = stretch.kind == "day" and days_later(stretch.end, 1).day == 1
        is_edge = isinstance(self.of, AtEdge) and self.of.edge == "end"
        return stretch.end if is_end or is_edge else days_later(stretch.first, -1)


@dataclass(frozen=True, slots=True)
class Since:
    """From the first day of what is named to the day of publication."""

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading that had begun by the day of publication."""
        today = scene.today("it ends when the text was published, and that is not known")
        starts = [each.first for each in self.of.resolve(scene)]
        begun = [each for each in starts if each <= today]
        if not begun:
            raise Unresolved("it begins after the text was published, and states no end")
        return tuple(Stretch(each, today, "span") for each in begun)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The state at the last day of what is named."""

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading's last day."""
        readings = self.of.resolve(scene)
        today = scene.published
        if today is not None and not _stated_twice(self.of):
            readings = tuple(each for each in readings if each.end <= today) or readings
        return tuple(Stretch(each.end, each.end, "day") for each in readings)
