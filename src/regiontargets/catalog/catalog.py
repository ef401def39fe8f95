"""Regions, metrics and units to look up in: the built-in ones, a user's own, or both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .metrics import MetricCatalog
from .metrics import metrics as built_in_metrics
from .regions import RegionCatalog
from .regions import regions as built_in_regions

if TYPE_CHECKING:
    from regiontargets.findings import Finding
    from regiontargets.model import Region
    from regiontargets.units import UnitReading

    from .codelists import OwnMetrics, OwnRegions, Table
    from .codelists.reading import Kind

Paths = str | Path | Iterable[str | Path]


class Catalog:
    r"""Regions, metrics and names of units: the built-in ones under a user's own codelists.

    A row whose code is known extends and overrides what the built-in catalog says of it; any
    other row adds an entry. A list that is wrong in places loads with the rest of its rows, and
    `findings` says what is wrong and on which line.

    Args:
        regions: files of regions: CSV, TSV, YAML or TOML.
        metrics: files of metrics.
        units: files of names of units.
        base: whether the built-in entries are there too.

    Raises:
        LoadError: a file is not there, may not be read, or is of no known suffix.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     own = pathlib.Path(folder, "own.csv")
    ...     _ = own.write_text("code,name,unit,kind\nwell_being,well-being,percent,share\n")
    ...     catalog = Catalog(metrics=own)
    >>> print(catalog.metrics.get("the well-being of residents"))
    well-being (well_being, %)
    """

    def __init__(
        self,
        *,
        regions: Paths = (),
        metrics: Paths = (),
        units: Paths = (),
        base: bool = True,
    ) -> None:
        self._base = base
        self._region_rows = _table(regions, "regions")
        self._metric_rows = _table(metrics, "metrics")
        self._unit_rows = _table(units, "units")

    @cached_property
    def regions(self) -> RegionCatalog:
        """The regions, with all that `rt.regions` offers."""
        if not self._region_rows.rows and self._base:
            return built_in_regions
        from .regions.rows import BuiltInRows  # With the readers of lists, for own ones alone.

        own = self._own_regions
        return RegionCatalog(lambda: own.over(BuiltInRows() if self._base else ()))

    @cached_property
    def metrics(self) -> MetricCatalog:
        """The metrics, with all that `rt.metrics` offers."""
        if not self._metric_rows.rows and self._base:
            return built_in_metrics
        own = self._own_metrics
        return MetricCatalog(lambda: own.entries, own.names)

    @property
    def units(self) -> Mapping[str, UnitReading]:
        """What the user's names of units stand for: a canonical unit and a scale."""
        return self._own_units[0]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the user's lists, each with its file, line and field."""
        tables = (self._region_rows, self._metric_rows, self._unit_rows)
        read = [each for table in tables for each in table.findings]
        own = (*self._own_regions.findings, *self._own_metrics.findings, *self._own_units[1])
        return tuple(dict.fromkeys((*read, *own)))

    @cached_property
    def _own_regions(self) -> OwnRegions:
        from .codelists import OwnRegions

        return OwnRegions.read(self._region_rows.rows, self._known_region)

    def _known_region(self, code: str) -> Region | None:
        return built_in_regions[code] if self._base and code in built_in_regions else None

    @cached_property
    def _own_metrics(self) -> OwnMetrics:
        from .codelists import OwnMetrics

        return OwnMetrics.read(
            self._metric_rows.rows, built_in_metrics.entries if self._base else {}
        )

    @cached_property
    def _own_units(self) -> tuple[Mapping[str, UnitReading], list[Finding]]:
        from .codelists import own_units

        return own_units(self._unit_rows.rows)


def _table(paths: Paths, kind: Kind) -> Table:
    from .codelists import read_codelists

    return read_codelists([paths] if isinstance(paths, str | Path) else paths, kind)
