"""The typed nouns of the field: what a target is."""

from .amount import CHANGES, COMPARATORS, Amount, Basis, Change, Comparator
from .dataset import Dataset
from .frozen import FrozenDict, FrozenModel
from .interval import Interval
from .metric import DIRECTIONS, METRIC_KINDS, Bounds, Direction, Metric, MetricKind
from .number import Number
from .observation import Observation
from .period import PERIOD_KINDS, Period, PeriodKind
from .quote import Quote
from .record import FieldName, Mentions, Record
from .records import Records
from .region import REGION_LEVELS, Region, RegionLevel
from .source import Evidence, Source
from .target import AGGREGATIONS, COMMITMENTS, Aggregation, Baseline, Commitment, Target
from .verdict import VERDICTS, Verdict

__all__ = [
    "AGGREGATIONS",
    "CHANGES",
    "COMMITMENTS",
    "COMPARATORS",
    "DIRECTIONS",
    "METRIC_KINDS",
    "PERIOD_KINDS",
    "REGION_LEVELS",
    "VERDICTS",
    "Aggregation",
    "Amount",
    "Baseline",
    "Basis",
    "Bounds",
    "Change",
    "Commitment",
    "Comparator",
    "Dataset",
    "Direction",
    "Evidence",
    "FieldName",
    "FrozenDict",
    "FrozenModel",
    "Interval",
    "Mentions",
    "Metric",
    "MetricKind",
    "Number",
    "Observation",
    "Period",
    "PeriodKind",
    "Quote",
    "Record",
    "Records",
    "Region",
    "RegionLevel",
    "Source",
    "Target",
    "Verdict",
]
