"""The set of values that an amount allows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers; a bound of None is infinite.

    Attributes:
        low: the lower bound.
        high: the upper bound.
        low_closed: whether the lower bound itself belongs to it.
        high_closed: whether the upper bound itself belongs to it.
        approximate: whether the words say the bounds are soft ("about", "nearly").

    >>> print(Interval(Decimal(5), None, low_closed=False))
    (5, ∞)
    """

    low: Decimal | Fraction | None = None
    high: Decimal | Fraction | None = None
    low_closed: bool = True
    high_closed: bool = True
    approximate: bool = False

    def __contains__(self, value: Decimal | Fraction) -> bool:
        return self.covers(Interval(value, value))

    def covers(self, other: Interval) -> bool:
        """Whether all of the other lies within this one."""
        return self._reaches_down_to(other) and self._reaches_up_to(other)

    def overlaps(self, other: Interval) -> bool:
        """Whether any value lies in both."""
        return not (self._below(other) or other._below(self))

    def widened(self, by: Decimal | Fraction) -> Interval:
        """This interval with both bounds moved outwards, and firm."""
        low = None if self.low is None else Fraction(self.low) - Fraction(by)
        high = None if self.high is None else Fraction(self.high) + Fraction(by)
        return Interval(low, high)

    def negated(self) -> Interval:
        """The interval mirrored at zero: a decline of 3 is a growth of -3."""
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
            self.approximate,
        )

    def _reaches_down_to(self, other: Interval) -> bool:
        if self.low is None:
            return True
        if other.low is None:
            return False
        return self.low < other.low or (
            self.low == other.low and (self.low_closed or not other.low_closed)
        )

    def _reaches_up_to(self, other: Interval) -> bool:
        if self.high is None:
            return True
        if other.high is None:
            return False
        return self.high > other.high or (
            self.high == other.high and (self.high_closed or not other.high_closed)
        )

    def _below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (
            self.high == other.low and not (self.high_closed and other.low_closed)
        )

    def __str__(self) -> str:
        left = "[" if self.low_closed and self.low is not None else "("
        right = "]" if self.high_closed and self.high is not None else ")"
        low = "-∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        soft = "≈" if self.approximate else ""
        return f"{soft}{left}{low}, {high}{right}"
