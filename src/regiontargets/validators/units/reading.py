"""Why the words of an amount could not be read, and which of them may be an unknown unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from regiontargets.errors import AmountError, RegionTargetsError, UnknownUnit
from regiontargets.model import Amount
from regiontargets.phrases import Piece, explain_amount, find_amounts, parse_amount
from regiontargets.units import read_unit, unit_name

_WORDS = re.compile(r"[^\s\d,.;:()（），。；、]+(?: [A-Za-z]+)*")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Words that stand where a unit would.

    Attributes:
        start: where they begin in the words of the amount.
        end: where they end.
        text: the words.
        suggestions: names of units that come near.
        readings: the units that they may mean; several if they are ambiguous.
    """

    start: int
    end: int
    text: str
    suggestions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def amount_trouble(words: str) -> AmountError | None:
    """Why some words are no amount; None if they are one.

    >>> amount_trouble("some").reason
    'it is too vague to be an amount'
    """
    try:
        parse_amount(words)
    except AmountError as error:
        return error
    return None


@lru_cache(maxsize=4096)
def unknown_unit(words: str) -> UnitWords | None:
    """The words behind the one number of an amount that are no unit, or several.

    >>> unknown_unit("5 trillion yaun").suggestions
    ('yuan',)
    >>> unknown_unit("4 ppt").readings
    ('percentage_point', 'part_per_trillion')
    >>> unknown_unit("5 trillion yuan") is None
    True
    """
    trouble = amount_trouble(words)
    if trouble is not None and trouble.readings:
        return _ambiguous(words, trouble.readings)
    pieces = _pieces_before(words, trouble) if trouble else _pieces(words)
    return None if pieces is None else _after_the_number(words, pieces)


def _ambiguous(words: str, readings: Sequence[object]) -> UnitWords | None:
    """Readings that differ by nothing but a unit."""
    amounts = [each for each in readings if isinstance(each, Amount)]
    stated = {each.unit for each in amounts}
    if None in stated or len({each.value for each in amounts}) > 1 or len(stated) < 2:
        return None
    found = _WORDS.search(words, len(words.rstrip()) - len(words.split()[-1]))
    start, end = found.span() if found else (0, len(words))
    units = tuple(dict.fromkeys(each.unit for each in amounts if each.unit))
    return UnitWords(start, end, words[start:end], readings=units)


def _pieces(words: str) -> tuple[Piece, ...] | None:
    pieces = explain_amount(words)
    return None if any(each.role in ("unit", "currency") for each in pieces) else pieces


def _pieces_before(words: str, trouble: AmountError) -> tuple[Piece, ...] | None:
    """Those of the one bare number that stands before the trouble."""
    found = find_amounts(words)
    if len(found) != 1 or found[0].reading is None or found[0].reading.unit is not None:
        return None
    return found[0].pieces if found[0].end <= trouble.start else None


def _after_the_number(words: str, pieces: tuple[Piece, ...]) -> UnitWords | None:
    number = next((each for each in pieces if each.role == "number"), None)
    if number is None:
        return None
    limit = min((each.start for each in pieces if each.start >= number.end), default=len(words))
    found = _WORDS.search(words, number.end, limit)
    if found is None or words[number.end : found.start()].strip():
        return None
    if words[found.end() : found.end() + 1].isdigit():
        return None  # a code, such as 5G7
    text = found[0]
    if not _CHINESE.search(text):
        text = text.partition(" ")[0]
    return UnitWords(found.start(), found.start() + len(text), text, _near(found[0], text))


def _near(whole: str, first: str) -> tuple[str, ...]:
    """Names of units that come near all of the words, or the first of them."""
    for text in (whole, first):
        try:
            return (unit_name(read_unit(text).unit),)
        except UnknownUnit as error:
            if error.suggestions:
                return error.suggestions
        except RegionTargetsError:
            continue
    return ()
