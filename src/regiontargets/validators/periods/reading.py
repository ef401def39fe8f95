"""Why the words of a period could not be read, and where they are at odds with themselves."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from regiontargets.errors import PeriodError
from regiontargets.model import Period
from regiontargets.phrases.mention import Mention
from regiontargets.phrases.periods import find_periods, parse_period

NAMED_KINDS = ("plan", "fiscal")
"""The kinds of period that a name stands for: its years may be stated beside it."""

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
def conflict(words: str, published: date | None, country: str | None) -> Conflict | None:
    """The first plan or fiscal year in a text that has other years beside it.

    >>> found = conflict("the 14th Five-Year Plan (2016-2020)", None, None)
    >>> print(found.named, found.stated)
    2021–2025 2016–2020
    """
    before: Mention[Period] | None = None
    for mention in find_periods(words, published=published, country=country):
        kinds = {reading.kind for reading in mention.readings}
        if "plan" in kinds and len(kinds) > 1:
            named, *others = sorted(mention.readings, key=lambda each: each.kind != "plan")
            return Conflict(named, others[-1], mention.start, mention.end)
        if before is not None and _BESIDE.fullmatch(words[before.end : mention.start]):
            stated = mention.reading
            if stated is not None and not _agree(before, stated):
                return Conflict(before.readings[0], stated, before.start, mention.end)
        before = mention if kinds and kinds <= set(NAMED_KINDS) else None
    return None


def _agree(named: Mention[Period], stated: Period) -> bool:
    """Whether a name may stand for the stated time: by its days, or by its number."""
    return any(
        (each.start, each.end) == (stated.start, stated.end)
        or (stated.kind == "year" and stated.year == each.year)
        for each in named.readings
    )
