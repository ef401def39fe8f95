"""Columns that stay in a polars frame, or in the file itself, until one of them is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .column import Column, column_of

if TYPE_CHECKING:
    import polars as pl

SLICE = 250_000
"""Rows of a frame in memory that are looked at together."""

SLICE_OF_FILE = 100_000
"""Rows of a file: some slices more are read ahead."""


class FrameColumns(Mapping[str, Column[str]]):
    """The columns of a frame of texts, none of them null, each made when it is first asked for.

    Attributes:
        names: the columns.
        height: how many rows there are.
        has_controls: whether a cell may hold a control character that others use as a mark.
    """

    __slots__ = ("_frame", "_made", "has_controls", "height", "names")

    def __init__(
        self,
        frame: pl.DataFrame | pl.LazyFrame,
        names: Sequence[str],
        height: int,
        *,
        has_controls: bool = True,
    ) -> None:
        self._frame = frame
        self._made: dict[str, Column[str]] = {}
        self.names = tuple(names)
        self.height = height
        self.has_controls = has_controls

    def __getitem__(self, name: str) -> Column[str]:
        if name not in self.names:
            raise KeyError(name)
        if name not in self._made:
            cells = self._frame.lazy().select(name).collect()
            self._made[name] = column_of(cells.to_series().to_list())
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def frame(self, names: Sequence[str]) -> pl.LazyFrame:
        """Some of the columns, unread as yet if they stay in the file."""
        return self._frame.lazy().select(names)

    def distinct(self, name: str) -> list[str]:
        """The cells of a column, each once, in the order of the rows."""
        unique = self.frame([name]).unique(maintain_order=True)
        return unique.collect(engine="streaming").to_series().to_list()

    def distinct_pairs(self, one: str, other: str) -> list[tuple[str, str]]:
        """What two columns say beside each other, each pair once, in no order."""
        return self.frame([one, other]).unique().collect(engine="streaming").rows()

    def are_distinct(self, name: str, *, unlike: str) -> bool:
        """Whether no two cells of a column say the same, none is empty or holds some mark."""
        import polars as pl  # deferred: an extra

        cell = pl.col(name)
        found = self.frame([name]).select(
            repeated=cell.hash().n_unique() < pl.len(),
            marked=cell.str.contains(unlike, literal=True).any() | (cell == "").any(),
        )
        return not any(found.collect(engine="streaming").row(0))

    def rows_where(self, names: Sequence[str], holds: Callable[[str], bool]) -> list[int]:
        """The rows of which a cell in one of some columns is as asked for, ascending."""
        import polars as pl  # deferred: an extra

        wanted = [
            pl.col(name).is_in(odd)
            for name in names
            if (odd := [cell for cell in self.distinct(name) if holds(cell)])
        ]
        if not wanted:
            return []
        found = self.frame(names).with_row_index(_ROW).filter(pl.any_horizontal(wanted))
        return found.select(_ROW).collect(engine="streaming").to_series().to_list()

    def slices(self) -> Iterator[pl.DataFrame]:
        """The rows in order, some at a time, so that a long file is never in memory whole."""
        import polars as pl  # deferred: an extra

        if isinstance(self._frame, pl.DataFrame):
            yield from self._frame.iter_slices(SLICE)
        else:
            # No more rows than there were: the file may be growing.
            frame = self._frame.head(self.height)
            yield from frame.collect_batches(chunk_size=SLICE_OF_FILE, maintain_order=True)

    def picked(self, rows: Sequence[int]) -> FrameColumns:
        """The columns of some rows."""
        import polars as pl  # deferred: an extra

        if isinstance(self._frame, pl.DataFrame):
            return FrameColumns(self._frame[list(rows)], self.names, len(rows))
        ascending = sorted(set(rows))
        frame = self._read(ascending)
        if len(ascending) != len(rows) or any(a > b for a, b in pairwise(rows)):
            frame = frame[[bisect_left(ascending, row) for row in rows]]
        return FrameColumns(frame, self.names, len(rows))

    def _read(self, rows: Sequence[int]) -> pl.DataFrame:
        """Some rows of the file, ascending, read a slice at a time."""
        import polars as pl  # deferred: an extra

        found = [pl.DataFrame(schema=dict.fromkeys(self.names, pl.String))]
        offset = 0
        for part in self.slices() if rows else ():
            end = offset + part.height
            wanted = rows[bisect_left(rows, offset) : bisect_left(rows, end)]
            found.append(part[[row - offset for row in wanted]])
            offset = end
            if offset > rows[-1]:
                break
        return pl.concat(found)


_ROW = "\0row"


def in_a_frame(columns: Mapping[str, Column[str]], rows: int) -> FrameColumns | None:
    """The same columns in a frame; None if polars is not installed."""
    if isinstance(columns, FrameColumns):
        return columns
    try:
        import polars as pl  # deferred: an extra
    except ImportError:
        return None
    frame = pl.DataFrame(
        [
            pl.Series(name, column.values, dtype=pl.String).gather(
                pl.Series(column.codes, dtype=pl.UInt32)
            )
            for name, column in columns.items()
        ]
    )
    return FrameColumns(frame, frame.columns, rows)
