"""Rows of a comparison as flat values: for frames, CSV and JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from regiontargets.errors import UnitError
from regiontargets.model import Target
from regiontargets.model.number import to_decimal

from .comparison import Row
from .wholes import Whole

Value: TypeAlias = "str | Decimal | date | None"

_AIM = (
    *("target_id", "region_code", "region", "metric", "period", "due", "comparator", "target"),
    *("upper", "unit"),
)
COLUMNS = (*_AIM, "outcome_id", "outcome_period", "outcome", "verdict", "gap", "reason")
"""What a row says, in this order."""

WHOLE_COLUMNS = (*_AIM, "parts", "lacking", "together", "together_upper", "verdict", "reason")
"""What a whole beside its parts says, in this order."""


def row_values(row: Row) -> dict[str, Value]:
    """One row; what does not apply is None."""
    seen = row.observation
    return {
        **_aim(row.target),
        "outcome_id": seen.id if seen else None,
        "outcome_period": str(seen.period) if seen and seen.period else None,
        "outcome": _outcome(row),
        "verdict": row.verdict,
        "gap": to_decimal(row.gap.value) if row.gap else None,
        "reason": row.reason or None,
    }


def _aim(target: Target) -> dict[str, Value]:
    amount = target.amount
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
    }


def whole_values(whole: Whole) -> dict[str, Value]:
    """One whole beside its parts; what does not apply is None."""
    together, lacking = whole.together, whole.lacking
    return {
        **_aim(whole.target),
        "parts": str(len(whole.parts)),
        "lacking": None if lacking is None else str(len(lacking)),
        "together": to_decimal(together.value) if together else None,
        "together_upper": to_decimal(together.upper or together.value) if together else None,
        "verdict": whole.verdict,
        "reason": whole.reason or None,
    }


def whole_record(whole: Whole) -> dict[str, str | None]:
    """One whole in words."""
    return {name: _words(value) for name, value in whole_values(whole).items()}


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
