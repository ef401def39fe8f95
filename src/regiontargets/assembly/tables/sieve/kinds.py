"""What was found of rows that are alike but for their digits and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import polars as pl

DIGITS = ("value", "yearly")
"""What may make a difference between rows that are alike otherwise."""


@dataclass(slots=True)
class Kinds:
    """What was found of kinds of rows, by their keys.

    Attributes:
        right: the keys of those that are right, with the least and greatest of their digits.
        bad: the keys of the others.
    """

    right: dict[str, _Span]
    bad: set[str]

    @classmethod
    def unknown(cls) -> Kinds:
        """Nothing was found yet."""
        return cls({}, set())

    def wrong(
        self, kinds: pl.DataFrame, rows: pl.DataFrame, check: Callable[[pl.DataFrame], set[int]]
    ) -> pl.Series:
        """Whether a row that stands for the others of its kind is wrong, for each of some kinds.

        Args:
            kinds: their `extremes`, and the `key` by which each is known.
            rows: the rows of which they are, by their places.
            check: finds the wrong ones among some rows.
        """
        places = [name for name in kinds.columns if name.startswith("at ")]
        asked: dict[int, str] = {}
        for each in kinds.iter_rows(named=True):
            key, span = each["key"], _Span.of(each)
            known = self.right.get(key)
            if key in self.bad or (known is not None and known.covers(span)):
                continue
            self.right[key] = span if known is None else known.joined(span)
            asked.update((each[place], key) for place in places)
        at = sorted(asked)
        faulty = check(rows[at]) if at else set[int]()
        self.bad |= {asked[at[place]] for place in faulty}
        return kinds["key"].is_in(list(self.bad))


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


def extremes(
    rows: pl.LazyFrame, kind: Sequence[str], digits: Sequence[str] = DIGITS
) -> pl.DataFrame:
    """Of each kind of rows the least and the greatest digits, and where they stand.

    Args:
        rows: the rows, each with its place `at`, and the digits that make a difference.
        kind: the columns of which rows of a kind say the same.
        digits: which digits make a difference.
    """
    import polars as pl

    wanted: list[pl.Expr] = []
    for each in DIGITS:
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
    return rows.select(*kind, "at", *digits).group_by(kind).agg(wanted).collect()


def numbered(rows: pl.DataFrame, key: str, kind: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with the number of their kind, which null keys have none of, and each kind's key.

    Args:
        rows: the rows.
        key: the column of the keys; it is dropped.
        kind: the new column of the numbers.
    """
    import polars as pl

    names = rows.select(pl.col(key).unique(maintain_order=True)).drop_nulls().with_row_index("kind")
    rows = rows.join(names.rename({"kind": kind}), on=key, how="left", maintain_order="left")
    return rows.drop(key), names.rename({key: "key"})
