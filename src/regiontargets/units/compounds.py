"""Canonical names of compound units, "a/b" with a scale on b: taken apart and put together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ..errors import UnknownUnit
from .physical import physical
from .tables import units
from .unit import Unit

MOST_PARTS = 4
# The scales that stand before a unit in a denominator: item/ten_thousand_person.
# definitions.txt tells pint the same.
_NAMES = {
    1: "",
    10**1: "ten_",
    10**2: "hundred_",
    10**3: "thousand_",
    10**4: "ten_thousand_",
    10**5: "hundred_thousand_",
    10**6: "million_",
    10**7: "ten_million_",
    10**8: "hundred_million_",
    10**9: "billion_",
}
_PREFIXES = [(name, scale) for scale, name in _NAMES.items() if name]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a canonical name is made of.

    Attributes:
        numerator: the unit before the first slash.
        denominators: those after it, as written.
        factor: how many base units one of the compound holds, exactly.
        dimension: what it converts within; the order of denominators is immaterial.
    """

    numerator: Unit
    denominators: tuple[Unit, ...]
    factor: Fraction
    dimension: tuple[str, ...]

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
    if len(rest) >= MOST_PARTS:
        raise UnknownUnit(name)
    numerator = _unit(first, of=name)
    factor = numerator.factor
    denominators: list[Unit] = []
    for each in rest:
        scale = scale_of(each)
        unit = _unit(each if scale == 1 else each.removeprefix(_NAMES[scale]), of=name)
        factor /= scale * unit.factor
        denominators.append(unit)
    dimension = (numerator.dimension, *sorted(each.dimension for each in denominators))
    return Parts(numerator, tuple(denominators), factor, dimension)


def scale_of(denominator: str) -> int:
    """The scale in the canonical name of a denominator.

    >>> scale_of("ten_thousand_person"), scale_of("person")
    (10000, 1)
    """
    if denominator not in units():
        for prefix, scale in _PREFIXES:
            if denominator.startswith(prefix) and denominator.removeprefix(prefix) in units():
                return scale
    return 1


def scaled_name(unit: str, scale: Decimal) -> str | None:
    """The name of a unit in a denominator; None if it is a compound or no name has that scale.

    >>> scaled_name("person", Decimal(10000))
    'ten_thousand_person'
    """
    prefix = _NAMES.get(int(scale)) if scale >= 1 and "/" not in unit else None
    return None if prefix is None else prefix + unit


def _unit(name: str, *, of: str) -> Unit:
    unit = units().get(name) or physical(name)
    if unit is None or unit.name != name:
        raise UnknownUnit(of)
    return unit
