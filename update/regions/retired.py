"""Codes of ISO 3166-2 that lead to the one that replaced them."""

from __future__ import annotations

import re

import iso3166_2
import pycountry

from .cldr import Cldr
from .tables import cells, pairs

# The CLDR still has the codes that ISO 3166-2 gave to other regions in 2015 and 2020.
RENUMBERED = {"IR", "MA"}
_CHANGE = re.compile(r"\b([A-Z]{2}-[A-Z0-9]{1,3}) ?(?:to|->) ?([A-Z]{2}-[A-Z0-9]{1,3})\b")


def codes(cldr: Cldr, known: iso3166_2.Subdivisions) -> dict[str, list[str]]:
    """The retired codes of each one of today."""
    by_hand = pairs("retired.tsv")
    kept = {row[0] for name in ("former.tsv", "newer.tsv") for row in cells(name)}
    replaced = {old: new[0] for old, new in cldr.replaced().items() if len(new) == 1}
    merged = {new for new in replaced.values() if list(replaced.values()).count(new) > 1}
    found: dict[str, list[str]] = {}
    for old, new in {**_in_history(known), **replaced, **by_hand}.items():
        if old not in kept and (new not in merged or old in by_hand):
            found.setdefault(new, []).append(old)
    return found


def _in_history(known: iso3166_2.Subdivisions) -> dict[str, str]:
    """Codes that ISO's change notes say were replaced by another, and that mean nothing else now."""
    current = {unit.code for unit in pycountry.subdivisions}
    found: dict[str, set[str]] = {}
    for code in current:
        try:
            notes = known[code].history or []
        except Exception:
            continue
        for old, new in (pair for note in notes for pair in _CHANGE.findall(str(note))):
            if old not in current and new in current and old[:2] not in {*RENUMBERED, "FR"}:
                found.setdefault(old, set()).add(new)
    return {old: new.pop() for old, new in found.items() if len(new) == 1}
