"""What our units are called in UCUM and QUDT."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class UnitCodes(NamedTuple):
    """The names of one unit.

    Attributes:
        ucum: its code in the Unified Code for Units of Measure.
        qudt: its local name in the QUDT vocabulary of units; empty if it has none.
    """

    ucum: str
    qudt: str


@cache
def unit_codes() -> dict[str, UnitCodes]:
    """The codes of each unit that has any.

    >>> unit_codes()["percent"]
    UnitCodes(ucum='%', qudt='PERCENT')
    """
    path = files("regiontargets.exports") / "data" / "unit_codes.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t")
    return {row["unit"]: UnitCodes(row["ucum"], row["qudt"]) for row in rows}
