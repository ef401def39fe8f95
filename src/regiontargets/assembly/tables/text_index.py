"""Which of many texts hold some words, without looking through all of them."""

from __future__ import annotations

from collections.abc import Sequence

_PIECE = 12
_LEAST = 2 * _PIECE - 1
"""Characters from which on words hold a whole piece of every text that they stand in."""


class TextIndex:
    """Texts by their pieces of twelve characters, one behind the other.

    >>> index = TextIndex(["GDP grew by 7 percent in the year 2021.", "GDP fell."])
    >>> index.holding("grew by 7 percent in the year"), index.holding("GDP")
    ([0], [0, 1])
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._by_piece: dict[str, set[int]] = {}
        for number, text in enumerate(texts):
            for at in range(0, len(text), _PIECE):
                self._by_piece.setdefault(text[at : at + _PIECE], set()).add(number)

    def holding(self, words: str) -> list[int]:
        """The numbers of the texts in which some words stand."""
        if len(words) < _LEAST:
            return [number for number, text in enumerate(self._texts) if words in text]
        near = {number for start in range(_PIECE) for number in self._with_pieces(words, start)}
        return sorted(number for number in near if words in self._texts[number])

    def _with_pieces(self, words: str, start: int) -> set[int]:
        """The texts that have all pieces of the words, counted from some character on."""
        ends = range(start + _PIECE, len(words) + 1, _PIECE)
        found = [self._by_piece.get(words[end - _PIECE : end], set[int]()) for end in ends]
        fewest, *others = sorted(found, key=len)
        return fewest.intersection(*others)
