"""What each word of an amount in running text did: told when asked, for most are never asked."""

from __future__ import annotations

from functools import lru_cache

from ..mention import Piece
from .line import Line
from .mentions import amounts_of, pieces_of
from .reading import read_line
from .words import words_of


def told(sentence: str, lang: str | None, place: int, offset: int) -> tuple[Piece, ...]:
    """The pieces of one amount, read again from its sentence.

    Args:
        sentence: the sentence.
        lang: the language it is read in.
        place: which of the sentence's amounts it is.
        offset: where the sentence begins in the text.
    """
    return tuple(
        Piece(each.start + offset, each.end + offset, each.text, each.role, each.meaning)
        for each in _pieces(sentence, lang)[place]
    )


@lru_cache(maxsize=256)
def _pieces(sentence: str, lang: str | None) -> tuple[tuple[Piece, ...], ...]:
    line = Line.of(sentence, words_of(lang))
    stated = [each for each in read_line(line) if each.reason is None and amounts_of(line, each)]
    return tuple(tuple(pieces_of(line, each)) for each in stated)
