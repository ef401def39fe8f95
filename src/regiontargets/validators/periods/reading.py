"""Why the words of a period could not be read, and where they are at odds with themselves."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from regiontargets.errors import PeriodError
from regiontargets.model import Period
from regiontargets.phrases import Mention, find_periods, parse_period

NAMED_KINDS = ("plan", "fiscal")
"""The kinds of period that a name stands for: its years may be stated beside it."""

EARLIEST, LATEST = 1800, 2100
"""The years between which statistics and plans lie."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_NAME = re.compile(
    r"five.year|\bFYP\b|fiscal|financial year|\bFY|[一二三四五六七八九十]五|财年|财政年",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*[((]\s*")


class Conflict(NamedTuple):
    """A plan or fiscal year with other years stated beside it.

    Attributes:
        named: the period that the name stands for.
        stated: the one that is stated.
        start: where both begin in the words.
        end: where they end.
    """

    named: Period
    stated: Period
    start: int
    end: int


@lru_cache(maxsize=4096)
def period_trouble(words: str, published: date | None, country: str | None) -> PeriodError | None:
    """Why some words are no period; None if they are one.

    >>> type(period_trouble("last year", None, None)).__name__
    'RelativePeriodError'
    """
    try:
        parse_period(words, published=published, country=country)
    except PeriodError as error:
        return error
    return None


@lru_cache(maxsize=4096)
def implausible_year(words: str) -> int | None:
    """The year of words that would be a period if it were a year of our time; else None.

    >>> implausible_year("by 2205"), implausible_year("by 2025"), implausible_year("page 2205")
    (2205, None, None)
    """
    found = _YEAR.search(words)
    if found is None or period_trouble(words, None, None) is None:
        return None
    if EARLIEST <= int(found[0]) <= LATEST:
        return None  # the year is none that makes the words unreadable
    mended = f"{words[: found.start()]}2025{words[found.end() :]}"
    return int(found[0]) if period_trouble(mended, None, None) is None else None


@lru_cache(maxsize=4096)
def conflict(words: str, country: str | None) -> Conflict | None:
    """The first plan or fiscal year in a text that has other years beside it.

    >>> found = conflict("the 14th Five-Year Plan (2016-2020)", None)
    >>> print(found.named, found.stated)
    2021–2025 2016–2020
    """
    if _NAME.search(words) is None:
        return None  # quickly, since most texts name no plan
    before: Mention[Period] | None = None
    # Without the publication date, which would decide for the reading that lies ahead of it.
    for mention in find_periods(words, country=country):
        if len(mention.readings) > 1 and {"plan", "year"} <= _roles(mention):
            return Conflict(mention.readings[0], mention.readings[-1], mention.start, mention.end)
        if before is not None and _BESIDE.fullmatch(words[before.end : mention.start]):
            stated = mention.reading
            if stated is not None and not any(_agree(each, stated) for each in before.readings):
                return Conflict(before.readings[0], stated, before.start, mention.end)
        before = mention if _names_its_years(mention) else None
    return None


def _roles(mention: Mention[Period]) -> set[str]:
    return {piece.role for piece in mention.pieces}


def _names_its_years(mention: Mention[Period]) -> bool:
    kinds = {reading.kind for reading in mention.readings}
    return bool(kinds) and ("plan" in _roles(mention) or kinds <= set(NAMED_KINDS))


def _agree(named: Period, stated: Period) -> bool:
    """Whether a name may stand for the stated time: a fiscal year by its days or its number."""
    if named.kind == "fiscal":
        same_days = (named.start, named.end) == (stated.start, stated.end)
        return same_days or (stated.kind == "year" and stated.year == named.year)
    return meet(named, stated)


def meet(one: Period, other: Period) -> bool:
    """Whether two periods have a day in common; a bare deadline is its last day.

    >>> meet(Period.of_year(2025), Period.by_year(2025))
    True
    """
    first = max(one.start or one.end, other.start or other.end)
    return first <= min(one.end, other.end)
