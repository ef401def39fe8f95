"""Parquet, with the columns of the Arrow table."""

# The stubs of pyarrow leave some parameters open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from pathlib import Path

from regiontargets.model import Dataset

from .arrow import arrow_table

NAME = "parquet"
TITLE = "a Parquet file with exact, typed columns"


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write the rows; numbers are decimals.

    Raises:
        MissingExtra: pyarrow is not installed.
        OSError: the file cannot be written.
    """
    table = arrow_table(dataset, needed_for="writing Parquet")
    from pyarrow import parquet  # deferred: an extra

    parquet.write_table(table, path)
    return ()
