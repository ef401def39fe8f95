"""Every region: countries, subdivisions, Chinese divisions to county level, NUTS, zones, groups."""

from __future__ import annotations

from .region_catalog import RegionCatalog
from .rows import built_in_folded, built_in_rows

__all__ = ["RegionCatalog", "regions"]

regions = RegionCatalog(built_in_rows, built_in_folded)
"""The regions that come with the library."""
