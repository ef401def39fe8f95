"""Why a target is neither met nor missed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from regiontargets.model import Amount, Observation, Target

from .comparison import Outcome
from .subjects import time


def reason(
    target: Target,
    observation: Observation | None,
    verdict: Outcome,
    tolerance: Amount | Decimal | Fraction | int | str | None,
) -> str:
    """Why a verdict is none; empty for what is met or missed.

    >>> reason(Target(id="t"), None, "undetermined", None)
    'the target states no number'
    """
    if verdict in ("met", "missed"):
        return ""
    if target.amount is None:
        return "the target states no number"
    if verdict == "not_yet_due" and target.period is not None:
        return f"it is due on {target.period.end}"
    if observation is None:
        return "there is no outcome of its region, metric and time"
    if observation.amount is None:
        return "the outcome states no number"
    if verdict == "not_comparable":
        return f"the outcome is {observation.amount}, which is of another kind"
    if _in_part(target, observation):
        return f"the outcome is of {observation.period}, a part of {target.period}"
    about = target.amount.interval.approximate or observation.amount.interval.approximate
    if about and tolerance is None:
        return "how far off “about” still counts is not said (tolerance)"
    return "the words leave it open"


def _in_part(target: Target, observation: Observation) -> bool:
    if target.period is None or observation.period is None:
        return False
    return time(target.period) != time(observation.period)
