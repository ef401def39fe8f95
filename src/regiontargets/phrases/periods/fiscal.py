"""Fiscal years, which run differently in each country."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .calendar import OutOfRange, Stretch, day, lasting
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
        if self.second is not None and self.second != self.first + 1:
            raise Unresolved("a fiscal year covers parts of two years that follow each other")
        country = self.country or scene.country
        known = fiscal_calendars()
        calendars = list(known.values()) if country is None else [_calendar(country)]
        found = distinct(filter(None, (self._in(each) for each in calendars)))
        found = tuple(sorted(found, key=lambda each: each.first))
        if self.or_years and self.second is not None:
            span = Stretch(day(self.first, 1, 1), day(self.second, 12, 31), "span")
            found = (span, *found)
        if not found:
            raise Unresolved(f"the fiscal year of {country} is the calendar year: it has one name")
        return found

    def _in(self, calendar: FiscalCalendar) -> Stretch | None:
        try:
            return (
                calendar.named(self.first) if self.second is None else calendar.across(self.first)
            )
        except OutOfRange:
            return None


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
class FiscalShifted:
    """This, last or next fiscal year."""

    offset: int

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
        return (calendar.named((current.year or today.year) + self.offset),)
