"""Any table's file to its tables."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from regiontargets.errors import LoadError

from . import data_package, sdmx_csv
from .delimited import read_delimited
from .excel import read_excel
from .json_table import read_json, read_json_lines
from .layouts import in_plain_layout
from .parquet import read_parquet
from .table import Table
from .yaml_table import read_yaml

FINDINGS = {
    "F140": "the encoding of a table was guessed",
    "F141": "a row with more or fewer cells than the table has columns",
    "F142": "a quotation mark in a table that is never closed, or closed too soon; too long a cell",
    "F143": "a column without a name, or with the name of another",
    "F144": "merged cells in the header of a sheet",
    "F145": "a record of a JSON or YAML table that cannot be read",
    **sdmx_csv.FINDINGS,
    **data_package.FINDINGS,
}
"""What reading a table may find."""

TABLES_ONLY = (".csv", ".xlsx", ".xlsm", ".parquet")
"""The suffixes that only tables bear."""

SUFFIXES = (*TABLES_ONLY, ".tsv", ".jsonl", ".ndjson", ".json", ".yaml", ".yml")
"""The suffixes that a table may bear."""


def read_tables(
    name: str,
    *,
    path: Path | None = None,
    data: bytes | None = None,
    encoding: str | None = None,
    form: str | None = None,
) -> list[Table]:
    """Read every table of a file: one, but for workbooks of several sheets.

    Args:
        name: the file, as findings shall show it; its suffix names the format.
        path: where it lies; None: `data` are its bytes.
        data: its bytes.
        encoding: the encoding of a text; None: recognised.
        form: the suffix of its format; None: the name's.

    Raises:
        LoadError: it cannot be read, or holds no table.
        MissingExtra: the format needs a package that is not installed.
    """
    stream = _opener(name, path, data)
    if Path(name).name == data_package.NAME and form is None:
        return data_package.read_data_package(
            stream, name, path, lambda name, path, enc: read_tables(name, path=path, encoding=enc)
        )
    return [in_plain_layout(each) for each in _read(stream, name, path, encoding, form)]


def _read(
    stream: Callable[[], BinaryIO],
    name: str,
    path: Path | None,
    encoding: str | None,
    form: str | None,
) -> list[Table]:
    match form or Path(name).suffix.lower():
        case ".xlsx" | ".xlsm":
            return read_excel(stream, name)
        case ".parquet":
            return [read_parquet(stream, name)]
        case ".jsonl" | ".ndjson":
            return [read_json_lines(stream, name, encoding=encoding)]
        case ".json":
            return [read_json(stream, name, encoding=encoding)]
        case ".yaml" | ".yml":
            return [read_yaml(stream, name, encoding=encoding)]
        case _:
            return [read_delimited(stream, name, encoding=encoding, path=path)]


def _opener(name: str, path: Path | None, data: bytes | None) -> Callable[[], BinaryIO]:
    if data is not None:
        return partial(io.BytesIO, data)
    return partial(_open, Path(name) if path is None else path)


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise LoadError(f"cannot read {path}: {error.strerror or error}.") from None
