"""Plots of targets and outcomes as matplotlib figures: one call each.

Matplotlib, because whoever plots in Python knows it, its figures are fetched from nowhere, and
they go into a paper as they are.
"""

from .by_region import targets_by_region
from .history import target_history
from .region_map import target_map
from .scoreboard import scoreboard

__all__ = ["scoreboard", "target_history", "target_map", "targets_by_region"]
