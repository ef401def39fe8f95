"""When something holds or is due, as prose states it: "by 2025", 今后五年, 十四五时期.

`parse_period` reads a text that is one period, `find_periods` finds every one in running
text, `explain_period` says what each word of one did. The conventions (which five years the
next five are) are set down in docs/grammar-periods.md with their sources.
"""

from .aggregation import Aggregation, AggregationMention, find_aggregations
from .language import time_hint
from .reading import explain_period, find_periods, parse_period

__all__ = [
    "Aggregation",
    "AggregationMention",
    "explain_period",
    "find_aggregations",
    "find_periods",
    "parse_period",
    "time_hint",
]
