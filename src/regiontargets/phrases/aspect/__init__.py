"""Whether a text states an aim, a forecast or a result, where its words say so.

"Plans to", 力争 state an aim; "is expected to", 预计 a forecast; "reached", 达到了 a result. A
target taken from a forecast, or an observation from an aim, is the error these words show.
"""

from .finding import GONE_BY, Aspect, AspectMention, aspect_at, find_aspects

__all__ = ["GONE_BY", "Aspect", "AspectMention", "aspect_at", "find_aspects"]
