"""A user's own codelists of regions, metrics and units: CSV, YAML or TOML to rows to entries."""

from .fields import FINDINGS
from .metric_rows import OwnMetrics
from .reading import SUFFIXES, read_codelists
from .region_rows import OwnRegions
from .row import Row, Table
from .unit_rows import own_units

__all__ = [
    "FINDINGS",
    "SUFFIXES",
    "OwnMetrics",
    "OwnRegions",
    "Row",
    "Table",
    "own_units",
    "read_codelists",
]
