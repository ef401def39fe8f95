"""The library's own flat rows, as its CSV, Excel, Parquet and Data Package exports hold them.

They state a period by its days and a region by code and name; a curated table has a column each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .column import Column, combined
from .sdmx_time import period_words
from .table import Table

_MARKS = ("kind", "id", "region", "region_name", "metric", "metric_name", "amount_text")
_DAYS = ("period_start", "period_end", "period_kind", "year")
_STATED = ("start", "end", "amount_text", *_DAYS)
"""What other columns say too, or what is found again in the source."""

_QUARTERS = {"01": 1, "04": 2, "07": 3, "10": 4}

_SPARE = ("basis", "value_fraction", "upper_fraction")
"""What no column of a curated table says: kept where it says anything."""


def is_flat_records(table: Table) -> bool:
    """Whether a table has the columns of `Dataset.to_records`."""
    return table.columns.keys() >= {*_MARKS, *_DAYS}


def from_flat_records(table: Table) -> Table:
    """The table with one column for each thing that a row says."""
    columns = dict(table.columns)
    for name in ("region", "metric"):
        columns[name] = _either(columns, name, f"{name}_name")
        del columns[f"{name}_name"]
    columns["value"] = _either(columns, "value", "amount_text")
    columns["period"] = combined([columns[name] for name in _DAYS], _period)
    gone = {*_STATED, *(name for name in _SPARE if not any(_values(columns, name)))}
    return replace(table, columns={n: each for n, each in columns.items() if n not in gone})


def _either(columns: Mapping[str, Column[str]], name: str, other: str) -> Column[str]:
    return combined([columns[name], columns[other]], _first)


def _first(one: str, other: str) -> str:
    return one or other


def _values(columns: Mapping[str, Column[str]], name: str) -> list[str]:
    return list(columns[name].values) if name in columns else []


def _period(start: str, end: str, kind: str, year: str) -> str:
    """The words for a period that is stated by its days.

    >>> _period("2022-01-01", "2022-12-31", "year", "2022")
    '2022'
    """
    month = start[5:7]
    whole = {
        "year": year,
        "half": f"{year}-S{1 if month == '01' else 2}",
        "quarter": f"{year}-Q{_QUARTERS.get(month, 1)}",
        "month": start[:7],
        "day": end,
        "deadline": end,
    }
    return period_words(whole.get(kind, f"{start}/{end}") if end else "", kind, year)
