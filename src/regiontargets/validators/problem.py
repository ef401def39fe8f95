"""What a rule says is wrong, before anyone knows where in a file it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from regiontargets.findings import Fix, Severity
from regiontargets.model import FieldName

ProblemField: TypeAlias = FieldName | Literal["evidence", "unit"]
"""The part of a record that a problem is about."""


Part: TypeAlias = Literal[
    "unit", "scale", "comparator", "kind", "baseline_period", "region", "metric", "period"
]
"""The columns of a table that hold a part of what a problem is about."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with every record of the same facts.

    Attributes:
        message: what is wrong, one sentence without its full stop.
        field: the part of the record it is about; None for the record as a whole.
        text: the offending text; empty: the words of the field.
        reason: why it is wrong: the convention, the figure, the other value.
        suggestion: what to do about it.
        fix: a mend that is safe to apply unseen.
        span: where in the field's words the trouble stands, in code points.
        severity: another severity than the rule's own.
        nth: which of an observation's equivalents it is about.
        other: the row of another record that it clashes with; its place is added to the reason.
        part: the part of an amount or record that is wrong or lacking, where a table has a column
            for it.
        stated: where in the record's evidence the words stand that say otherwise.

    >>> Problem("unknown unit 'yaun'", field="amount", span=(3, 7)).span
    (3, 7)
    """

    message: str
    field: ProblemField | None = None
    text: str = ""
    reason: str = ""
    suggestion: str = ""
    fix: Fix | None = None
    span: tuple[int, int] | None = None
    severity: Severity | None = None
    nth: int = 0
    other: int | None = None
    part: Part | None = None
    stated: tuple[int, int] | None = None


def part_of(words: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the trouble in some words, without white space at its ends; None if it is empty.

    >>> part_of("by 2025 at last", 7, 15)
    (8, 15)
    """
    part = words[start:end]
    left = len(part) - len(part.lstrip())
    span = start + left, start + len(part.rstrip())
    return span if span[0] < span[1] else None
