"""One thing said in two ways becomes one: growth, and counts without a unit."""

from __future__ import annotations

from regiontargets.model import Amount, Change, Metric
from regiontargets.model.amount import Comparator

from .reading import Metrics

_MIRRORED: dict[Comparator, Comparator] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
}
_GROWTH_CHANGES = ("growth", "decline")


def with_unit_of(amount: Amount, metric: Metric | None) -> Amount:
    """A bare number of something that is counted takes the metric's unit."""
    bare = amount.unit is None and amount.change != "multiple"
    if not bare or metric is None or metric.kind != "count":
        return amount
    return amount.model_copy(update={"unit": metric.unit})


def as_growth(
    metric: Metric | None, change: Change, amount: Amount | None, metrics: Metrics
) -> tuple[Metric | None, Change, Amount | None]:
    """`gdp` with change growth, and `gdp_growth` as a level, both as the latter.

    A decline becomes a negative growth. What has no growth metric with a row of its own stays as
    it is said; verdicts compare it with its growth metric all the same.
    """
    if metric is None or change not in _GROWTH_CHANGES or (amount and amount.unit != "percent"):
        return metric, change, amount
    if metric.kind != "growth":
        growth = metric.growth
        if growth is None or growth not in metrics or metrics.is_derived(growth):
            return metric, change, amount
        metric = metrics[growth]
    if amount is not None and change == "decline":
        amount = negated(amount)
    return metric, "level", amount


def negated(amount: Amount) -> Amount:
    """A decline as a growth: at least 3 percent down is at most -3 percent.

    >>> print(negated(Amount(comparator="at_least", value=3, unit="percent", change="decline")))
    at most -3%
    """
    low, high = amount.value, amount.upper
    return amount.model_copy(
        update={
            "comparator": _MIRRORED.get(amount.comparator, amount.comparator),
            "value": -(high if high is not None else low),
            "upper": None if high is None else -low,
            "change": None,
        }
    )
