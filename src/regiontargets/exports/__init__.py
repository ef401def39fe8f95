"""A dataset as other tools want it."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred

if TYPE_CHECKING:
    from .arrow import arrow_table as arrow_table
    from .dataset_json import FINDINGS as FINDINGS
    from .dataset_json import dataset_schema as dataset_schema
    from .dataset_json import dump_dataset as dump_dataset
    from .dataset_json import is_dataset_json as is_dataset_json
    from .dataset_json import parse_dataset as parse_dataset
    from .dataset_json import save_dataset as save_dataset
    from .flat import Cell as Cell
    from .flat import flat_records as flat_records
    from .frames import pandas_frame as pandas_frame
    from .frames import polars_frame as polars_frame
    from .registry import UnknownExportFormat as UnknownExportFormat
    from .registry import export as export
    from .registry import export_formats as export_formats
    from .schemas import TYPES as TYPES
    from .schemas import json_schema as json_schema

_HOMES = {
    "arrow": ("arrow_table",),
    "dataset_json": (
        "FINDINGS",
        "dataset_schema",
        "dump_dataset",
        "is_dataset_json",
        "parse_dataset",
        "save_dataset",
    ),
    "flat": ("Cell", "flat_records"),
    "frames": ("pandas_frame", "polars_frame"),
    "schemas": ("TYPES", "json_schema"),
    "registry": ("UnknownExportFormat", "export", "export_formats"),
}

__all__ = [name for names in _HOMES.values() for name in names]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
