"""What single cells of a table say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from regiontargets.errors import LookupFailed, UnknownRegion
from regiontargets.model import AGGREGATIONS, CHANGES, COMMITMENTS, Baseline, Period, Region
from regiontargets.phrases import PeriodError, parse_period
from regiontargets.tables import Column, Table, constant

from ..reading import Reader
from .column_names import fold, known
from .footnotes import without_marks
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


def kind_or_near(cell: str) -> str:
    """Whether a row is a target or an observation; a misspelt word is told, and taken as meant.

    >>> kind_or_near("actaul"), kind_or_near("forecast"), kind_or_near("")
    ('observation', 'target', 'target')
    """
    found = kind_of(cell)
    if found is None and not is_missing(cell) and len(cell) <= _LONGEST:
        near = get_close_matches(fold(cell), known("kinds"), 1)
        found = known("kinds")[near[0]] if near else None
    return found or "target"


_LONGEST = 60  # characters; no word of a codelist comes near


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
        if is_missing(cell) or days_of(cell):
            return ()
        period = period_of(cell, None, None)
        wrong = "is not a date" if period is None else "names no day, month or year"
        return (Conflict(role, f"{role} {cell[:60]!r} {wrong}"),)

    return check


def first_day_of(cell: str) -> date | None:
    """The date that a cell states; of a month or a year its first day.

    What was announced in 2021 was not announced before that day.

    >>> str(first_day_of("2021-03-05")), str(first_day_of("March 2021")), first_day_of("by 2021")
    ('2021-03-05', '2021-03-01', None)
    """
    days = days_of(cell)
    return None if days is None else days[0]


def last_day_of(cell: str) -> date | None:
    """The date that a cell states; of a month or a year its last day.

    What was published in 2021 may tell of all that was over by then.

    >>> str(last_day_of("2021年1月")), str(last_day_of("2021"))
    ('2021-01-31', '2021-12-31')
    """
    days = days_of(cell)
    return None if days is None else days[1]


def days_of(cell: str) -> tuple[date, date] | None:
    """The first and the last day that the date in a cell may be; None if it is no date."""
    if not cell:
        return None
    timed = _WITH_TIME.match(cell)
    period = period_of(timed[1] if timed else cell, None, None)
    if period is None or period.kind not in _DATES:
        return None
    return period.start or period.end, period.end


_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]", re.ASCII)
_DATES = ("day", "month", "quarter", "half", "year")
"""The kinds of period that date something: as exactly as people do."""


def period_of(words: str, published: date | None, country: str | None) -> Period | None:
    """The period that a cell states."""
    if is_missing(words):
        return None
    try:
        return parse_period(words, published=published, country=country)
    except PeriodError:
        dotted = _dotted_day(words)
        if dotted is not None or not country:
            return dotted
        return _fiscal_year(words, published, country)


_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)


def _dotted_day(words: str) -> Period | None:
    """The day that 01.02.2023 is: with dots between, the day stands first wherever it is written.

    >>> print(_dotted_day("01.02.2023"), _dotted_day("1/2/2023"))
    2023-02-01 None
    """
    found = _DOTTED.fullmatch(words.strip())
    if found is None:
        return None
    try:
        read = parse_period(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
        return read.model_copy(update={"text": words})
    except PeriodError:
        return None


_TWO_YEARS = re.compile(r"(?:FY ?)?((?:19|20)\d\d) ?[-–—] ?((?:19|20)?\d\d)", re.ASCII)


def _fiscal_year(words: str, published: date | None, country: str) -> Period | None:
    """The fiscal year that 2024-25 is where such years end in the next: in a list, no other time.

    >>> print(_fiscal_year("2024-25", None, "IN"), _fiscal_year("2024-30", None, "IN"))
    FY 2025 (2024-04-01 to 2025-03-31) None
    """
    found = _TWO_YEARS.fullmatch(words.strip())
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]) % 100:
        return None
    try:
        read = parse_period(f"FY {found[1]}/{found[2]}", published=published, country=country)
        return read.model_copy(update={"text": words})
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
    words: str,
    published: date | None,
    country: str | None,
    unit: str = "",
    amount_words: str = "",
    period_words: str = "",
) -> Baseline | None:
    """The period or amount, or both, that cells state as a baseline.

    A bare number has the row's unit.

    >>> print(baseline_of("2020", None, None, "%"), "·", baseline_of("3.4", None, None, "%"))
    2020 · 3.4%
    >>> print(baseline_of("", None, None, "%", "63.1", "2010"))
    63.1% in 2010
    """
    period = period_of(words, published, country)
    beside = Quantity() if period else _with_unit(words, unit)
    amount = _with_unit(amount_words, unit).amount or beside.amount
    period = period_of(period_words, published, country) or period or beside.period
    return Baseline(amount=amount, period=period) if amount or period else None


def _with_unit(words: str, unit: str) -> Quantity:
    """What some words state; a bare number has a unit that stands elsewhere."""
    stated = read_quantity(words, "", "", "", "")
    if stated.amount is None or stated.amount.unit is not None:
        return stated
    return read_quantity(words, "", "", unit, "")


def unread_baseline(
    words: str,
    published: date | None,
    country: str | None,
    amount_words: str = "",
    period_words: str = "",
) -> str | None:
    """The first of the cells of a baseline from which nothing came."""
    if not is_missing(words) and baseline_of(words, published, country) is None:
        return words
    if not is_missing(amount_words) and _with_unit(amount_words, "").amount is None:
        return amount_words
    if not is_missing(period_words) and period_of(period_words, published, country) is None:
        return period_words
    return None


def by_code_or_name(read: Callable[[str, str | None], T | None], words: str) -> T | None:
    """What some words are the code of, else what they name; marks of footnotes may stand behind."""
    found = read(words, words) or read(words, None)
    bare = without_marks(words) if found is None else words
    return found if bare == words else read(bare, None)


def region_named(reader: Reader, code: str, names: Sequence[str]) -> tuple[Region | None, str, str]:
    """A region, the words that could not be read, and a name to be held against the region.

    That is the name beside a code, what it is said to lie in and does not, or a former name.

    Args:
        reader: looks names up.
        code: its code, or nothing.
        names: cells that name it and what it is part of, the smallest first: a province beside
            an empty city is the region itself.
    """
    said = ["" if is_missing(name) else name for name in names]
    if not is_missing(code):
        name = next(filter(None, said[:-1]), "")
        found = reader.region(name, code)
        return found, "" if found else code, name
    name, *wholes = [*filter(None, said), ""]
    around: Region | None = None
    for whole in filter(None, reversed(wholes)):
        around = _lying_in(reader, whole, around) or around
    found = _lying_in(reader, name, around) if name else None
    if found is None:
        return None, name, ""
    if around is not None and _lies_elsewhere(reader, found, around):
        return found, "", wholes[0]
    return found, "", name if _is_former_name(reader, name, found) else ""


def _is_former_name(reader: Reader, name: str, region: Region) -> bool:
    """Whether a region that exists is called as it was before: a rule asks until when."""
    if region.valid_to is not None or region.valid_from is None:
        return False
    try:
        reader.regions.get(name, on=date.max)
    except UnknownRegion:
        return True
    except LookupFailed:
        return False
    return False


def _lying_in(reader: Reader, name: str, around: Region | None) -> Region | None:
    """The region of a name, by preference one that is part of another."""
    if fold(name) in known("whole_countries"):
        return _whole_country(reader, around)
    found = by_code_or_name(reader.region, name)
    if around is None or (found is not None and around in reader.regions.ancestors(found)):
        return found
    narrow = Reader(reader.regions, reader.metrics, reader.published, [around])
    return narrow.region(name, None) or found


def _whole_country(reader: Reader, around: Region | None) -> Region | None:
    """The country that "nationwide" means: the one beside it, else that of the other regions."""
    if around is not None:
        return around
    named = {*reader.context}
    around_them = {each for region in named for each in reader.regions.ancestors(region)}
    countries = [each for each in named | around_them if each.level == "country"]
    return countries[0] if len(countries) == 1 else None


def _lies_elsewhere(reader: Reader, region: Region, around: Region) -> bool:
    """Whether a region is part of another one of the kind that a cell says it is part of."""
    wholes = [each for each in reader.regions.ancestors(region) if each.level == around.level]
    return bool(wholes) and around.code not in {each.code for each in wholes}
