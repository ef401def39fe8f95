"""What the words of a record's evidence state of its amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

from regiontargets.model import Amount
from regiontargets.phrases import Mention, find_amounts
from regiontargets.units import comparable, factor

from .units.fit import COUNTS, also_means, kinds_of

Agreement: TypeAlias = Literal["same", "rounded", "points", "unit", "scale", "none"]
"""How a stated number agrees with a record's, the best first: the same (in any scale, language or
unit of its kind), the same but for rounding, percent against percentage points, the same number
in another unit (of its kind or not), the same digits a power of ten away, not at all."""

_RANKED: tuple[Agreement, ...] = get_args(Agreement)
_MOST_POWERS = 12
_A_YEAR = "/year"
_ROUNDED_FROM = 10_000
_LEAST_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """The amount in some words that agrees best with a record's.

    Attributes:
        agreement: how it agrees.
        mention: where it stands in the words.
        reading: what it states.
        power: for a scale slip, the power of ten that leads from the record's number to it.
    """

    agreement: Agreement
    mention: Mention[Amount]
    reading: Amount
    power: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the words."""
        return self.mention.start, self.mention.end


def statements(amount: Amount, evidence: str) -> tuple[Statement, ...]:
    """Every amount that some words state, those that agree best with a given one first.

    >>> stated = Amount(value="8.3", unit="trillion yuan")
    >>> [each.agreement for each in statements(stated, "生产总值83095.9亿元，增长8.6%")]
    ['rounded', 'none']
    """
    found = [
        _compared(amount, reading, mention)
        for mention in find_amounts(evidence)
        for reading in mention.readings
    ]
    return tuple(sorted(found, key=lambda each: _RANKED.index(each.agreement)))


def _compared(amount: Amount, reading: Amount, mention: Mention[Amount]) -> Statement:
    own, stated = _numbers(amount), _numbers(reading)
    if amount.unit == "percent" and reading.unit is None and reading.change == "multiple":
        # Who halves something takes 50% off it, and leaves 50%.
        stated = {each * 100 for number in stated for each in (abs(number - 1), number)}
        return Statement("same" if own & stated else "none", mention, reading)
    own_unit, stated_unit = _unless_yearly(amount.unit, reading.unit)
    if not _same_kind(own_unit, stated_unit, mention.text):
        agreement: Agreement = "none"
        if own & stated:
            agreement = "points" if _is_confusion(amount.unit, reading.unit) else "unit"
        return Statement(agreement, mention, reading)
    scale = _factor(stated_unit, own_unit)
    stated = {each * scale for each in stated}
    if own & stated:
        return Statement("same", mention, reading)
    if any(_rounds(one, other, amount.unit) for one in own for other in stated):
        return Statement("rounded", mention, reading)
    power = next(_powers(own, stated), 0)
    if not power and own & _numbers(reading):
        return Statement("unit", mention, reading)  # 600亿斤 for 600亿吨
    return Statement("scale" if power else "none", mention, reading, power)


def _unless_yearly(one: str | None, other: str | None) -> tuple[str | None, str | None]:
    """Both units, "a year" left out where only one says it: 5 million visitors a year."""
    rates = [each is not None and each.endswith(_A_YEAR) for each in (one, other)]
    if rates[0] == rates[1]:
        return one, other
    return one and one.removesuffix(_A_YEAR), other and other.removesuffix(_A_YEAR)


def _numbers(amount: Amount) -> set[Fraction]:
    """The numbers of an amount without their sign: a decline may be kept as a negative growth."""
    return {abs(Fraction(each)) for each in (amount.value, amount.upper) if each is not None}


def _same_kind(one: str | None, other: str | None, words: str) -> bool:
    """Whether units may be two ways of stating one thing; no unit goes with any."""
    if one is None or other is None or comparable(one, other):
        return True
    first, second = kinds_of(one), kinds_of(other)
    if "money" in (first[0], second[0]):
        return one.partition("/")[0] == other.partition("/")[0]
    if first[0] in COUNTS and second[0] in COUNTS:
        # A noun may count anything, and so may some classifiers.
        return "item" in (first[0], second[0]) or also_means(words, one)
    return first[:1] == second[:1] and 1 in (len(first), len(second))


def _is_confusion(one: str | None, other: str | None) -> bool:
    kinds = {kinds_of(each) for each in (one, other) if each is not None}
    return kinds == {("share",), ("share_difference",)}


def _factor(unit: str | None, into: str | None) -> Fraction:
    if unit is None or into is None or not comparable(unit, into):
        return Fraction(1)
    return factor(unit, into)


def _rounds(one: Fraction, other: Fraction, unit: str | None) -> bool:
    """Whether one number is the other, rounded as large numbers are when they are restated."""
    coarse, fine = sorted((one, other), key=_digits)
    fraction = _digits(fine) > _MANY_DIGITS
    if not fraction and (unit in ("percent", "percentage_point") or coarse < _ROUNDED_FROM):
        return False
    digits = _digits(coarse)
    return digits >= _LEAST_DIGITS and abs(coarse - fine) <= _half_of_last_digit(coarse)


_MANY_DIGITS = 28
"""More digits than anyone states: the number is a fraction that never ends."""


@lru_cache(maxsize=4096)
def _digits(value: Fraction) -> int:
    """How many digits a number has without the zeros at its end."""
    exact = _decimal(value)
    return _MANY_DIGITS + 1 if exact is None else len(exact.as_tuple().digits)


def _decimal(value: Fraction) -> Decimal | None:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).normalize()


def _half_of_last_digit(value: Fraction) -> Fraction:
    exact = _decimal(value)
    assert exact is not None
    return Fraction(10) ** int(exact.as_tuple().exponent) / 2


def _powers(own: set[Fraction], stated: set[Fraction]) -> Iterator[int]:
    """The powers of ten between numbers of the same digits."""
    for one in own:
        for other in stated:
            if not one or not other:
                continue
            ratio = other / one
            for power in range(1, _MOST_POWERS + 1):
                if ratio == 10**power:
                    yield power
                elif ratio == Fraction(1, 10**power):
                    yield -power
