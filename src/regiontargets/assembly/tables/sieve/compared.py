"""What rows are compared by with others, kept small: once for each kind of rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .batch import Batch
from .kinds import looked_up

if TYPE_CHECKING:
    import polars as pl

    from .sieving import Family

_KINDS: tuple[Family, ...] = ("cells", "regions")
_OF_CELLS: dict[str, str] = {
    **dict.fromkeys(("kind", "metric", "change", "unit", "amount_unit"), "Int32"),
    **dict.fromkeys(("log", "low", "high", "value of"), "Float64"),
    **dict.fromkeys(("time", "since"), "Int32"),
    "is_rate": "Boolean",
}
_OF_REGION: dict[str, str] = dict.fromkeys(("region", "level", "parent"), "Int32")
"""What rows are compared by, and polars' types for it."""

_AT_ONCE = 1_000_000
"""Rows that are compared at once; only those of one metric are held against each other."""


class Compared:
    """What all rows of a table are compared by.

    Of each row is kept the kind of its cells and of its region, its number and its year; of
    each kind, what one row of it is compared by.
    """

    def __init__(self) -> None:
        self._rows: list[pl.DataFrame] = []
        self._cells: dict[tuple[Any, ...], int] = {}
        self._regions: dict[tuple[Any, ...], int] = {}
        self._kinds: dict[Family, dict[str, int]] = {"cells": {}, "regions": {}}

    def add(self, batch: Batch, offset: int) -> None:
        """Add the rows of a batch, the first of which has this number.

        Doubtful rows are each of a kind of its own.
        """
        import polars as pl

        apart = pl.DataFrame({"row": batch.doubtful}, schema={"row": pl.UInt32})
        rows = batch.rows.select("row", "cells", "regions", "value", "yearly")
        alike = rows.join(apart, on="row", how="anti") if batch.doubtful else rows
        first = {kind: self._new(batch, alike, kind) for kind in _KINDS}
        asked = sorted({*batch.doubtful, *(row for each in first.values() for row in each["row"])})
        found = batch.checks.facts(batch.curated.picked(asked)) if asked else []
        facts = dict(zip(asked, found, strict=True))
        numbers = {
            f"of_{kind}": looked_up(kind, self._numbers(batch, kind, first[kind], facts))
            for kind in _KINDS
        }
        known = alike.select("row", **numbers, value="value", yearly="yearly")
        own = pl.DataFrame(
            [
                (row, self._number("cells", facts[row], None), self._number("regions", facts[row]))
                for row in batch.doubtful
            ],
            schema={"row": pl.UInt32, "of_cells": pl.Int32, "of_regions": pl.Int32},
            orient="row",
        ).with_columns(
            value=pl.lit(None, dtype=rows.schema["value"]),
            yearly=pl.lit(None, dtype=rows.schema["yearly"]),
        )
        for each in (known, own):
            self._rows.append(each.with_columns(pl.col("row") + offset))

    def _new(self, batch: Batch, rows: pl.DataFrame, kind: Family) -> pl.DataFrame:
        """One row of each kind that none was seen of before, and its key."""
        import polars as pl

        first = _first(rows, kind).with_columns(key=looked_up(kind, batch.names[kind]))
        return first.filter(~pl.col("key").is_in(list(self._kinds[kind])))

    def _numbers(
        self, batch: Batch, kind: Family, first: pl.DataFrame, facts: dict[int, dict[str, Any]]
    ) -> pl.Series:
        """The number of the facts of each kind of the batch."""
        import polars as pl

        known, own = self._kinds[kind], dict[str, int]()
        for row, value, key in first.select("row", "value of", "key").iter_rows():
            number = self._number(kind, facts[row], value or None)
            # In proportion to zero there is nothing.
            (own if value == 0 else known)[key] = number
        numbers = [known.get(key, own.get(key)) for key in batch.names[kind]]
        return pl.Series(numbers, dtype=pl.Int32)

    def _number(self, kind: Family, facts: dict[str, Any], value: float | None = None) -> int:
        of, known = (_OF_CELLS, self._cells) if kind == "cells" else (_OF_REGION, self._regions)
        key = tuple(value if name == "value of" else facts.get(name) for name in of)
        return known.setdefault(key, len(known))

    def parts(self) -> Iterator[pl.DataFrame]:
        """What rows are compared by, all rows of a metric in one part."""
        import polars as pl

        cells, regions = _frame(self._cells, _OF_CELLS), _frame(self._regions, _OF_REGION)
        parts = -(-sum(each.height for each in self._rows) // _AT_ONCE)
        part_of = cells["metric"].fill_null(0) % max(parts, 1)
        for part in range(parts):
            wanted = looked_up("of_cells", part_of) == part
            rows = pl.concat(each.filter(wanted) for each in self._rows)
            yield _expanded(rows, cells, regions)


def _first(rows: pl.DataFrame, kind: Family) -> pl.DataFrame:
    """One row of each kind, that with the greatest number, and the number."""
    import polars as pl

    place = pl.col("value").arg_max().fill_null(0)
    known = rows.filter(pl.col(kind).is_not_null())
    return known.group_by(kind).agg(
        pl.col("row").get(place), pl.col("value").get(place).alias("value of")
    )


def _frame(known: dict[tuple[Any, ...], int], types: dict[str, str]) -> pl.DataFrame:
    """Facts by their numbers."""
    import polars as pl

    schema = {name: getattr(pl, kind) for name, kind in types.items()}
    return pl.DataFrame(list(known), schema=schema, orient="row")


def _expanded(rows: pl.DataFrame, cells: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """The facts of each row, in proportion to its own number, and of its own year."""
    import polars as pl

    of_cells = {name: looked_up("of_cells", cells[name]) for name in _OF_CELLS}
    of_regions = {name: looked_up("of_regions", regions[name]) for name in _OF_REGION}
    rows = rows.with_columns(scale=pl.col("value") / of_cells.pop("value of"))
    log, low, high, time = (of_cells.pop(name) for name in ("log", "low", "high", "time"))
    scale = pl.col("scale")
    return rows.select(
        "row",
        **of_regions,
        **of_cells,
        log=log + scale.log10().fill_null(0),
        low=low * scale.fill_null(1),
        high=high * scale.fill_null(1),
        time=(pl.col("yearly") * 10_000 + 1231).fill_null(time),
    )
