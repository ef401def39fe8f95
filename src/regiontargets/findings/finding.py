"""One thing that is wrong with the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from .place import Excerpt, Place

Severity = Literal["error", "warning", "note"]
"""How bad a finding is. Only errors make a dataset fail."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe mend: put `replacement` where the finding's text stands.

    Of a finding about a whole row of a table, with no field, the replacement is empty: the row is
    to go.

    Attributes:
        description: what the mend does, as an imperative.
        replacement: the new text for the finding's place.
    """

    description: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of: the words of a quote that say otherwise.

    Attributes:
        message: what stands there, a few words.
        place: where.
        excerpt: the line or cell it stands in.
    """

    message: str
    place: Place
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what, where, why, and what to do.

    Attributes:
        code: the rule's stable code (`U003`).
        message: what is wrong, one sentence.
        severity: error, warning or note.
        place: where, as precisely as is known.
        text: the offending text, as it stands in the file.
        reason: why it is wrong: the convention, the figure, the other value.
        suggestion: what to do about it.
        fix: a mend that is safe to apply unseen, where there is one.
        excerpt: the line it stands on, for reports.
        related: another place that it speaks of, shown below the first.

    >>> print(Finding("U001", "unknown unit 'yaun'", text="yaun", suggestion="Write 'yuan'."))
    <input>: error U001: unknown unit 'yaun'
    """

    code: str
    message: str
    severity: Severity = "error"
    place: Place = field(default_factory=Place)
    text: str = ""
    reason: str = ""
    suggestion: str = ""
    fix: Fix | None = None
    excerpt: Excerpt | None = None
    related: Related | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code}: {self.message}"
