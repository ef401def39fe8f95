"""What is stated about a number: comparator, value, unit, and what it is a change of."""

# Pint's own types are partly unknown to pyright; mypy knows them.
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownParameterType=false, reportUnknownArgumentType=false
# pyright: reportAssignmentType=false

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pydantic import Field, model_validator

from regiontargets.errors import IncompatibleUnits
from regiontargets.units import factor, read_unit, registry

from .frozen import FrozenModel, as_mapping
from .interval import Interval
from .number import Number, multiply, to_decimal, to_number
from .wording import amount_words

if TYPE_CHECKING:
    from pint import Quantity

Comparator: TypeAlias = Literal[
    "exactly", "about", "nearly", "at_least", "more_than", "at_most", "less_than", "between"
]
"""How the stated number bounds what is meant."""

COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)

Change: TypeAlias = Literal["level", "increase", "decrease", "growth", "decline", "multiple"]
"""What the number is: a level, an absolute change, a relative one in percent, or a multiple."""

CHANGES: tuple[Change, ...] = get_args(Change)

Basis: TypeAlias = Literal["nominal", "real"]
"""Current prices, or constant ones (可比价, 2020年不变价, "in real terms")."""


@total_ordering
class Amount(FrozenModel):
    """A stated amount: never a bare number, always with what the words say about it.

    The value is exact and in its unit's base scale: 12 trillion yuan is 12000000000000 CNY. A unit
    may be given by any name it bears; its scale moves into the value.

    Raises:
        ValueError: the unit is unknown, a bound is missing or out of order, or a number is none.

    >>> Amount(comparator="more_than", value=12, unit="trillion yuan")
    Amount(comparator='more_than', value=Decimal('12000000000000'), unit='CNY')
    >>> print(Amount(comparator="about", value="2.5", unit="%"))
    about 2.5%
    >>> Amount(value=5, unit="percent") == Amount(value=5, unit="percentage_point")
    False
    """

    comparator: Comparator = "exactly"
    """How the number bounds what is meant: 以上 and "at least" include it, 超过 exclude it."""
    value: Number = Field(examples=["2.5"])
    """The number; the lower one where `comparator` is between."""
    upper: Number | None = None
    """The upper number where `comparator` is between."""
    unit: str | None = Field(default=None, examples=["percent"])
    """The unit's canonical name; None where the phrase states none."""
    change: Change | None = None
    """What the number is a change of, where the phrase says so."""
    basis: Basis | None = None
    """The prices it is stated in, where the phrase says so."""
    text: str | None = Field(default=None, repr=False)
    """The words as stated; they do not take part in comparison."""

    @model_validator(mode="before")
    @classmethod
    def _in_base_scale(cls, data: object) -> object:
        fields = as_mapping(data)
        unit = fields.get("unit") if fields else None
        if fields is None or not isinstance(unit, str):
            return data
        reading = read_unit(unit)
        if reading.unit == unit:
            return data
        scaled: dict[str, object] = {**fields, "unit": reading.unit}
        for name in ("value", "upper"):
            if fields.get(name) is not None:
                scaled[name] = multiply(to_number(fields[name]), reading.scale)
        return scaled

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Amount:
        if (self.comparator == "between") != (self.upper is not None):
            raise ValueError("`upper` goes with the comparator 'between', and only with it")
        if self.upper is not None and self.upper < self.value:
            raise ValueError("the upper bound is below the lower one")
        return self

    @property
    def quantity(self) -> Quantity[Decimal]:
        """The value as a pint quantity (a fraction as a decimal of 28 digits)."""
        quantity: Quantity[Decimal] = registry().Quantity(to_decimal(self.value), self.unit or "")
        return quantity

    @property
    def interval(self) -> Interval:
        """The values that the words allow, in this amount's unit.

        >>> print(Amount(comparator="between", value=5, upper=6, unit="%").interval)
        [5, 6]
        """
        value, soft = self.value, self.comparator in ("about", "nearly")
        match self.comparator:
            case "at_least" | "more_than":
                return Interval(value, None, low_closed=self.comparator == "at_least")
            case "at_most" | "less_than":
                return Interval(None, value, high_closed=self.comparator == "at_most")
            case "between":
                return Interval(value, self.upper)
            case _:
                return Interval(value, value, approximate=soft)

    def contains(self, other: Amount | Quantity[Decimal] | Decimal | int) -> bool:
        """Whether a quantity lies within what the words allow ("about" allows no more than itself).

        Raises:
            IncompatibleUnits: it is of another kind of quantity.

        >>> Amount(comparator="more_than", value=12, unit="trillion yuan").contains(
        ...     Amount(value=125000, unit="亿元"))
        True
        """
        if isinstance(other, Amount):
            return self.interval.covers(other.to(self.unit).interval)
        if isinstance(other, (Decimal, int)):
            return to_number(other) in self.interval
        return to_number(other.to(self.unit or "").magnitude) in self.interval

    def to(self, unit: str | None) -> Amount:
        """The same amount in another unit of the same kind.

        Raises:
            UnknownUnit: there is no such unit.
            IncompatibleUnits: it measures another kind of quantity, or another currency.

        >>> print(Amount(value=150, unit="mu").to("hectare"))
        10 ha
        """
        if unit == self.unit:
            return self
        if unit is None or self.unit is None:
            raise IncompatibleUnits(f"cannot convert {self} to {unit or 'a bare number'}.")
        target = read_unit(unit)
        by = Fraction(factor(self.unit, target.unit))
        upper = None if self.upper is None else multiply(self.upper, by)
        return self.model_copy(
            update={"value": multiply(self.value, by), "upper": upper, "unit": target.unit}
        )

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import card

        return card(self)

    def _key(self) -> tuple[object, ...]:
        return self.comparator, self.value, self.upper, self.unit, self.change, self.basis

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Amount) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: Amount) -> bool:
        """By value, then by upper bound, in one unit.

        Raises:
            IncompatibleUnits: they measure different kinds of quantity.
        """
        same = other.to(self.unit)
        if self.value != same.value:
            return self.value < same.value
        return (self.upper or self.value) < (same.upper or same.value)

    def __str__(self) -> str:
        return amount_words(
            self.comparator, self.value, self.upper, self.unit, self.change, self.basis
        )
