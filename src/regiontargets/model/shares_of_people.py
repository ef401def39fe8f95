"""Amounts per so many people as the shares that they are: 5 per 1,000 people is 5‰."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .number import multiply

if TYPE_CHECKING:
    from .amount import Amount

_SHARES = {"share": Fraction(1), "percent": Fraction(1, 100), "permille": Fraction(1, 1000)}
_COUNTS = ("person", "item")
_PEOPLE = {
    "hundred_person": 100,
    "thousand_person": 1000,
    "ten_thousand_person": 10_000,
    "hundred_thousand_person": 100_000,
    "million_person": 1_000_000,
}


def share_of(unit: str) -> Fraction | None:
    """The share that one of a unit is; None where it is none.

    >>> share_of("permille"), share_of("person/thousand_person"), share_of("enterprise")
    (Fraction(1, 1000), Fraction(1, 1000), None)
    """
    count, per, people = unit.partition("/")
    if per and count in _COUNTS and people in _PEOPLE:
        return Fraction(1, _PEOPLE[people])
    return _SHARES.get(unit)


def as_share(amount: Amount, unit: str) -> Amount | None:
    """An amount in another unit, where both say how many of so many; None where one does not.

    Statistics state one rate in either way, a death rate in per mille or per 1,000 people.

    >>> from regiontargets.model import Amount
    >>> print(as_share(Amount(value=5, unit="person/thousand_person"), "permille"))
    5‰
    """
    stated, wanted = share_of(amount.unit or ""), share_of(unit)
    if stated is None or wanted is None:
        return None
    by = stated / wanted
    upper = None if amount.upper is None else multiply(amount.upper, by)
    return amount.model_copy(
        update={"value": multiply(amount.value, by), "upper": upper, "unit": unit}
    )
