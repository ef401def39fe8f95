"""A unit, a reading of a unit's name, a name: the nouns of this package."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of quantity: what converts into one another, and into nothing else.

    Kinds stand above dimensions: persons and enterprises are both counted, percent and
    percentage points are both hundredths, and neither converts into the other.

    Attributes:
        name: such as "area".
        base: the unit that the kind's factors count.
        pint: the base unit in pint's terms.
        meaning: what is measured, in a few words.
    """

    name: str
    base: str
    pint: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement: one row of the data files.

    Attributes:
        name: the canonical name, by which everything refers to it; also its name in pint.
        kind: the kind of quantity that it measures.
        factor: how many of the kind's base unit it holds, exactly.
        symbol: what is shown behind a number; empty where a bare number is usual.
        english: the names that people write in English, the usual one first, each before its
            plural.
        chinese: the names that people write in Chinese, the usual one first.
        until: for a currency, the last day it was legal tender (ISO 8601); else empty.

    >>> from regiontargets.units import all_units
    >>> next(unit.factor for unit in all_units() if unit.name == "mu")
    Fraction(2000, 3)
    """

    name: str
    kind: str
    factor: Fraction
    symbol: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    until: str = ""

    @property
    def dimension(self) -> str:
        """What it converts within: its kind, or for money the currency itself.

        >>> Unit("CNY", "money", Fraction(1), "CNY", ("yuan",), ("元",)).dimension
        'CNY'
        """
        return self.name if self.kind == "money" else self.kind


@dataclass(frozen=True, slots=True)
class UnitReading:
    """What a unit's written name means: a canonical unit and what multiplies it.

    Attributes:
        unit: the canonical name.
        scale: how many of it; 100000000 for the 亿 of 亿元.

    >>> UnitReading("CNY", Decimal(100000000))
    UnitReading(unit='CNY', scale=Decimal('100000000'))
    """

    unit: str
    scale: Decimal


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name that a unit goes by, as `unit_names()` lists them.

    Attributes:
        name: as people write it.
        lang: "en", "zh", or "" for a symbol of no language.
        readings: what it may mean, the usual reading first.
        decided: whether the first reading is taken when nothing else decides.
    """

    name: str
    lang: str
    readings: tuple[UnitReading, ...]
    decided: bool = True


@dataclass(frozen=True, slots=True)
class Scale:
    """A word that multiplies the unit beside it.

    Attributes:
        word: as people write it.
        factor: what it multiplies by.
        lang: the language it belongs to.
        kinds: the kinds of unit it may stand with; empty for any.
    """

    word: str
    factor: Decimal
    lang: str
    kinds: frozenset[str]
