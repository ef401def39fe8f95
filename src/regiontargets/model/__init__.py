"""The typed nouns of the field: what a target is."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred

if TYPE_CHECKING:
    from .amount import CHANGES as CHANGES
    from .amount import COMPARATORS as COMPARATORS
    from .amount import Amount as Amount
    from .amount import Basis as Basis
    from .amount import Change as Change
    from .amount import Comparator as Comparator
    from .dataset import Dataset as Dataset
    from .frozen import FrozenDict as FrozenDict
    from .frozen import FrozenModel as FrozenModel
    from .interval import Interval as Interval
    from .metric import DIRECTIONS as DIRECTIONS
    from .metric import METRIC_KINDS as METRIC_KINDS
    from .metric import Bounds as Bounds
    from .metric import Direction as Direction
    from .metric import Metric as Metric
    from .metric import MetricKind as MetricKind
    from .number import Number as Number
    from .observation import Observation as Observation
    from .period import PERIOD_KINDS as PERIOD_KINDS
    from .period import Period as Period
    from .period import PeriodKind as PeriodKind
    from .quote import Quote as Quote
    from .record import FieldName as FieldName
    from .record import Mentions as Mentions
    from .record import Record as Record
    from .records import Records as Records
    from .region import REGION_LEVELS as REGION_LEVELS
    from .region import Region as Region
    from .region import RegionLevel as RegionLevel
    from .source import Evidence as Evidence
    from .source import Source as Source
    from .target import AGGREGATIONS as AGGREGATIONS
    from .target import COMMITMENTS as COMMITMENTS
    from .target import Aggregation as Aggregation
    from .target import Baseline as Baseline
    from .target import Commitment as Commitment
    from .target import Target as Target
    from .verdict import VERDICTS as VERDICTS
    from .verdict import Verdict as Verdict

_HOMES = {
    "amount": ("CHANGES", "COMPARATORS", "Amount", "Basis", "Change", "Comparator"),
    "dataset": ("Dataset",),
    "frozen": ("FrozenDict", "FrozenModel"),
    "interval": ("Interval",),
    "metric": ("DIRECTIONS", "METRIC_KINDS", "Bounds", "Direction", "Metric", "MetricKind"),
    "number": ("Number",),
    "observation": ("Observation",),
    "period": ("PERIOD_KINDS", "Period", "PeriodKind"),
    "quote": ("Quote",),
    "record": ("FieldName", "Mentions", "Record"),
    "records": ("Records",),
    "region": ("REGION_LEVELS", "Region", "RegionLevel"),
    "source": ("Evidence", "Source"),
    "target": ("AGGREGATIONS", "COMMITMENTS", "Aggregation", "Baseline", "Commitment", "Target"),
    "verdict": ("VERDICTS", "Verdict"),
}

__all__ = [name for names in _HOMES.values() for name in names]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
