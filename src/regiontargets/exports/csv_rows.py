"""CSV, one row a target or observation, safe to open in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from regiontargets.model import Dataset

from .exact import cell_text, exact_columns, exact_records, write_csv
from .flat import Cell

NAME = "csv"
TITLE = "one row a target or observation"

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write the rows; text that a spreadsheet would run as a formula begins with an apostrophe.

    Raises:
        OSError: the file cannot be written.
    """
    rows = ([guarded(cell) for cell in row.values()] for row in exact_records(dataset))
    write_csv(path, exact_columns(), rows)
    return ()


def guarded(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs; numbers stay numbers.

    >>> guarded("=1+1"), guarded(-5)
    ("'=1+1", '-5')
    """
    text = cell_text(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_RUN) else text
