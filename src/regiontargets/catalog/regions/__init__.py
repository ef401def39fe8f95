"""Every region: countries, subdivisions, Chinese divisions to county level, NUTS, zones, groups."""

from __future__ import annotations

from .built_in import built_in_tables
from .region_catalog import RegionCatalog
from .rows import BuiltInRows

__all__ = ["RegionCatalog", "regions"]

regions = RegionCatalog(BuiltInRows, built_in_tables)
"""The regions that come with the library."""
