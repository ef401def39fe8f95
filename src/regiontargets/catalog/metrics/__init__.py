"""Headline metrics of government plans: lookup over the data files beside this module."""

from __future__ import annotations

from collections.abc import Mapping

from .entry import Entry
from .metric_catalog import MetricCatalog

__all__ = ["MetricCatalog", "metrics"]


def _built_in() -> Mapping[str, Entry]:
    from .built_in import BuiltIn  # With its TOML reader, only when a metric is asked for.

    return BuiltIn()


metrics = MetricCatalog(_built_in)
"""The metrics that come with the library."""
