"""Which rows of a large table need a closer look, because none of their like was found right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

from regiontargets.tables import FrameColumns

from . import templates
from .column_map import ROLES
from .names_alone import says_nothing_else
from .templates import BETWEEN, NAME, NUMBER, YEAR

if TYPE_CHECKING:
    import polars as pl

    from .curated import CuratedTable

_FACTS = {
    "row": "UInt32",
    **dict.fromkeys(("kind", "metric", "change", "unit", "amount_unit"), "Int32"),
    **dict.fromkeys(("log", "low", "high"), "Float64"),
    **dict.fromkeys(("time", "since"), "Int32"),
    "is_rate": "Boolean",
    **dict.fromkeys(("region", "level", "parent"), "Int32"),
}
"""What rows are compared by, and polars' types for it."""

Family: TypeAlias = Literal["cells", "regions", "names", "quotes"]
"""What rules look at: the cells without region and quote; the region; whether the quote names it;
the quote."""

_ELSEWHERE = frozenset(
    ("id", "region", "region_code", "within", "part", "amount", "period", "quote")
)
"""The roles whose cells are not taken as they are."""

_OF_NO_RULE = frozenset(("source", "url", "title", "publisher", "issuer", "supersedes"))
"""The roles whose cells no rule about single records reads, but for their date and text."""

_NOT_AS_THEY_ARE = _ELSEWHERE | _OF_NO_RULE
_OF_REGION = ("region_code", "part", "region", "within")
_DIGITS = ("value", "yearly")
_AT_ONCE = 50_000
_FILLING = ("passage", "rendering", "year", "name")
_FACTS_OF_REGION = ("region", "level", "parent")


class Checks(Protocol):
    """What the rules say of rows."""

    def wants(self, family: Family) -> bool:
        """Whether a rule of the family is to be run."""
        ...

    def faulty(self, rows: CuratedTable, family: Family) -> set[int]:
        """The rows in which a rule of the family finds anything."""
        ...

    def names(self, rows: CuratedTable) -> list[tuple[str, ...]]:
        """The names that each row's region bears."""
        ...

    def facts(self, rows: CuratedTable) -> list[dict[str, Any]]:
        """What each row is compared by with others."""
        ...


@dataclass(slots=True)
class _Known:
    """What was found of rows that are alike, by their key.

    Attributes:
        right: the keys of those that are right, with the least and greatest of their digits.
        bad: the keys of the others.
    """

    right: dict[str, _Span]
    bad: set[str]

    @classmethod
    def nothing(cls) -> _Known:
        """Nothing was found yet."""
        return cls({}, set())

    def wrong(
        self,
        rows: pl.DataFrame,
        key: str,
        check: Callable[[pl.DataFrame], set[int]],
        digits: Sequence[str] = _DIGITS,
    ) -> set[str]:
        """The keys of which a row that stands for the others was found wrong.

        Args:
            rows: a number, the key, and the digits that make the difference.
            key: the column of the keys.
            check: finds the wrong ones among some rows.
            digits: which digits make a difference.
        """
        spans: dict[str, _Span] = {}
        asked: dict[int, str] = {}
        rows = rows.with_row_index("at")
        found = _extremes(rows, key, digits)
        for each in found.iter_rows(named=True):
            name, span = each[key], _Span.of(each)
            known = self.right.get(name)
            if name in self.bad or (known is not None and known.covers(span)):
                continue
            spans[name] = span if known is None else known.joined(span)
            asked.update(
                dict.fromkeys((each[at] for at in found.columns if at.startswith("at ")), name)
            )
        at = sorted(asked)
        faulty = check(rows[at]) if at else set[int]()
        self.bad |= {asked[at[place]] for place in faulty}
        self.right.update(spans)
        return self.bad.intersection(found[key])


class _Span(NamedTuple):
    """The least and the greatest value, and year."""

    low: float
    high: float
    first: float
    last: float

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> _Span:
        """The span of rows that are alike."""
        bounds = (row["least value"], row["most value"], row["least yearly"], row["most yearly"])
        return cls(*(0.0 if each is None else float(each) for each in bounds))

    def covers(self, other: _Span) -> bool:
        """Whether another lies within."""
        return (
            self.low <= other.low
            and other.high <= self.high
            and self.first <= other.first
            and other.last <= self.last
        )

    def joined(self, other: _Span) -> _Span:
        """Both together."""
        return _Span(
            min(self.low, other.low),
            max(self.high, other.high),
            min(self.first, other.first),
            max(self.last, other.last),
        )


def _extremes(rows: pl.DataFrame, key: str, digits: Sequence[str]) -> pl.DataFrame:
    """Of rows that are alike the least and the greatest digits, and where they stand."""
    import polars as pl

    wanted: list[pl.Expr] = []
    for each in _DIGITS:
        column = pl.col(each) if each in digits else pl.lit(None, dtype=pl.Float64)
        wanted += [column.min().alias(f"least {each}"), column.max().alias(f"most {each}")]
    for each in digits:
        least, most = pl.col(each).arg_min(), pl.col(each).arg_max()
        wanted += [
            pl.col("at").get(least.fill_null(0)).alias(f"at least {each}"),
            pl.col("at").get(most.fill_null(0)).alias(f"at most {each}"),
        ]
    if not digits:
        wanted.append(pl.col("at").first().alias("at first"))
    return rows.filter(pl.col(key).is_not_null()).group_by(key).agg(wanted)


class Sifted(NamedTuple):
    """What is left of a table.

    Attributes:
        doubtful: the rows that may be wrong by themselves, as they were read, ascending.
        superseding: those that say which other record they replace.
        facts: of every row what it is compared by with others.
    """

    doubtful: list[int]
    superseding: list[int]
    facts: pl.DataFrame


class Sieve:
    """Sorts the rows of a table into those that are right and those that may be wrong.

    Of all rows that are alike but for digits, years and names the rules are asked about the
    least and the greatest; what they find nothing wrong with is right. Rules about numbers and
    years are such that with two values all between them are right.
    """

    def __init__(self, curated: CuratedTable, checks: Checks) -> None:
        self.curated = curated
        self.checks = checks
        columns = curated.as_read.columns
        self.has_controls = not isinstance(columns, FrameColumns) or columns.has_controls
        families = ("cells", "regions", "bare", "quotes", "left_key", "right_key")
        self.known = {family: _Known.nothing() for family in families}

    def sifted(self) -> Sifted:
        """All rows, a slice at a time."""
        import polars as pl

        columns = self.curated.as_read.columns
        assert isinstance(columns, FrameColumns)
        doubtful: list[int] = []
        superseding: list[int] = []
        facts: list[pl.DataFrame] = []
        offset = 0
        for frame in columns.slices():
            batch = _Batch(self, self.curated.slice(frame, offset), frame)
            doubtful += [offset + row for row in batch.doubtful]
            superseding += [offset + row for row in batch.superseding()]
            facts.append(batch.facts().with_columns(pl.col("row") + offset))
            offset += frame.height
        return Sifted(doubtful, superseding, pl.concat(facts))


class _Batch:
    """Some rows that are sifted together; rows are counted from its first."""

    def __init__(self, sieve: Sieve, curated: CuratedTable, frame: pl.DataFrame) -> None:
        self.sieve = sieve
        self.curated = curated
        self.checks = sieve.checks
        self.has_controls = sieve.has_controls
        self.rows = self._prepared(frame)
        self.rows = self._with_keys()
        self.wrong_cells = self._wrong("cells", "cells_key")
        self.wrong_regions = self._wrong("regions", "region_key", ("yearly",))
        self.doubtful = self._doubtful()

    # -- keys ------------------------------------------------------------------------------

    def _prepared(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The cells by their roles, with the number and the year in them."""
        import polars as pl

        cells = frame.select(
            _cell(role, self.curated).alias(role)
            for role in ROLES
            if role in self.curated.roles or role in self.curated.given
        ).with_row_index("row")
        for role, parts in (("amount", templates.amounts), ("period", templates.years)):
            if role not in cells.columns:
                cells = cells.with_columns(pl.lit("").alias(role))
            distinct = cells.select(pl.col(role).unique()).with_columns(**parts(pl.col(role)))
            cells = cells.join(distinct, on=role, how="left", maintain_order="left")
        return cells.with_columns(published_on=self._published())

    def _published(self) -> pl.Expr | pl.Series:
        """The date of each row's source, where sources at hand have one of their own."""
        import polars as pl

        if not self.curated.has_sources:
            return pl.lit("")
        column = self.curated.column("source")
        dates = [str(each.published or "") if each else "" for each in column.values]
        return pl.Series([dates[code] for code in column.codes], dtype=pl.String)

    def _with_keys(self) -> pl.DataFrame:
        """Of each row the key of its cells, and of its region; null where a cell holds a mark."""
        import polars as pl

        columns = self.rows.columns
        plain = [role for role in ROLES if role in columns and role not in _NOT_AS_THEY_ARE]
        region = [role for role in _OF_REGION if role in columns]
        dated = [role for role in ("published", "announced", "kind") if role in columns]
        where = pl.concat_str([pl.lit(""), *region], separator=BETWEEN)
        no_year = pl.col("yearly").is_null()
        of_cells = [
            *plain,
            "published_on",
            "amount_key",
            "period_key",
            pl.when(no_year).then(where).otherwise(pl.lit("")),
        ]
        if "equivalent" in columns:
            both = pl.concat_str(["amount", "period"], separator=BETWEEN)
            of_cells.append(pl.when(pl.col("equivalent") != "").then(both).otherwise(pl.lit("")))
        of_region = [
            *region,
            *dated,
            "published_on",
            pl.when(no_year).then("period").otherwise(pl.lit("")),
        ]
        naming = [pl.col(role) != "" for role in ("source", "url", "title") if role in columns]
        if naming and "published" not in columns:
            # What an announcement dates is its source, where the row names one.
            named = pl.any_horizontal(naming).cast(pl.String)
            of_cells.append(named)
            of_region.append(named)
        keys = {"cells_key": of_cells, "region_key": of_region}
        rows = self.rows.with_columns(
            pl.concat_str(parts, separator=BETWEEN).alias(key) for key, parts in keys.items()
        )
        if not self.has_controls:
            return rows
        odd = self._with_marks([role for role in ROLES if role in columns and role != "quote"])
        if odd is None:
            return rows
        return rows.with_columns(pl.when(~odd).then(pl.col(key)).alias(key) for key in keys)

    def _with_marks(self, roles: Sequence[str]) -> pl.Expr | None:
        """Which rows have a cell that holds a mark of ours; None if none has."""
        import polars as pl

        holds = [pl.col(role).str.contains(templates.MARKS) for role in roles]
        found = self.rows.select(pl.any_horizontal(each.any() for each in holds)).item()
        return pl.any_horizontal(holds) if found else None

    # -- what is right ---------------------------------------------------------------------

    def _wrong(self, family: Family, key: str, digits: Sequence[str] = _DIGITS) -> set[str]:
        """The keys of which the rules find something wrong with a row."""
        if not self.checks.wants(family):
            return set()
        return self.sieve.known[family].wrong(
            self.rows,
            key,
            lambda rows: self.checks.faulty(self.curated.picked(rows["row"].to_list()), family),
            digits,
        )

    def _doubtful(self) -> list[int]:
        """The rows that are like none that was found right."""
        import polars as pl

        doubtful = (
            pl.col("cells_key").is_null()
            | pl.col("cells_key").is_in(list(self.wrong_cells))
            | pl.col("region_key").is_in(list(self.wrong_regions))
        )
        rows = self.rows.filter(doubtful)["row"].to_list()
        if self.checks.wants("quotes"):
            bare = self.sieve.known["bare"].wrong(
                self.unquoted,
                "cells_key",
                lambda rows: self.checks.faulty(
                    self.curated.picked(rows["row"].to_list()), "quotes"
                ),
            )
            odd = self.unquoted.filter(pl.col("cells_key").is_in(list(bare)))
            rows = sorted({*rows, *odd["row"].to_list()})
        if self.quoted.height and (self.checks.wants("quotes") or self.checks.wants("names")):
            rows = sorted({*rows, *_Quotes(self).doubtful()})
        if self.curated.has_sources:
            rows = sorted({*rows, *self.curated.not_located()})
        return rows

    @cached_property
    def quoted(self) -> pl.DataFrame:
        """The rows that have a quote."""
        import polars as pl

        if "quote" not in self.rows.columns:
            return self.rows.clear()
        return self.rows.filter(pl.col("quote") != "")

    @cached_property
    def unquoted(self) -> pl.DataFrame:
        """The rows that have none."""
        import polars as pl

        if "quote" not in self.rows.columns:
            return self.rows
        return self.rows.filter(pl.col("quote") == "")

    def superseding(self) -> list[int]:
        """The rows that say which other record they replace."""
        import polars as pl

        if "supersedes" not in self.rows.columns:
            return []
        return self.rows.filter(pl.col("supersedes") != "")["row"].to_list()

    # -- what rows are compared by -----------------------------------------------------------

    def facts(self) -> pl.DataFrame:
        """What each row is compared by with others: of doubtful rows each for itself."""
        import polars as pl

        apart = pl.DataFrame({"row": self.doubtful}, schema={"row": pl.UInt32})
        alike = self.rows.join(apart, on="row", how="anti")
        own = self._facts(apart["row"].to_list())
        cells = self._facts_of_kinds(alike, "cells_key")
        regions = self._facts_of_kinds(alike, "region_key")
        scale = pl.col("value") / pl.col("value of")
        shared = (
            alike.lazy()
            .select("row", "cells_key", "region_key", "value", "yearly")
            .join(cells.lazy().drop(_FACTS_OF_REGION), on="cells_key", how="left")
            .join(
                regions.lazy().select("region_key", *_FACTS_OF_REGION), on="region_key", how="left"
            )
            .with_columns(
                log=pl.col("log") + scale.log10().fill_null(0),
                low=pl.col("low") * scale.fill_null(1),
                high=pl.col("high") * scale.fill_null(1),
                time=pl.coalesce(pl.col("yearly") * 10_000 + 1231, "time"),
            )
            .select(own.columns)
            .collect()
        )
        return pl.concat([own, shared.cast(own.schema)])

    def _facts_of_kinds(self, rows: pl.DataFrame, key: str) -> pl.DataFrame:
        """The facts of one row of each kind, and its number."""
        import polars as pl

        place = pl.col("value").arg_max().fill_null(0)
        first = rows.group_by(key).agg(
            pl.col("row").get(place), pl.col("value").get(place).alias("value of")
        )
        first = first.sort("row")
        found = self._facts(first["row"].to_list())
        zero = pl.when(pl.col("value of") > 0).then("value of").alias("value of")
        return first.with_columns(zero).join(found, on="row").drop("row")

    def _facts(self, rows: Sequence[int]) -> pl.DataFrame:
        import polars as pl

        found = self.checks.facts(self.curated.picked(rows)) if rows else []
        return pl.DataFrame(
            [{"row": row, **each} for row, each in zip(rows, found, strict=True)],
            schema={name: getattr(pl, kind) for name, kind in _FACTS.items()},
        )


class _Quotes:
    """The quotes of a batch, and which of them may say otherwise than their rows."""

    def __init__(self, batch: _Batch) -> None:
        self.batch = batch
        self.checks = batch.checks
        self.rows = batch.quoted

    def doubtful(self) -> set[int]:
        """The rows whose quotes may say otherwise."""
        import polars as pl

        rows = self._with_names(self.rows, self._names())
        dated = [
            role for role in ("published", "announced", "published_on") if role in rows.columns
        ]
        rows = pl.concat([rows, self._stated(rows)], how="horizontal").with_columns(
            quote_key=pl.concat_str(["cells_key", "quote_key"], separator=BETWEEN),
            left_key=self._key_of_name("left", pl.col("name")),
            right_key=self._key_of_name("right", pl.col("name").str.tail(1)),
            # Whether a quote is right may depend on the year only where something has a date.
            yearly=pl.when(pl.any_horizontal(pl.col(role) != "" for role in dated)).then("yearly"),
        )
        doubtful: set[int] = set()
        if self.checks.wants("names"):
            named = pl.col("named") | pl.col("bears_name")
            doubtful |= {*rows.filter(~named.fill_null(False))["row"].to_list()}
        if self.checks.wants("quotes"):
            wrong = self.batch.sieve.known["quotes"].wrong(rows, "quote_key", self._check)
            odd = pl.col("quote_key").is_null() | pl.col("quote_key").is_in(list(wrong))
            for key in ("left_key", "right_key"):
                placed = self.batch.sieve.known[key].wrong(rows, key, self._check, ())
                odd |= pl.col(key).is_in(list(placed)).fill_null(False)
            doubtful |= {*rows.filter(odd)["row"].to_list()}
        return doubtful

    def _stated(self, rows: pl.DataFrame) -> pl.DataFrame:
        """What the quotes state, some at a time: the texts take up much room."""
        import polars as pl

        cells = rows.select("quote", "number", "year", "name")
        controls = self.batch.has_controls
        return pl.concat(
            templates.stated(each, may_hold_marks=controls) for each in cells.iter_slices(_AT_ONCE)
        )

    def _key_of_name(self, side: str, end: pl.Expr) -> pl.Expr:
        """The end of a name with what stands beside it: words may reach over both."""
        import polars as pl

        kind = [pl.col("kind")] if "kind" in self.rows.columns else []
        key = pl.concat_str([pl.col(side), end, *kind], separator=BETWEEN)
        return pl.when("named").then(key)

    def _check(self, rows: pl.DataFrame) -> set[int]:
        """The rows of which the rules find something wrong with the passage that decides."""
        at = rows["row"].to_list()
        quotes = [_filled(*each) for each in rows.select(_FILLING).iter_rows()]
        picked = self.batch.curated.picked(at, quotes)
        return self.checks.faulty(picked, "quotes")

    def _names(self) -> pl.DataFrame:
        """For each region of the batch the names that a quote may bear in its stead, in order."""
        import polars as pl

        first = self.rows.group_by("region_key").agg(pl.col("row").min()).sort("row")
        at = first["row"].to_list()
        known = self.checks.names(self.batch.curated.picked(at)) if at else []
        width = max((len(names) for names in known), default=0)
        columns = {
            f"name {n}": [names[n] if n < len(names) else None for names in known]
            for n in range(width)
        }
        schema = dict.fromkeys(columns, pl.String)
        return pl.concat(
            [first.select("region_key"), pl.DataFrame(columns, schema=schema)], how="horizontal"
        )

    def _with_names(self, rows: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
        """Each row with the first of its region's names that stands in the quote."""
        import polars as pl

        columns = [each for each in names.columns if each != "region_key"]
        rows = rows.join(names, on="region_key", how="left", maintain_order="left")
        name = pl.lit(None, dtype=pl.String)
        rows = rows.with_columns(name=name)
        for each in columns:
            holds = pl.col("quote").str.contains(pl.col(each), literal=True)
            rows = rows.with_columns(name=pl.coalesce("name", pl.when(holds).then(each)))
            if not rows["name"].null_count():
                break
        found = rows["name"].unique().drop_nulls().to_list()
        harmless = [each for each in found if says_nothing_else(each)]
        bears = pl.col("name").is_not_null() & ~pl.col("name").str.contains("[A-Za-z]")
        return rows.drop(columns).with_columns(
            bears_name=bears,
            name=pl.when(pl.col("name").is_in(harmless)).then("name"),
        )


def _filled(passage: str, rendering: str | None, year: str | None, name: str | None) -> str:
    """The words of a passage that has marks."""
    for mark, words in ((NUMBER, rendering), (YEAR, year), (NAME, name)):
        passage = passage.replace(mark, words or "")
    return passage


def _cell(role: str, curated: CuratedTable) -> pl.Expr:
    """The cells of a role."""
    import polars as pl

    if role in curated.roles:
        return pl.col(curated.roles[role])
    return pl.lit(curated.said_of_all(role))
