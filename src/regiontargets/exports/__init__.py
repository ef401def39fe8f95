"""A dataset as other tools want it."""

from .arrow import arrow_table
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
from .json_schema import TYPES, json_schema
from .registry import UnknownExportFormat, export, export_formats

__all__ = [
    "FINDINGS",
    "TYPES",
    "Cell",
    "UnknownExportFormat",
    "arrow_table",
    "dataset_schema",
    "dump_dataset",
    "export",
    "export_formats",
    "flat_records",
    "is_dataset_json",
    "json_schema",
    "pandas_frame",
    "parse_dataset",
    "polars_frame",
    "save_dataset",
]
