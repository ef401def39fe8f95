"""What a rounded number may have been before it was rounded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regiontargets.model import Amount

_SOFT = Fraction(5, 100)
_SOFT_COMPARATORS = ("about", "nearly", "more_than", "at_least", "less_than", "at_most")


@dataclass(frozen=True, slots=True)
class Rounded:
    """A range of numbers, both ends included.

    Attributes:
        low: the lowest.
        high: the highest.
    """

    low: Fraction
    high: Fraction


def stated_range(amount: Amount) -> Rounded:
    """The values that an amount may stand for, as it is rounded and qualified.

    Half a unit of the last digit that is not a zero either way; for words such as "about" or
    "more than", which still name the value they are near, five percent more.

    >>> five = stated_range(Amount(value="5000000000000", unit="CNY"))
    >>> float(five.low), float(five.high)
    (4500000000000.0, 5500000000000.0)
    """
    highest = amount.value if amount.upper is None else amount.upper
    low, high = _unrounded(amount.value)[0], _unrounded(highest)[1]
    if amount.comparator in _SOFT_COMPARATORS:
        low, high = low - abs(low) * _SOFT, high + abs(high) * _SOFT
    return Rounded(low, high)


def _unrounded(value: Decimal | Fraction) -> tuple[Fraction, Fraction]:
    exact = Fraction(value)
    if isinstance(value, Fraction) or not value:
        return exact, exact
    exponent = value.normalize().as_tuple().exponent
    half = Fraction(10) ** int(exponent) / 2
    return exact - half, exact + half
