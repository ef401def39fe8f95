"""Which outcome belongs to which target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from regiontargets.model import Amount, Dataset, Observation, Target

from .comparison import Comparison, Outcome, Row
from .reasons import reason
from .subjects import Subject, subject
from .whole_period import every_year, taken_together
from .wholes import parts_and_wholes

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
    currency), the pair is not comparable. Where a target of several years asks for their sum or
    average, or for each of them, and every year's outcome is there, they make one row.

    Targets of parts are set beside the target of their whole, too: see `Comparison.wholes`.

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
        ),
        parts_and_wholes(aims, tolerance),
    )


def _by_subject(observations: Iterable[Observation]) -> Mapping[Subject, Sequence[Observation]]:
    found: defaultdict[Subject, list[Observation]] = defaultdict(list)
    for each in observations:
        if (key := subject(each)) is not None:
            found[key].append(each)
    return found


def _rows(
    target: Target,
    by_subject: Mapping[Subject, Sequence[Observation]],
    tolerance: _Tolerance,
    day: date,
) -> Iterator[Row]:
    key = subject(target)
    alike = by_subject.get(key, ()) if key is not None else ()
    judged: list[tuple[Observation, Outcome]] = [
        (each, target.verdict(each, tolerance)) for each in alike if _in_time(target, each)
    ]
    comparable = [pair for pair in judged if pair[1] != "not_comparable"]
    whole = _of_the_whole(target, [each for each, _ in comparable], tolerance)
    if whole is not None:
        yield whole
        return
    for observation, verdict in comparable or judged:
        due = _unless_open(target, verdict, day)
        why = reason(target, observation, due, tolerance)
        yield Row(target, observation, due, target.gap(observation), why)
    if not judged:
        due = _unless_open(target, "undetermined", day)
        yield Row(target, None, due, reason=reason(target, None, due, tolerance))


def _of_the_whole(
    target: Target, observations: Sequence[Observation], tolerance: _Tolerance
) -> Row | None:
    """The row of a target of several years whose outcomes are there year by year."""
    years = every_year(target, observations)
    if target.aggregation == "every_year":
        return _of_every_year(target, years, tolerance)
    together = taken_together(target, observations)
    if together is None:
        return None
    verdict = target.verdict(together, tolerance)
    why = reason(target, together, verdict, tolerance)
    return Row(target, together, verdict, target.gap(together), why, tuple(years))


def _of_every_year(
    target: Target, years: Sequence[Observation], tolerance: _Tolerance
) -> Row | None:
    """Met where each year is, each held against the target as one of that year."""
    judged: list[tuple[Observation, Outcome]] = []
    for each in years:
        of_year = target.model_copy(update={"period": each.period, "aggregation": "at_end"})
        judged.append((each, of_year.verdict(each, tolerance)))
    for verdict in _WORST_FIRST:
        worst = next((each for each, found in judged if found == verdict), None)
        if worst is not None:
            why = "" if verdict == "met" else f"{worst.period} is {verdict.replace('_', ' ')}"
            return Row(target, worst, verdict, target.gap(worst), why, tuple(years))
    return None


_WORST_FIRST: tuple[Outcome, ...] = ("missed", "not_comparable", "undetermined", "met")


def _in_time(target: Target, observation: Observation) -> bool:
    if target.period is None or observation.period is None:
        return False
    return target.period.covers(observation.period)


def _unless_open(target: Target, verdict: Outcome, day: date) -> Outcome:
    open_still = target.period is not None and target.period.end > day
    return "not_yet_due" if open_still and verdict == "undetermined" else verdict
