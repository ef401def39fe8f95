"""Flat rows in which a fraction stands beside the decimal it is rounded to."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from regiontargets.model import Dataset
from regiontargets.model.number import number_text

from .flat import Cell, columns, flat_records

FRACTIONS = ("value_fraction", "upper_fraction")


def exact_columns() -> list[str]:
    """The keys of every row, in order."""
    return [*columns(), *FRACTIONS]


def exact_records(dataset: Dataset) -> list[dict[str, Cell]]:
    """The flat rows; `value_fraction` and `upper_fraction` state what no decimal can."""
    return [
        {
            **row,
            "value_fraction": _fraction(record.amount.value if record.amount else None),
            "upper_fraction": _fraction(record.amount.upper if record.amount else None),
        }
        for record, row in zip(dataset.records, flat_records(dataset), strict=True)
    ]


def cell_text(cell: Cell) -> str:
    """A cell as it stands in a CSV file: decimals in full, dates as ISO 8601.

    >>> cell_text(Decimal("1E+3")), cell_text(True), cell_text(None)
    ('1000', 'true', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return number_text(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file in UTF-8; a NUL, which no reader of CSV takes, becomes U+FFFD.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows([cell.replace("\0", "\ufffd") for cell in row] for row in rows)


def _fraction(value: Decimal | Fraction | None) -> str | None:
    return number_text(value) if isinstance(value, Fraction) else None
