"""Expressions that denote days of the calendar, whoever says them and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from .calendar import (
    MONTHS_IN,
    Stretch,
    Unit,
    day,
    kind_of,
    lasting,
    months_later,
    year_stretch,
)
from .scene import Expression, Scene, Unresolved, distinct


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year."""

    number: int

    @classmethod
    def read(cls, text: str) -> Year:
        """The year that four digits stand for."""
        return cls(int(text))

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The whole year."""
        del scene
        return (year_stretch(self.number),)


@dataclass(frozen=True, slots=True)
class Years:
    """Given calendar years: a decade, a century, the years of a plan."""

    first: int
    last: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """From the first to the last."""
        del scene
        return (Stretch(day(self.first, 1, 1), day(self.last, 12, 31), "span"),)


@dataclass(frozen=True, slots=True)
class Part:
    """Quarters, halves or months of a year; the year may be told elsewhere.

    Without a year of its own it takes the one its sentence stated before. Else it is of the
    year of publication, and where it was not over by then, nor the present quarter or month,
    last year's is as likely meant ("in November", published in February): both are readings.
    """

    unit: Unit
    first: int
    last: int
    of: Expression | None = None

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """So many units of the year it is part of."""
        if self.of is not None:
            return tuple(self._within(whole) for whole in self.of.resolve(scene))
        if scene.dated is None:
            return self._undated(scene)
        near = self._near(scene.dated, scene)
        if scene.dated.kind != "day" or scene.published is None:
            return near
        # An event's day dates what follows it less surely than a statistic's year does.
        return distinct((*near, *self._undated(scene)))

    def _undated(self, scene: Scene) -> tuple[Stretch, ...]:
        """In the year of publication, or near it."""
        today = scene.today()
        found = self._in_year(today.year)
        if scene.due:
            later = self._in_year(today.year + 1)
            return (found,) if found.end >= today else (later, found)
        settled = found.end < today or (found.first <= today and self.first == self.last)
        if settled and not (scene.baseline and scene.named):
            return (found,)
        return self._of_two(found, today.year, scene)

    def _near(self, dated: Stretch, scene: Scene) -> tuple[Stretch, ...]:
        """In the year just stated; after "in December 2021", January may be the next year's."""
        year = dated.end.year
        found = self._in_year(year)
        if dated.kind in {"year", "deadline", "span", "plan"}:
            return (found,)
        if scene.baseline:
            return (self._in_year(year - 1) if found.first > dated.end else found,)
        later = self._in_year(year + 1)
        if found.end >= dated.first or (scene.published and later.first > scene.published):
            return (found,)
        return found, later

    def _of_two(self, found: Stretch, year: int, scene: Scene) -> tuple[Stretch, ...]:
        """This year's and last year's; of a baseline, only what comes before the thing compared."""
        options = (found, self._in_year(year - 1))
        named = scene.named
        if scene.baseline and named is not None:
            before = [each for each in options if each.end < named.end]
            return tuple(before[:1]) or options
        return options

    def _in_year(self, year: int) -> Stretch:
        return self._within(year_stretch(year))

    def _within(self, whole: Stretch) -> Stretch:
        months = MONTHS_IN[self.unit]
        start = months_later(whole.first, months * (self.first - 1))
        start, end = lasting(start, months * (self.last - self.first + 1))
        if end > whole.end:
            raise Unresolved(f"a year has no {self.unit} {self.last}")
        return Stretch(start, end, kind_of(self.unit) if self.first == self.last else "span")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month."""

    month: int
    number: int
    of: Expression | None = None

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """That day in the year or month it is of."""
        months = Part("month", self.month, self.month, self.of).resolve(scene)
        days = (day(each.end.year, each.end.month, self.number) for each in months)
        return tuple(Stretch(each, each, "day") for each in days)


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one to the last day of another."""

    first: Expression
    last: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Every pair that runs forward; Unresolved where none does."""
        pairs = [
            Stretch(first, last.end, "span")
            for last in self.last.resolve(scene)
            for first in self._starts(last, scene)
        ]
        if not pairs:
            raise Unresolved("it ends before it begins")
        return distinct(pairs)

    def _starts(self, last: Stretch, scene: Scene) -> list[date]:
        """The first days that come before the last one.

        One without a year of its own takes the last one's, or else the year before it.
        """
        for year in (last.end.year, last.end.year - 1):
            named = replace(scene, dated=year_stretch(year))
            days = [each.first for each in self.first.resolve(named)]
            found = [each for each in days if each <= last.end]
            if found:
                return found
        return []


@dataclass(frozen=True, slots=True)
class DecadeOf:
    """A decade of a century: 上世纪90年代."""

    century: Expression
    decade: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Those of the decade's readings that lie in the century."""
        found: list[Stretch] = []
        for century in self.century.resolve(scene):
            hundreds = (century.first.year - 1) // 100 * 100
            for decade in self.decade.resolve(scene):
                year = hundreds + decade.first.year % 100
                found.append(Stretch(day(year, 1, 1), day(year + 9, 12, 31), "span"))
        return distinct(found)


@dataclass(frozen=True, slots=True)
class Some:
    """The first or last so many years of a plan or span."""

    of: Expression
    first: int
    """The first year counted, from 1; from the end where negative (-2: the last but one)."""
    count: int = 1

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Those years of each reading."""
        return tuple(self._within(each) for each in self.of.resolve(scene))

    def _within(self, whole: Stretch) -> Stretch:
        offset = (
            self.first - 1
            if self.first > 0
            else (whole.end.year - whole.first.year) + self.first + 1
        )
        start, end = lasting(months_later(whole.first, 12 * offset), 12 * self.count)
        if self.count < 1 or end > whole.end or start < whole.first:
            raise Unresolved("it counts more years than there are")
        return Stretch(start, end, "year" if self.count == 1 else "span")
