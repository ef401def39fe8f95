"""What can be wrong with targets, and the engine that finds it."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred

if TYPE_CHECKING:
    from .pages import Page as Page
    from .pages import explain as explain
    from .pages import page as page
    from .problem import Problem as Problem
    from .registry import UnknownRule as UnknownRule
    from .registry import rule as rule
    from .registry import rules as rules
    from .report import Report as Report
    from .report import Summary as Summary
    from .selection import Selection as Selection
    from .shapes import GroupRule as GroupRule
    from .shapes import RecordRule as RecordRule
    from .shapes import Rule as Rule
    from .validating import Rows as Rows
    from .validating import reading_findings as reading_findings
    from .validating import validate_dataset as validate_dataset
    from .validating import validate_rows as validate_rows

_HOMES = {
    "pages": ("Page", "explain", "page"),
    "problem": ("Problem",),
    "registry": ("UnknownRule", "rule", "rules"),
    "report": ("Report", "Summary"),
    "selection": ("Selection",),
    "shapes": ("GroupRule", "RecordRule", "Rule"),
    "validating": ("Rows", "reading_findings", "validate_dataset", "validate_rows"),
}

__all__ = [name for names in _HOMES.values() for name in names]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
