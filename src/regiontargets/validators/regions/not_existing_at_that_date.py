"""R003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regiontargets.catalog.in_use import regions_in_use
from regiontargets.model import Period, Region
from regiontargets.phrases.folding import has_han

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .name_and_code_disagree import bearers


class NotExistingAtThatDate(RecordRule):
    """Region that did not exist at that date.

    ## What it finds

    A record of a time at no day of which its region existed: dissolved before, or set up after.
    Where it was dissolved, what took its place is named. For a target what counts is the day on
    which it was announced; old figures of a new region are restated on purpose, and a warning.
    So is a name that the region no longer bore (襄樊 in 2022, which is 襄阳 since 2010); a new
    name beside old figures is usual.

    ## Why it matters

    The figure is that of another territory, or the year is wrong.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Laiwu]{.region code=371200} reached
    [100 billion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2017]{.period}, the [GDP]{.metric code=gdp} of [Laiwu]{.region code=371200} reached
    [100 billion yuan]{.amount}]{.observation}.
    ```
    """

    code = "R003"
    yields_to = ("R002",)
    reads = ("kind", "region", "region_words", "period", "announced", "published")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the days of the record against those of its region."""
        region = facts.region
        days = _days(facts)
        if region is None or days is None:
            return
        first, last = days
        if region.valid_to is not None and region.valid_to < first:
            yield Problem(
                f"{region} did not exist any more",
                field="region",
                reason=f"it ended on {region.valid_to}, and the record is of {_span(first, last)}",
                suggestion=_successors(region, first),
            )
        elif (former := _former_name(region, facts.region_words, first)) is not None:
            yield Problem(
                f"{facts.region_words!r} is no name of {region} any more",
                field="region",
                reason=f"it was until {former.valid_to}, and the record is of {_span(first, last)}",
                suggestion=f"Write {_names(region, facts.region_words)}; or correct the year.",
                severity="warning",
            )
        elif region.valid_from is not None and region.valid_from > last:
            if _bore_another_name(region, last):
                return
            yield Problem(
                f"{region} did not exist yet",
                field="region",
                reason=f"it began on {region.valid_from}, and the record is of "
                f"{_span(first, last)}",
                suggestion="Correct the year; or give the region that was there before.",
                severity="warning",
            )


def _former_name(region: Region, words: str | None, first: date) -> Region | None:
    """The region as it was when it bore a name, if it has borne it no more since before a day."""
    renamed = region.valid_from
    if not words or region.valid_to is not None or renamed is None or renamed > first:
        return None
    if bearers(words, first):
        return None
    before = bearers(words, renamed - timedelta(days=1))
    return next((each for each in before if _is_same_place(each, region)), None)


def _bore_another_name(region: Region, day: date) -> bool:
    return any(_is_same_place(each, region) for each in bearers(region.code, day))


def _is_same_place(one: Region, other: Region) -> bool:
    """Whether two regions are one under different names."""
    return one.code == other.code and one.level == other.level and one != other


def _names(region: Region, words: str | None) -> str:
    """The region's name, in the language that some words are in."""
    chinese = region.names.get("zh")
    return repr(chinese if chinese and has_han(words or "") else region.name)


def _days(facts: Facts) -> tuple[date, date] | None:
    """The first and last day on one of which the region must have existed."""
    if facts.kind == "target":
        since = facts.announced or facts.published
        if since is not None:
            return since, max(since, facts.period.end if facts.period else since)
    return None if facts.period is None else _days_of(facts.period)


def _days_of(period: Period) -> tuple[date, date]:
    return period.start or date(period.end.year, 1, 1), period.end


def _span(first: date, last: date) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _successors(region: Region, day: date) -> str:
    """What took its place on the day that the record is of."""
    after = regions_in_use().successors_of(region, on=day)
    if not after:
        return "Correct the year or the region."
    named = " and ".join(str(each) for each in after[:3])
    return f"Correct the year; or give what took its place: {named}."
