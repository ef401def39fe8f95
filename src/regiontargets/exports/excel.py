"""An Excel workbook with typed columns."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

from regiontargets.errors import MissingExtra
from regiontargets.model import Dataset

from .exact import exact_columns, exact_records
from .flat import Cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell

NAME = "excel"
TITLE = "a workbook with typed columns (.xlsx)"

_DIGITS = 15  # what a number in Excel holds (IEEE 754 double)
_LONGEST = 32_767  # characters in a cell
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write one sheet; numbers of more than 15 digits are text, and no text is a formula.

    Raises:
        MissingExtra: openpyxl is not installed.
        OSError: the file cannot be written.
    """
    try:
        import openpyxl  # deferred: an extra
    except ImportError:
        raise MissingExtra("excel", needed_for="writing Excel", package="openpyxl") from None
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "records"
    sheet.append(exact_columns())
    sheet.freeze_panes = "A2"
    lost: list[str] = []
    for number, row in enumerate(exact_records(dataset), start=2):
        for column, (name, value) in enumerate(row.items(), start=1):
            cell = cast("ExcelCell", sheet.cell(number, column))  # none is merged
            fitted = _fitted(value)
            cell.value = fitted
            if isinstance(fitted, str):
                cell.data_type = "s"  # else openpyxl makes a formula of what begins with =
            if isinstance(value, str) and fitted != value:
                lost.append(f"{name} of {row['id']}: Excel cannot hold all its characters.")
    book.save(path)
    return tuple(lost)


def _fitted(cell: Cell) -> Cell:
    if isinstance(cell, Decimal):
        return cell if len(cell.as_tuple().digits) <= _DIGITS else f"{cell:f}"
    if isinstance(cell, str):
        return _CONTROL.sub("\ufffd", cell)[:_LONGEST]
    return cell
