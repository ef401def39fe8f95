"""What can be wrong with targets, and the engine that finds it."""

from .page import Page, explain, page
from .problem import Problem
from .registry import UnknownRule, rule, rules
from .report import Report, Summary
from .rule import GroupRule, RecordRule, Rule
from .selection import Selection
from .validating import reading_findings, validate_dataset

__all__ = [
    "GroupRule",
    "Page",
    "Problem",
    "RecordRule",
    "Report",
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
]
