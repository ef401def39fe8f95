"""The columns of a table as typed values: each distinct cell is read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from regiontargets.model import (
    Amount,
    Baseline,
    Change,
    Evidence,
    Mentions,
    Metric,
    Period,
    Region,
    Source,
)
from regiontargets.model.frozen import FrozenDict
from regiontargets.tables import Column, Table
from regiontargets.tables.column import combined, constant

from ..normalising import as_growth, as_share, signed_change, with_unit_of
from ..reading import Metrics, Reader, Regions
from .cell_values import (
    baseline_of,
    by_code_or_name,
    cells_of,
    first_day_of,
    kind_or_near,
    last_day_of,
    listed_as,
    period_of,
    region_named,
    unread_baseline,
)
from .column_names import fold, unit_in
from .quantities import Quantity, is_missing, read_quantity
from .quoted_sources import Named, SourceNaming, evidence

T = TypeVar("T")

NamedRegion: TypeAlias = "tuple[Region | None, str, str]"
"""A region, the words that could not be read, and the name beside a code."""

_MOST_REMEMBERED = 1 << 16


class TypedColumns:
    """The fields of a table's records, a column a field, each made when it is first asked for.

    Attributes:
        table: the cells.
        roles: the column of each role.
        given: what the mapping says of every row.
        regions, metrics: where names are looked up.
        naming: the sources that the rows name.
        known: the columns made so far.
        regions_read: what cells that name a region were found to say, in this part of a table or
            in others.
    """

    def __init__(
        self,
        table: Table,
        roles: Mapping[str, str],
        given: Mapping[str, object],
        catalogs: tuple[Regions, Metrics],
        naming: SourceNaming,
        context: Callable[[], Sequence[Region]],
    ) -> None:
        """Type a table.

        Args:
            table: the cells.
            roles: the column of each role.
            given: what the mapping says of every row.
            catalogs: where regions and metrics are looked up.
            naming: the sources that the rows name.
            context: the regions that the table is about.
        """
        self.table = table
        self.roles = roles
        self.given = given
        self.regions, self.metrics = catalogs
        self.naming = naming
        self.known: dict[str, Column[Any]] = {}
        self.regions_read: dict[tuple[object, ...], NamedRegion] = {}
        self._context = context

    def cells(self, role: str) -> Column[str]:
        """The cells of a role; empty where no column plays it."""
        return cells_of(self.table, self.roles, self.given, role)

    def column(self, name: str) -> Column[Any]:
        """A field of every record; values are equal by identity, not by what they mean.

        Beside the fields of a record there are `source` (the whole of it) and `unread_region`
        and its kin.
        """
        if name not in self.known:
            self.known[name] = self._made(name)
        return self.known[name]

    def _made(self, name: str) -> Column[Any]:
        if name.startswith("unread_"):
            return self._unread(name.removeprefix("unread_"))
        if name == "issuer":
            return self.cells(name).map(lambda cell: cell or None)
        made: Callable[[], Column[Any]] = getattr(self, f"_{name}_column")
        return made()

    def _kind_column(self) -> Column[str]:
        return self.cells("kind").map(kind_or_near)

    def _published_column(self) -> Column[date | None]:
        """The date of the source, where a row names one or quotes it.

        A table that gives but one date, and gives it in every row, means it for the source and for
        the target; where some rows have none, it is that of the target alone.
        """
        if "published" in self.roles or "published" in self.given:
            return self.cells("published").map(last_day_of)
        if not self.naming.dated_by_announcements:
            return constant(None, self.table.rows)
        named = [self.cells(role) for role in ("source", "url", "title")]
        named.append(self.cells("quote").map(lambda quote: "?" if quote else "").distinct())

        def day(announced: str, *names: str) -> date | None:
            return last_day_of(announced) if any(names) else None

        return combined([self.cells("announced"), *named], day)

    def _announced_column(self) -> Column[date | None]:
        return self.cells("announced").map(first_day_of)

    def _source_column(self) -> Column[Source | None]:
        roles = ("source", "url", "title", "publisher")
        cells = [self.cells(role) for role in roles]
        return combined(
            [*cells, self.column("published"), self._quote_for_source()],
            self._source_named,
        ).map(self.naming.with_date)

    def _source_named(
        self, source: str, url: str, title: str, publisher: str, published: date | None, quote: str
    ) -> Source | None:
        return self.naming.source(Named(source, url, title, publisher, published), quote)

    def _quote_for_source(self) -> Column[str]:
        """The quotes, where they decide which source is meant; else whether there is one."""
        quotes = self.cells("quote")
        names = [self.cells(role) for role in ("source", "title", "url")]
        all_named = any("" not in each.values for each in names)
        if all_named or len(self.naming.sources.all) <= 1:
            return quotes.map(lambda quote: "?" if quote else "").distinct()

        def deciding(quote: str, *named: str) -> str:
            return "?" if any(named) else quote

        return combined([quotes, *names], deciding)

    def _span_column(self) -> Column[tuple[int, int] | None]:
        """Where each quote stands in its source, or NOWHERE; None: there is no text, or quote."""
        sources = self.naming.sources

        def span(quote: str, source: Source | None) -> tuple[int, int] | None:
            if not quote or source is None or source.text is None:
                return None
            return sources.span(quote, source)

        return combined([self.cells("quote"), self.column("source")], span)

    def _evidence_column(self) -> Column[Evidence | None]:
        def of(quote: str, source: Source | None, span: tuple[int, int] | None) -> Evidence | None:
            return evidence(quote, source, self.naming.stem, span)

        return combined([self.cells("quote"), *map(self.column, ("source", "span"))], of)

    def _named_region_column(self) -> Column[NamedRegion]:
        """Of each row the region, the words that could not be read, and the name beside a code."""
        cells = [self.cells(role) for role in ("region_code", "part", "region", "within")]
        dates = self.column("source").map(lambda source: source.published if source else None)
        reader = Reader(self.regions, self.metrics)
        reader.context = list(self._context())

        def read(
            code: str, part: str, name: str, within: str, published: date | None
        ) -> NamedRegion:
            reader.published = published
            return region_named(reader, code, (part, name, within))

        def remembered(*said: Any) -> NamedRegion:
            if said not in self.regions_read:
                if len(self.regions_read) >= _MOST_REMEMBERED:
                    self.regions_read.clear()
                self.regions_read[said] = read(*said)
            return self.regions_read[said]

        return combined([*cells, dates.distinct()], remembered)

    def _region_column(self) -> Column[Region | None]:
        return self.column("named_region").map(lambda each: each[0])

    def _named_metric_column(self) -> Column[tuple[Metric | None, str, str]]:
        reader = Reader(self.regions, self.metrics)

        def read(code: str, name: str) -> tuple[Metric | None, str, str]:
            if is_missing(code) and is_missing(name):
                return None, "", ""
            found = reader.metric(name, code) if code else by_code_or_name(reader.metric, name)
            return found, "" if found else code or name, name if code else ""

        return combined([self.cells("metric_code"), self.cells("metric")], read)

    def _quantity_column(self) -> Column[Quantity]:
        value, lower, upper, unit, comparator = map(
            self.cells, ("amount", "lower", "upper", "unit", "comparator")
        )
        if "unit" not in self.roles and "unit" not in self.given:
            unit = constant(self._unit_of_header(), self.table.rows)
        return combined([value, lower, upper, unit, comparator], read_quantity)

    def _blank_column(self) -> Column[bool]:
        """Whether a row says nothing of its value, and not on purpose: a hyphen would say that."""
        roles = ("amount", "lower", "upper")
        if not any(role in self.roles for role in roles):
            return constant(False, self.table.rows)
        cells = [self.cells(role) for role in roles]

        def blank(value: str, lower: str, upper: str, absent: bool) -> bool:
            return not (value or lower or upper or absent)

        return combined([*cells, self.column("absent")], blank)

    def _unit_of_header(self) -> str:
        """The unit that the name of the value's column gives in parentheses, if it is one."""
        unit = unit_in(self.roles.get("amount", ""))
        return unit if unit and read_quantity("1", "", "", unit, "").unread_unit is None else ""

    def _said_change_column(self) -> Column[Change | None]:
        return self.cells("change").map(lambda cell: listed_as("change", cell))

    def _normalised_column(self) -> Column[tuple[Metric | None, Change, Amount | None]]:
        """Metric, change and amount of each row, with growth said in one way."""

        def normalise(
            named: tuple[Metric | None, str, str], quantity: Quantity, said: Change | None
        ) -> tuple[Metric | None, Change, Amount | None]:
            metric, amount = named[0], quantity.amount
            change = said or (amount.change if amount and amount.change else "level")
            if amount is not None and quantity.unread_unit is None:
                amount = with_unit_of(amount, metric)
            words = quantity.words or ""
            metric = as_share(metric, amount, words, self.metrics)
            change = said or signed_change(metric, change, amount, words)
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
        shared = self._shared_country()

        def country(region: Region | None) -> str | None:
            if region is None:
                return shared
            if region.level == "country":
                return region.code
            around = self.regions.ancestors(region)
            return next((each.code for each in around if each.level == "country"), None)

        return self.column("region").map(country).distinct()

    def _shared_country(self) -> str | None:
        """The country that all regions of the table lie in: that of one that could not be read."""
        around = {each for region in self._context() for each in self.regions.ancestors(region)}
        return next((each.code for each in around if each.level == "country"), None)

    def _timed(self, role: str, read: Callable[..., T], *more: str) -> Column[Any]:
        """What is read of a cell, the source's date, the country, and cells of further roles."""
        dates = self.column("source").map(lambda source: source.published if source else None)
        columns: list[Column[Any]] = [self.cells(role), dates.distinct(), self.column("country")]
        return combined([*columns, *map(self.cells, more)], read)

    def _period_column(self) -> Column[Period | None]:
        said = self._timed("period", period_of)
        beside = self.column("quantity").map(lambda quantity: quantity.period)
        if not any(beside.values):
            return said

        def period(cell: str, own: Period | None, other: Period | None) -> Period | None:
            return other if own is None and is_missing(cell) else own

        columns: list[Column[Any]] = [self.cells("period"), said, beside]
        return combined(columns, period)

    def _baseline_column(self) -> Column[Baseline | None]:
        return self._timed("baseline", baseline_of, "unit", "baseline_amount", "baseline_period")

    def _equivalents_column(self) -> Column[tuple[Amount, ...]]:
        def read(cell: str) -> tuple[Amount, ...]:
            amount = read_quantity(cell, "", "", "", "").amount
            return () if amount is None else (amount,)

        return self.cells("equivalent").map(read)

    def _commitment_column(self) -> Column[Any]:
        return self.cells("commitment").map(lambda cell: listed_as("commitment", cell))

    def _aggregation_column(self) -> Column[Any]:
        return self.cells("aggregation").map(lambda c: listed_as("aggregation", c) or "at_end")

    def _absent_column(self) -> Column[bool]:
        return self.cells("absent").map(lambda cell: fold(cell) in ("true", "yes", "1", "是"))

    def _supersedes_column(self) -> Column[str | None]:
        return self.cells("supersedes").map(self._id_of)

    def _inferred_column(self) -> Column[bool]:
        return constant(False, self.table.rows)

    def _id_column(self) -> Column[str]:
        numbers = self.table.numbers or range(1, self.table.rows + 1)
        given = self.cells("id")
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
            return _mentions(of, region[2], metric[2])

        parts = ("named_region", "named_metric", "source")
        if not any(each[2] for part in parts[:2] for each in self.column(part).values):
            return constant(Mentions(), self.table.rows)
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
            case "baseline":
                roles = ("baseline_amount", "baseline_period")
                return self._timed("baseline", unread_baseline, *roles)
            case _:
                return self._left_over(field, field)

    def _left_over(self, role: str, field: str) -> Column[str | None]:
        """The cells of a role from which no value came."""

        def left(cell: str, was_read: bool) -> str | None:
            return None if was_read or is_missing(cell) else cell

        columns: list[Column[Any]] = [self.cells(role), self.column(field).map(bool)]
        return combined(columns, left)

    def _unread_column(self) -> Column[FrozenDict[str, str]]:
        names = ("region", "metric", "amount", "period", "baseline", "equivalents", "unit")
        columns = [self.column(f"unread_{name}") for name in names]

        def unread(*words: str | None) -> FrozenDict[str, str]:
            return FrozenDict({n: w for n, w in zip(names, words, strict=True) if w is not None})

        distinct: list[Column[Any]] = [column.distinct() for column in columns]
        return combined(distinct, unread)


@lru_cache(maxsize=4096)
def _mentions(source: str, region: str, metric: str) -> Mentions:
    """The words of a source that name the region and the metric beside their codes."""
    said, named = (
        Evidence(source=source, exact=words) if words else None for words in (region, metric)
    )
    return Mentions(region=said, metric=named)
