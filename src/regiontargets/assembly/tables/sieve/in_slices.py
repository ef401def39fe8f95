"""Some rows at a time, several times at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")

_AT_ONCE = 50_000
"""Rows of which texts are made at once: room that was in use before is sooner filled than new."""


def in_slices(rows: pl.DataFrame, make: Callable[[pl.DataFrame], T]) -> list[T]:
    """What is made of the rows, some at a time, in their order."""
    import polars as pl

    with ThreadPoolExecutor(pl.thread_pool_size()) as pool:
        return list(pool.map(make, rows.iter_slices(_AT_ONCE)))
