"""Typed, unit-checked, dated and source-grounded data on regional economic targets.

    import regiontargets as rt

    ds = rt.load("article.md")
    print(rt.validate(ds))

Nothing is imported before it is used: importing this package costs next to nothing.
"""

import sys
from types import ModuleType

from ._version import __version__
from .deferred import deferred

# What type checkers know by this name: importing `typing` would double what this import costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from decimal import Decimal

    import pint

    from .api import load as load
    from .api import mend as mend
    from .api import read as read
    from .api import recognised_format as recognised_format
    from .api import validate as validate
    from .api import write as write
    from .assembly import LabelMap as LabelMap
    from .catalog import Catalog as Catalog
    from .catalog import metrics as metrics
    from .catalog import regions as regions
    from .comparing import Comparison as Comparison
    from .comparing import compare as compare
    from .config import Config as Config
    from .documents import AnnotatedDocument as AnnotatedDocument
    from .documents import Link as Link
    from .documents import Span as Span
    from .errors import AmbiguousMetric as AmbiguousMetric
    from .errors import AmbiguousRegion as AmbiguousRegion
    from .errors import AmbiguousUnit as AmbiguousUnit
    from .errors import AmountError as AmountError
    from .errors import IncompatibleUnits as IncompatibleUnits
    from .errors import LoadError as LoadError
    from .errors import MissingExtra as MissingExtra
    from .errors import PeriodError as PeriodError
    from .errors import RegionTargetsError as RegionTargetsError
    from .errors import RelativePeriodError as RelativePeriodError
    from .errors import UnitError as UnitError
    from .errors import UnknownMetric as UnknownMetric
    from .errors import UnknownRegion as UnknownRegion
    from .errors import UnknownUnit as UnknownUnit
    from .exports import json_schema as json_schema
    from .findings import Finding as Finding
    from .findings import Place as Place
    from .model import Amount as Amount
    from .model import Baseline as Baseline
    from .model import Dataset as Dataset
    from .model import Evidence as Evidence
    from .model import Interval as Interval
    from .model import Metric as Metric
    from .model import Observation as Observation
    from .model import Period as Period
    from .model import Quote as Quote
    from .model import Region as Region
    from .model import Source as Source
    from .model import Target as Target
    from .phrases import Mention as Mention
    from .phrases import find_amounts as find_amounts
    from .phrases import find_periods as find_periods
    from .phrases import parse_amount as parse_amount
    from .phrases import parse_period as parse_period
    from .validators import Report as Report

    units: pint.UnitRegistry[Decimal]

_HOMES = {
    "api": ("load", "mend", "read", "recognised_format", "validate", "write"),
    "assembly": ("LabelMap",),
    "catalog": ("Catalog", "metrics", "regions"),
    "comparing": ("Comparison", "compare"),
    "config": ("Config",),
    "documents": ("AnnotatedDocument", "Link", "Span"),
    "errors": (
        *("AmbiguousMetric", "AmbiguousRegion", "AmbiguousUnit", "AmountError"),
        *("IncompatibleUnits", "LoadError", "MissingExtra", "PeriodError", "RegionTargetsError"),
        *("RelativePeriodError", "UnitError", "UnknownMetric", "UnknownRegion", "UnknownUnit"),
    ),
    "exports": ("json_schema",),
    "findings": ("Finding", "Place"),
    "model": (
        *("Amount", "Baseline", "Dataset", "Evidence", "Interval", "Metric", "Observation"),
        *("Period", "Quote", "Region", "Source", "Target"),
    ),
    "phrases": ("Mention", "find_amounts", "find_periods", "parse_amount", "parse_period"),
    "validators": ("Report",),
}
__all__ = ["__version__", "units", *(name for names in _HOMES.values() for name in names)]  # pyright: ignore[reportUnsupportedDunderAll]


__getattr__ = deferred(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """This package, whose `units` is pint's registry although a folder bears the name too.

    The import system sets the folder as an attribute when anything in it is imported; a property
    goes before it.
    """

    @property
    def units(self) -> object:
        from .api import unit_registry

        return unit_registry()

    @units.setter
    def units(self, folder: object) -> None:
        pass


sys.modules[__name__].__class__ = _Package
