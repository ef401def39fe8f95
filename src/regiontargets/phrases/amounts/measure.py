"""A unit in a line of tokens."""

from __future__ import annotations

from functools import lru_cache

from regiontargets.units import UnitReading, kind_of

from .record import record

COUNTED = frozenset({"item", "person", "enterprise", "household", "dwelling"})
"""The kinds of what is counted one by one."""

_kind_of = lru_cache(maxsize=1024)(kind_of)


@record
class Measure:
    """A unit in a line of tokens.

    Attributes:
        first: the token it begins with.
        last: the token behind it.
        readings: what it may mean: one, or several where nothing decides.
        apart: whether other words stand between it and its number.
        other_scale: what the number is multiplied by instead, where the unit may be a scale (5m).
    """

    first: int
    last: int
    readings: tuple[UnitReading, ...]
    apart: bool = False
    other_scale: int = 0

    @property
    def unit(self) -> str:
        """The unit of the first reading."""
        return self.readings[0].unit

    @property
    def ambiguous(self) -> bool:
        """Whether nothing decides between several readings."""
        return len(self.readings) > 1

    @property
    def kind(self) -> str:
        """The kind of quantity of the first reading."""
        return _kind_of(self.unit)
