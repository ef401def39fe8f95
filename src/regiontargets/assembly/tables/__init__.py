"""From tables to typed columns, and to a dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from regiontargets.model import Source
from regiontargets.tables import Table

from ..reading import Metrics, Regions
from .column_map import Columns, mapping_of, meanings_of, missing, roles_of
from .curated import CuratedTable
from .dated_columns import years_of
from .no_records import records_only
from .place_columns import unnamed_parts
from .places import TablePlaces
from .quoted_sources import Sources
from .telling_cells import told_by_cells
from .wide import gathered

__all__ = ["FINDINGS", "Columns", "CuratedTable", "curated_tables", "mapping_of"]

FINDINGS = {
    "F146": "a table of which no column is the region, the metric or the value",
    "F147": "two columns of a table that may play one role",
    "F148": "cells of a row that disagree",
    "F149": "a cell that is not in its codelist",
    "F150": "a row that names a source which is not at hand",
    "F151": "a row with the id of another",
    "F156": "a row that sums up others, or is a heading: it is left out",
    "F157": "a row without a value",
}
"""What typing a table may find."""


def curated_tables(
    tables: Iterable[Table],
    *,
    regions: Regions,
    metrics: Metrics,
    columns: Mapping[str, object] | None = None,
    sources: Iterable[Source] = (),
) -> Iterator[CuratedTable]:
    """Each table with its columns in their roles.

    Args:
        tables: what was read.
        regions: the region catalog.
        metrics: the metric catalog.
        columns: which column plays which role; see `mapping_of`.
        sources: the sources whose texts quotes are looked up in.

    Raises:
        LoadError: a column that the mapping names is not there.
    """
    mapped, at_hand = columns or {}, Sources(sources)
    for table in tables:
        roles, findings = roles_of(table, mapped)
        given = {**mapped, **years_of(roles, mapped)}
        if "wide" not in given:
            roles |= told_by_cells(table, roles, given, (regions, metrics))
        gathering, named = gathered(table, given, roles)
        findings += missing(gathering, roles, given)
        gathering, left_out = records_only(gathering, roles)
        findings += [*left_out, *unnamed_parts(gathering, roles, meanings_of(gathering))]
        places = TablePlaces(gathering, roles, named)
        yield CuratedTable(places, given, (regions, metrics), at_hand, findings)
