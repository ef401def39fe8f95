"""What makes records of one region and metric go together."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeAlias

from regiontargets.model import Period, Record

Subject: TypeAlias = tuple[str, str]
"""Region and metric; growth of a metric and its growth metric go together."""


def subject(record: Record) -> Subject | None:
    """What a record is about; None where its region or metric is not known."""
    if record.region is None or record.metric is None:
        return None
    return record.region.key, record.metric.growth_of or record.metric.code


def is_growth(record: Record) -> bool:
    """Whether a record is of a growth rate, in either way of saying so."""
    growing = record.metric is not None and record.metric.kind == "growth"
    return growing or record.change in ("growth", "decline")


def time(period: Period) -> Hashable:
    """A time, in which "in 2025" and "by 2025" are the same."""
    return (None if period.kind in ("year", "deadline") else period.start), period.end
