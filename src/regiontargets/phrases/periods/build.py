"""What the rules of every language build from the values of the words they join.

The values come as `object`s, in the order of their words; a bare number is a month, a triple
(unit, first, last) a part of a year, anything else an expression.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from .calendar import Unit
from .dates import Day, Part, Range, Some, Year
from .edges import AsOf, AtEdge, Before, By, Edge, Since
from .fiscal import Fiscal
from .plans import Stated
from .relative import Ago, Count, Named, NearestMonth, SamePeriod, Shifted, Until
from .scene import Either, Expression, Lacking
from .tokens import Value

Direction = Literal["next", "past", "lasting"]

NO_END = Lacking("it states no end", "State the last day, or give the period as a span.")
THE_YEAR = Named(0, Shifted("year", 0))
"""The year that "the end of the year" is of: the one named before, else the present one."""

YEAR_END = Either((AtEdge("end", THE_YEAR), AtEdge("end", Named(0, Shifted("year", -1)))))
"""年末 alone: of the year named before; else this year's or, in a bulletin, last year's."""


def expression(value: Value) -> Expression:
    """A value as an expression."""
    if isinstance(value, int):
        return Part("month", value, value)
    if isinstance(value, tuple):
        unit, first, last = cast("tuple[Unit, int, int]", value)
        return Part(unit, first, last)
    return cast("Expression", value)


def itself(of: Value) -> Expression:
    """The same."""
    return expression(of)


def of_year(part: Value, year: Value) -> Expression | None:
    """A month or part of a year in that year."""
    bare = expression(part)
    if not isinstance(bare, Part):
        return None
    return Part(bare.unit, bare.first, bare.last, expression(year))


def year_first(year: Value, part: Value) -> Expression | None:
    """The same, where the year comes first."""
    return of_year(part, year)


def span(first: Value, last: Value) -> Expression:
    """From one to another."""
    return Range(expression(first), expression(last))


def by(of: Value) -> Expression:
    """A deadline."""
    return By(expression(of))


def before(of: Value) -> Expression:
    """A deadline on the eve."""
    return Before(expression(of))


def since(of: Value) -> Expression:
    """Up to the day of publication."""
    return Since(expression(of))


def as_of(of: Value) -> Expression:
    """A state on a day."""
    return AsOf(expression(of))


def no_end(*of: Value) -> Expression:
    """A beginning alone."""
    del of
    return NO_END


def at_edge(edge: Value, of: Value) -> Expression:
    """The start, middle or end of something."""
    return AtEdge(cast("Edge", edge), expression(of))


def edge_after(of: Value, edge: Value) -> Expression:
    """The same, where the edge comes last."""
    return at_edge(edge, of)


def edge_of_this(edge: Value, unit: Value) -> Expression:
    """The start, middle or end of the year or decade the text is in."""
    return at_edge(edge, THE_YEAR if unit == "year" else Shifted("decade", 0))


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


def nth_part(last: int) -> Callable[..., Value | None]:
    """A part of a year by its number, of which there are so many."""

    def build(number: Value, unit: Value) -> Value | None:
        return (unit, number, number) if 1 <= cast("int", number) <= last else None

    return build


def adjoining_quarters(first: Value, second: Value, unit: Value) -> Value | None:
    """Two quarters next to each other: "the first and second quarters"."""
    return (unit, first, second) if second == cast("int", first) + 1 <= 4 else None


def first_parts(first: Value, number: Value, unit: Value) -> Value | None:
    """The first so many months or quarters."""
    most = 12 if unit == "month" else 4
    return (unit, 1, number) if first == 1 and 1 <= cast("int", number) <= most else None


def last_quarter(unit: Value, year: Value) -> Expression | None:
    """The last quarter of a year."""
    return of_year((unit, 4, 4), year)


def last_parts(number: Value, unit: Value, year: Value) -> Expression | None:
    """The last so many months or quarters of a year."""
    most = 12 if unit == "month" else 4
    first = most + 1 - cast("int", number)
    return of_year((unit, first, most), year) if 1 <= first <= most else None


def counted(direction: Direction) -> Callable[..., Expression | None]:
    """So many units, or from so many to so many, in that direction; one where none is stated."""

    def build(*values: Value) -> Expression | None:
        *numbers, unit = values
        counts = tuple(
            Count(cast("int", each), cast("Unit", unit), direction) for each in numbers or (1,)
        )
        return counts[0] if len(counts) == 1 else Either(counts)

    return build


def within(*values: Value) -> Expression | None:
    """A deadline so many units on."""
    of = counted("next")(*values)
    return None if of is None else By(of)


def ago(*values: Value) -> Expression | None:
    """The unit so many before this one."""
    *numbers, unit = values
    return Ago(cast("int", numbers[0] if numbers else 1), cast("Unit", unit))


def until(number: Value, unit: Value, last: Value) -> Expression:
    """So many units that end with something."""
    return Until(cast("int", number), cast("Unit", unit), expression(last))


def until_one(unit: Value, last: Value) -> Expression:
    """One unit that ends with something."""
    return until(1, unit, last)


def until_past(number: Value, unit: Value, last: Value) -> Expression:
    """So many units that ended with something."""
    return Until(cast("int", number), cast("Unit", unit), as_of(last))


def until_one_past(unit: Value, last: Value) -> Expression:
    """One unit that ended with something."""
    return until_past(1, unit, last)


def fiscal_until(last: Value) -> Expression:
    """The fiscal year that ends with something."""
    return Until(1, "year", expression(last), "fiscal")


def fiscal(year: Value) -> Expression | None:
    """A year or pair of years as a fiscal year."""
    if isinstance(year, Year):
        return Fiscal(year.number)
    options = year.options if isinstance(year, Either) else (year,)
    found = next((each for each in options if isinstance(each, Fiscal)), None)
    return None if found is None else Fiscal(found.first, found.second)


def nth_year(number: Value, of: Value) -> Expression:
    """One year of something, by its number from the start, or from the end where negative."""
    return Some(expression(of), cast("int", number))


def some(first: int) -> Callable[..., Expression]:
    """The first (1) or last (-1) so many years of something."""

    def build(number: Value, of: Value) -> Expression:
        count = cast("int", number)
        return Some(expression(of), 1 if first > 0 else -count, count)

    return build


def first_of(first: Value, number: Value, unit: Value, of: Value) -> Expression | None:
    """The first so many years of something, where "first" is a number of its own."""
    del unit
    return some(1)(number, of) if first == 1 else None


def shifted(unit: Unit, offset: int) -> Callable[..., Expression]:
    """This, last or next."""
    return lambda *_: Shifted(unit, offset)


def named(offset: int) -> Callable[..., Expression]:
    """A year told by the one named before."""
    return lambda *_: Named(offset)


def nearest_month(direction: Literal["next", "last"]) -> Callable[..., Expression | None]:
    """A month to come or gone by."""
    return lambda month: NearestMonth(month, direction)


def same_period(*values: Value) -> Expression:
    """The same stretch of a year, which comes last."""
    year = values[-1]
    return SamePeriod(year.number if isinstance(year, Year) else None)


def with_years(of: Value, years: Value) -> Expression:
    """A plan with its years in brackets."""
    return Stated(expression(of), expression(years))
