"""What can be wrong with targets, and the engine that finds it."""

from .pages import Page, explain, page
from .problem import Problem
from .registry import UnknownRule, rule, rules
from .report import Report, Summary
from .selection import Selection
from .shapes import GroupRule, RecordRule, Rule
from .validating import Rows, reading_findings, validate_dataset, validate_rows

__all__ = [
    "GroupRule",
    "Page",
    "Problem",
    "RecordRule",
    "Report",
    "Rows",
    "Rule",
    "Selection",
    "Summary",
    "UnknownRule",
    "explain",
    "page",
    "reading_findings",
    "rule",
    "rules",
    "validate_dataset",
    "validate_rows",
]
