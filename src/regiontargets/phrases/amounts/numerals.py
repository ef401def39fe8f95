"""A number at a place, however it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from regiontargets.model.number import to_number

from .adding import AddingNumbers, odds_at
from .numeral import Numeral, Value, digits_value, fraction, glyph_value, is_whole
from .tokens import Token
from .words import Words

_LEAST_APART = 1000
"""Nobody says "1,000 and a half"; a year may stand before "and a third"."""

_LAKH_CRORE = (100_000, 10_000_000)
"""1.5 lakh cr: behind the one, the other can be nothing else."""


def numeral_at(line: Sequence[Token], at: int, words: Words) -> Numeral | None:
    """The number that begins at a token, its scale words included; None if none does.

    Abbreviations that may be units as well (m, t) are left to the unit.

    >>> from .line import Line
    >>> from .words import words_of
    >>> lines = [Line.of(each, words_of(None)) for each in ("1.2 trillion", "2½")]
    >>> [numeral_at(each.tokens, 0, each.words).value for each in lines]
    [Decimal('1200000000000'), Decimal('2.5')]
    """
    token = line[at]
    try:
        if token.kind == "digits":
            return _from_digits(line, at, words)
        if token.kind == "mark":
            value = glyph_value(token.text)
            return None if value is None else _scaled(line, _part(at, at + 1, value), words)
        for numbers in words.numbers.placing if token.kind == "han" else words.numbers.adding:
            found = numbers.at(line, at)
            if found is not None:
                return found
    except ValueError:
        # Beyond the magnitudes that a model may hold.
        return None
    return None


def _from_digits(line: Sequence[Token], at: int, words: Words) -> Numeral | None:
    numbers, behind = words.numbers, line[at + 1]
    if behind.kind == "han" and numbers.placing:
        return numbers.placing[0].at(line, at)
    read = digits_value(line[at].text)
    if read is None:
        return None
    numeral = Numeral(at, at + 1, read, "digits", None, 1, at + 1)
    # Most digits are followed by another word, or by a mark: one look tells them apart.
    mixed = behind.kind == "digits" and at + 2 < len(line) and line[at + 2].low == "/"
    if behind.opens & words.masks.going_on or (behind.begins and behind.kind == "mark") or mixed:
        return _going_on(line, numeral, words)
    return numeral


def _going_on(line: Sequence[Token], numeral: Numeral, words: Words) -> Numeral:
    """With what may stand behind digits: 3 in 5, 2 thirds, 1/3, 2½, 5 million."""
    for numbers in words.numbers.adding:
        found = odds_at(numbers, line, numeral.first, numeral.last, numeral.value)
        if found is not None:
            return found
        numeral = numbers.with_decimals(line, _ordinal_parts(line, numeral, numbers))
        numeral = _with_part(line, numeral, numbers)
    mixed = _with_glyph(line, numeral)
    part = _written_fraction(line, numeral.first, numeral.last)
    return part or _scaled(line, mixed, words)


def _with_glyph(line: Sequence[Token], numeral: Numeral) -> Numeral:
    """2½, 2 1/2."""
    at = numeral.last
    part = _written_fraction(line, at, at + 1) if line[at].kind == "digits" else None
    if part is not None and is_whole(numeral.value):
        total = to_number(Fraction(numeral.value) + Fraction(part.value) / 100)
        return replace(numeral, last=part.last, value=total, scale_at=part.last)
    if line[at].kind == "mark" and line[at].begins:
        value = glyph_value(line[at].text)
        if value is not None and is_whole(numeral.value):
            total = to_number(Fraction(numeral.value) + Fraction(value))
            return replace(numeral, last=at + 1, value=total, scale_at=at + 1)
    return numeral


def _written_fraction(line: Sequence[Token], first: int, at: int) -> Numeral | None:
    """1/3, 3/4, by the token of the number and that of the slash."""
    if at + 1 >= len(line) or line[at].text != "/" or line[at + 1].kind != "digits":
        return None
    numerator, denominator = line[at - 1].text, line[at + 1].text
    if line[at].spaced or line[at + 1].spaced:
        return None
    if not (numerator.isdecimal() and denominator.isdecimal() and len(denominator) < 4):
        return None
    if not 0 < int(numerator) < int(denominator):
        return None
    return _part(first, at + 2, Fraction(int(numerator), int(denominator)))


def _ordinal_parts(line: Sequence[Token], numeral: Numeral, words: AddingNumbers) -> Numeral:
    """2 thirds."""
    at = numeral.last
    whole = words.parts.get(line[at].low) if at < len(line) else None
    if whole is None or whole == 2 or not 0 < numeral.value < whole or not is_whole(numeral.value):
        return numeral
    return _part(numeral.first, at + 1, Fraction(int(numeral.value), whole))


def _with_part(line: Sequence[Token], numeral: Numeral, words: AddingNumbers) -> Numeral:
    """11 and a half billion; in 2020 and a third later, 5 and a half of them are two numbers."""
    if line[numeral.last].low != words.joiner or not is_whole(numeral.value):
        return numeral
    grown = words.with_part(line, numeral)
    apart = grown.last < len(line) and line[grown.last].low == words.of
    return numeral if numeral.value >= _LEAST_APART or apart else grown


def _part(first: int, last: int, value: Value) -> Numeral:
    part = fraction(value, Decimal(1))
    return Numeral(first, last, part, "digits", unit="percent", scale_at=last)


def _scaled(line: Sequence[Token], numeral: Numeral, words: Words) -> Numeral:
    """With the scale words behind it: 5 hundred thousand, 2.5 lakh crore, 1.3bn, 100-million."""
    while True:
        at = numeral.last
        if at < len(line) and line[at].text == "-":
            at += 1
        opens, numbers = line[at].opens if at < len(line) else 0, words.numbers
        found = numbers.scales.at(line, at) if opens & numbers.scales.bit else None
        if found is None and opens & numbers.short_scales.bit:
            found = numbers.short_scales.at(line, at)
        if found is None or found[1].factor < 100:
            return numeral
        if found[1].kinds and (numeral.scale, found[1].factor) != _LAKH_CRORE:
            return numeral
        last, scale = found
        if numeral.unit is not None:
            numeral = replace(numeral, unit=None, value=to_number(Fraction(numeral.value) / 100))
        numeral = numeral.scaled(scale.factor, last=last, scale_at=numeral.scale_at)
