"""Columns whose names say of when their values are: "2025 target" beside "2020 actual"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .column_names import meaning

_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?!\d) ?年?", re.ASCII)
_PERIOD_OF = {"amount": "period", "baseline_amount": "baseline_period"}


def dated(name: str) -> tuple[str, str] | None:
    """What a column is, and of which year, if its name gives both.

    >>> dated("2025年目标值"), dated("Target (2030)"), dated("2020 actual"), dated("2025 budget")
    (('amount', '2025'), ('amount', '2030'), ('baseline_amount', '2020'), None)
    """
    found = _YEAR.findall(name) if len(name) <= _LONGEST else []
    if len(found) != 1:
        return None
    rest = _YEAR.sub(" ", name).strip(_AROUND)
    for section in ("columns", "dated_columns"):
        for role in meaning(section, rest) if rest else ():
            if role in _PERIOD_OF:
                return role, found[0]
    return None


_LONGEST = 60
_AROUND = " \t()（）_-–—·:：/"


def years_of(roles: Mapping[str, str], given: Mapping[str, object]) -> dict[str, str]:
    """What the names of columns say of the time of every row, where nothing else does."""
    found: dict[str, str] = {}
    for role, period in _PERIOD_OF.items():
        read = dated(roles.get(role, ""))
        if read is not None and period not in roles and period not in given:
            found[period] = f"={read[1]}"
    return found
