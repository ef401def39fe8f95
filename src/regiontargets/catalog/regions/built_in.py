"""The tables of the regions that come with the library, kept beside their rows."""

from __future__ import annotations

from ..sorted_table import SortedTable
from .rows import data
from .tables import KeptTables

FILE = "tables.tsv"


def built_in_tables() -> KeptTables:
    """Where the codes and names of these regions lead, as `TablesOfRows` works it out."""
    _, *tables = data(FILE).split(b"\n\n")
    return KeptTables(*(SortedTable(each.rstrip(b"\n") + b"\n") for each in tables))
