"""Quotes that follow the pattern of another: guessed from one quote, and held against the rest.

Most quotes of a large table are made alike: the same words with another number, year and name in
them. To fill the pattern of one quote with each row's own digits and name, and to see whether its
quote begins so, takes a fraction of the time that taking every quote apart does.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .in_slices import in_slices
from .marks import NAME, NUMBER, YEAR, replaced
from .passages import ENDS, GOES_ON, HAN, READ, changes_meaning, may_say_when, stated, with_keys

if TYPE_CHECKING:
    import polars as pl

_ROUNDS = 6
_FEW = 20
"""Rows, for each pattern guessed, below which guessing does not pay."""

_LEAST = 2000
"""Rows that are sooner read closely than another pattern is guessed for them."""

_MOST_SLOTS = 6
_SLOT = f"[{NUMBER}{YEAR}{NAME}]"
_SAID = (
    *("text", "named", "left", "right", "sure", "has_digits", "ends_at_letter"),
    *("number_matters", "year_matters"),
)
_SAID_OF_PATTERN = (*_SAID, "dated", "latin", "to_the_end")


def following(rows: pl.DataFrame) -> tuple[list[pl.DataFrame], pl.DataFrame]:
    """What is stated in the quotes that follow a pattern, as `stated` tells it; the other rows.

    Args:
        rows: what `stated` reads of each row, and its `kind`, of which each has patterns of its
            own.
    """
    import polars as pl

    done: list[pl.DataFrame] = []
    left: list[pl.DataFrame] = [rows.filter(pl.col("kind").is_null())]
    rows = rows.filter(pl.col("kind").is_not_null())
    for _ in range(_ROUNDS):
        first = rows.select(pl.col("at").first().over("kind") == pl.col("at")).to_series()
        if not first.any() or first.sum() * _FEW > rows.height:
            break
        patterns = _guessed(rows.filter(first))
        parts = in_slices(rows, partial(_held_against, patterns=patterns))
        found, others = (pl.concat(each) for each in zip(*parts, strict=True))
        done.append(found)
        # A quote that does not follow its own pattern is no pattern for others.
        odd = pl.col("at").is_in(rows.filter(first)["at"].implode())
        left.append(others.filter(odd))
        rows = others.filter(~odd)
        if found.height < max(rows.height / _FEW, _LEAST):
            break
    return done, pl.concat([*left, rows])


def _guessed(samples: pl.DataFrame) -> pl.DataFrame:
    """Of each sample the words around its slots, and what is said of such words."""
    import polars as pl

    read = stated(samples).join(samples.select("at", "kind"), on="at")
    head = pl.concat_str(replaced(pl.col("earlier"), pl.col("name"), NAME), "text")
    slots = pl.col("head").str.extract_all(_SLOT)
    words = pl.col("head").str.replace_all(_SLOT, NUMBER).str.split(NUMBER)
    read = read.with_columns(head=head).with_columns(slots=slots, words=words)
    read = read.filter(
        pl.col("slots").list.len() <= _MOST_SLOTS,
        # Digits there might be the number or the year of another row.
        ~pl.col("earlier").str.contains("[0-9]"),
    )
    most: int = read.select(pl.col("slots").list.len().max()).item() or 0
    return read.select(
        *("kind", *_SAID),
        pl.col("words").list.get(0).alias("words 0"),
        *(pl.col("slots").list.get(n, null_on_oob=True).alias(f"slot {n}") for n in range(most)),
        *(
            pl.col("words").list.get(n + 1, null_on_oob=True).fill_null("").alias(f"words {n + 1}")
            for n in range(most)
        ),
        dated=pl.col("text").str.contains(YEAR, literal=True),
        latin=~pl.col("text").str.contains(HAN),
        to_the_end=pl.col("is_whole") | ~pl.col("text").str.contains(ENDS),
    )


def _held_against(rows: pl.DataFrame, patterns: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What is stated in the quotes that follow the pattern of their kind, and the other rows."""
    import polars as pl

    quote, later = pl.col("quote"), pl.col("later")
    held = rows.join(patterns, on="kind", how="left", maintain_order="left")
    held = held.select(*rows.columns, *_SAID_OF_PATTERN, expected=_filled(patterns.columns))
    begins = quote.str.starts_with(pl.col("expected")) & pl.col("text").is_not_null()
    fits = held.select(begins.fill_null(False)).to_series()
    others = [rows.filter(~fits)]
    held = held.filter(fits).with_columns(
        earlier=pl.lit(""), later=quote.str.strip_prefix(pl.col("expected"))
    )
    held = _with_later(held).with_columns(has_digits=pl.col("has_digits") | pl.col("digits_later"))
    ends = later == ""
    silent = ends | (
        ~pl.col("odd_later")
        & ~pl.col("to_the_end")
        & (pl.col("dated") | ~pl.col("time_later"))
        & (~pl.col("latin") | (pl.col("goes_on") & ~pl.col("han_later")))
    )
    named = pl.col("bears_name") | pl.col("name").is_null() | pl.col("named")
    right = held.select((silent & named).fill_null(False)).to_series() & ~_said_again(held)
    others.append(held.filter(~right).select(rows.columns))
    return with_keys(held.filter(right)).select(READ), pl.concat(others)


def _said_again(held: pl.DataFrame) -> pl.Series:
    """Whether the number or the year of a row comes again after the pattern.

    They have digits: texts without any, which are most, need not be searched.
    """
    import polars as pl

    found = held["digits_later"]
    if not found.any():
        return found
    again = pl.any_horizontal(
        pl.col("later").str.contains(pl.col(own), literal=True) for own in ("year", "rendering")
    )
    searched = held.filter(found).select(again.fill_null(False)).to_series()
    return found.scatter(found.arg_true(), searched)


def _filled(columns: list[str]) -> pl.Expr:
    """The words of a pattern with a row's own number, year and name in its slots."""
    import polars as pl

    parts = [pl.col("words 0")]
    for n in range(sum(each.startswith("slot ") for each in columns)):
        slot = pl.col(f"slot {n}")
        own = (
            pl.when(slot == NUMBER)
            .then("rendering")
            .when(slot == YEAR)
            .then("year")
            .when(slot == NAME)
            .then("name")
            .otherwise(pl.lit(""))
        )
        parts += [own, pl.col(f"words {n + 1}")]
    return pl.concat_str(parts)


def _with_later(rows: pl.DataFrame) -> pl.DataFrame:
    """What is said of the words after a pattern, once for each distinct text if they are few."""
    import polars as pl

    keyed = rows.with_columns(hash=pl.col("later").hash())
    texts = keyed.group_by("hash").agg(pl.col("later").first())
    if texts.height * 2 > rows.height:
        return rows.with_columns(**_of_later(rows))
    texts = texts.with_columns(**_of_later(texts)).rename({"later": "same"})
    keyed = keyed.join(texts, on="hash", how="left", maintain_order="left")
    # Two texts might share a hash: such a one is looked at more closely.
    odd = pl.col("odd_later") | (pl.col("later") != pl.col("same"))
    return keyed.with_columns(odd_later=odd).drop("hash", "same")


def _of_later(rows: pl.DataFrame) -> dict[str, pl.Expr | pl.Series]:
    import polars as pl

    later = pl.col("later")
    return {
        "odd_later": changes_meaning(rows, "later"),
        "time_later": may_say_when(rows, "later"),
        "digits_later": later.str.contains("[0-9]"),
        "han_later": later.str.contains(HAN),
        "goes_on": later.str.contains(GOES_ON),
    }
