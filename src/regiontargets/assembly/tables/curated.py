"""A table whose cells are typed, each distinct one once; records are made when asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, overload

from regiontargets.findings import Finding
from regiontargets.model import Dataset, Evidence, Observation, Record, Records, Region, Target
from regiontargets.model.frozen import FrozenDict
from regiontargets.model.origin import Location
from regiontargets.tables import Column, FrameColumns, Table, column_of, in_a_frame

from ..reading import Metrics, Reader, Regions
from .cell_findings import cell_findings
from .cell_values import cells_of, kind_or_near
from .places import RowOrigin, TablePlaces, words_of
from .quoted_sources import NOWHERE, SourceNaming, Sources
from .typed_columns import NamedRegion, TypedColumns

if TYPE_CHECKING:
    import polars as pl

    from .sieve import Checks, Sieve

LEAST_ROWS = 2000
"""Rows of which fewer are sooner looked at one by one."""


class CuratedTable:
    """One table, seen as records.

    Attributes:
        roles: the column of each role.
        naming: the sources that its rows name.
        regions_read: what cells that name a region were found to say.
    """

    def __init__(
        self,
        places: TablePlaces,
        given: Mapping[str, object],
        catalogs: tuple[Regions, Metrics],
        sources: Sources,
        findings: Sequence[Finding] = (),
        whole: CuratedTable | None = None,
    ) -> None:
        self.given = given
        self.regions, self.metrics = catalogs
        self.roles = places.roles
        self._as_read = places
        self._sources = sources
        self._of_table = findings
        self._whole = whole
        self.regions_read: dict[tuple[object, ...], NamedRegion] = (
            {} if whole is None else whole.regions_read
        )
        if whole is None:
            self.naming = SourceNaming(sources, PurePath(places.table.path).stem or "table")
            self.naming.dated_by_announcements = self._announces_everything()
        else:
            self.naming = whole.naming

    def __len__(self) -> int:
        return self._as_read.table.rows

    def picked(self, rows: Sequence[int], quotes: Sequence[str] | None = None) -> CuratedTable:
        """Some rows, counted as they were read; what the whole table decides stays decided.

        Args:
            rows: which ones, ascending.
            quotes: other words for their quotes.
        """
        table = self.as_read.picked(rows)
        if quotes is not None:
            columns = {**table.columns, self.roles["quote"]: column_of(quotes)}
            table = replace(table, columns=columns)
        places = TablePlaces(table, self.roles, {})
        catalogs = self.regions, self.metrics
        whole = self._whole or self
        made = CuratedTable(places, self.given, catalogs, self._sources, self._of_table, whole)
        if self._sources.all and self._whole is not None:
            # The whole quote decides which source is meant, and stands in it.
            known = [name for name in ("source", "span") if name in self.typed.known]
            for name in ("source",) if quotes is not None else known:
                made.typed.known[name] = self.column(name).picked(rows).used()
        return made

    def slice(self, frame: pl.DataFrame, offset: int) -> CuratedTable:
        """The rows that a frame holds, the first of which has this number from zero."""
        whole, rows = self.as_read, range(offset, offset + frame.height)
        table = Table(
            whole.path,
            FrameColumns(frame, frame.columns, frame.height),
            frame.height,
            whole.numbers[offset : rows.stop]
            if whole.numbers
            else range(offset + 1, rows.stop + 1),
            whole.lines[offset : rows.stop] if whole.lines else (),
            whole.sheet,
            whole.findings,
        )
        places = TablePlaces(table, self.roles, {})
        catalogs = self.regions, self.metrics
        return CuratedTable(places, self.given, catalogs, self._sources, self._of_table, self)

    def sieve(self, checks: Checks) -> Sieve | None:
        """What tells rows that are surely right; None where the table is too small or unusual."""
        if len(self) < LEAST_ROWS or "wide" in self.given:
            return None
        columns = in_a_frame(self.as_read.columns, len(self))
        if columns is None or not self._ids_are_plain(columns):
            return None
        table = replace(self.as_read, columns=columns)
        self._as_read = TablePlaces(table, self.roles, self._as_read.named)
        from .sieve import Sieve  # deferred: only large tables need it

        return Sieve(self, checks)

    def _ids_are_plain(self, columns: FrameColumns) -> bool:
        """Whether every row has an id of its own, or none."""
        if "id" not in self.roles:
            return True
        return columns.are_distinct(self.roles["id"], unlike="#")

    def rows_with_findings(self) -> set[int]:
        """The rows whose cells are at odds with each other, or say nothing known."""
        of_cells = self.findings[len(self.table.findings) + len(self._of_table) :]
        numbers = {number: row for row, number in enumerate(self.table.numbers)}
        return {numbers[each.place.row] for each in of_cells if each.place.row is not None}

    @property
    def has_sources(self) -> bool:
        """Whether there are sources at hand, in which the quotes may stand."""
        return bool(self._sources.all)

    def not_located(self) -> list[int]:
        """The rows, as they were read, whose source is not at hand or does not have their quote."""
        spans = self.column("span")
        named = self.typed.cells("source")
        unknown = [cell in self.naming.unknown for cell in named.values]
        lost = [span == NOWHERE for span in spans.values]
        codes = zip(spans.codes, named.codes, strict=True)
        return [row for row, (one, other) in enumerate(codes) if lost[one] or unknown[other]]

    def said_of_all(self, role: str) -> str:
        """What the mapping says of every row."""
        return self._cells_as_read(role).values[0]

    # -- cells ---------------------------------------------------------------------------

    @property
    def as_read(self) -> Table:
        """The cells, in the order of the file."""
        return self._as_read.table

    @property
    def table(self) -> Table:
        """The cells, in the order of the records."""
        return self.places.table

    @cached_property
    def places(self) -> TablePlaces:
        """Where the cells stand; the rows in the order that a dataset has its records in."""
        places = self._as_read
        if self._whole is not None:
            return places  # some rows of a table stay as they were read
        kinds = self._cells_as_read("kind").map(kind_or_near)
        if "observation" not in kinds.values:
            return places
        order = sorted(range(places.table.rows), key=lambda row: kinds.value(row) == "observation")
        named = {name: column.picked(order) for name, column in places.named.items()}
        return TablePlaces(places.table.picked(order), self.roles, named)

    def _cells_as_read(self, role: str) -> Column[str]:
        return cells_of(self.as_read, self.roles, self.given, role)

    @cached_property
    def typed(self) -> TypedColumns:
        """The cells as typed values."""
        catalogs = self.regions, self.metrics
        typed = TypedColumns(
            self.table, self.roles, self.given, catalogs, self.naming, lambda: self.context
        )
        typed.regions_read = self.regions_read
        return typed

    def column(self, name: str) -> Column[Any]:
        """A field of every record; values are equal by identity, not by what they mean.

        Beside the fields of a record there are `source` (the whole of it) and `unread_region`
        and its kin.
        """
        return self.typed.column(name)

    @cached_property
    def context(self) -> list[Region]:
        """The regions that the whole table names without doubt, if it is about one country.

        Of two countries in a table neither says in which of them a name is meant.
        """
        if self._whole is not None:
            return self._whole.context
        if "" not in self._distinct("region_code"):
            return []  # no name has to decide anything
        roles = ("part", "region", "within")
        names = {cell for role in roles for cell in self._distinct(role) if cell}
        if len(names) > _MOST_CONTEXT:
            return []
        reader = Reader(self.regions, self.metrics)
        named = [found for name in sorted(names) if (found := reader.region(name)) is not None]
        countries = {
            each
            for region in named
            for each in self.regions.ancestors(region)
            if each.level == "country"
        }
        return named if len(countries) == 1 else []

    def _announces_everything(self) -> bool:
        """Whether a table without dates of sources dates each of its rows by an announcement."""
        of_sources = "published" in self.roles or "published" in self.given
        return not of_sources and "" not in self._distinct("announced")

    def _distinct(self, role: str) -> Sequence[str]:
        """What the cells of a role say, each once."""
        columns = self.as_read.columns
        if isinstance(columns, FrameColumns) and role in self.roles:
            return columns.distinct(self.roles[role])
        return self._cells_as_read(role).values

    # -- records -------------------------------------------------------------------------

    @property
    def records(self) -> RecordRows:
        """The records of the rows, each made when it is asked for."""
        return RecordRows(self)

    @cached_property
    def _extra(self) -> dict[str, Column[str]]:
        used = set(self.roles.values())
        return {
            name: column
            for name, column in self.table.columns.items()
            if name not in used and not name.startswith("\0")
        }

    def record(self, row: int) -> Record:
        """The record of one row, counted from zero."""
        fields = {name: self.column(name).value(row) for name in _COMMON}
        cells = {name: column.value(row) for name, column in self._extra.items()}
        fields["extra"] = FrozenDict({name: cell for name, cell in cells.items() if cell})
        if self.column("kind").value(row) == "observation":
            return Observation.model_construct(**fields)
        fields |= {name: self.column(name).value(row) for name in _OF_TARGETS}
        return Target.model_construct(**fields)

    def dataset(self) -> Dataset:
        """All records as one dataset."""
        records = list(self.records)
        row_of = {record.id: row for row, record in enumerate(records)}
        origin = RowOrigin(self.places, row_of)
        return Dataset(
            targets=Records(each for each in records if isinstance(each, Target)),
            observations=Records(each for each in records if isinstance(each, Observation)),
            sources=Records(dict.fromkeys(each for each in self.column("source").values if each)),
            findings=tuple(self.findings),
        ).with_origins(dict.fromkeys(row_of, origin))

    def locate(self, record: Record, field: str | None = None) -> Location:
        """The cell that holds a field of a record, as a dataset finds it."""
        row = self._row_of[record.id]
        return self.places.of_row(row, field, words_of(record, field))

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The table: which row some words stand in is known by the record alone."""
        del evidence
        return self.table.header, None

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {each: row for row, each in enumerate(self.column("id").values)}

    # -- what is wrong with cells ----------------------------------------------------------

    @property
    def findings(self) -> Sequence[Finding]:
        """What is wrong with the table as such, and with its cells."""
        return self._findings

    @cached_property
    def _findings(self) -> list[Finding]:
        return [*self.table.findings, *self._of_table, *cell_findings(self.places, self.typed)]


_MOST_CONTEXT = 200
"""Names beyond which a table is about no region more than about others."""

_COMMON = (
    *("id", "region", "metric", "amount", "change", "period", "equivalents", "evidence"),
    *("mentions", "unread", "inferred"),
)
_OF_TARGETS = (
    *("baseline", "issuer", "announced", "commitment", "aggregation", "absent", "supersedes"),
)


class RecordRows(Sequence[Record]):
    """The records of a table, made one by one."""

    def __init__(self, curated: CuratedTable) -> None:
        self._curated = curated

    def __len__(self) -> int:
        return len(self._curated)

    @overload
    def __getitem__(self, row: int) -> Record: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Record]: ...

    def __getitem__(self, row: int | slice) -> Record | Sequence[Record]:
        if isinstance(row, slice):
            return [self._curated.record(each) for each in range(len(self))[row]]
        return self._curated.record(range(len(self))[row])
