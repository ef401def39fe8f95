"""Between the two ways in which tools count characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Utf16Offsets:
    """Converts offsets of one text between UTF-16 code units and code points.

    Python and brat count code points; Java and JavaScript tools (INCEpTION, Label Studio,
    doccano) count UTF-16 code units, in which a character beyond U+FFFF is two.

    >>> offsets = Utf16Offsets("a𠮷b")
    >>> offsets.to_code_points(3), offsets.to_utf16(2)
    (2, 3)
    """

    __slots__ = ("_astral", "_units", "length")

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        if not text.isascii():
            self._astral = [index for index, char in enumerate(text) if char > "\uffff"]
        # The UTF-16 offset of each astral character, for the way back.
        self._units = [point + before for before, point in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)

    def to_code_points(self, offset: int) -> int:
        """The code point offset of a UTF-16 offset; one inside a pair moves to its start.

        Raises:
            IndexError: the offset is negative or past the end of the text.
        """
        if not 0 <= offset <= self.length:
            raise IndexError(offset)
        if not self._astral:
            return offset
        return offset - bisect_left(self._units, offset)

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return offset + bisect_right(self._astral, offset - 1) if self._astral else offset
