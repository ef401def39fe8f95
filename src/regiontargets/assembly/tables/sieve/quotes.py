"""Quotes that may say otherwise than their rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from .in_slices import in_slices
from .kinds import extremes, looked_up, told_apart
from .marks import BETWEEN, MARKS, NAME, NUMBER, YEAR
from .passages import READ, stated, with_rendering
from .patterns import following

if TYPE_CHECKING:
    import polars as pl

    from ..curated import CuratedTable
    from .batch import Batch
    from .sieving import Family

_FILLING = ("text", "rendering", "year", "name")
_READ = ("quote", "number", "year", "name", "bears_name")
_KEYS = ("number_key", "year_key")
_SAME = ("cells", "text_kind", *_KEYS)
"""What rows have in common of which one stands for the others."""

_SIDES = ("left", "right")
_TRIED = ("", f"{YEAR}年")
"""What stands before a built-in name where `telling_names` tried it: nothing, or a year; and a
comma before a Latin one."""

_DATES = ("published", "announced", "published_on")


class Looked(NamedTuple):
    """What was found of quotes.

    Attributes:
        doubtful: the rows whose quotes may say otherwise, or do not name the region.
        silent: the rows whose quotes leave open what may stand around them in their sources.
    """

    doubtful: set[int]
    silent: set[int]


def looked_at(batch: Batch) -> Looked:
    """What is found of the quotes of a batch."""
    import polars as pl

    dated = [role for role in _DATES if role in batch.quoted.columns]
    said = ["said_kind"] if "kind" in batch.quoted.columns else []
    rows = batch.quoted.select(
        *("row", "cells", "regions", "quote", "number", "year", "value"),
        # Whether a quote is right may depend on the year only where something has a date.
        yearly=pl.when(pl.any_horizontal(pl.col(role) != "" for role in dated)).then("yearly"),
        **{name: pl.col("kind") for name in said},
    )
    rows = _with_names(batch, rows).with_row_index("at")
    read = _read(
        with_rendering(rows.select("at", *_READ, kind="cells")), may_hold_marks=batch.has_controls
    )
    rows = rows.select("row", "cells", "value", "year", "yearly", "bears_name", *said)[read["at"]]
    rows = pl.concat([rows, read.drop("at")], how="horizontal").with_row_index("at")
    looked = Looked(set(), set())
    if batch.checks.wants("quotes"):
        looked = _saying_otherwise(batch, rows, said)
    if batch.checks.wants("names"):
        named = pl.col("named") | pl.col("bears_name")
        looked.doubtful.update(rows.filter(~named.fill_null(False))["row"].to_list())
    return looked


def _read(rows: pl.DataFrame, *, may_hold_marks: bool) -> pl.DataFrame:
    """What the quotes state."""
    import polars as pl

    marked = pl.lit(False)
    if may_hold_marks:
        marked = pl.col("quote").str.contains(MARKS)
    found, left = following(rows.filter(~marked))
    others = pl.concat([left, rows.filter(marked)]) if may_hold_marks else left
    read = in_slices(others.drop("kind"), partial(stated, may_hold_marks=may_hold_marks))
    return pl.concat([*found, *(each.select(READ) for each in read)])


def _saying_otherwise(batch: Batch, rows: pl.DataFrame, said: list[str]) -> Looked:
    """The rows whose quotes are like one that the rules find something wrong with, or silent."""
    import polars as pl

    last: dict[tuple[int, ...], CuratedTable] = {}

    def check(some: pl.DataFrame, family: Family = "quotes") -> set[int]:
        """The places at which the rules find something of the passage that decides."""
        at = tuple(some["row"].to_list())
        if at not in last:
            quotes = [_filled(*each) for each in some.select(_FILLING).iter_rows()]
            last.clear()
            last[at] = batch.curated.picked(at, quotes)
        return batch.checks.faulty(last[at], family)

    text = pl.concat_str(["text", *said], separator=BETWEEN)
    numbers, texts = told_apart(rows.select(text).to_series())
    rows = rows.with_columns(text_kind=numbers)
    known = batch.known.kinds
    kinds = _kinds(batch, rows, texts)
    wrong = kinds.filter(known["quotes"].wrong(kinds, rows, check))
    bad = [rows.filter(~pl.col("sure") | pl.col("cells").is_null())]
    if wrong.height:
        bad.append(rows.join(wrong, on=_SAME, how="semi"))
    silent: set[int] = set()
    if batch.heeds_settings:
        check_silence = partial(check, family="silent")
        of_kinds = kinds.filter(known["silent"].wrong(kinds, rows, check_silence))
        silent = {*rows.join(of_kinds, on=_SAME, how="semi")["row"].to_list()}
    beside = _beside_names(rows)
    for side in _SIDES:
        at_name = _with_ends(beside, side, said)
        if side == "left" and batch.known.are_built_in:
            latin = (pl.col(side) == ", ") & pl.col("name").str.contains("[A-Za-z]")
            at_name = at_name.filter(~(pl.col(side).is_in(_TRIED) | latin))
        keys = extremes(at_name.lazy(), ("key",), ())
        wrong = keys.filter(known[side].wrong(keys, rows, check))
        if wrong.height:
            pairs = at_name.join(wrong, on="key", how="semi")
            bad.append(rows.join(pairs, on=("text_kind", "name"), how="semi"))
    return Looked({row for some in bad for row in some["row"].to_list()}, silent)


def _kinds(batch: Batch, rows: pl.DataFrame, texts: pl.Series) -> pl.DataFrame:
    """The extremes of those rows that surely say the same, and the key of each kind of them."""
    import polars as pl

    sure = rows.lazy().filter("sure", pl.col("cells").is_not_null())
    kinds = extremes(sure, _SAME)
    of_cells, of_text = looked_up("cells", batch.names["cells"]), looked_up("text_kind", texts)
    key = pl.concat_str([of_cells, of_text, *_KEYS], separator=BETWEEN)
    return kinds.with_columns(key=key)


def _beside_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Of each text and name the first row."""
    import polars as pl

    # As one number, a text and a name are told apart in a tenth of the time.
    names, _ = told_apart(rows["name"])
    pair = pl.lit(names).cast(pl.UInt64) * 2**32 + pl.col("text_kind")
    first = pl.when("named").then(pair).is_first_distinct() & pl.col("named")
    return rows.lazy().filter(first).drop_nulls(_SIDES).collect()


def _with_ends(rows: pl.DataFrame, side: str, said: list[str]) -> pl.DataFrame:
    """The rows with the end of a name and what stands beside it: words may reach over both."""
    import polars as pl

    end = pl.col("name") if side == "left" else pl.col("name").str.tail(1)
    return rows.with_columns(key=pl.concat_str([pl.col(side), end, *said], separator=BETWEEN))


def _with_names(batch: Batch, rows: pl.DataFrame) -> pl.DataFrame:
    """Each row with the first of its region's names that stands in the quote."""
    import polars as pl

    name = pl.Series("name", [None], dtype=pl.String).new_from_index(0, rows.height)
    for names in _names(batch):
        at = name.is_null().arg_true()
        if not len(at):
            break
        own = looked_up("regions", names)
        holds = pl.col("quote").str.contains(own, literal=True)
        some = rows if len(at) == rows.height else rows[at]
        found = some.select(name=pl.when(holds).then(own)).to_series()
        name = found if some is rows else name.scatter(at, found)
    alone = batch.known.saying_nothing_else(name.unique().drop_nulls().to_list())
    bears = pl.col("name").is_not_null() & ~pl.col("name").str.contains("[A-Za-z]")
    harmless = pl.when(pl.col("name").is_in(alone)).then("name")
    return rows.with_columns(name).with_columns(bears_name=bears, name=harmless)


def _names(batch: Batch) -> Iterator[pl.Series]:
    """Of each region of the batch, by its number, a name that a quote may bear; one by one."""
    import polars as pl

    first = batch.rows.drop_nulls("regions").group_by("regions").agg(pl.col("row").min())
    keys, known = batch.names["regions"], batch.known.names
    new = [(row, keys[region]) for region, row in first.sort("row").iter_rows()]
    new = [(row, key) for row, key in new if key not in known]
    if new:
        told = batch.checks.names(batch.curated.picked([row for row, _ in new]))
        known |= {key: names for (_, key), names in zip(new, told, strict=True)}
    names = [known[key] for key in keys]
    for n in range(max(map(len, names), default=0)):
        yield pl.Series([each[n] if n < len(each) else None for each in names], dtype=pl.String)


def _filled(text: str, rendering: str | None, year: str | None, name: str | None) -> str:
    """The words of a text that has marks."""
    for mark, words in ((NUMBER, rendering), (YEAR, year), (NAME, name)):
        text = text.replace(mark, words or "")
    return text
