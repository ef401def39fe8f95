"""Offsets as JSON states them, checked against the text and against what the record quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from regiontargets.documents import Utf16Offsets

from .json_records import Json

Doubt = Literal["", "number", "unit", "quote"]
"""Why a placed span is doubtful: its numbers were not integers; it counts in the other unit;
what stands there is not what the record quotes."""

_NEARBY = 200


@dataclass(frozen=True, slots=True)
class Placed:
    """A range of the text, in code points, with what is doubtful about it."""

    start: int
    end: int
    doubt: Doubt = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Offsets that lead nowhere, and why (one clause)."""

    reason: str


class QuotedOffsets:
    """Places offsets of one text that are counted in code points or in UTF-16 units.

    Args:
        text: the text.
        utf16: whether offsets count UTF-16 units, as the format has it.

    >>> QuotedOffsets("𠮷 grew", utf16=True).place(3, 7, "grew")
    Placed(start=2, end=6, doubt='', reason='')
    >>> QuotedOffsets("𠮷 grew", utf16=True).place(2, 6, "grew").doubt
    'unit'
    >>> QuotedOffsets("grew", utf16=False).place(2, 9)
    Unplaced(reason='its end 9 is past the end of the text (4)')
    """

    def __init__(self, text: str, *, utf16: bool) -> None:
        self.text = text
        self.utf16 = utf16
        self._offsets = Utf16Offsets(text)
        self.has_astral = self._offsets.length != len(text)
        self.length = self._offsets.length if utf16 else len(text)

    def settle(self, quoted: Iterable[tuple[Json, Json, Json]]) -> None:
        """Take the other unit for this text if more of the quotes stand where it says."""
        if not self.has_astral:
            return
        balance = 0
        for start, end, quote in quoted:
            if isinstance(quote, str) and type(start) is int and type(end) is int:
                usual, other = self._range(start, end), self._range(start, end, other=True)
                if usual != other:
                    balance += self._reads(usual, quote) - self._reads(other, quote)
        if balance < 0:
            self.utf16 = not self.utf16

    def place(self, start: Json, end: Json, quote: Json = None) -> Placed | Unplaced:
        """The range that two offsets mean; `quote` is what the record says stands there."""
        first, last = _integer(start), _integer(end)
        if first is None or last is None:
            wrong = start if first is None else end
            return Unplaced(f"its {'start' if first is None else 'end'} is {_said(wrong)}")
        said = quote if isinstance(quote, str) else None
        usual = self._range(first, last)
        if said is not None and not self._reads(usual, said):
            other = self._range(first, last, other=True)
            if self.has_astral and self._reads(other, said) and isinstance(other, tuple):
                unit = "code points" if self.utf16 else "UTF-16 units"
                return Placed(*other, "unit", f"its offsets count {unit}")
            if isinstance(usual, tuple) and not _alike(self.text[slice(*usual)], said):
                return Placed(*usual, "quote", self._drift(usual, said))
        if not isinstance(usual, tuple):
            return Unplaced(usual)
        if first is not start or last is not end:
            return Placed(*usual, "number", f"its offsets are {_said(start)} and {_said(end)}")
        return Placed(*usual)

    def from_code_points(self, offset: int) -> int:
        """The offset as the format counts it."""
        return self._offsets.to_utf16(offset) if self.utf16 else offset

    def _range(self, start: int, end: int, *, other: bool = False) -> tuple[int, int] | str:
        """The range in code points, or why there is none."""
        utf16 = self.utf16 is not other
        length = self._offsets.length if utf16 else len(self.text)
        if start < 0:
            return f"its start {_number(start)} is negative"
        if end > length:
            return f"its end {_number(end)} is past the end of the text ({length})"
        if start > end:
            return f"its end {_number(end)} is before its start {_number(start)}"
        if not utf16 or not self.has_astral:
            return start, end
        return self._offsets.to_code_points(start), self._offsets.to_code_points(end)

    def _reads(self, place: tuple[int, int] | str, quote: str) -> bool:
        return isinstance(place, tuple) and self.text[slice(*place)] == quote

    def _drift(self, place: tuple[int, int], quote: str) -> str:
        found = self.text[place[0] : min(place[1], place[0] + 60)]
        begin = max(0, place[0] - _NEARBY)
        near = self.text.find(quote, begin, place[1] + _NEARBY) if quote else -1
        hint = f"; the quoted words stand at {near}" if near >= 0 else ""
        return f"the text there reads {found!r}{hint}"


def _integer(value: Json) -> int | None:
    """An offset: an integer, or something that can only mean one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return None


def _alike(found: str, quote: str) -> bool:
    """Equal but for white space, which tools normalise or escape in what they quote."""
    return found.split() == quote.replace("\\n", "\n").replace("\\t", "\t").split()


def _number(value: int) -> str:
    return str(value) if abs(value) < 10**20 else "of more than 20 digits"


def _said(value: Json) -> str:
    if value is None:
        return "missing"
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(value)
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "..."
