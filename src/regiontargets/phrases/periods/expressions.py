"""What a phrase says, before anything is known of who says it and when.

A grammar builds these; `resolve` turns one into days, given the scene. Each says in its
docstring which convention it follows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol, TypeAlias

from .calendar import (
    MONTHS_IN,
    Stretch,
    Unit,
    day,
    days_later,
    kind_of,
    lasting,
    months_later,
    unit_stretch,
    year_stretch,
)

Edge: TypeAlias = Literal["start", "early", "middle", "late", "end"]
"""A part of a stretch: its first, middle or last day, or its first or last third or so."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where a phrase stands.

    Attributes:
        published: the day the text was published.
        country: whose fiscal years and plans are meant, as an ISO 3166-1 code.
        named: the period that the sentence named before, for "the same period", 上年.
    """

    published: date | None = None
    country: str | None = None
    named: Stretch | None = None

    def today(self, lacking: str = "the day the text was published") -> date:
        """The publication date, or Unresolved."""
        if self.published is None:
            raise Unresolved(
                f"it is relative and {lacking} is not known",
                suggestion="Give published=, the date of the source.",
                relative=True,
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


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year."""

    number: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The whole year."""
        del scene
        return (year_stretch(self.number),)


@dataclass(frozen=True, slots=True)
class Shifted:
    """This, last or next year, quarter, month: counted from the day of publication."""

    unit: Unit
    offset: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The unit the publication falls in, so many on."""
        return (unit_stretch(scene.today(), self.unit, self.offset),)


@dataclass(frozen=True, slots=True)
class Named:
    """A year told by the period the sentence named before: 上年, "the previous year", 当年.

    Where the sentence named none, `otherwise` holds if there is one.
    """

    offset: int
    otherwise: Expression | None = None

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The year of the named period, so many on."""
        if scene.named is not None:
            return (year_stretch(scene.named.end.year + self.offset),)
        if self.otherwise is not None:
            return self.otherwise.resolve(scene)
        raise Unresolved("it refers to a year named elsewhere, and this sentence names none")


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The same stretch of another year: 去年同期, "the same period of 2020".

    The other year is the one before, unless it is stated.
    """

    year: int | None = None

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The period the sentence named before, in the other year."""
        named = scene.named
        if named is None:
            raise Unresolved("it is the same period as one named elsewhere, not in this sentence")
        years = -1 if self.year is None else self.year - named.end.year
        end = _same_end(named.end, years)
        return (Stretch(months_later(named.first, 12 * years), end, named.kind),)


def _same_end(end: date, years: int) -> date:
    """The same day of another year; the end of February stays the end of February."""
    next_day = months_later(days_later(end, 1), 12 * years)
    return days_later(next_day, -1)


@dataclass(frozen=True, slots=True)
class Part:
    """Quarters, halves or months of a year; the year may be told elsewhere.

    Without a year of its own it takes the one the sentence named before, else the year of
    publication. Where that part of the year had not begun by then, last year's is as likely
    meant ("in November", published in February): both are readings.
    """

    unit: Unit
    first: int
    last: int
    of: Expression | None = None

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """So many units of the year it is part of."""
        if self.of is not None:
            return tuple(self._within(whole) for whole in self.of.resolve(scene))
        if scene.named is not None:
            return (self._within(year_stretch(scene.named.end.year)),)
        today = scene.today()
        this_year = self._within(year_stretch(today.year))
        if this_year.first <= today:
            return (this_year,)
        return this_year, self._within(year_stretch(today.year - 1))

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
            Stretch(first.first, last.end, "span")
            for last in self.last.resolve(scene)
            for first in self.first.resolve(replace(scene, named=last))
            if first.first <= last.end
        ]
        if not pairs:
            raise Unresolved("it ends before it begins")
        return tuple(dict.fromkeys(pairs))


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
    if months > 12:
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
class By:
    """A deadline: the last day of what is named ("by 2025": 31 December 2025)."""

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading's last day; of a part of a year without a year, the next to come."""
        readings = self.of.resolve(scene)
        today = scene.published
        if len(readings) > 1 and today is not None:
            readings = tuple(each for each in readings if each.end >= today) or readings
        return tuple(Stretch(None, each.end, "deadline", each.year) for each in readings)


@dataclass(frozen=True, slots=True)
class Before:
    """A deadline: the day before what is named begins; its end where an end is named.

    "Before 2030" ends with 2029, and so does 2030年前, which the Chinese government's own
    English renders as "before 2030". 年底前 and "before the end of" are read as "by the end".
    """

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading's eve."""
        if isinstance(self.of, AtEdge) and self.of.edge == "end":
            return By(self.of).resolve(scene)
        eves = (days_later(each.first, -1) for each in self.of.resolve(scene))
        return tuple(Stretch(None, each, "deadline") for each in eves)


@dataclass(frozen=True, slots=True)
class Since:
    """From the first day of what is named to the day of publication."""

    of: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Each reading that had begun by the day of publication."""
        today = scene.today("its end, the day the text was published,")
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
        if len(readings) > 1 and today is not None:
            readings = tuple(each for each in readings if each.end <= today) or readings
        return tuple(Stretch(each.end, each.end, "day") for each in readings)


@dataclass(frozen=True, slots=True)
class Count:
    """So many years (quarters, months) to come or gone by, in whole calendar units.

    To come, the unit that the publication falls in is the first: "the next five years" in
    February 2022 are 2022-2026, as in the government work reports that open a term of office.
    Gone by, the last is the one before the publication's: 过去五年 in March 2023 is 2018-2022.
    """

    number: int
    unit: Unit
    direction: Literal["next", "past"]

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The units counted."""
        if self.number < 1:
            raise Unresolved(f"it counts no {self.unit}")
        unit, number = _plain_years(self.unit, self.number)
        offset = 0 if self.direction == "next" else -number
        return (replace(unit_stretch(scene.today(), unit, offset, number), kind="span"),)


def _plain_years(unit: Unit, number: int) -> tuple[Unit, int]:
    """A decade to come or gone by is ten years, not a decade of the calendar."""
    if unit in {"decade", "century"}:
        return "year", number * MONTHS_IN[unit] // 12
    if unit == "half":
        return "month", number * 6
    return unit, number


@dataclass(frozen=True, slots=True)
class Ago:
    """The year (month) so many before the publication's."""

    number: int
    unit: Unit

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """That one unit."""
        unit, number = _plain_years(self.unit, self.number)
        return (unit_stretch(scene.today(), unit, -number),)


@dataclass(frozen=True, slots=True)
class Until:
    """So many years that end with a given one: "the ten years to 2021"."""

    number: int
    unit: Unit
    last: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The units counted back from the last."""
        unit, number = _plain_years(self.unit, self.number)
        if number < 1 or unit not in MONTHS_IN:
            raise Unresolved(f"it counts no whole {self.unit}")
        ends = [each.end for each in self.last.resolve(scene)]
        months = MONTHS_IN[unit] * number
        return tuple(
            Stretch(months_later(days_later(each, 1), -months), each, "span") for each in ends
        )


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


@dataclass(frozen=True, slots=True)
class Either:
    """A phrase with several readings."""

    options: tuple[Expression, ...]

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """All that can be resolved; the first trouble where none can."""
        found: list[Stretch] = []
        trouble: Unresolved | None = None
        for option in self.options:
            try:
                found += option.resolve(scene)
            except Unresolved as error:
                trouble = trouble or error
        if not found and trouble is not None:
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
