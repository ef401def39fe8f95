"""What comparing targets with outcomes gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from regiontargets.errors import MissingExtra
from regiontargets.model import Amount, Observation, Target

from .wholes import Whole

if TYPE_CHECKING:
    import pandas as pd

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
        reason: why it is open or not comparable; empty for what is met or missed.
        years: the outcomes of single years that `observation` was worked out from.
    """

    target: Target
    observation: Observation | None
    verdict: Outcome
    gap: Amount | None = None
    reason: str = ""
    years: tuple[Observation, ...] = ()

    def __str__(self) -> str:
        gap = f" ({self.gap.value:+} {self.gap.unit})" if self.gap else ""
        return f"{self.target}: {self.verdict.replace('_', ' ')}{gap}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every target with its outcomes, in the targets' order.

    Attributes:
        rows: one a pair; a target without any outcome has one row, too.
        wholes: each target of which targets of parts are there, beside them.

    >>> len(Comparison()), Comparison().counts
    (0, {})
    """

    rows: tuple[Row, ...] = ()
    wholes: tuple[Whole, ...] = ()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows there are of each verdict."""
        return dict(Counter(row.verdict for row in self.rows))

    def where(self, verdict: Outcome) -> Comparison:
        """The rows of one verdict."""
        return Comparison(tuple(row for row in self.rows if row.verdict == verdict))

    def to_records(self) -> list[dict[str, str | None]]:
        """Each row as flat words, for CSV and JSON; numbers with all their digits."""
        from .records import row_record  # deferred: it knows what a row is

        return [row_record(row) for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """One row a pair: region, metric, period, both numbers, verdict, gap and reason.

        The numbers are decimals, in the target's unit.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from .records import COLUMNS, row_values  # deferred: it knows what a row is

        try:
            import pandas as pd
        except ImportError:
            raise MissingExtra("pandas", needed_for="comparison.to_pandas()") from None
        values = [row_values(row) for row in self.rows]
        return pd.DataFrame(
            {name: [each[name] for each in values] for name in COLUMNS}, columns=list(COLUMNS)
        )

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __str__(self) -> str:
        parts: Sequence[Row | Whole] = (*self.rows, *self.wholes)
        return "\n".join(map(str, parts)) or "no targets"

    def _repr_html_(self) -> str:
        from .pictures import comparison_html  # deferred: only notebooks look for it

        return comparison_html(self)
