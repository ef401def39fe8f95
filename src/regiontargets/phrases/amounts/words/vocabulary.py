"""The tokens met so far, each with what its word may begin or end."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import Any

from ..lexicon import Lexicon
from ..numeral import glyph_value
from ..tokens import Token, described

_MOST = 20_000
"""Tokens that are remembered: words come again, numbers are ever new."""

COMMAS = frozenset(",，")
_FILLER = frozenset(["filler"])
_BRACKETS = frozenset("()")


class Vocabulary(dict[str, Token]):
    """Tokens by their characters and the spaces before them.

    What may begin with a token, or end with it, is told from its word alone: most tokens are
    passed over at one look, and only where a phrase may stand is it looked up.
    """

    def __init__(
        self,
        lexicons: Iterable[Lexicon[Any]],
        governors: Lexicon[frozenset[str]],
        opening: Iterable[Lexicon[Any]],
        closing: Iterable[Lexicon[Any]],
        starts: Collection[str],
        breaks: Collection[str],
    ) -> None:
        super().__init__()
        self._starts, self._breaks = frozenset(starts), frozenset(breaks) | _BRACKETS
        self._opens: dict[str, int] = {}
        self._opens_exact: dict[str, int] = {}
        self._closes: dict[str, int] = {}
        self._closes_exact: dict[str, int] = {}
        for place, each in enumerate(lexicons):
            each.bit = 1 << place
            _mark(self._opens_exact if each.exact else self._opens, each.first_words, each.bit)
            _mark(self._closes_exact if each.exact else self._closes, each.last_words, each.bit)
        self._governors = governors
        self._opening = sum(each.bit for each in opening)
        self._closing = sum(each.bit for each in closing)

    def __missing__(self, piece: str) -> Token:
        if len(self) >= _MOST:
            self.clear()
        kind, text, length = described(piece)
        low = text.lower()
        glyph = kind == "mark" and glyph_value(text) is not None
        opens = self._opens.get(low, 0) | self._opens_exact.get(text, 0)
        closes = self._closes.get(low, 0) | self._closes_exact.get(text, 0)
        begins = kind == "digits" or glyph or low in self._starts
        breaks = text in self._breaks
        notable = begins or breaks or text in COMMAS
        roles = self._governors.alone(low)
        governs = opens & self._governors.bit and roles != _FILLER
        notable = notable or bool(governs or opens & self._opening or closes & self._closing)
        spaced = length < len(piece)
        self[piece] = made = Token(
            kind, text, low, length, spaced, opens, closes, begins, breaks, notable, roles
        )
        return made


def lexicons_in(*sections: object) -> Iterable[Lexicon[Any]]:
    """Every lexicon among the fields of some dataclasses."""
    for section in sections:
        for each in fields(section):  # type: ignore[arg-type]
            found = getattr(section, each.name)
            if isinstance(found, Lexicon):
                yield found


def _mark(bits: dict[str, int], words: Iterable[str], bit: int) -> None:
    for word in words:
        bits[word] = bits.get(word, 0) | bit
