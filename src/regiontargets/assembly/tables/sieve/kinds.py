"""What was found of rows that are alike but for their digits and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import polars as pl

DIGITS = ("value", "yearly")
"""What may make a difference between rows that are alike otherwise."""

_PLACES = ("at least value", "at most value", "at least yearly", "at most yearly", "at first")
"""Where the ends of a span stand; or any one row, where no digits make a difference."""


@dataclass(slots=True)
class Kinds:
    """What was found of kinds of rows, by their keys.

    Attributes:
        right: the keys of those that are right, with the least and greatest of their digits.
        bad: the keys of the others.
    """

    right: dict[str, _Span] = field(default_factory=dict[str, "_Span"])
    bad: set[str] = field(default_factory=set[str])

    def wrong(
        self, kinds: pl.DataFrame, rows: pl.DataFrame, check: Callable[[pl.DataFrame], set[int]]
    ) -> pl.Series:
        """Whether a row that stands for the others of its kind is wrong, for each of some kinds.

        Args:
            kinds: their `extremes`, and the `key` by which each is known.
            rows: the rows of which they are, by their places.
            check: finds the wrong ones among some rows.
        """
        asked: dict[int, str] = {}
        for each in kinds.iter_rows(named=True):
            key, span = each["key"], _Span.of(each)
            if key in self.bad:
                continue
            known = self.right.get(key)
            self.right[key] = span if known is None else known.joined(span)
            asked.update((each[place], key) for place in span.places_beyond(known) if place in each)
        stand = sorted(asked)
        faulty = check(rows[stand]) if stand else set[int]()
        self.bad |= {asked[stand[place]] for place in faulty}
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

    def places_beyond(self, known: _Span | None) -> list[str]:
        """Where those of its ends stand that lie beyond what is known; all, if nothing is."""
        if known is None:
            return [*_PLACES]
        beyond = (
            self.low < known.low,
            self.high > known.high,
            self.first < known.first,
            self.last > known.last,
        )
        return [place for place, is_beyond in zip(_PLACES, beyond, strict=False) if is_beyond]

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


def told_apart(values: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The number of each value, from zero as they first come, and the distinct ones in that order.

    A null has no number.
    """
    import polars as pl

    # In a list of categories of its own a text is looked for in half the time that a join takes.
    numbers = values.cast(pl.Categorical(pl.Categories.random())).to_physical()
    return numbers, values.filter(numbers.is_first_distinct() & numbers.is_not_null())


def looked_up(number: str, values: pl.Series) -> pl.Expr:
    """What of some values has the number that a column gives."""
    import polars as pl

    return pl.lit(values).gather(pl.col(number))
