"""Words that mark a statement as an aim, a forecast or a result, and how far they reach.

This is the part that knows words and clauses only; `phrases.aspect` puts it together with the
periods, and the periods use it to tell which November a past tense means.
"""

from .clause import Marked, marked_at, marking_words
from .markers import Aspect, Marker, Strength

__all__ = ["Aspect", "Marked", "Marker", "Strength", "marked_at", "marking_words"]
