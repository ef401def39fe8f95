"""A dataset as a pandas or polars frame with typed columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regiontargets.errors import MissingExtra
from regiontargets.model import Dataset

from .flat import columns, flat_records

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

DATES = ("period_start", "period_end", "announced")
INTEGERS = ("year", "start", "end")
NUMBERS = ("value", "upper")
FLAGS = ("absent",)
CATEGORIES = ("kind", "comparator", "change", "basis", "period_kind", "commitment", "aggregation")


def pandas_frame(dataset: Dataset) -> pd.DataFrame:
    """One row a record; numbers as floats, since pandas has no decimals of its own.

    Raises:
        MissingExtra: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtra("pandas", needed_for="ds.to_pandas()") from None
    frame = pd.DataFrame(flat_records(dataset), columns=columns())
    types = {
        **dict.fromkeys(NUMBERS, "float64"),
        **dict.fromkeys(INTEGERS, "Int64"),
        **dict.fromkeys(FLAGS, "boolean"),
        **dict.fromkeys(CATEGORIES, "category"),
    }
    rest = [name for name in columns() if name not in types and name not in DATES]
    frame = frame.astype({**types, **dict.fromkeys(rest, "string")})
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in DATES})


def polars_frame(dataset: Dataset) -> pl.DataFrame:
    """One row a record; numbers as floats, dates as dates, words of a codelist as categories.

    Raises:
        MissingExtra: polars is not installed.
    """
    try:
        import polars as pl
    except ImportError:
        raise MissingExtra("polars", needed_for="ds.to_polars()") from None
    schema: dict[str, pl.DataType] = {name: pl.String() for name in columns()}
    schema |= {name: pl.Float64() for name in NUMBERS}
    schema |= {name: pl.Int64() for name in INTEGERS}
    schema |= {name: pl.Boolean() for name in FLAGS}
    schema |= {name: pl.Date() for name in DATES}
    schema |= {name: pl.Categorical() for name in CATEGORIES}
    rows = [
        {
            name: float(cell) if name in NUMBERS and cell is not None else cell  # type: ignore[arg-type]
            for name, cell in row.items()
        }
        for row in flat_records(dataset)
    ]
    return pl.DataFrame(rows, schema=schema)
