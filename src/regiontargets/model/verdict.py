"""Whether an outcome meets a target, and by how much."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from regiontargets.errors import UnitError

from .amount import Amount
from .interval import Interval
from .number import to_number
from .shares_of_people import as_share

if TYPE_CHECKING:
    from .metric import Direction
    from .observation import Observation
    from .record import Record
    from .target import Target

Verdict: TypeAlias = Literal["met", "missed", "undetermined", "not_comparable"]
"""What comparing a target with an outcome comes to."""

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

Tolerance: TypeAlias = "Amount | Decimal | Fraction | int | str | None"

_OPPOSITE = {"decrease": "increase", "decline": "growth"}


def verdict(target: Target, observation: Observation, tolerance: Tolerance) -> Verdict:
    """See `Target.verdict`."""
    outcome = comparable_outcome(target, observation)
    if outcome is None or target.amount is None:
        return "not_comparable"
    certain, possible = acceptable(target, _tolerance_in(target.amount, tolerance))
    observed = outcome.interval
    if observed.approximate:
        slack = _tolerance_in(target.amount, tolerance)
        observed = Interval() if slack is None else observed.widened(slack)
    if _mirrored(target, observation):
        observed = observed.negated()
    if certain.covers(observed):
        return _in_time(target, observation, met=True)
    if not possible.overlaps(observed):
        return _in_time(target, observation, met=False)
    return "undetermined"


def gap(target: Target, observation: Observation) -> Amount | None:
    """See `Target.gap`."""
    outcome = comparable_outcome(target, observation)
    if outcome is None or target.amount is None or outcome.upper is not None:
        return None
    value = -outcome.value if _mirrored(target, observation) else outcome.value
    low, high = target.amount.value, target.amount.upper or target.amount.value
    nearest = min(max(Fraction(value), Fraction(low)), Fraction(high))
    unit = "percentage_point" if target.amount.unit == "percent" else target.amount.unit
    return Amount(
        comparator=outcome.comparator, value=to_number(Fraction(value) - nearest), unit=unit
    )


def comparable_outcome(target: Target, observation: Observation) -> Amount | None:
    """The observation's amount in the target's unit, or None where the two are of different things.

    An equivalent that the source restates (the same value in dollars) serves where the amount
    itself is in another currency.
    """
    same_thing = (
        _subject(target) is not None
        and target.region is not None
        and target.region == observation.region
        and _subject(target) == _subject(observation)
        and _times_match(target, observation)
    )
    if not same_thing or target.amount is None or observation.amount is None:
        return None
    for amount in (observation.amount, *observation.equivalents):
        try:
            return amount.to(target.amount.unit)
        except UnitError:
            # Of one metric, per mille and per 1,000 people are the same.
            if (share := as_share(amount, target.amount.unit or "")) is not None:
                return share
    return None


def acceptable(target: Target, slack: Fraction | None) -> tuple[Interval, Interval]:
    """The values that surely meet the target, and those that may."""
    assert target.amount is not None
    stated = target.amount.interval
    direction = _direction(target)
    if stated.low is None or stated.high is None:
        return stated, stated
    firm = stated
    if stated.approximate and slack is not None:
        firm = stated.widened(slack)
    certain = _open_towards_better(firm, direction)
    if not stated.approximate or slack is not None:
        return certain, certain
    return certain, Interval()


def _open_towards_better(interval: Interval, direction: Direction) -> Interval:
    if direction == "higher":
        return Interval(interval.low, None)
    if direction == "lower":
        return Interval(None, interval.high)
    return Interval(interval.low, interval.high)


def _direction(target: Target) -> Direction:
    """Which way is better for the stated number: a decline of what should be low is better high."""
    direction: Direction = target.metric.direction if target.metric else "none"
    if target.change not in _OPPOSITE:
        return direction
    flipped: dict[Direction, Direction] = {"higher": "lower", "lower": "higher", "none": "none"}
    return flipped[direction]


def _subject(record: Record) -> tuple[str, str] | None:
    """What a record is about: growth of a metric and its growth metric as a level are one thing."""
    metric = record.metric
    if metric is None:
        return None
    if metric.growth_of is not None and record.change == "level":
        return metric.growth_of, "growth"
    return metric.code, _change_family(record.change)


def _change_family(change: str) -> str:
    return _OPPOSITE.get(change, change)


def _mirrored(target: Target, observation: Observation) -> bool:
    return (target.change in _OPPOSITE) != (observation.change in _OPPOSITE)


def _times_match(target: Target, observation: Observation) -> bool:
    if target.period is None or observation.period is None:
        return False
    return target.period.covers(observation.period)


def _in_time(target: Target, observation: Observation, *, met: bool) -> Verdict:
    """What one outcome within the target's period says of the whole of it."""
    assert target.period is not None
    assert observation.period is not None
    at_its_end = observation.period.end == target.period.end
    whole = at_its_end and observation.period.start == target.period.start
    match target.aggregation:
        case "every_year":
            decided = whole or not met
        case "annual_average" | "cumulative":
            decided = whole
        case _:
            early = target.period.kind == "deadline" and met
            decided = at_its_end or early
    if not decided:
        return "undetermined"
    return "met" if met else "missed"


def _tolerance_in(amount: Amount, tolerance: Tolerance) -> Fraction | None:
    if tolerance is None:
        return None
    if isinstance(tolerance, Amount):
        # Half a point either way of about 5.5 percent is how people say it.
        if tolerance.unit == "percentage_point" and amount.unit == "percent":
            return Fraction(tolerance.value)
        return Fraction(tolerance.to(amount.unit).value)
    return Fraction(to_number(tolerance))
