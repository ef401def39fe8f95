"""Regions and metrics: looked up over data files, or over users' own codelists."""

from .catalog import Catalog
from .metrics import MetricCatalog, metrics
from .regions import RegionCatalog, regions

__all__ = ["Catalog", "MetricCatalog", "RegionCatalog", "metrics", "regions"]
