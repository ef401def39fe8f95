"""Layouts that a table's columns are recognised by, and what a curated table makes of them."""

from __future__ import annotations

from .flat_records import from_flat_records, is_flat_records
from .sdmx_csv import from_sdmx_csv, is_sdmx_csv
from .table import Table


def in_plain_layout(table: Table) -> Table:
    """The table with the columns of a curated one, if it is of a layout that is known."""
    if is_sdmx_csv(table):
        return from_sdmx_csv(table)
    return from_flat_records(table) if is_flat_records(table) else table
