"""What single cells of a table say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from regiontargets.model import AGGREGATIONS, CHANGES, COMMITMENTS, Baseline, Period, Region
from regiontargets.phrases import PeriodError, parse_period
from regiontargets.tables import Column, Table, constant

from ..reading import Reader
from .column_names import fold, known
from .quantities import Conflict, Quantity, is_missing, read_quantity

T = TypeVar("T")

CODELISTS: Mapping[str, tuple[str, ...]] = {
    "change": CHANGES,
    "commitment": COMMITMENTS,
    "aggregation": AGGREGATIONS,
}


def cells_of(
    table: Table, roles: Mapping[str, str], given: Mapping[str, object], role: str
) -> Column[str]:
    """The cells of a role; what is given as "=…" in every row; else empty ones."""
    if role in roles:
        return table.columns[roles[role]]
    said = given.get(role)
    said_of_all = said[1:].strip() if isinstance(said, str) and said.startswith("=") else ""
    return constant(said_of_all, table.rows)


def kind_of(cell: str) -> str | None:
    """Whether a cell says target or observation; None if neither."""
    return known("kinds").get(fold(cell)) if cell else None


def unknown_kind(cell: str) -> tuple[Conflict, ...]:
    """What is wrong with a cell that says neither."""
    if is_missing(cell) or kind_of(cell):
        return ()
    return (Conflict("kind", f"unknown kind {cell[:60]!r}", "a row is a target or an observation"),)


def listed_as(name: str, cell: str) -> Any:
    """The entry of a codelist that a cell names, if it is one."""
    folded = fold(cell).replace(" ", "_")
    return folded if folded in CODELISTS[name] else known(f"{name}s").get(fold(cell))


def not_listed(
    role: str, name: str, listed: Sequence[str]
) -> Callable[[str], tuple[Conflict, ...]]:
    """A check for cells that name no entry of a codelist."""

    def check(cell: str) -> tuple[Conflict, ...]:
        if is_missing(cell) or listed_as(name, cell):
            return ()
        message = f"{role} {cell[:60]!r} is not in its codelist"
        return (Conflict(role, message, f"it is one of {', '.join(listed)}"),)

    return check


def no_day(role: str) -> Callable[[str], tuple[Conflict, ...]]:
    """A check for cells that are no date."""

    def check(cell: str) -> tuple[Conflict, ...]:
        if is_missing(cell) or day_of(cell):
            return ()
        period = period_of(cell, None, None)
        wrong = "is not a date" if period is None else "names no day"
        return (Conflict(role, f"{role} {cell[:60]!r} {wrong}"),)

    return check


def day_of(cell: str) -> date | None:
    """The date that a cell states."""
    if not cell:
        return None
    period = period_of(cell[:10] if cell[10:11] in ("T", " ") else cell, None, None)
    return period.end if period is not None and period.kind == "day" else None


def period_of(words: str, published: date | None, country: str | None) -> Period | None:
    """The period that a cell states."""
    if is_missing(words):
        return None
    try:
        return parse_period(words, published=published, country=country)
    except PeriodError:
        return None


def of_two_times(quantity: Quantity, period: Period | None) -> tuple[Conflict, ...]:
    """What is wrong with a row whose amount is said of another time than its period."""
    own = quantity.period
    if own is None or period is None:
        return ()
    start = max(own.start or own.end, period.start or period.end)
    if start <= min(own.end, period.end):
        return ()
    message = f"the period {period} disagrees with the amount"
    return (Conflict("period", message, f"the cell of the amount says {own}"),)


def baseline_of(
    words: str, published: date | None, country: str | None, unit: str
) -> Baseline | None:
    """The period or amount that a cell states as a baseline; a bare number has the row's unit.

    >>> print(baseline_of("2020", None, None, "%"), "·", baseline_of("3.4", None, None, "%"))
    2020 · 3.4%
    """
    period = period_of(words, published, country)
    if period is not None:
        return Baseline(period=period)
    amount = read_quantity(words, "", "", "", "").amount
    if amount is not None and amount.unit is None:
        amount = read_quantity(words, "", "", unit, "").amount
    return None if amount is None else Baseline(amount=amount)


def by_code_or_name(read: Callable[[str, str | None], T | None], words: str) -> T | None:
    """What some words are the code of, else what they name."""
    return read(words, words) or read(words, None)


def region_named(
    reader: Reader, code: str, name: str, within: str
) -> tuple[Region | None, str, str]:
    """A region, the words that could not be read, and the name beside a code."""
    if is_missing(code) and is_missing(name):
        return None, "", ""
    if not is_missing(code):
        found = reader.region(name, code)
        return found, "" if found else code, name
    found = by_code_or_name(reader.region, name)
    around = reader.region(within, None) if within else None
    if around is not None and (found is None or around not in reader.regions.ancestors(found)):
        narrow = Reader(reader.regions, reader.metrics, reader.published, [around])
        found = narrow.region(name, None) or found
    return found, "" if found else name, ""
