"""Fiscal years, which run differently in each country."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .calendar import OutOfRange, Stretch, day, lasting, months_later
from .scene import Scene, Unresolved, distinct
from .tables import rows


class FiscalCalendar(NamedTuple):
    """How a country's fiscal year runs, and which of its calendar years names it."""

    country: str
    month: int
    day: int
    named_after: str

    def named(self, year: int) -> Stretch:
        """The fiscal year a single year names ("FY2023")."""
        crosses = (self.month, self.day) != (1, 1)
        start_year = year - 1 if crosses and self.named_after == "end" else year
        return self._starting(start_year, year)

    def across(self, first: int) -> Stretch | None:
        """The fiscal year of a double name ("2022/23"); None where it is the calendar year."""
        if (self.month, self.day) == (1, 1):
            return None
        return self._starting(first, first + 1)

    def _starting(self, start_year: int, name: int) -> Stretch:
        start, end = lasting(day(start_year, self.month, self.day), 12)
        return Stretch(start, end, "fiscal", name)


@cache
def fiscal_calendars() -> dict[str, FiscalCalendar]:
    """Every country's, by ISO 3166-1 code."""
    return {
        row["country"]: FiscalCalendar(
            row["country"], int(row["month"]), int(row["day"]), row["named_after"]
        )
        for row in rows("fiscal_years.tsv")
    }


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year: "FY2023", "financial year 2022/23". Which days depends on the country."""

    first: int
    second: int | None = None
    country: str | None = None
    """The country that the words themselves name (令和4年度: Japan)."""
    or_years: bool = False
    """Whether the two years may as well be calendar years ("2022-23")."""

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The country's fiscal year; without a country, every one it may be."""
        if self.second is not None and self.second > self.first + 1:
            return FiscalYears(Fiscal(self.first), Fiscal(self.second)).resolve(scene)
        if self.second is not None and self.second != self.first + 1:
            raise Unresolved("a fiscal year covers parts of two years that follow each other")
        country = self.country or scene.country
        found = _of_each(country, self.within)
        if self.or_years and self.second is not None:
            span = Stretch(day(self.first, 1, 1), day(self.second, 12, 31), "span")
            found = (span, *found)
        if not found:
            raise Unresolved(f"the fiscal year of {country} is the calendar year: it has one name")
        return found

    def within(self, calendar: FiscalCalendar) -> Stretch | None:
        """Its days in that calendar; None where it has no such year."""
        try:
            return (
                calendar.named(self.first) if self.second is None else calendar.across(self.first)
            )
        except OutOfRange:
            return None


@dataclass(frozen=True, slots=True)
class FiscalYears:
    """From one fiscal year to another of the same country: FY2024-FY2026, 2021-22 to 2025-26."""

    first: Fiscal
    last: Fiscal

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """Those years as the country has them; without a country, every way they may run."""
        country = self.first.country or scene.country
        found = _of_each(country, self._within)
        if self.first.or_years and self.last.or_years:
            last = self.last.second or self.last.first
            found = (Stretch(day(self.first.first, 1, 1), day(last, 12, 31), "span"), *found)
        if not found:
            raise Unresolved("they are no fiscal years that follow each other")
        return found

    def _within(self, calendar: FiscalCalendar) -> Stretch | None:
        first, last = self.first.within(calendar), self.last.within(calendar)
        if first is None or last is None or first.first >= last.first:
            return None
        return Stretch(first.first, last.end, "span")


def _of_each(
    country: str | None, within: Callable[[FiscalCalendar], Stretch | None]
) -> tuple[Stretch, ...]:
    """What it is in the country's calendar; without a country, in every one, in order."""
    known = fiscal_calendars()
    calendars = list(known.values()) if country is None else [_calendar(country)]
    found = distinct(filter(None, (within(each) for each in calendars)))
    return tuple(sorted(found, key=lambda each: (each.first, each.end)))


def _calendar(country: str) -> FiscalCalendar:
    code = country.upper()
    try:
        return fiscal_calendars()["GB" if code == "UK" else code]
    except KeyError:
        raise Unresolved(
            f"no fiscal year is on record for {country!r}",
            suggestion="State the days, or a country of the table in docs/grammar-periods.md.",
        ) from None


@dataclass(frozen=True, slots=True)
class FiscalNamed:
    """The last or the next fiscal year, told by the one the sentence named, if it did."""

    offset: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The fiscal year so many from the named one, else from the publication's."""
        named = scene.named
        if scene.unclear:
            raise Unresolved("it refers to what its sentence named before, which is unclear")
        if named is None or named.kind != "fiscal":
            return FiscalShifted(self.offset).resolve(scene)
        start, end = lasting(months_later(named.first, 12 * self.offset), 12)
        year = (named.year or named.end.year) + self.offset
        return (Stretch(start, end, "fiscal", year),)


@dataclass(frozen=True, slots=True)
class FiscalShifted:
    """This, last or next fiscal year, or several from it on."""

    offset: int
    count: int = 1

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The country's fiscal year that the publication falls in, so many on."""
        today = scene.today()
        if scene.country is None:
            raise Unresolved(
                "when a fiscal year begins depends on the country",
                suggestion="Give country=, as an ISO 3166-1 code.",
            )
        calendar = _calendar(scene.country)
        around = [calendar.named(today.year + n) for n in (-1, 0, 1)]
        current = next(each for each in around if each.first <= today <= each.end)
        first = calendar.named((current.year or today.year) + self.offset)
        if self.count == 1:
            return (first,)
        last = calendar.named((first.year or today.year) + self.count - 1)
        return (Stretch(first.first, last.end, "span"),)
