"""Which of many texts hold some words, and where, without looking through all of them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

_PIECES = ((16, 16), (8, 4), (4, 2))
"""Lengths of pieces, and how far one begins behind the other: the shorter overlap, since more of
them are alike. The longest are taken of which some words surely hold one.
"""

_MOST_LOOKED_AT = 8
"""Pieces of some words of which the rarest is taken."""

_FEW = 30
"""Places to look at for which no rarer pieces are looked for."""

_AS_SOON = 1000
"""Characters that are looked through as soon as one place is compared."""


class TextIndex:
    """Texts by their pieces, one behind the other.

    >>> index = TextIndex(["GDP grew by 7 percent in the year 2021.", "GDP fell."])
    >>> index.holding("grew by 7 percent in the year"), index.holding("GDP")
    ([0], [0, 1])
    >>> index.first("by 7")
    9
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._length = sum(map(len, texts))
        self._pieces: dict[int, _Pieces] = {}

    def holding(self, words: str, most: int | None = None) -> list[int]:
        """The numbers of the texts in which some words stand.

        Args:
            words: what to look for.
            most: how many texts are enough; None: all.
        """
        found: set[int] = set()
        for number, _ in self._places(words):
            found.add(number)
            if len(found) == most:
                break
        return sorted(found)

    def first(self, words: str) -> int:
        """Where in the first text they stand first; -1 if nowhere."""
        return min((at for number, at in self._places(words) if number == 0), default=-1)

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        """The texts and places where some words stand: of each text that has them the first."""
        pieces = self._of_length(len(words))
        if pieces is not None:
            most = _FEW + self._length // _AS_SOON + len(self._texts)
            near = pieces.around(words, most)
            if near is not None:
                yield from ((n, at) for n, at in near if self._texts[n].startswith(words, at))
                return
        for number, text in enumerate(self._texts):
            at = text.find(words)
            if at >= 0:
                yield number, at

    def _of_length(self, length: int) -> _Pieces | None:
        """Pieces of which all words of some length hold one."""
        for size, step in _PIECES:
            if length >= size + step - 1:
                if size not in self._pieces:
                    self._pieces[size] = _Pieces(self._texts, size, step)
                return self._pieces[size]
        return None


class _Pieces:
    """All pieces of one length, in a table by their hashes.

    Numbers in arrays take a twentieth of the room that a dict of strings does. Pieces of one hash
    are chained: the table holds the last of them, and each leads to the one before it.
    """

    def __init__(self, texts: Sequence[str], size: int, step: int) -> None:
        self._size, self._step = size, step
        counts = [max(0, len(text) - size + step) // step for text in texts]
        self._firsts = [0, *accumulate(counts)]
        self._mask = (2 << self._firsts[-1].bit_length()) - 1
        self._heads = array("I", bytes(4 * (self._mask + 1)))
        self._count = array("I", bytes(4 * (self._mask + 1)))
        self._before = array("I", [0])
        heads, count, before, mask = self._heads, self._count, self._before, self._mask
        for text in texts:
            for start in range(0, len(text) - size + 1, step):
                bucket = hash(text[start : start + size]) & mask
                before.append(heads[bucket])
                heads[bucket] = len(before) - 1
                count[bucket] += 1

    def around(self, words: str, most: int) -> Iterator[tuple[int, int]] | None:
        """Where the words may stand; None if that is in more places than it pays to look at.

        The first piece that words hold of a text they stand in begins at one of their first
        characters: of those that follow each other from there on the rarest is taken.
        """
        size, count, mask = self._size, self._count, self._mask
        buckets = [hash(words[at : at + size]) & mask for at in range(self._step)]
        chains = [(bucket, at) for at, bucket in enumerate(buckets) if count[bucket]]
        if sum([count[bucket] for bucket, _ in chains]) > _FEW:
            chains = [self._rarest(words, *chain) for chain in chains]
        if sum([count[bucket] for bucket, _ in chains]) > most:
            return None
        return self._along(chains)

    def _rarest(self, words: str, bucket: int, start: int) -> tuple[int, int]:
        """Of the pieces that follow each other from one of the words on that with fewest places."""
        size, step, count, mask = self._size, self._step, self._count, self._mask
        fewest, where = count[bucket], start
        last = min(len(words) - size, start + step * _MOST_LOOKED_AT)
        for at in range(start + step, last + 1, step):
            other = hash(words[at : at + size]) & mask
            if count[other] < fewest:
                fewest, where, bucket = count[other], at, other
            if not fewest:
                break
        return bucket, where

    def _along(self, chains: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        for bucket, offset in chains:
            piece = self._heads[bucket]
            while piece:
                text = bisect_right(self._firsts, piece - 1) - 1
                at = (piece - 1 - self._firsts[text]) * self._step - offset
                if at >= 0:
                    yield text, at
                piece = self._before[piece]
