"""What is wrong with the places that excuse findings: comments in a text, a column in a table."""

from __future__ import annotations

from .finding import Finding
from .place import Excerpt, Place

FINDINGS = {
    "S001": "a suppression that suppresses nothing",
    "S002": "a suppression that cannot be read",
    "S003": "findings of a baseline that are no longer found",
}
"""What these findings mean."""

_SHOWN = 200


def unused(code: str, text: str, place: Place, line: Excerpt | None = None) -> Finding:
    """The finding that a code is excused where it is not found.

    >>> print(unused("U003", "U003 Y001", Place("a.csv", row=2, field="noqa")))
    a.csv:row 2, noqa: warning S001: nothing here for U003 to suppress
    """
    return Finding(
        "S001",
        f"nothing here for {code} to suppress",
        "warning",
        place,
        text[:_SHOWN],
        "no finding of this code stands where the suppression counts",
        f"Take {code} out.",
        excerpt=line,
    )


def unreadable(
    text: str, reason: str, suggestion: str, place: Place, line: Excerpt | None = None
) -> Finding:
    """The finding that what should excuse something is not of the form it must have."""
    return Finding(
        "S002", FINDINGS["S002"], "warning", place, text[:_SHOWN], reason, suggestion, excerpt=line
    )
