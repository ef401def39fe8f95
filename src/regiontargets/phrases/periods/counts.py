"""What rules build of counted years and of the years within a plan or span."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, cast

from .build import as_of, expression
from .calendar import Unit
from .dates import Range, Some, Year
from .edges import By
from .fiscal import Fiscal, FiscalShifted, FiscalYears
from .plans import Plan
from .relative import Ago, Count, Until
from .scene import Either, Expression
from .tokens import Value

Direction: TypeAlias = Literal["next", "past", "lasting"]


def counted(direction: Direction) -> Callable[..., Expression]:
    """So many units, or from so many to so many, in that direction; one where none is stated."""

    def build(*values: Value) -> Expression:
        *numbers, unit = values
        counts = tuple(
            Count(cast("int", each), cast("Unit", unit), direction) for each in numbers or (1,)
        )
        return counts[0] if len(counts) == 1 else Either(counts)

    return build


def within(*values: Value) -> Expression:
    """A deadline so many units on."""
    return By(counted("next")(*values))


def ago(*values: Value) -> Ago:
    """The unit so many before this one."""
    *numbers, unit = values
    return Ago(cast("int", numbers[0] if numbers else 1), cast("Unit", unit))


def within_time(number: Value, unit: Value, *possessive: Value) -> Expression:
    """In so many units, or in so many units' time."""
    del possessive
    return within(number, unit)


def ahead(*values: Value) -> Ago:
    """The unit so many after this one."""
    found = ago(*values)
    return Ago(-found.number, found.unit)


def two_plans(first: Value, second: Value) -> Expression | None:
    """Two plans that follow each other: "the 13th and 14th Five-Year Plans"."""
    if not isinstance(second, Plan) or first != second.number - 1:
        return None
    return Range(Plan(second.number - 1), second)


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


def fiscal_span(*values: Value) -> Expression | None:
    """From one fiscal year to another, of which only one need be called so."""
    years = [fiscal(each) for each in values]
    if len(years) != 2 or not all(isinstance(each, Fiscal) for each in years):
        return None
    first, last = cast("list[Fiscal]", years)
    return FiscalYears(first, last)


def adjoining_fiscal(*values: Value) -> Expression | None:
    """Two fiscal years next to each other: "fiscal years 2024 and 2025"."""
    found = fiscal_span(*values)
    if not isinstance(found, FiscalYears) or found.last.first != found.first.first + 1:
        return None
    return found


def fiscal_counted(direction: Direction) -> Callable[..., Expression]:
    """So many fiscal years to come or gone by."""

    def build(number: Value) -> Expression:
        count = cast("int", number)
        return FiscalShifted(-count if direction == "past" else 0, count)

    return build


def nth_year(number: Value, of: Value) -> Expression:
    """One year of something, by its number from the start, or from the end where negative."""
    return Some(expression(of), cast("int", number))


def first_year(of: Value) -> Expression:
    """Its first year."""
    return nth_year(1, of)


def last_year(of: Value) -> Expression:
    """Its last year."""
    return nth_year(-1, of)


def first_years(number: Value, of: Value) -> Expression:
    """Its first so many years."""
    return Some(expression(of), 1, cast("int", number))


def last_years(number: Value, of: Value) -> Expression:
    """Its last so many years."""
    return Some(expression(of), -cast("int", number), cast("int", number))


def first_of(first: Value, number: Value, of: Value) -> Expression | None:
    """The first so many years of something, where "first" is a number of its own."""
    return first_years(number, of) if first == 1 else None
