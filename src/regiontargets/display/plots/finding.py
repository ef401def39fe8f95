"""The targets that a plot is about."""

from __future__ import annotations

from collections.abc import Sequence

from regiontargets.errors import LookupFailed
from regiontargets.model import Dataset, Metric, Record, Region, Target


def wanted_targets(
    dataset: Dataset,
    metric: Metric | str,
    *,
    region: Region | str | None = None,
    year: int | None = None,
) -> Sequence[Target]:
    """The targets of a metric, and of a region and a year where they are given.

    Raises:
        LookupFailed: there is none.
    """
    found = dataset.targets.where(metric=metric)
    if region is not None:
        found = found.where(region=region)
    if year is not None:
        found = found.where(year=year)
    if not found:
        asked = (("metric", metric), ("region", region), ("year", year))
        words = ", ".join(f"{name} {value}" for name, value in asked if value is not None)[:200]
        known = ", ".join(sorted({each.metric.code for each in dataset.targets if each.metric}))
        raise LookupFailed(
            str(metric), f"no target of {words}.", suggestion=f"Metrics: {known[:300] or 'none'}."
        )
    return found


def metric_name(records: Sequence[Record]) -> str:
    """The name of the metric that records are about."""
    return next((each.metric.name for each in records if each.metric), "?")
