"""Which outcome belongs to which target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from regiontargets.model import Amount, Dataset, Observation, Record, Target

from .comparison import Comparison, Outcome, Row

_Key: TypeAlias = tuple[str, str]
_Tolerance: TypeAlias = Amount | Decimal | Fraction | int | str | None


def compare(
    targets: Dataset | Iterable[Target],
    observations: Dataset | Iterable[Observation],
    tolerance: _Tolerance = None,
    on: date | None = None,
) -> Comparison:
    """Set each target beside the outcomes of its region, metric, kind of change and time.

    A target that another one supersedes is left out. Outcomes of other years are no pair; where
    all outcomes of the time are of another kind (a level where growth is aimed at, another
    currency), the pair is not comparable.

    Args:
        targets: a dataset's targets, or some.
        observations: a dataset's observations, or some.
        tolerance: how far off "about" still counts, in the target's unit.
        on: the day of the comparison: what is open and ends after it is not yet due; None: today.

    >>> from regiontargets.catalog import metrics, regions
    >>> from regiontargets.model import Period
    >>> about = {"region": regions["CN-SD"], "metric": metrics["gdp_growth"]}
    >>> aim = Target(id="t", amount=Amount(value="5.5", unit="percent"),
    ...              period=Period.of_year(2022), **about)
    >>> outcome = Observation(id="o", amount=Amount(value="3.9", unit="percent"),
    ...                       period=Period.of_year(2022), **about)
    >>> [(row.verdict, row.gap.value, row.gap.unit) for row in compare([aim], [outcome])]
    [('missed', Decimal('-1.6'), 'percentage_point')]
    """
    aims = tuple(targets.targets if isinstance(targets, Dataset) else targets)
    outcomes = observations.observations if isinstance(observations, Dataset) else observations
    replaced = {each.supersedes for each in aims}
    by_subject = _by_subject(outcomes)
    day = on or date.today()
    return Comparison(
        tuple(
            row
            for aim in aims
            if aim.id not in replaced
            for row in _rows(aim, by_subject, tolerance, day)
        )
    )


def _by_subject(observations: Iterable[Observation]) -> Mapping[_Key, Sequence[Observation]]:
    found: defaultdict[_Key, list[Observation]] = defaultdict(list)
    for each in observations:
        if (key := _key(each)) is not None:
            found[key].append(each)
    return found


def _key(record: Record) -> _Key | None:
    """Region and metric; growth of a metric and its growth metric go together."""
    if record.region is None or record.metric is None:
        return None
    return record.region.code, record.metric.growth_of or record.metric.code


def _rows(
    target: Target,
    by_subject: Mapping[_Key, Sequence[Observation]],
    tolerance: _Tolerance,
    day: date,
) -> Iterator[Row]:
    key = _key(target)
    alike = by_subject.get(key, ()) if key is not None else ()
    judged: list[tuple[Observation, Outcome]] = [
        (each, target.verdict(each, tolerance)) for each in alike if _in_time(target, each)
    ]
    comparable = [pair for pair in judged if pair[1] != "not_comparable"]
    for observation, verdict in comparable or judged:
        due = _unless_open(target, verdict, day)
        yield Row(target, observation, due, target.gap(observation))
    if not judged:
        yield Row(target, None, _unless_open(target, "undetermined", day))


def _in_time(target: Target, observation: Observation) -> bool:
    if target.period is None or observation.period is None:
        return False
    return target.period.covers(observation.period)


def _unless_open(target: Target, verdict: Outcome, day: date) -> Outcome:
    open_still = target.period is not None and target.period.end > day
    return "not_yet_due" if open_still and verdict == "undetermined" else verdict
