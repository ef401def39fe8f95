"""D004."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from regiontargets.model import Region

from ..problem import Problem
from ..shapes import GroupRule, Member
from ..units.fit import unit_words
from .sameness import change_of, interval_in, time_of

LEAST_SIBLINGS = 4
"""Regions among which one may stand out."""

MANY = 10
"""Regions among which one need not be many times as great as any other to stand out."""

TIMES = 5
"""How many times as great as the greatest of a few others one is that has a digit too many."""

DEVIATIONS = 6
"""Deviations from the median beyond which a value stands out."""

NORMAL = 1.4826
"""What the median of distances from the median is to a standard deviation."""

LEAST_SPREAD = 0.5
"""The least deviation that is reckoned with, in the metric's unit."""

LEAST_PART = 0.05
"""The least deviation as a part of the median: where most aim at 90 percent, 80 is no slip."""

MARGIN = Fraction(10, 100)
"""By how much parts may exceed their whole together: regional accounts are made separately, and
those of China's provinces have exceeded the country's by as much."""


class OutOfProportion(GroupRule):
    """Outlier among siblings; parts that exceed their whole.

    ## What it finds

    A rate, share or growth that lies six deviations away from those of at least nine other
    regions of its level at the same time; from those of three others or more, if it is also five
    times as great as any of them. An amount of a part that is greater than that of what
    it is part of; and parts that together exceed it by more than a tenth. Values that are off by a
    power of ten are U004.

    ## Why it matters

    It may be true, and then it is news; more often a digit, a region or a year is wrong.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #g code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}, [that of [Wuhan]{.region code=420100}
    [7.1 trillion yuan]{.amount}]{.observation metric=#g period=2021}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #g code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}, [that of [Wuhan]{.region code=420100}
    [1.77 trillion yuan]{.amount}]{.observation metric=#g period=2021}.
    ```
    """

    code = "D004"
    severity = "warning"
    yields_to = ("U004", "U008", "D002", "D003", "E002")
    groups = ("kind", "metric")
    reads = (*groups, "region", "amount", "change", "period")

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """Look among the values of one metric, time by time."""
        metric = members[0].facts.metric
        if metric is None:
            return
        for values in _by_time(members).values():
            if metric.kind in ("level", "count"):
                yield from _parts_beyond_their_whole(values)
            elif metric.kind in ("growth", "share"):
                yield from _outliers(values)


class _Value(NamedTuple):
    row: int
    region: Region
    low: Fraction
    high: Fraction | None
    unit: str | None
    words: str


def _by_time(members: Sequence[Member]) -> dict[Hashable, list[_Value]]:
    """The levels of each time that can be compared, by their unit."""
    found: defaultdict[Hashable, list[_Value]] = defaultdict(list)
    for member in members:
        facts = member.facts
        amount, region = facts.amount, facts.region
        if amount is None or region is None or facts.period is None or change_of(facts) != "level":
            continue
        unit = amount.unit
        if facts.metric is not None and interval_in(amount, facts.metric.unit) is not None:
            unit = facts.metric.unit
        interval = interval_in(amount, unit)
        if interval is None or interval.low is None:
            continue
        high = None if interval.high is None else Fraction(interval.high)
        value = _Value(member.rows[0], region, Fraction(interval.low), high, unit, str(amount))
        found[time_of(facts.period), unit].append(value)
    return found


def _outliers(values: list[_Value]) -> Iterator[tuple[int, Problem]]:
    from statistics import median  # Deferred: few tables have enough siblings.

    by_level: defaultdict[str | None, list[_Value]] = defaultdict(list)
    for value in values:
        by_level[value.region.level].append(value)
    for level, same in by_level.items():
        if level is None or len({value.region.code for value in same}) < LEAST_SIBLINGS:
            continue
        greatest = sorted((abs(value.low) for value in same), reverse=True)
        centre = median(float(value.low) for value in same)
        deviation = median(abs(float(value.low) - centre) for value in same)
        least = max(LEAST_SPREAD, LEAST_PART * abs(centre))
        spread = DEVIATIONS * max(NORMAL * deviation, least)
        for value in same:
            if abs(float(value.low) - centre) <= spread:
                continue
            if len(same) >= MANY or abs(value.low) >= TIMES * greatest[1]:
                yield value.row, _outlier(value, centre, deviation, len(same))


def _outlier(value: _Value, centre: float, deviation: float, count: int) -> Problem:
    return Problem(
        f"{value.words} is far from its siblings",
        field="amount",
        reason=f"half of the {count} regions of its level lie within {deviation:g} of "
        f"{centre:g} {unit_words(value.unit or '')}",
        suggestion="Compare the number, the region and the year with the source.",
    )


def _parts_beyond_their_whole(values: list[_Value]) -> Iterator[tuple[int, Problem]]:
    wholes = {value.region.code: value for value in values}
    parts: defaultdict[tuple[str, str | None], dict[str, _Value]] = defaultdict(dict)
    greater: defaultdict[str, dict[str, _Value]] = defaultdict(dict)
    for value in values:
        whole = wholes.get(value.region.parent or "")
        if whole is None or whole.high is None:
            continue
        parts[whole.region.code, value.region.level][value.region.code] = value
        if value.low > whole.high:
            greater[whole.region.code][value.region.code] = value
    for code, beyond in greater.items():
        if len(beyond) == 1:
            yield from (
                (part.row, _greater_than_whole(part, wholes[code])) for part in beyond.values()
            )
        else:  # then it is the whole that is wrong
            yield wholes[code].row, _less_than_its_parts(wholes[code], [*beyond.values()])
    for (code, _), each in parts.items():
        whole, largest = wholes[code], max(value.low for value in each.values())
        together = sum(value.low for value in each.values())
        if whole.high is not None and largest <= whole.high < together / (1 + MARGIN):
            yield whole.row, _together_greater(whole, each, Fraction(together))


def _greater_than_whole(part: _Value, whole: _Value) -> Problem:
    return Problem(
        f"{part.region.name} is part of {whole.region.name} and exceeds it",
        field="amount",
        reason=f"the part has {part.words}, the whole {whole.words}",
        suggestion="Compare both numbers with the source.",
        other=whole.row,
    )


def _less_than_its_parts(whole: _Value, beyond: list[_Value]) -> Problem:
    largest = max(beyond, key=lambda each: each.low)
    return Problem(
        f"{len(beyond)} parts of {whole.region.name} each exceed it",
        field="amount",
        reason=f"the whole has {whole.words}, and {largest.region.name} alone {largest.words}",
        suggestion="Compare the number of the whole with the source.",
        other=largest.row,
    )


def _together_greater(whole: _Value, parts: dict[str, _Value], together: Fraction) -> Problem:
    excess = float(together / (whole.high or 1) - 1)
    return Problem(
        f"the {len(parts)} parts of {whole.region.name} exceed it",
        field="amount",
        reason=f"together they are {excess:.0%} greater than {whole.words}",
        suggestion="Compare the numbers of the parts with the source.",
    )
