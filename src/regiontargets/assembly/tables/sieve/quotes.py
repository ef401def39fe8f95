"""Quotes that may say otherwise than their rows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from .kinds import DIGITS, numbered
from .marks import BETWEEN, MARKS, NAME, NUMBER, YEAR
from .passages import READ, stated, with_rendering
from .patterns import following

if TYPE_CHECKING:
    import polars as pl

    from .batch import Batch

_AT_ONCE = 50_000
_FILLING = ("text", "rendering", "year", "name")
_ASKED = ("row", *DIGITS, *_FILLING)
_READ = ("quote", "number", "year", "name", "bears_name")
_DATES = ("published", "announced", "published_on")


def doubtful_quotes(batch: Batch) -> set[int]:
    """The rows of a batch whose quotes may say otherwise, or do not name the region."""
    import polars as pl

    dated = [role for role in _DATES if role in batch.quoted.columns]
    said = ["said_kind"] if "kind" in batch.quoted.columns else []
    rows = batch.quoted.select(
        *("row", "cells", "regions", "quote", "number", "year", "value"),
        # Whether a quote is right may depend on the year only where something has a date.
        yearly=pl.when(pl.any_horizontal(pl.col(role) != "" for role in dated)).then("yearly"),
        **{name: pl.col("kind") for name in said},
    )
    rows = _with_names(batch, rows)
    read = _read(
        with_rendering(rows.select(*_READ, kind="cells").with_row_index("at")),
        may_hold_marks=batch.has_controls,
    )
    rows = pl.concat([rows.drop("name", "number", "quote"), read], how="horizontal")
    doubtful: set[int] = set()
    if batch.checks.wants("names"):
        named = pl.col("named") | pl.col("bears_name")
        doubtful |= {*rows.filter(~named.fill_null(False))["row"].to_list()}
    if batch.checks.wants("quotes"):
        doubtful |= _saying_otherwise(batch, rows, said)
    return doubtful


def _read(rows: pl.DataFrame, *, may_hold_marks: bool) -> pl.DataFrame:
    """What the quotes state."""
    import polars as pl

    marked = pl.lit(False)
    if may_hold_marks:
        marked = pl.col("quote").str.contains(MARKS)
    found, left = following(rows.filter(~marked))
    others = pl.concat([left, rows.filter(marked)]) if may_hold_marks else left
    # Some at a time, since the texts take up much room; and several at once.
    some = others.drop("kind").iter_slices(_AT_ONCE)
    with ThreadPoolExecutor(pl.thread_pool_size()) as pool:
        read = list(pool.map(partial(stated, may_hold_marks=may_hold_marks), some))
    return pl.concat([*found, *(each.select(READ) for each in read)]).sort("at").drop("at")


def _saying_otherwise(batch: Batch, rows: pl.DataFrame, said: list[str]) -> set[int]:
    """The rows whose quotes are like one that the rules find something wrong with."""
    import polars as pl

    def beside(side: str, end: pl.Expr) -> pl.Expr:
        """The end of a name with what stands beside it: words may reach over both."""
        key = pl.concat_str([pl.col(side), end, *said], separator=BETWEEN)
        return pl.when("named").then(key)

    def check(some: pl.DataFrame) -> set[int]:
        """The places at which the rules find something wrong with the passage that decides."""
        quotes = [_filled(*each) for each in some.select(_FILLING).iter_rows()]
        picked = batch.curated.picked(some["row"].to_list(), quotes)
        return batch.checks.faulty(picked, "quotes")

    rows = rows.with_columns(
        left_key=beside("left", pl.col("name")),
        right_key=beside("right", pl.col("name").str.tail(1)),
    )
    rows, texts = numbered(rows.with_columns(key="text"), "key", "text_kind")
    same = ("cells", "text_kind", "number_key", "year_key")
    kinds = rows.filter("sure").select(same).unique(maintain_order=True).drop_nulls("cells")
    kinds = kinds.with_row_index("kind")
    rows = rows.join(kinds, on=same, how="left", maintain_order="left", nulls_equal=True)
    names = (
        kinds.join(batch.names["cells"].rename({"kind": "cells"}), on="cells", how="left")
        .join(texts.rename({"kind": "text_kind", "key": "text"}), on="text_kind", how="left")
        .select("kind", key=pl.concat_str(["key", "text", *same[2:]], separator=BETWEEN))
    )
    wrong = batch.known.kinds["quotes"].wrong(rows.select(*_ASKED, "kind"), check, names)
    odd = pl.col("kind").is_null() | pl.col("kind").is_in(wrong)
    for side in ("left_key", "right_key"):
        beside_name, names = numbered(rows.select(*_ASKED, side), side, "kind")
        wrong = batch.known.kinds[side].wrong(beside_name, check, names, ())
        odd |= beside_name["kind"].is_in(wrong).fill_null(False)
    return {*rows.filter(odd)["row"].to_list()}


def _with_names(batch: Batch, rows: pl.DataFrame) -> pl.DataFrame:
    """Each row with the first of its region's names that stands in the quote."""
    import polars as pl

    names = _names(batch)
    rows = rows.with_row_index("at")
    left = rows.select("at", "regions", "quote")
    told: list[pl.DataFrame] = []
    for each in (name for name in names.columns if name != "regions"):
        if not left.height:
            break
        left = left.join(names.select("regions", name=each), on="regions", how="left")
        holds = pl.col("quote").str.contains(pl.col("name"), literal=True).fill_null(False)
        told.append(left.filter(holds).select("at", "name"))
        left = left.filter(~holds).drop("name")
    none = pl.DataFrame(schema={"at": pl.UInt32, "name": pl.String})
    rows = rows.join(pl.concat([none, *told]), on="at", how="left", maintain_order="left")
    found = rows["name"].unique().drop_nulls().to_list()
    bears = pl.col("name").is_not_null() & ~pl.col("name").str.contains("[A-Za-z]")
    harmless = pl.col("name").is_in(batch.known.saying_nothing_else(found))
    return rows.drop("at").with_columns(bears_name=bears, name=pl.when(harmless).then("name"))


def _names(batch: Batch) -> pl.DataFrame:
    """For each region of the batch the names that a quote may bear in its stead, in order."""
    import polars as pl

    first = batch.rows.drop_nulls("regions").group_by("regions").agg(pl.col("row").min())
    keys = batch.names["regions"].rename({"kind": "regions"})
    first = first.sort("row").join(keys, on="regions", how="left", maintain_order="left")
    known = batch.known.names
    new = {key: row for _, row, key in first.iter_rows() if key not in known}
    if new:
        known |= zip(new, batch.checks.names(batch.curated.picked([*new.values()])), strict=True)
    told = [known[key] for key in first["key"]]
    width = max(map(len, told), default=0)
    columns = {
        f"name {n}": [names[n] if n < len(names) else None for names in told] for n in range(width)
    }
    schema = dict.fromkeys(columns, pl.String)
    return pl.concat(
        [first.select("regions"), pl.DataFrame(columns, schema=schema)], how="horizontal"
    )


def _filled(text: str, rendering: str | None, year: str | None, name: str | None) -> str:
    """The words of a text that has marks."""
    for mark, words in ((NUMBER, rendering), (YEAR, year), (NAME, name)):
        text = text.replace(mark, words or "")
    return text
