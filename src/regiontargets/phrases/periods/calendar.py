"""Stretches of days, and the arithmetic of whole months on them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from regiontargets.model.frozen import unchecked
from regiontargets.model.period import Period, PeriodKind

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""The years that are read as years; any other number is not one."""

Unit: TypeAlias = Literal["year", "half", "quarter", "month", "decade", "century", "week", "day"]
"""What time is counted in."""

MONTHS_IN: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
"""How many months a unit lasts, of those that last whole months."""

DAYS_IN: dict[Unit, int] = {"day": 1, "week": 7}
"""How many days a unit lasts, of those that do not."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days a phrase denotes, both ends included; no start for a bare deadline."""

    start: date | None
    end: date
    kind: PeriodKind
    year: int | None = None

    def period(self, text: str) -> Period:
        """The same as the model's type, with the words it was stated in."""
        year = self.end.year if self.year is None else self.year
        start, end, kind = self.start, self.end, self.kind
        if year and (kind == "deadline" if start is None else start <= end):
            return unchecked(Period, start=start, end=end, kind=kind, year=year, text=text)
        return Period(start=start, end=end, kind=kind, year=year, text=text)

    @property
    def first(self) -> date:
        """The first day; of a bare deadline the day itself."""
        return self.end if self.start is None else self.start


class OutOfRange(Exception):
    """A day outside the years that are read as years."""


def day(year: int, month: int, number: int) -> date:
    """A day of the calendar, or OutOfRange."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutOfRange(f"the year {year} lies outside {FIRST_YEAR}-{LAST_YEAR}")
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        raise OutOfRange(f"the calendar has no {year}-{month:02d}-{number:02d}")
    return date(year, month, number)


def months_later(start: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it is shorter.

    >>> months_later(date(2022, 1, 31), 1)
    datetime.date(2022, 2, 28)
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    # One year more, for the day after the last of them.
    if not FIRST_YEAR <= year <= LAST_YEAR + 1:
        raise OutOfRange(f"the year {year} lies outside {FIRST_YEAR}-{LAST_YEAR}")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def lasting(start: date, months: int) -> tuple[date, date]:
    """The first and last day of so many months from a day on.

    >>> lasting(date(2022, 10, 1), 12)
    (datetime.date(2022, 10, 1), datetime.date(2023, 9, 30))
    """
    return start, months_later(start, months) - _ONE_DAY


def days_later(start: date, days: int) -> date:
    """The day so many days on."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        raise OutOfRange("the day lies outside the calendar") from None


def unit_around(moment: date, unit: Unit) -> date:
    """The first day of the unit that a day falls in; a decade or century ends in a round year.

    >>> unit_around(date(2022, 2, 17), "quarter"), unit_around(date(2022, 2, 17), "decade")
    (datetime.date(2022, 1, 1), datetime.date(2021, 1, 1))
    """
    if unit == "day":
        return moment
    if unit == "week":
        return moment - timedelta(days=moment.weekday())
    months = MONTHS_IN[unit]
    if months >= 120:
        years = months // 12
        return day((moment.year - 1) // years * years + 1, 1, 1)
    return date(moment.year, (moment.month - 1) // months * months + 1, 1)


def year_stretch(year: int) -> Stretch:
    """A calendar year."""
    return Stretch(day(year, 1, 1), day(year, 12, 31), "year")


def unit_stretch(moment: date, unit: Unit, offset: int = 0, count: int = 1) -> Stretch:
    """So many units from the one a day falls in, shifted by `offset` of them.

    >>> unit_stretch(date(2022, 2, 17), "year", count=5).end
    datetime.date(2026, 12, 31)
    """
    start = unit_around(moment, unit)
    if unit in DAYS_IN:
        start = days_later(start, DAYS_IN[unit] * offset)
        end = days_later(start, DAYS_IN[unit] * count - 1)
    else:
        start = months_later(start, MONTHS_IN[unit] * offset)
        end = lasting(start, MONTHS_IN[unit] * count)[1]
    return Stretch(start, end, kind_of(unit) if count == 1 else "span")


def kind_of(unit: Unit) -> PeriodKind:
    """The kind of a period that is one unit long."""
    match unit:
        case "year" | "half" | "quarter" | "month" | "day":
            return unit
        case _:
            return "span"
