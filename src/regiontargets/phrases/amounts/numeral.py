"""A number as written: its value, its places, and what its own words say about it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from regiontargets.model import Comparator
from regiontargets.model.number import EXACT, MAX_DIGITS, multiply, to_number

from .record import record

Value: TypeAlias = Decimal | Fraction
_SHORT = 10
_SHORT_FACTOR = 10**16


@record
class Numeral:
    """A number in a line of tokens.

    Attributes:
        first: the token it begins with.
        last: the token behind it.
        value: what it amounts to, scale words included.
        form: "digits", "words", or "bare" for a scale without a number (the 百 of 上百).
        upper: the other end, where the words give two (七八千).
        scale: what its scale words multiply by.
        scale_at: the token its scale words begin with; `last` where there are none.
        comparator: what is said within it (十多万).
        unit: the unit that is part of it (the percent of 三成, of two-thirds).
    """

    first: int
    last: int
    value: Value
    form: Literal["digits", "words", "bare"]
    upper: Value | None = None
    scale: int = 1
    scale_at: int = -1
    comparator: Comparator | None = None
    unit: str | None = None

    @property
    def coefficient(self) -> Value:
        """The number without its scale: 1.2 for 1.2万亿."""
        return multiply(self.value, Fraction(1, self.scale))

    def scaled(self, factor: int, *, last: int, scale_at: int | None = None) -> Numeral:
        """The same number with a scale word behind it."""
        return Numeral(
            self.first,
            last,
            times(self.value, factor),
            self.form,
            None if self.upper is None else times(self.upper, factor),
            self.scale * factor,
            self.last if scale_at is None else scale_at,
            self.comparator,
            self.unit,
        )


def times(value: Value, factor: int) -> Value:
    """A number multiplied by what a scale word says.

    >>> times(Decimal("1.20"), 1000), times(Fraction(1, 3), 1000)
    (Decimal('1200'), Fraction(1000, 3))
    """
    # Short decimals, as most numbers are, need none of the care that others do.
    if type(value) is Decimal and factor <= _SHORT_FACTOR and len(str(value)) < _SHORT:
        product = EXACT.multiply(value, factor)
        whole = product.to_integral_value(context=EXACT)
        if product == whole:
            return whole
    return multiply(value, Decimal(factor))


def is_whole(value: Value) -> bool:
    """Whether a number has no fraction, however many digits it has.

    >>> is_whole(Decimal("5.0")), is_whole(Fraction(1, 3))
    (True, False)
    """
    return int(value) == value


def fraction(parts: Value, whole: Value) -> Value:
    """A part of a whole, in percent.

    >>> fraction(Decimal(1), Decimal(3)), fraction(Decimal(1), Decimal(2))
    (Fraction(100, 3), Decimal('50'))
    """
    return to_number(Fraction(parts) / Fraction(whole) * 100)


def digits_value(text: str) -> Value | None:
    """The value of digits with separators; None where there are too many of them.

    A comma before three digits separates thousands, as English and Chinese write; one before
    any other number of digits can only be a decimal comma.

    >>> digits_value("1,100"), digits_value("1,5"), digits_value("1.234,5"), digits_value("0,500")
    (Decimal('1100'), Decimal('1.5'), Decimal('1234.5'), Decimal('0.500'))
    """
    if len(text) > MAX_DIGITS:
        return None
    if text.isdecimal():
        return Decimal(text)
    plain = text.replace(" ", "").replace("'", "")
    head, comma, tail = plain.rpartition(",")
    if not comma:
        return Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain)
    if "." in head:
        return Decimal(f"{head.replace('.', '')}.{tail}")
    if len(tail.partition(".")[0]) == 3 and head != "0":
        return Decimal(plain.replace(",", ""))
    return Decimal(f"{head}.{tail}")


def may_be_decimal(text: str) -> Value | None:
    """What digits with one comma before three digits are if it is a decimal comma.

    >>> may_be_decimal("1,234"), may_be_decimal("1,200"), may_be_decimal("1.234,567")
    (Decimal('1.234'), None, None)
    """
    head, comma, tail = text.partition(",")
    # Nobody writes a third decimal place to say that it is zero.
    if not (comma and head.isdecimal() and tail.isdecimal()) or len(tail) != 3 or tail[-1] == "0":
        return None
    return Decimal(f"{head}.{tail}")


def glyph_value(text: str) -> Value | None:
    """The value of a sign such as ½; None for any other text."""
    numerator, slash, denominator = unicodedata.normalize("NFKC", text).partition("\u2044")
    if not slash or not (numerator.isdecimal() and denominator.isdecimal()):
        return None
    return to_number(Fraction(int(numerator), int(denominator)))
