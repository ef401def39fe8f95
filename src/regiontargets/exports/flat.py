"""A dataset as one flat row a record, in plain Python types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from regiontargets.model import Amount, Dataset, Evidence, Period, Record, Target
from regiontargets.model.number import to_decimal

Cell: TypeAlias = str | int | bool | Decimal | date | None
"""What a flat row holds."""


def flat_records(dataset: Dataset) -> list[dict[str, Cell]]:
    """One dict a target or observation, all with the same keys."""
    return [_row(record) for record in dataset.records]


def columns() -> list[str]:
    """The keys of every row, in order."""
    return list(_row(Target(id="none")))


def _row(record: Record) -> dict[str, Cell]:
    region, metric = record.region, record.metric
    return {
        "kind": "target" if isinstance(record, Target) else "observation",
        "id": record.id,
        "region": None if region is None else region.code,
        "region_name": record.unread.get("region") if region is None else region.name,
        "metric": None if metric is None else metric.code,
        "metric_name": record.unread.get("metric") if metric is None else metric.name,
        **_amount(record.amount),
        "change": record.change,
        "amount_text": record.amount.text if record.amount else record.unread.get("amount"),
        **_period(record.period),
        **_aim(record),
        **_words(record.evidence),
    }


def _amount(amount: Amount | None) -> dict[str, Cell]:
    if amount is None:
        return dict.fromkeys(("comparator", "value", "upper", "unit", "basis"))
    return {
        "comparator": amount.comparator,
        "value": to_decimal(amount.value),
        "upper": None if amount.upper is None else to_decimal(amount.upper),
        "unit": amount.unit,
        "basis": amount.basis,
    }


def _period(period: Period | None) -> dict[str, Cell]:
    if period is None:
        return dict.fromkeys(("period_start", "period_end", "period_kind", "year"))
    return {
        "period_start": period.start,
        "period_end": period.end,
        "period_kind": period.kind,
        "year": period.year,
    }


def _aim(record: Record) -> dict[str, Cell]:
    """What only a target has."""
    target = record if isinstance(record, Target) else None
    return {
        "baseline": str(target.baseline) if target and target.baseline else None,
        "issuer": target.issuer if target else None,
        "announced": target.announced if target else None,
        "commitment": target.commitment if target else None,
        "aggregation": target.aggregation if target else None,
        "absent": target.absent if target else None,
        "supersedes": target.supersedes if target else None,
    }


def _words(evidence: Evidence | None) -> dict[str, Cell]:
    if evidence is None:
        return dict.fromkeys(("source", "start", "end", "quote"))
    return {
        "source": evidence.source,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.exact,
    }
