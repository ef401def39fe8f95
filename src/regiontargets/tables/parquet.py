"""Parquet, by polars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

from regiontargets.errors import LoadError, MissingExtra

from .framed import FrameColumns
from .table import Table

if TYPE_CHECKING:
    import polars as pl


def read_parquet(stream: Callable[[], BinaryIO], name: str) -> Table:
    """Read a Parquet file; its typed cells become text.

    Raises:
        LoadError: it is no Parquet file, or has no column.
        MissingExtra: polars is not installed.
    """
    try:
        import polars as pl  # deferred: an extra
    except ImportError:
        raise MissingExtra("polars", needed_for="reading Parquet") from None
    try:
        with stream() as opened:
            frame = pl.read_parquet(opened)
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise LoadError(f"{name} is no Parquet file: {error}.") from None
    if not frame.width:
        raise LoadError(f"{name} holds no table: it has no column.")
    texts = frame.select(_as_text(each) for each in frame.iter_columns())
    return Table(name, FrameColumns(texts, texts.columns, texts.height), texts.height)


def _as_text(column: pl.Series) -> pl.Series:
    """A column as texts, each distinct value made one once."""
    import polars as pl

    distinct = column.unique()
    texts = pl.Series([_text(each) for each in distinct.to_list()], dtype=pl.String)
    if column.dtype.is_nested():
        return pl.Series(column.name, [_text(each) for each in column.to_list()], dtype=pl.String)
    return column.replace_strict(distinct, texts, return_dtype=pl.String).alias(column.name)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        value = value.normalize()  # the zeros are those of the column's scale
        return f"{value:f}"
    if isinstance(value, float):
        exact = Decimal(repr(value))
        whole = exact.is_finite() and abs(value) < 1e60
        text = f"{exact:f}" if whole else repr(value)
        return text.removesuffix(".0")
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value).strip()
