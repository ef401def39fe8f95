"""ISO 3166: countries and subdivisions, those of today and those that are no more."""

from __future__ import annotations

from . import countries, subdivisions
from .cldr import Cldr
from .row import Row
from .tables import cells

# Territories with a code as a country, or as a part of one, and another as a part of a larger one.
_TWICE = {
    "CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW", "FI-01": "AX", "FR-GP": "GP", "FR-971": "GP",
    "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT", "FR-BL": "BL", "FR-MF": "MF",
    "FR-NC": "NC", "FR-PF": "PF", "FR-PM": "PM", "FR-TF": "TF", "FR-WF": "WF", "NL-AW": "AW",
    "NL-CW": "CW", "NL-SX": "SX", "NL-BQ1": "BQ-BO", "NL-BQ2": "BQ-SA", "NL-BQ3": "BQ-SE",
    "NO-21": "SJ", "US-AS": "AS", "US-GU": "GU", "US-MP": "MP", "US-PR": "PR", "US-UM": "UM",
    "US-VI": "VI",
}  # fmt: skip


def rows(cldr: Cldr) -> list[Row]:
    """Every country and subdivision."""
    today = countries.rows(cldr)
    parts = _merge_twice_coded(today, [*subdivisions.rows(cldr), *_newer()])
    return [*today.values(), *countries.former(), *_with_former(parts)]


def _newer() -> list[Row]:
    return [
        Row(code, "iso3166-2", "province", name, "", code[:2], valid_from=since,
            aliases=names.split("|"))
        for code, name, names, since, _ in cells("newer.tsv")
    ]  # fmt: skip


def _with_former(parts: list[Row]) -> list[Row]:
    """The subdivisions with those that are no more, some of which the packages still have."""
    known = {row.code: row for row in parts}
    for code, name, names, until, successors, _ in cells("former.tsv"):
        row = known.setdefault(code, Row(code, "iso3166-2", "province", name, "", code[:2]))
        row.valid_to, row.successors = until, successors.split("|")
        row.aliases += [name, *names.split("|")]
    return list(known.values())


def _merge_twice_coded(today: dict[str, Row], parts: list[Row]) -> list[Row]:
    """Territories with two codes (HK is CN-HK) are one region."""
    known = {**today, **{row.code: row for row in parts}}
    kept = []
    for row in parts:
        whole = known.get(_TWICE.get(row.code, ""))
        if whole is None:
            kept.append(row)
            continue
        whole.codes.setdefault("iso3166-2", row.code)
        whole.also += [row.code, *row.also]
        whole.aliases += [row.name, row.zh, *row.aliases]
        if whole.level == "country":
            whole.parent = row.parent.split("-")[0]
            whole.level = "province" if whole.parent == "CN" else "country"
    return kept
