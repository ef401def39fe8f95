"""What prose states: amounts, periods, and whether it states an aim, a forecast or a result."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred
from regiontargets.errors import AmountError, PeriodError

if TYPE_CHECKING:
    from .amounts import basis_phrases as basis_phrases
    from .amounts import explain_amount as explain_amount
    from .amounts import find_amounts as find_amounts
    from .amounts import find_basis as find_basis
    from .amounts import parse_amount as parse_amount
    from .aspect import Aspect as Aspect
    from .aspect import AspectMention as AspectMention
    from .aspect import aspect_at as aspect_at
    from .aspect import find_aspects as find_aspects
    from .mention import Mention as Mention
    from .mention import MentionRole as MentionRole
    from .mention import Piece as Piece
    from .periods import Aggregation as Aggregation
    from .periods import AggregationMention as AggregationMention
    from .periods import explain_period as explain_period
    from .periods import find_aggregations as find_aggregations
    from .periods import find_periods as find_periods
    from .periods import parse_period as parse_period
    from .periods import time_hint as time_hint

_HOMES = {
    "amounts": ("basis_phrases", "explain_amount", "find_amounts", "find_basis", "parse_amount"),
    "aspect": ("Aspect", "AspectMention", "aspect_at", "find_aspects"),
    "mention": ("Mention", "MentionRole", "Piece"),
    "periods": (
        *("Aggregation", "AggregationMention", "explain_period", "find_aggregations"),
        *("find_periods", "parse_period", "time_hint"),
    ),
}

__all__ = ["AmountError", "PeriodError", *(name for names in _HOMES.values() for name in names)]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
