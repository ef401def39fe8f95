"""One thing said in two ways becomes one: growth, and counts without a unit."""

from __future__ import annotations

import re

from regiontargets.errors import LookupFailed
from regiontargets.model import Amount, Change, Metric
from regiontargets.model.amount import Comparator
from regiontargets.units import kind_of as kind_of_unit

from .reading import Metrics

_MIRRORED: dict[Comparator, Comparator] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
}
_GROWTH_CHANGES = ("growth", "decline")
_QUANTITIES = ("level", "count")
_SIGNS = tuple("+-−–﹣－＋")
_SHARE_OF = re.compile(r"(?:%|per ?cent|pct) of (?P<of>[A-Za-z]{3,5})\b", re.IGNORECASE)
_GDP = re.compile(r"^G[SR]DP$", re.IGNORECASE)
_LONGEST = 100


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


def as_share(
    metric: Metric | None, amount: Amount | None, words: str, metrics: Metrics
) -> Metric | None:
    """`fiscal_deficit` in "% of GDP" is the metric that is a share of it, if there is one."""
    if metric is None or amount is None or amount.unit != "percent" or metric.kind != "level":
        return metric
    found = _SHARE_OF.search(words[:_LONGEST])
    if found is None:
        return metric
    try:
        share = metrics.get(f"{metric.name} as % of {_GDP.sub('GDP', found['of'])}")
    except LookupFailed:
        return metric
    return share if share.kind == "share" else metric


def signed_change(
    metric: Metric | None, change: Change, amount: Amount | None, words: str
) -> Change:
    """A percentage with a sign, of what is no share itself, is a growth: emissions of -55%.

    >>> from regiontargets.catalog import metrics
    >>> signed_change(metrics["gdp"], "level", Amount(value=-3, unit="percent"), "-3%")
    'growth'
    """
    if metric is None or amount is None or change != "level" or metric.kind not in _QUANTITIES:
        return change
    signed = amount.unit == "percent" and words.lstrip()[:1] in _SIGNS
    return "growth" if signed and kind_of_unit(metric.unit) != "share" else change


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
