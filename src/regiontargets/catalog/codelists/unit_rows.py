"""A user's names of units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from regiontargets.errors import UnitError
from regiontargets.findings import Finding

from .fields import given_twice, known_fields, missing
from .row import Row

if TYPE_CHECKING:
    from regiontargets.units import UnitReading

FIELDS = ("name", "unit", "aliases", "code")
"""The fields of a list of units: a name, and the unit that it stands for as anyone writes it."""


def own_units(rows: Iterable[Row]) -> tuple[Mapping[str, UnitReading], list[Finding]]:
    """What a user's names of units stand for, and what is wrong with the list.

    Args:
        rows: the rows, in order; `code`, as a table of TOML or YAML has it, is a name too.
    """
    # The tables of units are wanted only where somebody lists units.
    from regiontargets.units import read_unit

    units: dict[str, UnitReading] = {}
    seen: dict[str, Row] = {}
    findings: list[Finding] = []
    for stated in rows:
        row, unknown = known_fields(stated, FIELDS)
        findings += unknown
        names = (*row.texts("name"), *row.texts("code"), *row.texts("aliases"))
        if not names or not row.text("unit"):
            findings.append(missing(row, "unit" if names else "name", "a row states both"))
            continue
        try:
            reading = read_unit(row.text("unit"))
        except UnitError as error:
            shown = row.text("unit")[:60]
            findings.append(
                row.finding("F105", f"unit cannot be {shown!r}", "unit", reason=str(error))
            )
            continue
        for name in dict.fromkeys(names):
            if name in seen:
                findings.append(given_twice(row, name, seen[name]))
            else:
                seen[name], units[name] = row, reading
    return units, findings
