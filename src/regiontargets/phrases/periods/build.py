"""What the rules of every language build from the values of the words they join."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from .calendar import Unit
from .expressions import (
    AsOf,
    AtEdge,
    Before,
    By,
    Count,
    Day,
    Edge,
    Either,
    Expression,
    Lacking,
    Named,
    Part,
    Range,
    Shifted,
    Since,
    Some,
    Year,
)
from .plans import Stated
from .tokens import Value

Direction = Literal["next", "past"]

NO_END = Lacking("it states no end", "State the last day, or give the period as a span.")
THE_YEAR = Named(0, Shifted("year", 0))


def expression(value: Value) -> Expression:
    """A value as an expression: a bare number is a month, a triple a part of a year."""
    if isinstance(value, int):
        return Part("month", value, value)
    if isinstance(value, tuple):
        unit, first, last = cast("tuple[Unit, int, int]", value)
        return Part(unit, first, last)
    return cast("Expression", value)


def of_year(part: Value, year: Value) -> Expression:
    """A month or part of a year in that year."""
    bare = expression(part)
    whole = expression(year)
    return Part(bare.unit, bare.first, bare.last, whole) if isinstance(bare, Part) else bare


def year_first(year: Value, part: Value) -> Expression:
    """The same, where the year comes first."""
    return of_year(part, year)


def span(*ends: Value) -> Expression:
    """From the first to the last."""
    return Range(expression(ends[0]), expression(ends[-1]))


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


def itself(of: Value) -> Expression:
    """The same."""
    return expression(of)


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


def month_day(month: Value, number: Value, year: Value = None) -> Expression | None:
    """A day; none where no month has so many."""
    if not isinstance(month, int) or not isinstance(number, int) or not 1 <= number <= 31:
        return None
    return Day(month, number, None if year is None else expression(year))


def day_month(number: Value, month: Value, year: Value = None) -> Expression | None:
    """The same, day first."""
    return month_day(month, number, year)


def day_to(first: Value, number: Value) -> Expression | None:
    """From a day to another of the same month."""
    if not isinstance(first, Day) or not isinstance(number, int) or not 1 <= number <= 31:
        return None
    return Range(first, Day(first.month, number, first.of))


def counted(direction: Direction) -> Callable[..., Expression | None]:
    """So many units, or from so many to so many, in that direction."""

    def build(*values: Value) -> Expression | None:
        *numbers, unit = values
        counts = [
            Count(each, cast("Unit", unit), direction) for each in numbers if isinstance(each, int)
        ]
        if not counts:
            counts = [Count(1, cast("Unit", unit), direction)]
        return counts[0] if len(counts) == 1 else Either(tuple(counts))

    return build


def within(*values: Value) -> Expression | None:
    """A deadline so many units from the publication on."""
    of = counted("next")(*values)
    return None if of is None else By(of)


def months_of(first: Value, last: Value, *rest: Value) -> Expression:
    """From one month to another of a year, which comes last."""
    return Range(Part("month", cast("int", first), cast("int", first)), of_year(last, rest[-1]))


def edge_of_this(edge: Value, unit: Value) -> Expression:
    """The start, middle or end of the year or decade the text is in."""
    return at_edge(edge, THE_YEAR if unit == "year" else Shifted("decade", 0))


def some(first: int) -> Callable[..., Expression]:
    """The first (1) or last (-1) so many years of something."""

    def build(number: Value, of: Value) -> Expression:
        count = cast("int", number)
        return Some(expression(of), 1 if first > 0 else -count, count)

    return build


def nth_year(number: Value, of: Value) -> Expression:
    """One year of something, by its number."""
    return Some(expression(of), cast("int", number))


def shifted(unit: Unit, offset: int) -> Callable[..., Expression]:
    """This, last or next."""
    return lambda *_: Shifted(unit, offset)


def named(offset: int, otherwise: int | None = None) -> Callable[..., Expression]:
    """A year told by the one named before; else by the publication, where that may be meant."""
    fallback = None if otherwise is None else Shifted("year", otherwise)
    return lambda *_: Named(offset, fallback)


def with_years(of: Value, years: Value) -> Expression:
    """A plan with its years in brackets: both, where they are not the same."""
    return Stated(expression(of), expression(years))


def year_of(value: Value) -> int | None:
    """The number of a calendar year."""
    return value.number if isinstance(value, Year) else None
