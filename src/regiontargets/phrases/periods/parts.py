"""What rules build of months, days, quarters and halves."""

from __future__ import annotations

from typing import Literal, cast

from .build import THE_YEAR, Build, expression
from .dates import Day, Part, Range
from .edges import AtEdge, FirstDays
from .relative import NearestMonth, Shifted
from .scene import Expression
from .tokens import Value


def of_year(part: Value, year: Value) -> Expression | None:
    """A month or part of a year in that year."""
    bare = expression(part)
    if not isinstance(bare, Part):
        return None
    return Part(bare.unit, bare.first, bare.last, expression(year))


def of_this_year(part: Value) -> Expression | None:
    """The same in the year of publication."""
    return of_year(part, Shifted("year", 0))


def of_the_year(part: Value, unit: Value) -> Expression | None:
    """The same in the year that the text is about."""
    del unit
    return of_year(part, THE_YEAR)


def year_first(year: Value, part: Value) -> Expression | None:
    """The same, where the year comes first."""
    return of_year(part, year)


def month_day(month: Value, number: Value, year: Value = None) -> Expression | None:
    """A day; none where no month has so many."""
    if not isinstance(month, int) or not isinstance(number, int) or not 1 <= number <= 31:
        return None
    return Day(month, number, None if year is None else expression(year))


def day_month(number: Value, month: Value, year: Value = None) -> Expression | None:
    """The same, day first."""
    return month_day(month, number, year)


def days_of_month(month: Value, first: Value, last: Value, year: Value = None) -> Expression | None:
    """From a day to another of the same month."""
    start, end = month_day(month, first, year), month_day(month, last, year)
    return None if start is None or end is None else Range(start, end)


def days_before_month(
    first: Value, last: Value, month: Value, year: Value = None
) -> Expression | None:
    """The same, days first."""
    return days_of_month(month, first, last, year)


def day_to(first: Value, number: Value) -> Expression | None:
    """From a day to another of the same month, of which only the number is stated."""
    if not isinstance(first, Day) or not isinstance(number, int) or not 1 <= number <= 31:
        return None
    return Range(first, Day(first.month, number, first.of))


def months_of(first: Value, last: Value, *rest: Value) -> Expression | None:
    """From one month to another; the year, where there is one, comes last.

    A month that comes later in the year than the last one is the year before's.
    """
    start, end = cast("int", first), cast("int", last)
    year = expression(rest[-1]) if rest and not isinstance(rest[-1], str) else None
    if start <= end:
        return Part("month", start, end, year)
    return (
        None if year is None else Range(Part("month", start, start), Part("month", end, end, year))
    )


def adjoining_months(first: Value, second: Value, *rest: Value) -> Expression | None:
    """Two months next to each other: "January and February"."""
    if cast("int", second) != cast("int", first) + 1:
        return None
    return months_of(first, second, *rest)


def nth_part(last: int) -> Build:
    """A part of a year by its number, of which there are so many."""

    def build(number: Value, unit: Value) -> Value | None:
        return (unit, number, number) if 1 <= cast("int", number) <= last else None

    return build


def half(number: Value) -> Value | None:
    """The first or second half."""
    return ("half", number, number) if 1 <= cast("int", number) <= 2 else None


def adjoining_quarters(first: Value, second: Value, unit: Value) -> Value | None:
    """Two quarters next to each other: "the first and second quarters"."""
    return (unit, first, second) if second == cast("int", first) + 1 <= 4 else None


def first_parts(first: Value, number: Value, unit: Value) -> Value | None:
    """The first so many months or quarters."""
    most = 12 if unit == "month" else 4
    return (unit, 1, number) if first == 1 and 1 <= cast("int", number) <= most else None


def nth_month(number: Value, unit: Value, year: Value) -> Expression | None:
    """The first or last-numbered month of a year."""
    most = 12
    return of_year((unit, number, number), year) if 1 <= cast("int", number) <= most else None


def first_days(first: Value, number: Value, unit: Value, of: Value) -> Expression | None:
    """The first so many days of something."""
    del unit
    return FirstDays(cast("int", number), expression(of)) if first == 1 else None


def first_day(number: Value, unit: Value, of: Value) -> Expression | None:
    """The first day of something."""
    del unit
    return AtEdge("start", expression(of)) if number == 1 else None


def last_quarter(unit: Value, year: Value) -> Expression | None:
    """The last quarter of a year."""
    return of_year((unit, 4, 4), year)


def last_parts(number: Value, unit: Value, year: Value) -> Expression | None:
    """The last so many months or quarters of a year."""
    most = 12 if unit == "month" else 4
    first = most + 1 - cast("int", number)
    return of_year((unit, first, most), year) if 1 <= first <= most else None


def nearest_month(direction: Literal["next", "last"]) -> Build:
    """A month to come or gone by."""

    def build(month: Value) -> Value | None:
        return NearestMonth(month, direction) if isinstance(month, int) else None

    return build
