"""What makes two records statements about one thing at one time."""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from fractions import Fraction

from regiontargets.errors import UnitError
from regiontargets.model import Amount, Change, Interval, Period

from ..facts import Facts

_SOFT = Fraction(5, 100)


def change_of(facts: Facts) -> Change:
    """What the amount is; a growth rate said to be a growth is one thing said twice."""
    growing = facts.metric is not None and facts.metric.kind == "growth"
    return "level" if growing and facts.change == "growth" else facts.change


def time_of(period: Period | None) -> Hashable:
    """The time, in which "in 2025" and "by 2025" are the same."""
    if period is None:
        return None
    return (None if period.kind in ("year", "deadline") else period.start), period.end


def interval_in(amount: Amount, unit: str | None) -> Interval | None:
    """The values that an amount allows, in a unit; None if it does not convert into it."""
    try:
        return amount.to(unit).interval
    except UnitError:
        return None


def softened(interval: Interval) -> Interval:
    """The interval; one that is "about" its value, with a twentieth of it on either side."""
    if not interval.approximate or interval.low is None:
        return interval
    return interval.widened(abs(Fraction(interval.low)) * _SOFT)


def with_rounding(interval: Interval) -> Interval:
    """The interval, with half a unit of the last digit of each bound that is not zero.

    >>> from decimal import Decimal
    >>> print(with_rounding(Interval(Decimal(500), Decimal(540))))
    [450, 545]
    """
    low = None if interval.low is None else Fraction(interval.low) - _half_of_last(interval.low)
    high = None if interval.high is None else Fraction(interval.high) + _half_of_last(interval.high)
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _half_of_last(value: Decimal | Fraction) -> Fraction:
    if not isinstance(value, Decimal) or not value:
        return Fraction(0)
    return Fraction(10) ** int(value.normalize().as_tuple().exponent) / 2
