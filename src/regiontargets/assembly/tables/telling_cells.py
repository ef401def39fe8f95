"""Columns whose names say nothing, known by what stands in them: names of regions, of metrics."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import islice

from regiontargets.model import Region
from regiontargets.tables import FrameColumns, Table

from ..reading import Metrics, Reader, Regions
from .column_names import meaning

_LOOKED_AT = 30
_MOST_WRONG = 0.2
_LONGEST = 60
"""How many different cells are looked at, the part of them that may be misspelt, and how long the
name of a place or metric is."""


def told_by_cells(
    table: Table,
    roles: Mapping[str, str],
    given: Mapping[str, object],
    catalogs: tuple[Regions, Metrics],
) -> dict[str, str]:
    """The columns of the region and of the metric, where their names do not tell but cells do.

    >>> from regiontargets.catalog import metrics, regions
    >>> from regiontargets.tables import column_of
    >>> cells = {"Land": ["Bayern", "Hessen"], "Was": ["GDP growth", "population"], "x": ["1", "2"]}
    >>> table = Table("t.csv", {name: column_of(each) for name, each in cells.items()}, 2)
    >>> told_by_cells(table, {"amount": "x"}, {}, (regions, metrics))
    {'region': 'Land', 'metric': 'Was'}
    """
    if not any(each in roles or each in given for each in ("amount", "lower", "upper")):
        return {}  # the first row may be no header at all
    reader = Reader(*catalogs)
    lacking: dict[str, Callable[[str], object]] = {}
    if not any(each in roles or each in given for each in ("region", "region_code")):
        lacking["region"] = reader.region
    elif "country" in meaning("columns", roles.get("region", "")) and "within" not in roles:
        lacking["region"] = lambda name: _part_of_a_country(reader, name)
    if not any(each in roles or each in given for each in ("metric", "metric_code")):
        lacking["metric"] = reader.metric
    found: dict[str, str] = {}
    for role, read in lacking.items():
        spare = [name for name in table.columns if name not in roles.values()]
        telling = [name for name in spare if _are_names(_cells(table, name), read)]
        if len(telling) == 1:
            found |= {"within": roles["region"]} if role in roles else {}
            found[role] = telling[0]
    return found


def _part_of_a_country(reader: Reader, name: str) -> Region | None:
    found = reader.region(name)
    return None if found is None or found.level == "country" else found


def _cells(table: Table, name: str) -> Collection[str]:
    columns = table.columns
    if isinstance(columns, FrameColumns):
        cells = columns.frame([name]).head(_LOOKED_AT * 10).unique(maintain_order=True)
        return list(islice(filter(None, cells.collect().to_series().to_list()), _LOOKED_AT))
    return list(islice(filter(None, columns[name].values), _LOOKED_AT))


def _are_names(cells: Collection[str], read: Callable[[str], object]) -> bool:
    if not cells or any(len(each) > _LONGEST or each[0].isdigit() for each in cells):
        return False
    wrong = sum(read(each) is None for each in cells)
    return wrong <= _MOST_WRONG * len(cells)
