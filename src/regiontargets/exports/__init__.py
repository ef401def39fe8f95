"""A dataset as other tools want it."""

from .dataset_json import (
    FINDINGS,
    dataset_schema,
    dump_dataset,
    is_dataset_json,
    parse_dataset,
    save_dataset,
)
from .flat import Cell, flat_records
from .frames import pandas_frame, polars_frame

__all__ = [
    "FINDINGS",
    "Cell",
    "dataset_schema",
    "dump_dataset",
    "flat_records",
    "is_dataset_json",
    "pandas_frame",
    "parse_dataset",
    "polars_frame",
    "save_dataset",
]
