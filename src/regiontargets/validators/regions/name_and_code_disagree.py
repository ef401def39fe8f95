"""R002."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from regiontargets.catalog.in_use import cached_by_catalog, regions_in_use
from regiontargets.errors import LookupFailed
from regiontargets.model import Region

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule

_LONGEST = 100
_CLOSE = 0.8
"""How long a name is looked at, and how like another it is where it may be that one misspelt."""


class NameAndCodeDisagree(RecordRule):
    """Region name and code disagree.

    ## What it finds

    Words that are the name of one region with the code of another, and in a table a city beside a
    province that it does not lie in. Words that name no region
    ("the northern port city") may have any code, and a name that several bear may have the code of
    each of them, or of a region that took its place.

    ## Why it matters

    The number lands in the wrong region, where nothing else will look odd.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HN} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "R002"
    reads = ("region", "region_words", "region_mentioned")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look the words up, and hold what they name against the region of the record."""
        if facts.region is None or not facts.region_words:
            return
        # A region that is no more is looked for among those of its time.
        named = bearers(facts.region_words)
        if facts.region.valid_to is not None:
            named += bearers(facts.region_words, facts.region.valid_to)
        if not named:
            # A text says "Texan" and "the state's"; a cell means to give the name.
            if not facts.region_mentioned:
                yield from _misspelt(facts.region_words, facts.region)
            return
        if any(_may_be(each, facts.region) for each in named):
            return
        if not facts.region_mentioned and (around := _another_whole(named, facts.region)):
            yield _elsewhere(facts.region, around)
            return
        yield Problem(
            f"{facts.region_words[:60]!r} is not {facts.region}",
            field="region",
            reason=f"the name is that of {' or '.join(str(each) for each in named[:3])}",
            suggestion="Correct the code, or mark the words that name the region.",
        )


def _another_whole(named: tuple[Region, ...], region: Region) -> Region | None:
    """What is named, if it is of the kind of what the region is part of: its province, say."""
    try:
        levels = {each.level for each in regions_in_use().ancestors(region)}
    except LookupFailed:
        return None
    return named[0] if all(each.level in levels for each in named) else None


def _elsewhere(region: Region, around: Region) -> Problem:
    wholes = [each for each in regions_in_use().ancestors(region) if each.level == around.level]
    return Problem(
        f"{region} is not in {around}",
        field="region",
        reason=f"it is part of {' and '.join(map(str, wholes))}",
        suggestion="Correct one of the two; or give the region's code, if a namesake is meant.",
    )


def _misspelt(words: str, region: Region) -> Iterator[Problem]:
    """A name that nothing bears, a letter or two away from one of the region's own."""
    names = {each.casefold(): each for each in (region.name, *region.names.values())}
    near = get_close_matches(words[:_LONGEST].casefold(), names, 1, _CLOSE)
    if near:
        yield Problem(
            f"{words[:60]!r} is no name of {region}",
            field="region",
            reason="no region bears it, and it is close to one of this one's names",
            suggestion=f"Did you mean {names[near[0]]!r}?",
            severity="warning",
        )


@cached_by_catalog(4096)
def bearers(words: str, on: date | None = None) -> tuple[Region, ...]:
    """Every region that some words name, today or on a day."""
    try:
        return regions_in_use().find(words, on=on)
    except LookupFailed:
        return ()


def _may_be(named: Region, region: Region) -> bool:
    """Whether a name may stand for the region: as itself, in another scheme, or by succession."""
    codes = {region.code, *region.codes.values()}
    return (
        named.code in codes
        or region.code in named.codes.values()
        or region.code in named.successors
        or named.code in region.successors
        or named.name == region.name
    )
