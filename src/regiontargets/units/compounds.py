"""Canonical names of compound units, "a/b" with a scale on b: taken apart and put together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ..errors import UnknownUnit
from .tables import units
from .unit import Unit

MOST_PARTS = 4
# The scales that stand before a unit in a denominator: item/ten_thousand_person.
# definitions.txt tells pint the same.
POWERS = {
    "ten": 10**1,
    "hundred": 10**2,
    "thousand": 10**3,
    "ten_thousand": 10**4,
    "hundred_thousand": 10**5,
    "million": 10**6,
    "ten_million": 10**7,
    "hundred_million": 10**8,
    "billion": 10**9,
}
_NAMES = {Decimal(power): f"{name}_" for name, power in POWERS.items()} | {Decimal(1): ""}
# The longest first, so that ten_thousand_x is not ten times a thousand_x.
_PREFIXES = sorted(POWERS, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a canonical name is made of.

    Attributes:
        numerator: the unit before the first slash.
        denominators: those after it, as written.
        factor: how many base units one of the compound holds, exactly.
    """

    numerator: Unit
    denominators: tuple[Unit, ...]
    factor: Fraction

    @property
    def dimension(self) -> tuple[str, ...]:
        """What the compound converts within; the order of denominators is immaterial."""
        return (self.numerator.dimension, *sorted(each.dimension for each in self.denominators))

    @property
    def kind(self) -> str:
        """The kinds, joined by "per"."""
        return " per ".join(each.kind for each in (self.numerator, *self.denominators))


@lru_cache(maxsize=4096)
def parts(name: str) -> Parts:
    """Take a canonical name apart.

    Args:
        name: a canonical name, such as "tce/ten_thousand_CNY".

    Raises:
        UnknownUnit: if it is none.

    >>> parts("item/ten_thousand_person").factor
    Fraction(1, 10000)
    """
    first, *rest = name.split("/", MOST_PARTS)
    if first not in units() or len(rest) >= MOST_PARTS:
        raise UnknownUnit(name)
    factor = units()[first].factor
    denominators: list[Unit] = []
    for each in rest:
        power, unit = _denominator(each, of=name)
        factor /= power * unit.factor
        denominators.append(unit)
    return Parts(units()[first], tuple(denominators), factor)


def scaled_name(unit: str, scale: Decimal) -> str | None:
    """The name of a unit in a denominator, or None if no name has that scale.

    >>> scaled_name("person", Decimal(10000))
    'ten_thousand_person'
    """
    prefix = _NAMES.get(scale)
    return None if prefix is None else prefix + unit


def _denominator(name: str, *, of: str) -> tuple[int, Unit]:
    unit = units().get(name)
    if unit is not None:
        return 1, unit
    for prefix in _PREFIXES:
        unit = units().get(name[len(prefix) + 1 :]) if name.startswith(prefix + "_") else None
        if unit is not None:
            return POWERS[prefix], unit
    raise UnknownUnit(of)
