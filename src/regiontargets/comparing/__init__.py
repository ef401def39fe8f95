"""Targets beside outcomes: what was met, what was missed, and by how much."""

from .comparison import Comparison, Outcome, Row
from .pairing import compare
from .wholes import PartsVerdict, Whole, parts_and_wholes

__all__ = [
    "Comparison",
    "Outcome",
    "PartsVerdict",
    "Row",
    "Whole",
    "compare",
    "parts_and_wholes",
]
