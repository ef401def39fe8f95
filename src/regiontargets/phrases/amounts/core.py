"""A number with its unit or its range, before the words around it are read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from regiontargets.model import Comparator
from regiontargets.units import UnitReading

from .measure import Measure
from .numeral import Numeral, Value
from .rates import RateBefore
from .record import record
from .words import OpenerKind

ONE = Decimal(1)


@record
class Core:
    """A number and what belongs to it without a doubt.

    Attributes:
        first: the token it begins with, its currency included.
        last: the token behind it, its unit included.
        kind: how it is said: in a number, or in a word such as "double".
        low: its value, or the lower one.
        high: the upper one of a range.
        units: the readings of its unit; empty where none is stated.
        numeral: its (last) number; None where a word says it.
        measure: where its unit stands; None where none is stated.
        money: where its currency stands before the number.
        comparator: what its own words say (十多万, "single-digit").
        factor: what a scale that may be a unit would multiply by instead (5m).
        other: what it is if its comma is a decimal one.
        rate: the denominator that stands before it (每人每月).
        signed: whether a plus or minus sign stands before it.
    """

    first: int
    last: int
    kind: Literal["number"] | OpenerKind
    low: Value
    high: Value | None = None
    units: tuple[UnitReading, ...] = ()
    numeral: Numeral | None = None
    measure: Measure | None = None
    money: Measure | None = None
    comparator: Comparator | None = None
    factor: int = 0
    other: Value | None = None
    rate: RateBefore | None = None
    signed: bool = False

    @property
    def unit(self) -> str | None:
        """The unit of the first reading."""
        return self.units[0].unit if self.units else None

    def negated(self) -> Core:
        """The same with the other sign, its ends exchanged."""
        low, high = -self.low, self.high
        return replace(self, low=low if high is None else -high, high=None if high is None else low)
