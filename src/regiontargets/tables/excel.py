"""Excel workbooks: each sheet a table, its first row the header."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

from regiontargets.errors import LoadError, MissingExtra
from regiontargets.findings import Finding, Place

from .column import column_of
from .header import column_names, titles_above
from .table import Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_UNPACKED = 1 << 30
"""Bytes that a workbook may declare to unpack to."""

_SMALL = 1 << 26
_MOST_PACKED = 60
"""How many times smaller than unpacked a large workbook may be: tables come to five or twenty."""

_MOST_CELLS = 50_000_000


def read_excel(stream: Callable[[], BinaryIO], name: str) -> list[Table]:
    """Read every sheet that holds anything.

    Raises:
        LoadError: it is no workbook, or would unpack to too much.
        MissingExtra: openpyxl is not installed.
    """
    _check_size(stream, name)
    try:
        import openpyxl  # deferred: an extra
    except ImportError:
        raise MissingExtra("excel", needed_for="reading Excel", package="openpyxl") from None
    try:
        with stream() as opened:
            values = openpyxl.load_workbook(opened, data_only=True)
        with stream() as opened:
            formulas = openpyxl.load_workbook(opened)
    except Exception as error:
        raise LoadError(f"{name} cannot be read as a workbook: {error}.") from None
    pairs = zip(values.worksheets, formulas.worksheets, strict=True)
    tables = [_table(sheet, other, name) for sheet, other in pairs if sheet.max_row > 0]
    tables = [each for each in tables if each.columns]
    if not tables:
        raise LoadError(f"{name} holds no table: its sheets are empty.")
    return tables


def _check_size(stream: Callable[[], BinaryIO], name: str) -> None:
    """By the sizes that the archive declares, before anything of it is unpacked."""
    try:
        with stream() as opened, zipfile.ZipFile(opened) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise LoadError(f"{name} is no Excel workbook: {error}.") from None
    size = sum(each.file_size for each in parts)
    packed = max(1, sum(each.compress_size for each in parts))
    if size > MOST_UNPACKED or (size > _SMALL and size / packed > _MOST_PACKED):
        raise LoadError(
            f"{name} would unpack from {packed:,} to {size:,} bytes, which no table needs.",
            suggestion="Save the table as CSV.",
        )


def _table(sheet: Worksheet, formulas: Worksheet, name: str) -> Table:
    path = f"{name}[{sheet.title}]"
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise LoadError(
            f"{path} spans {sheet.max_row:,} rows and {sheet.max_column:,} columns.",
            suggestion="Delete the cells far below or to the right of the table.",
        )
    rows = list(_rows(sheet, formulas))
    filled = [number for number, cells in enumerate(rows) if any(cells)]
    if not filled:
        return Table(name, {}, 0, sheet=sheet.title)
    del filled[: titles_above(rows[number] for number in filled)]
    first = filled[0]
    width = max(index + 1 for number in filled for index, cell in enumerate(rows[number]) if cell)
    names, findings = column_names(rows[first][:width], Place(path))
    findings += _merged(sheet, first + 1, path)
    kept = filled[1:]
    columns = {
        each: column_of(rows[number][index] for number in kept) for index, each in enumerate(names)
    }
    numbers = [number - first for number in kept]
    return Table(name, columns, len(kept), numbers, sheet=sheet.title, findings=findings)


def _rows(sheet: Worksheet, formulas: Worksheet) -> Iterator[list[str]]:
    for cells, others in zip(sheet.iter_rows(), formulas.iter_rows(), strict=False):
        pairs = zip(cells, others, strict=False)
        # A formula that was never computed is kept as it is written.
        yield [_text(one if one.value is not None else other) for one, other in pairs]


def _text(cell: Cell | MergedCell) -> str:
    value: object = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value, "%" in str(cell.number_format or ""))
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _number(value: float, percent: bool) -> str:
    """As the sheet shows it: 0.055 in a cell of percents is 5.5%."""
    exact = Decimal(repr(value)) * (100 if percent else 1)
    if not exact.is_finite() or abs(exact.adjusted()) > 100:
        return repr(value)
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}%" if percent else text


def _merged(sheet: Worksheet, header: int, path: str) -> list[Finding]:
    return [
        Finding(
            "F144",
            f"the merged cells {each} reach into the header",
            "warning",
            Place(path),
            str(each),
            reason="only the first of the columns below them gets their name",
            suggestion="Split the cells and give each column a name of its own.",
        )
        for each in sheet.merged_cells.ranges
        if each.min_row <= header + 1 and each.max_row >= header
    ]
