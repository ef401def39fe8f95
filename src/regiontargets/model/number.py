"""Exact numbers: decimals, and fractions where a fraction is stated."""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

MAX_EXPONENT = 60
"""Magnitudes beyond 10^±60 are refused: no economy states them, and they cost time."""

MAX_DIGITS = 200
"""Digits beyond this many are refused."""

EXACT = Context(prec=MAX_DIGITS + 2 * MAX_EXPONENT)
"""Arithmetic that rounds nothing within the bounds above."""

_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_FRACTION = re.compile(r"([+-]?\d+)/(\d+)", re.ASCII)


def to_number(value: object) -> Decimal | Fraction:
    """An exact, finite, bounded number.

    A fraction that ends as a decimal becomes one; a float counts as its shortest text.

    Raises:
        ValueError: it is no number, not finite, or out of bounds.

    >>> to_number("1.2e3"), to_number("1/4"), to_number("100/3")
    (Decimal('1200'), Decimal('0.25'), Fraction(100, 3))
    """
    if isinstance(value, bool):
        raise ValueError("a truth value is not a number")
    if isinstance(value, Fraction):
        return _terminating(value)
    if isinstance(value, Decimal):
        return _bounded(value)
    if isinstance(value, int):
        if value.bit_length() > 4 * MAX_EXPONENT:
            raise ValueError(f"a magnitude beyond 10^{MAX_EXPONENT}")
        return Decimal(value)
    if isinstance(value, float):
        return _bounded(Decimal(repr(value)))
    if isinstance(value, str):
        return _from_text(value.strip())
    raise ValueError("not a number")


def _from_text(text: str) -> Decimal | Fraction:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a number of more than {MAX_DIGITS} characters")
    if match := _FRACTION.fullmatch(text):
        if int(match[2]) == 0:
            raise ValueError("a fraction of zero parts")
        return _terminating(Fraction(int(match[1]), int(match[2])))
    if not _DECIMAL.fullmatch(text):
        raise ValueError("not a number")
    return _bounded(Decimal(text))


def _bounded(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("not a finite number")
    _, digits, exponent = value.as_tuple()
    if value and abs(value.adjusted()) > MAX_EXPONENT:
        raise ValueError(f"a magnitude beyond 10^±{MAX_EXPONENT}")
    if len(digits) > MAX_DIGITS:
        raise ValueError(f"a number of more than {MAX_DIGITS} digits")
    if isinstance(exponent, int) and exponent > 0:
        return Decimal(int(value))
    return value


def _terminating(value: Fraction) -> Decimal | Fraction:
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1 or value.denominator.bit_length() > 4 * MAX_EXPONENT:
        return value
    return _bounded(
        EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)).normalize(EXACT)
    )


def multiply(value: Decimal | Fraction, factor: Decimal | Fraction) -> Decimal | Fraction:
    """The exact product.

    >>> multiply(Decimal("1.2"), Decimal(10) ** 12)
    Decimal('1200000000000')
    """
    if isinstance(value, Fraction) or isinstance(factor, Fraction):
        return _terminating(Fraction(value) * Fraction(factor))
    product = EXACT.multiply(value, factor)
    whole = product.to_integral_value(context=EXACT)
    # Trailing zeros that only the scale brought say nothing about how precisely it was stated.
    return to_number(whole if product == whole and abs(factor) >= 10 else product)


def to_decimal(value: Decimal | Fraction, digits: int = 28) -> Decimal:
    """The number as a decimal, rounded only where a fraction never ends.

    >>> to_decimal(Fraction(100, 3), digits=4)
    Decimal('33.33')
    """
    if isinstance(value, Decimal):
        return value
    try:
        return Context(prec=digits).divide(Decimal(value.numerator), Decimal(value.denominator))
    except InvalidOperation:  # pragma: no cover - bounded numbers cannot get here
        raise ValueError("not a finite number") from None


def number_text(value: Decimal | Fraction) -> str:
    """The number as text without an exponent, as it is saved.

    >>> number_text(Decimal("0.00000001")), number_text(Fraction(100, 3))
    ('0.00000001', '100/3')
    """
    return str(value) if isinstance(value, Fraction) else f"{value:f}"


Number: TypeAlias = Annotated[
    Decimal | Fraction,
    PlainValidator(to_number),
    PlainSerializer(number_text, return_type=str, when_used="json"),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^[+-]?(\d+(\.\d+)?|\d+/\d+)$",
            "examples": ["12000000000000", "5.5", "100/3"],
        }
    ),
]
"""An exact number in a model's field; in JSON a string, `"5.5"` or `"100/3"`."""
