"""Facts that are worked out from others, once for all rules that read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from regiontargets.model import Amount, Period
from regiontargets.phrases import Mention, find_periods

from .evidence.setting import Pieces, setting_of
from .statements import Statement, statements


def _statements(amount: Amount | None, evidence: str | None) -> tuple[Statement, ...]:
    return () if amount is None or not evidence else statements(amount, evidence)


def _times(
    evidence: str | None, published: date | None, country: str | None
) -> tuple[Mention[Period], ...]:
    return find_periods(evidence, published=published, country=country) if evidence else ()


def _pieces(text: str | None) -> Pieces | None:
    return None if text is None else Pieces(text)


DERIVED: dict[str, tuple[tuple[str, ...], Callable[..., Any]]] = {
    "statements": (("amount", "amount_evidence"), _statements),
    "times": (("evidence", "published", "country"), _times),
    "pieces": (("source_text",), _pieces),
    "setting": (("evidence_span", "pieces"), setting_of),
}
"""The facts that each is worked out from, and how."""
