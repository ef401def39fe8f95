"""What prose states: amounts, periods, and whether it states an aim, a forecast or a result."""

from regiontargets.errors import AmountError, PeriodError

from .amounts import basis_phrases, explain_amount, find_amounts, find_basis, parse_amount
from .aspect import Aspect, AspectMention, aspect_at, find_aspects
from .mention import Mention, MentionRole, Piece
from .periods import (
    Aggregation,
    AggregationMention,
    explain_period,
    find_aggregations,
    find_periods,
    parse_period,
    time_hint,
)

__all__ = [
    "Aggregation",
    "AggregationMention",
    "AmountError",
    "Aspect",
    "AspectMention",
    "Mention",
    "MentionRole",
    "PeriodError",
    "Piece",
    "aspect_at",
    "basis_phrases",
    "explain_amount",
    "explain_period",
    "find_aggregations",
    "find_amounts",
    "find_aspects",
    "find_basis",
    "find_periods",
    "parse_amount",
    "parse_period",
    "time_hint",
]
