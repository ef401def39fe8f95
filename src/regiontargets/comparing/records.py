"""Rows of a comparison as flat values: for frames, CSV and JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from regiontargets.errors import UnitError
from regiontargets.model.number import to_decimal

from .comparison import Row

Value: TypeAlias = "str | Decimal | date | None"

COLUMNS = (
    *("target_id", "region_code", "region", "metric", "period", "due", "comparator", "target"),
    *("upper", "unit", "outcome_id", "outcome_period", "outcome", "verdict", "gap", "reason"),
)
"""What a row says, in this order."""


def row_values(row: Row) -> dict[str, Value]:
    """One row; what does not apply is None."""
    target, amount = row.target, row.target.amount
    seen = row.observation
    return {
        "target_id": target.id,
        "region_code": target.region.code if target.region else None,
        "region": target.region.name if target.region else None,
        "metric": target.metric.code if target.metric else None,
        "period": str(target.period) if target.period else None,
        "due": target.period.end if target.period else None,
        "comparator": amount.comparator if amount else None,
        "target": to_decimal(amount.value) if amount else None,
        "upper": to_decimal(amount.upper) if amount and amount.upper is not None else None,
        "unit": amount.unit if amount else None,
        "outcome_id": seen.id if seen else None,
        "outcome_period": str(seen.period) if seen and seen.period else None,
        "outcome": _outcome(row),
        "verdict": row.verdict,
        "gap": to_decimal(row.gap.value) if row.gap else None,
        "reason": row.reason or None,
    }


def row_record(row: Row) -> dict[str, str | None]:
    """One row in words: numbers with all their digits and without an exponent."""
    return {name: _words(value) for name, value in row_values(row).items()}


def _words(value: Value) -> str | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if value is None or isinstance(value, str) else value.isoformat()


def _outcome(row: Row) -> Decimal | None:
    """The outcome in the target's unit; None where it has none in it."""
    seen = row.observation.amount if row.observation else None
    if seen is None or row.target.amount is None:
        return None
    try:
        return to_decimal(seen.to(row.target.amount.unit).value)
    except UnitError:
        return None
