"""What is aimed at."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from .amount import Amount
from .frozen import FrozenModel
from .observation import Observation
from .period import Period
from .record import Record
from .verdict import Verdict, gap, verdict

Commitment: TypeAlias = Literal["binding", "expected", "aspirational"]
"""How firmly the target is meant: 约束性 and 预期性 in Chinese plans are the first two."""

COMMITMENTS: tuple[Commitment, ...] = get_args(Commitment)

Aggregation: TypeAlias = Literal["at_end", "every_year", "annual_average", "cumulative"]
"""How the values within the period are to be taken together."""

AGGREGATIONS: tuple[Aggregation, ...] = get_args(Aggregation)


class Baseline(FrozenModel):
    """What a target is measured against."""

    amount: Amount | None = None
    """The value at the base."""
    period: Period | None = None
    """When it was."""

    def __str__(self) -> str:
        return " in ".join(str(part) for part in (self.amount, self.period) if part is not None)


class Target(Record):
    """A stated aim: a region, a metric, an amount and when it is due.

    >>> target = Target(id="t1", amount=Amount(value=400, unit="enterprise"),
    ...                 period=Period.by_year(2025))
    >>> print(target)
    ?: ? 400 enterprises, by 2025
    """

    baseline: Baseline | None = None
    """What it is measured against."""
    issuer: str | None = None
    """Who set it."""
    announced: date | None = None
    """When it was set; None: when its source was published."""
    commitment: Commitment | None = None
    """How firmly it is meant."""
    aggregation: Aggregation = "at_end"
    """How values within the period are taken together."""
    absent: bool = False
    """Whether the source says that no number is set on purpose."""
    supersedes: str | None = None
    """The id of the target that this one replaces."""

    def verdict(
        self,
        observation: Observation,
        tolerance: Amount | Decimal | Fraction | int | str | None = None,
    ) -> Verdict:
        """Whether an outcome meets the target.

        It knows the comparator and which way the metric is better: 6 percent meets a target of 5.5
        percent growth, and 5.1 percent unemployment meets one of about 5.5. "About" alone says not
        how far off still counts, so falling short of it is undetermined without a tolerance.

        Args:
            observation: the outcome.
            tolerance: how far off "about" still counts, in the target's unit.

        Returns:
            met, missed, undetermined (the words leave it open, or it is not over yet) or
            not_comparable (another region, metric, kind of change, unit or time).
        """
        return verdict(self, observation, tolerance)

    def gap(self, observation: Observation) -> Amount | None:
        """How far the outcome is above (positive) or below the target's number.

        In percentage points where the target is in percent; zero inside a stated range; None if
        the two cannot be compared.
        """
        return gap(self, observation)
