"""Some rows of a table that are sifted together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..column_map import ROLES
from . import marks
from .kinds import DIGITS, extremes, looked_up, told_apart
from .known import Known
from .marks import BETWEEN
from .quotes import looked_at

if TYPE_CHECKING:
    import polars as pl

    from ..curated import CuratedTable
    from .sieving import Checks, Family

_ELSEWHERE = frozenset(
    ("id", "region", "region_code", "within", "part", "amount", "period", "quote")
)
"""The roles whose cells are not taken as they are."""

_OF_NO_RULE = frozenset(("source", "url", "title", "publisher", "issuer", "supersedes"))
"""The roles whose cells no rule about single records reads, but for their date and text."""

_NOT_AS_THEY_ARE = _ELSEWHERE | _OF_NO_RULE
_OF_REGION = ("region_code", "part", "region", "within")

_LOOKS: dict[str, tuple[Family, Family, tuple[str, ...]]] = {
    "cells": ("cells", "cells", DIGITS),
    "regions": ("regions", "regions", ("yearly",)),
    "bare": ("cells", "quotes", DIGITS),
}
"""By which kind rows are looked at, for which rules, and which digits make a difference."""


class Batch:
    """Some rows that are sifted together; rows are counted from its first.

    Attributes:
        doubtful: the rows that are like none that was found right, ascending.
    """

    def __init__(
        self,
        curated: CuratedTable,
        frame: pl.DataFrame,
        checks: Checks,
        known: Known,
        *,
        has_controls: bool,
    ) -> None:
        """Sift some rows.

        Args:
            curated: the rows.
            frame: their cells.
            checks: what the rules say.
            known: what was found before.
            has_controls: whether a cell may hold a mark of ours.
        """
        self.curated = curated
        self.checks = checks
        self.known = known
        self.has_controls = has_controls
        rows, self.names = self._with_kinds(self._prepared(frame))
        self.rows = rows
        self.doubtful = self._doubtful()

    # -- kinds -----------------------------------------------------------------------------

    def _prepared(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The cells by their roles, with the number and the year in them."""
        import polars as pl

        cells = frame.select(
            _cell(role, self.curated).alias(role)
            for role in ROLES
            if role in self.curated.roles or role in self.curated.given
        ).with_row_index("row")
        for role, parts in (("amount", marks.amounts), ("period", marks.years)):
            if role not in cells.columns:
                cells = cells.with_columns(pl.lit("").alias(role))
            numbers, distinct = told_apart(cells[role])
            cells = cells.hstack(distinct.to_frame(role).select(**parts(pl.col(role)))[numbers])
        return cells.with_columns(published_on=self._published())

    def _published(self) -> pl.Expr | pl.Series:
        """The date of each row's source, where sources at hand have one of their own."""
        import polars as pl

        if not self.curated.has_sources:
            return pl.lit("")
        column = self.curated.column("source")
        dates = [str(each.published or "") if each else "" for each in column.values]
        return pl.Series(dates, dtype=pl.String).gather(pl.Series(column.codes, dtype=pl.UInt32))

    def _with_kinds(self, rows: pl.DataFrame) -> tuple[pl.DataFrame, Mapping[Family, pl.Series]]:
        """The rows with the kind of their cells, and of their region, and the key of each kind.

        A row in which a cell holds a mark is of no kind.
        """
        import polars as pl

        odd = self._with_marks(rows) if self.has_controls else None
        names: dict[Family, pl.Series] = {}
        keys: tuple[tuple[Family, list[str | pl.Expr]], ...] = (
            ("cells", self._of_cells(rows.columns)),
            ("regions", self._of_region(rows.columns)),
        )
        for family, parts in keys:
            key = pl.concat_str(parts, separator=BETWEEN)
            key = key if odd is None else pl.when(~odd).then(key)
            numbers, names[family] = told_apart(rows.select(key=key).to_series())
            rows = rows.with_columns(numbers.alias(family))
        return rows, names

    def _of_cells(self, columns: Sequence[str]) -> list[str | pl.Expr]:
        """What cells say beside digits and region."""
        import polars as pl

        where = pl.concat_str([pl.lit(""), *_roles(_OF_REGION, columns)], separator=BETWEEN)
        parts: list[str | pl.Expr] = [
            *(role for role in ROLES if role in columns and role not in _NOT_AS_THEY_ARE),
            *("published_on", "amount_key", "period_key"),
            *self._unless_yearly(where),
            *self._names_source(columns),
        ]
        if "equivalent" in columns:
            both = pl.concat_str(["amount", "period"], separator=BETWEEN)
            parts.append(pl.when(pl.col("equivalent") != "").then(both).otherwise(pl.lit("")))
        return parts

    def _of_region(self, columns: Sequence[str]) -> list[str | pl.Expr]:
        """What cells say of the region, and of when it must have existed."""
        import polars as pl

        return [
            *_roles((*_OF_REGION, "published", "announced", "kind"), columns),
            "published_on",
            *self._unless_yearly(pl.col("period")),
            *self._names_source(columns),
        ]

    def _unless_yearly(self, part: pl.Expr) -> list[pl.Expr]:
        """What makes a difference where the period is no plain year."""
        import polars as pl

        return [pl.when(pl.col("yearly").is_null()).then(part).otherwise(pl.lit(""))]

    def _names_source(self, columns: Sequence[str]) -> list[pl.Expr]:
        """Whether the row names a source: what an announcement dates is that, then."""
        import polars as pl

        naming = [pl.col(role) != "" for role in _roles(("source", "url", "title"), columns)]
        if not naming or "published" in columns:
            return []
        return [pl.any_horizontal(naming).cast(pl.String)]

    def _with_marks(self, rows: pl.DataFrame) -> pl.Expr | None:
        """Which rows have a cell that holds a mark of ours; None if none has."""
        import polars as pl

        roles = [role for role in ROLES if role in rows.columns and role != "quote"]
        holds = [pl.col(role).str.contains(marks.MARKS) for role in roles]
        found = rows.select(pl.any_horizontal(each.any() for each in holds)).item()
        return pl.any_horizontal(holds) if found else None

    # -- what is right ---------------------------------------------------------------------

    def faulty(self, family: Family, rows: pl.DataFrame) -> set[int]:
        """The places among some rows at which the rules find something wrong."""
        return self.checks.faulty(self.curated.picked(rows["row"].to_list()), family)

    def _doubtful(self) -> list[int]:
        import polars as pl

        rows = {*self.rows.filter(pl.col("cells").is_null())["row"].to_list()}
        rows |= self._of_wrong_kinds("cells", self.rows)
        if self.checks.wants("regions"):
            rows |= self._of_wrong_kinds("regions", self.rows)
        if self.checks.wants("quotes") and self.unquoted.height:
            rows |= self._of_wrong_kinds("bare", self.unquoted)
        if self.quoted.height and (self.checks.wants("quotes") or self.checks.wants("names")):
            looked = looked_at(self)
            rows |= looked.doubtful
            rows |= self._set_otherwise(sorted(looked.silent - rows))
        if self.curated.has_sources:
            rows |= {*self.curated.not_located()}
        return sorted(rows)

    @property
    def heeds_settings(self) -> bool:
        """Whether it matters what stands around the quotes in their sources."""
        return self.curated.has_sources and self.checks.wants("settings")

    def _set_otherwise(self, rows: Sequence[int]) -> set[int]:
        """Those of some rows around whose quotes something stands that speaks against them."""
        told = self.checks.set_otherwise(self.curated.picked(rows)) if rows else ()
        rows = [rows[place] for place in told]
        return {rows[place] for place in self.checks.faulty(self.curated.picked(rows), "settings")}

    def _of_wrong_kinds(self, what: str, rows: pl.DataFrame) -> set[int]:
        """Those of some rows of whose kind the rules find something wrong with one.

        Args:
            what: what is looked at: "cells", "regions", or "bare", rows without a quote.
            rows: the rows.
        """
        import polars as pl

        kind, family, digits = _LOOKS[what]
        rows = rows.select("row", *DIGITS, kind).with_row_index("at")
        kinds = extremes(rows.lazy().drop_nulls(kind), (kind,), digits)
        kinds = kinds.with_columns(key=looked_up(kind, self.names[kind]))
        wrong = self.known.kinds[what].wrong(kinds, rows, lambda some: self.faulty(family, some))
        if not wrong.any():
            return set()
        bad = kinds.filter(wrong)[kind].implode()
        return {*rows.filter(pl.col(kind).is_in(bad))["row"].to_list()}

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


def _roles(roles: Sequence[str], columns: Sequence[str]) -> list[str]:
    return [role for role in roles if role in columns]


def _cell(role: str, curated: CuratedTable) -> pl.Expr:
    """The cells of a role."""
    import polars as pl

    if role in curated.roles:
        return pl.col(curated.roles[role])
    return pl.lit(curated.said_of_all(role))
