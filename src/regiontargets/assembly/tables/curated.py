"""A table whose cells are typed, each distinct one once; records are made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar, overload

from regiontargets.findings import Finding
from regiontargets.model import (
    Amount,
    Baseline,
    Change,
    Dataset,
    Evidence,
    Mentions,
    Metric,
    Observation,
    Period,
    Record,
    Records,
    Region,
    Source,
    Target,
)
from regiontargets.model.frozen import FrozenDict
from regiontargets.model.origin import Location
from regiontargets.tables import Column, FrameColumns, Table, column_of
from regiontargets.tables.column import combined, constant

from ..normalising import as_growth, with_unit_of
from ..reading import Metrics, Reader, Regions
from .cell_values import (
    CODELISTS,
    baseline_of,
    by_code_or_name,
    cells_of,
    day_of,
    kind_of,
    listed_as,
    no_day,
    not_listed,
    of_two_times,
    period_of,
    region_named,
    unknown_kind,
)
from .column_names import fold, unit_in
from .places import RowOrigin, TablePlaces
from .quantities import Conflict, Quantity, is_missing, read_quantity
from .quoted_sources import Named, SourceNaming, Sources, evidence

if TYPE_CHECKING:
    import polars as pl

    from .sieve import Checks, Sieve

LEAST_ROWS = 2000
"""Rows of which fewer are sooner looked at one by one."""

T = TypeVar("T")


class CuratedTable:
    """One table, seen as records.

    Attributes:
        roles: the column of each role.
        naming: the sources that its rows name.
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
        if whole is None:
            self.naming = SourceNaming(sources, PurePath(places.table.path).stem or "table")
        else:
            self.naming = whole.naming
        self._columns: dict[str, Column[Any]] = {}
        self._found: list[Finding] = []

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
        if quotes is not None and self._sources.all:
            made._columns["source"] = self.column("source").picked(rows)
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
        columns = self.as_read.columns
        large = isinstance(columns, FrameColumns) and columns.height >= LEAST_ROWS
        if not large or "wide" in self.given or not self._ids_are_plain():
            return None
        from .sieve import Sieve  # deferred: only large tables need it

        return Sieve(self, checks)

    def _ids_are_plain(self) -> bool:
        """Whether every row has an id of its own, or none."""
        columns = self.as_read.columns
        if "id" not in self.roles or not isinstance(columns, FrameColumns):
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
        """The rows, as they were read, whose quote or source was not found among those at hand."""
        evidence = self.column("evidence")
        lost = [bool(each and each.exact and each.start is None) for each in evidence.values]
        unknown = [cell in self.naming.unknown for cell in self._cells("source").values]
        codes = zip(evidence.codes, self._cells("source").codes, strict=True)
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
        kinds = self._cells_as_read("kind").map(kind_of)
        if "observation" not in kinds.values:
            return places
        order = sorted(range(places.table.rows), key=lambda row: kinds.value(row) == "observation")
        named = {name: column.picked(order) for name, column in places.named.items()}
        return TablePlaces(places.table.picked(order), self.roles, named)

    def _cells(self, role: str) -> Column[str]:
        """The cells of a role; empty where no column plays it."""
        return cells_of(self.table, self.roles, self.given, role)

    def _cells_as_read(self, role: str) -> Column[str]:
        return cells_of(self.as_read, self.roles, self.given, role)

    # -- columns of typed values ---------------------------------------------------------

    def column(self, name: str) -> Column[Any]:
        """A field of every record; values are equal by identity, not by what they mean.

        Beside the fields of a record there are `source` (the whole of it) and `unread_region`
        and its kin.
        """
        if name not in self._columns:
            self._columns[name] = self._made(name)
        return self._columns[name]

    def _made(self, name: str) -> Column[Any]:
        if name.startswith("unread_"):
            return self._unread(name.removeprefix("unread_"))
        if name == "issuer":
            return self._cells(name).map(lambda cell: cell or None)
        made: Callable[[], Column[Any]] = getattr(self, f"_{name}_column")
        return made()

    def _kind_column(self) -> Column[str]:
        return self._cells("kind").map(lambda cell: kind_of(cell) or "target")

    def _published_column(self) -> Column[date | None]:
        """The date of the source, where a row names one.

        A table that gives but one date means it for the source and for the target.
        """
        if "published" in self.roles or "published" in self.given:
            return self._cells("published").map(day_of)
        named = [self._cells(role) for role in ("source", "url", "title")]

        def day(announced: str, *names: str) -> date | None:
            return day_of(announced) if any(names) else None

        return combined([self._cells("announced"), *named], day)

    def _announced_column(self) -> Column[date | None]:
        return self._cells("announced").map(day_of)

    def _source_column(self) -> Column[Source | None]:
        roles = ("source", "url", "title", "publisher")
        cells = [self._cells(role) for role in roles]
        return combined(
            [*cells, self.column("published"), self._quote_for_source()],
            self._source_named,
        ).map(self.naming.with_date)

    def _source_named(
        self, source: str, url: str, title: str, publisher: str, published: date | None, quote: str
    ) -> Source | None:
        return self.naming.source(Named(source, url, title, publisher, published), quote)

    def _evidence_of(self, quote: str, source: Source | None) -> Evidence | None:
        return evidence(quote, source, self.naming.stem)

    def _quote_for_source(self) -> Column[str]:
        """The quotes, where they decide which source is meant; else whether there is one."""
        quotes = self._cells("quote")
        if len(self.naming.sources.all) > 1:
            return quotes
        return quotes.map(lambda quote: "?" if quote else "").distinct()

    def _evidence_column(self) -> Column[Evidence | None]:
        return combined(
            [self._cells("quote"), self.column("source")],
            self._evidence_of,
        )

    def _named_region_column(self) -> Column[tuple[Region | None, str, str]]:
        """Of each row the region, the words that could not be read, and the name beside a code."""
        cells = [self._cells(role) for role in ("region_code", "part", "region", "within")]
        dates = self.column("source").map(lambda source: source.published if source else None)
        reader = Reader(self.regions, self.metrics)
        reader.context = self.context

        def read(
            code: str, part: str, name: str, within: str, published: date | None
        ) -> tuple[Region | None, str, str]:
            reader.published = published
            name, within = (part, name or within) if part else (name, within)
            return region_named(reader, code, name, within)

        return combined([*cells, dates.distinct()], read)

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

    def _distinct(self, role: str) -> Sequence[str]:
        """What the cells of a role say, each once."""
        columns = self.as_read.columns
        if isinstance(columns, FrameColumns) and role in self.roles:
            return columns.distinct(self.roles[role])
        return self._cells_as_read(role).values

    def _region_column(self) -> Column[Region | None]:
        return self.column("named_region").map(lambda each: each[0])

    def _named_metric_column(self) -> Column[tuple[Metric | None, str, str]]:
        reader = Reader(self.regions, self.metrics)

        def read(code: str, name: str) -> tuple[Metric | None, str, str]:
            if is_missing(code) and is_missing(name):
                return None, "", ""
            found = reader.metric(name, code) if code else by_code_or_name(reader.metric, name)
            return found, "" if found else code or name, name if code else ""

        return combined([self._cells("metric_code"), self._cells("metric")], read)

    def _quantity_column(self) -> Column[Quantity]:
        value, lower, upper, unit, comparator = map(
            self._cells, ("amount", "lower", "upper", "unit", "comparator")
        )
        if "unit" not in self.roles and "unit" not in self.given:
            unit = constant(self._unit_of_header(), len(self))
        return combined([value, lower, upper, unit, comparator], read_quantity)

    def _unit_of_header(self) -> str:
        """The unit that the name of the value's column gives in parentheses, if it is one."""
        unit = unit_in(self.roles.get("amount", ""))
        return unit if unit and read_quantity("1", "", "", unit, "").unread_unit is None else ""

    def _said_change_column(self) -> Column[Change | None]:
        return self._cells("change").map(lambda cell: listed_as("change", cell))

    def _normalised_column(self) -> Column[tuple[Metric | None, Change, Amount | None]]:
        """Metric, change and amount of each row, with growth said in one way."""

        def normalise(
            named: tuple[Metric | None, str, str], quantity: Quantity, said: Change | None
        ) -> tuple[Metric | None, Change, Amount | None]:
            metric, amount = named[0], quantity.amount
            change = said or (amount.change if amount and amount.change else "level")
            if amount is not None and quantity.unread_unit is None:
                amount = with_unit_of(amount, metric)
            return as_growth(metric, change, amount, self.metrics)

        names = ("named_metric", "quantity", "said_change")
        return combined([self.column(name) for name in names], normalise)

    def _metric_column(self) -> Column[Metric | None]:
        return self.column("normalised").map(lambda each: each[0])

    def _change_column(self) -> Column[Change]:
        return self.column("normalised").map(lambda each: each[1])

    def _amount_column(self) -> Column[Amount | None]:
        return self.column("normalised").map(lambda each: each[2])

    def _country_column(self) -> Column[str | None]:
        def country(region: Region | None) -> str | None:
            if region is None:
                return None
            if region.level == "country":
                return region.code
            around = self.regions.ancestors(region)
            return next((each.code for each in around if each.level == "country"), None)

        return self.column("region").map(country).distinct()

    def _timed(self, role: str, read: Callable[..., T], *more: str) -> Column[Any]:
        """What is read of a cell, the source's date, the country, and cells of further roles."""
        dates = self.column("source").map(lambda source: source.published if source else None)
        columns: list[Column[Any]] = [self._cells(role), dates.distinct(), self.column("country")]
        return combined([*columns, *map(self._cells, more)], read)

    def _period_column(self) -> Column[Period | None]:
        said = self._timed("period", period_of)
        beside = self.column("quantity").map(lambda quantity: quantity.period)
        if not any(beside.values):
            return said

        def period(cell: str, own: Period | None, other: Period | None) -> Period | None:
            return other if own is None and is_missing(cell) else own

        columns: list[Column[Any]] = [self._cells("period"), said, beside]
        return combined(columns, period)

    def _baseline_column(self) -> Column[Baseline | None]:
        return self._timed("baseline", baseline_of, "unit")

    def _equivalents_column(self) -> Column[tuple[Amount, ...]]:
        def read(cell: str) -> tuple[Amount, ...]:
            amount = read_quantity(cell, "", "", "", "").amount
            return () if amount is None else (amount,)

        return self._cells("equivalent").map(read)

    def _commitment_column(self) -> Column[Any]:
        return self._cells("commitment").map(lambda cell: listed_as("commitment", cell))

    def _aggregation_column(self) -> Column[Any]:
        return self._cells("aggregation").map(lambda c: listed_as("aggregation", c) or "at_end")

    def _absent_column(self) -> Column[bool]:
        return self._cells("absent").map(lambda cell: fold(cell) in ("true", "yes", "1", "是"))

    def _supersedes_column(self) -> Column[str | None]:
        return self._cells("supersedes").map(self._id_of)

    def _inferred_column(self) -> Column[bool]:
        return constant(False, len(self))

    def _id_column(self) -> Column[str]:
        numbers = self.table.numbers or range(1, len(self) + 1)
        given = self._cells("id")
        taken: set[str] = set()
        ids: list[str] = []
        for row, number in enumerate(numbers):
            by_number = f"{self.naming.stem}#{number}"
            own = given.value(row) or by_number
            if own in taken:
                own = by_number
            while own in taken:  # a row before it bears this row's number as its id
                own += "~"
            taken.add(own)
            ids.append(own)
        return Column(ids, range(len(ids)))

    def _id_of(self, cell: str) -> str | None:
        if not cell:
            return None
        return f"{self.naming.stem}{cell}" if cell.startswith("#") else cell

    def _mentions_column(self) -> Column[Mentions]:
        """A name beside a code is a mention of it, which rules hold against the code."""

        def mentions(
            region: tuple[object, object, str],
            metric: tuple[object, object, str],
            source: Source | None,
        ) -> Mentions:
            of = source.id if source else self.naming.stem
            region_words, metric_words = (
                Evidence(source=of, exact=words) if words else None
                for words in (region[2], metric[2])
            )
            return Mentions(region=region_words, metric=metric_words)

        parts = ("named_region", "named_metric", "source")
        if not any(each[2] for part in parts[:2] for each in self.column(part).values):
            return constant(Mentions(), len(self))
        columns: list[Column[Any]] = [self.column(name) for name in parts]
        return combined(columns, mentions)

    def _unread(self, field: str) -> Column[str | None]:
        """The words of a field that could not be read."""
        match field:
            case "region" | "metric":
                return self.column(f"named_{field}").map(lambda each: each[1] or None)
            case "amount":
                return self.column("quantity").map(lambda each: each.unread)
            case "unit":
                return self.column("quantity").map(lambda each: each.unread_unit)
            case "equivalents":
                return self._left_over("equivalent", "equivalents")
            case _:
                return self._left_over(field, field)

    def _left_over(self, role: str, field: str) -> Column[str | None]:
        """The cells of a role from which no value came."""

        def left(cell: str, was_read: bool) -> str | None:
            return None if was_read or is_missing(cell) else cell

        columns: list[Column[Any]] = [self._cells(role), self.column(field).map(bool)]
        return combined(columns, left)

    def _unread_column(self) -> Column[FrozenDict[str, str]]:
        names = ("region", "metric", "amount", "period", "baseline", "equivalents", "unit")
        columns = [self.column(f"unread_{name}") for name in names]

        def unread(*words: str | None) -> FrozenDict[str, str]:
            return FrozenDict({n: w for n, w in zip(names, words, strict=True) if w is not None})

        distinct: list[Column[Any]] = [column.distinct() for column in columns]
        return combined(distinct, unread)

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
        return self.places.of_row(self._row_of[record.id], field)

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
        self._found = [*self.table.findings, *self._of_table]
        self._report()
        return self._found

    def _report(self) -> None:
        """Report cells that disagree, and those that say nothing known."""
        quantities = self.column("quantity")
        self._each_row(quantities, lambda quantity: quantity.conflicts)
        if any(quantity.period for quantity in quantities.values):
            self._each_row(combined([quantities, self.column("period")], of_two_times), tuple)
        for role, names in CODELISTS.items():
            check = not_listed(role, role, names)
            self._each_row(self._cells(role), check)
        self._each_row(self._cells("kind"), unknown_kind)
        for role in ("announced", "published"):
            self._each_row(self._cells(role), no_day(role))
        self._report_second_ids()
        self.column("source")
        self._each_row(self._cells("source"), self._not_at_hand)

    def _report_second_ids(self) -> None:
        """Report rows whose id an earlier row has; they are called by their number instead."""
        ids = self._cells("id")
        if len(ids.values) == len(self):
            return
        first: dict[int, int] = {}
        for row, code in enumerate(ids.codes):
            if first.setdefault(code, row) != row and ids.values[code]:
                other = f"row {self.table.place(first[code]).row} has it already"
                message = f"the id {ids.values[code][:60]!r} is used twice"
                self._found.append(self._conflict(row, Conflict("id", message, other)))

    def _not_at_hand(self, cell: str) -> tuple[Conflict, ...]:
        why = self.naming.unknown.get(cell)
        if why is None:
            return ()
        return (Conflict("source", f"the source {cell[:60]!r} is not at hand", why),)

    def _each_row(self, column: Column[Any], check: Callable[[Any], tuple[Conflict, ...]]) -> None:
        wrong = {code: found for code, value in enumerate(column.values) if (found := check(value))}
        if not wrong:
            return
        for row, code in enumerate(column.codes):
            for conflict in wrong.get(code, ()):
                self._found.append(self._conflict(row, conflict))

    def _conflict(self, row: int, conflict: Conflict) -> Finding:
        place, excerpt = self.places.of_row(row, conflict.role)
        code, advice = _ADVICE.get(conflict.role, ("F149", "Write one of the words listed."))
        return Finding(
            code,
            conflict.message,
            "warning" if code == "F150" else "error",
            place,
            self.places.text(row, conflict.role)[:200],
            conflict.reason,
            advice,
            excerpt=excerpt,
        )


_MOST_CONTEXT = 200
"""Names beyond which a table is about no region more than about others."""

_COMMON = (
    *("id", "region", "metric", "amount", "change", "period", "equivalents", "evidence"),
    *("mentions", "unread", "inferred"),
)
_OF_TARGETS = (
    *("baseline", "issuer", "announced", "commitment", "aggregation", "absent", "supersedes"),
)
_ADVICE = {
    "unit": ("F148", "Leave the unit to one of the two cells, or correct the wrong one."),
    "period": ("F148", "Correct the year that is wrong, or leave it to one of the two cells."),
    "upper": ("F148", "Correct the bound that is wrong."),
    "comparator": ("F148", "Say it in one of the two cells, or correct the wrong one."),
    "id": ("F151", "Give each row an id of its own."),
    "source": ("F150", "Name a file of the folder that sources= gives, or add the file to it."),
    "announced": ("F149", "Write it as 2022-02-17."),
    "published": ("F149", "Write it as 2022-02-17."),
}


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
