"""What comparing targets with outcomes gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from regiontargets.model import Amount, Observation, Target

Outcome: TypeAlias = Literal["met", "missed", "undetermined", "not_comparable", "not_yet_due"]
"""A verdict, or that the target's time is not over."""


@dataclass(frozen=True, slots=True)
class Row:
    """One target beside one outcome.

    Attributes:
        target: what was aimed at.
        observation: the outcome; None where there is none of that region, metric and time.
        verdict: what it comes to.
        gap: how far the outcome is above (positive) or below the target's number, in the target's
            unit (percentage points where that is percent); None where they cannot be compared.
    """

    target: Target
    observation: Observation | None
    verdict: Outcome
    gap: Amount | None = None

    def __str__(self) -> str:
        gap = f" ({self.gap.value:+} {self.gap.unit})" if self.gap else ""
        return f"{self.target}: {self.verdict.replace('_', ' ')}{gap}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every target with its outcomes, in the targets' order.

    Attributes:
        rows: one a pair; a target without any outcome has one row, too.

    >>> len(Comparison()), Comparison().counts
    (0, {})
    """

    rows: tuple[Row, ...] = ()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows there are of each verdict."""
        return dict(Counter(row.verdict for row in self.rows))

    def where(self, verdict: Outcome) -> Comparison:
        """The rows of one verdict."""
        return Comparison(tuple(row for row in self.rows if row.verdict == verdict))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __str__(self) -> str:
        return "\n".join(str(row) for row in self.rows) or "no targets"
