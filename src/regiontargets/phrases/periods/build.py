"""What the rules of every language build from the values of the words they join.

The values come as `object`s, in the order of their words; a bare number is a month, a triple
(unit, first, last) a part of a year, anything else an expression.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, cast

from .calendar import Unit
from .dates import Part, Range, Year
from .edges import AsOf, AtEdge, Before, By, Edge, Since
from .plans import Stated
from .relative import Named, NearYear, SamePeriod, Shifted, ThisDecade
from .scene import Either, Expression, Lacking
from .tokens import Value

Build: TypeAlias = Callable[..., Value | None]
"""Makes the value of what has been joined; None where these values do not go together."""

NO_END = Lacking("it states no end", "State the last day, or give the period as a span.")
THE_YEAR = Named(0, Shifted("year", 0))
"""The year that "the end of the year" is of: the one named before, else the present one."""

WHOLE_YEAR = Named(0, NearYear())
"""全年 alone: of the year named before; else this year, or, in a report of the last, that one."""

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


def always(value: Value) -> Build:
    """The same, whatever the words."""

    def build(*values: Value) -> Value:
        del values
        return value

    return build


def picked(make: Build, *places: int) -> Build:
    """Hands on only some of the values, or all in another order."""

    def build(*values: Value) -> Value | None:
        return make(*[values[place] for place in places])

    return build


def itself(of: Value) -> Expression:
    """The same."""
    return expression(of)


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


def edge(name: Edge) -> Build:
    """The start, middle or end of something, where a word without value says which."""

    def build(of: Value) -> Value:
        return AtEdge(name, expression(of))

    return build


def edge_of_century(edge: Value) -> Expression:
    """The start, middle or end of this century."""
    return at_edge(edge, Shifted("century", 0))


def edge_after(of: Value, edge: Value) -> Expression:
    """The same, where the edge comes last."""
    return at_edge(edge, of)


def edge_of_this(edge: Value, unit: Value) -> Expression:
    """The start, middle or end of the year or decade the text is in."""
    return at_edge(edge, THE_YEAR if unit == "year" else ThisDecade())


def shifted(unit: Unit, offset: int) -> Build:
    """This, last or next, of a given unit."""
    return always(Shifted(unit, offset))


def unit_shifted(offset: int) -> Build:
    """This, last or next, of the unit that a word names."""

    def build(unit: Value) -> Value:
        return Shifted(cast("Unit", unit), offset)

    return build


def unit_named(offset: int) -> Build:
    """The one before or after what was named, of the unit that a word names."""

    def build(unit: Value) -> Value:
        return Named(offset, None, cast("Unit", unit))

    return build


def named(offset: int) -> Build:
    """A year told by the one named before."""
    return always(Named(offset))


def same_period(*values: Value) -> Expression:
    """The same stretch of a year, which comes last."""
    year = values[-1]
    return SamePeriod(year.number if isinstance(year, Year) else None)


def with_years(of: Value, years: Value) -> Expression:
    """A plan with its years in brackets."""
    return Stated(expression(of), expression(years))
