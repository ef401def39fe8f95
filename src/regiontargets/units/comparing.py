"""Which units convert into which, and by what exact factor."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from ..errors import IncompatibleUnits
from .compounds import Parts, parts
from .tables import kinds


def kind_of(unit: str) -> str:
    """The kind of quantity that a unit measures.

    Args:
        unit: a canonical name.

    Raises:
        UnknownUnit: if it is none.

    >>> kind_of("CNY"), kind_of("percentage_point"), kind_of("CNY/person")
    ('money', 'share_difference', 'money per person')
    """
    return parts(unit).kind


def comparable(a: str, b: str) -> bool:
    """Whether a value in one unit converts into the other: same kind and, for money, currency.

    Args:
        a: a canonical name.
        b: another.

    Raises:
        UnknownUnit: if one is no unit.

    >>> comparable("mu", "hectare"), comparable("CNY", "USD"), comparable("percent", "item")
    (True, False, False)
    >>> comparable("percent", "percentage_point"), comparable("person", "enterprise")
    (False, False)
    """
    return parts(a).dimension == parts(b).dimension


def factor(a: str, b: str) -> Fraction:
    """What a value in `a` is multiplied by to be one in `b`, exactly.

    Args:
        a: a canonical name.
        b: another.

    Raises:
        UnknownUnit: if one is no unit.
        IncompatibleUnits: if they measure different kinds of quantity.

    >>> factor("mu", "hectare"), factor("gigawatt_hour", "kilowatt_hour")
    (Fraction(1, 15), Fraction(1000000, 1))
    >>> factor("item/ten_thousand_person", "item/thousand_person")
    Fraction(1, 10)
    >>> factor("percent", "percentage_point")
    Traceback (most recent call last):
    regiontargets.errors.IncompatibleUnits: percent does not convert into percentage_point: \
one is a part of a whole, the other the difference between two shares.
    """
    return _factor(a, b)


@lru_cache(maxsize=4096)
def _factor(a: str, b: str) -> Fraction:
    one, other = parts(a), parts(b)
    if one.dimension != other.dimension:
        raise IncompatibleUnits(f"{a} does not convert into {b}: {_why_not(one, other)}.")
    return one.factor / other.factor


def _why_not(one: Parts, other: Parts) -> str:
    if one.kind != other.kind:
        first, second = (_meaning(each) for each in (one, other))
        return f"one is {first}, the other {second}"
    return "each currency is a dimension of its own, and an exchange rate needs a date"


def _meaning(unit: Parts) -> str:
    known = kinds()
    return " per ".join(
        known[each.kind].meaning if each.kind in known else f"a physical quantity, {each.kind}"
        for each in (unit.numerator, *unit.denominators)
    )
