"""Targets beside outcomes: what was met, what was missed, and by how much."""

from .comparison import Comparison, Outcome, Row
from .pairing import compare

__all__ = ["Comparison", "Outcome", "Row", "compare"]
