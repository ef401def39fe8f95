"""Amounts in short English, for `str`, tables and messages."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from regiontargets.units import symbol

from .number import to_decimal

_COMPARATOR_WORDS = {
    "exactly": "",
    "about": "about ",
    "nearly": "nearly ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
_CHANGE_SIGNS = {"increase": "+", "growth": "+", "decrease": "−", "decline": "−", "multiple": "×"}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_WORTH_A_SCALE = 6


def amount_words(
    comparator: str,
    value: Decimal | Fraction,
    upper: Decimal | Fraction | None,
    unit: str | None,
    change: str | None,
    basis: str | None,
) -> str:
    """An amount as a person would write it in a table.

    >>> amount_words("more_than", Decimal(12 * 10**12), None, "CNY", None, None)
    'more than 12 trillion CNY'
    >>> amount_words("exactly", Decimal("19.5"), None, "percent", "growth", "real")
    '+19.5% (real)'
    """
    number = number_words(value)
    if upper is not None:
        number = f"{number}–{number_words(upper)}"
    sign = _CHANGE_SIGNS.get(change or "", "")
    if sign == "+" and value < 0:
        sign = ""
    suffix = f" ({basis})" if basis else ""
    return f"{_COMPARATOR_WORDS.get(comparator, '')}{sign}{number}{_unit_words(unit)}{suffix}"


def number_words(value: Decimal | Fraction) -> str:
    """A number with thousands separated, in millions and up by their names where exact.

    >>> number_words(Decimal(8309590000000)), number_words(Decimal(110000)), number_words(
    ...     Fraction(100, 3))
    ('8.30959 trillion', '110,000', '33⅓')
    """
    if isinstance(value, Fraction):
        return _fraction_words(value)
    for exponent, name in _SCALES:
        scaled = value.scaleb(-exponent).normalize()
        if abs(scaled) >= 1 and -int(scaled.as_tuple().exponent) <= _WORTH_A_SCALE:
            return f"{scaled:,f} {name}"
    return f"{value:,f}"


def _fraction_words(value: Fraction) -> str:
    whole, rest = divmod(abs(value), 1)
    glyph = {Fraction(1, 3): "⅓", Fraction(2, 3): "⅔"}.get(rest)
    if glyph is None:
        return f"{to_decimal(value, 6):,f}…"
    return f"{'-' if value < 0 else ''}{whole or ''}{glyph}"


def _unit_words(unit: str | None) -> str:
    if unit is None:
        return ""
    short = symbol(unit)
    return short if short in ("", "%", "‰") else f" {short}"
