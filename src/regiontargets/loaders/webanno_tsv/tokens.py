"""Sentences and tokens for a text that has none, so that it can be written as TSV.

A sentence is a line, with the whitespace after it unless that is what a reader puts there by
itself (a line end, then blanks): so every character is kept. A token is a Chinese character,
a word (numbers keep their points and commas) or a single other character. Whitespace is no
token, unless an annotation begins or ends in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from .source import Passage

_HAN = (
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTER = rf"(?:(?!{_HAN})[\w\u0300-\u036f])"
_TOKEN = re.compile(rf"{_HAN}|{_LETTER}+(?:[.,'’]{_LETTER}+)*|[^\w\s]")
_LINE = re.compile(r"(?:\A\s+)?\S[^\n]*(?:\n\s*)?")


def passages(text: str) -> list[Passage]:
    r"""The sentences of a text and their tokens.

    >>> passages("GDP 增5.5%\n")[0].tokens
    [(0, 3), (4, 5), (5, 8), (8, 9)]
    """
    lines = [found.span() for found in _LINE.finditer(text)] or ([(0, len(text))] if text else [])
    return [
        Passage(start, shorter, _tokens(text, start, shorter))
        for start, end in lines
        for shorter in (_without_gap(text, start, end),)
    ]


def _without_gap(text: str, start: int, end: int) -> int:
    """Where a sentence ends if a reader adds by itself what stands between it and the next."""
    stripped = start + len(text[start:end].rstrip())
    blanks = text[stripped + 1 : end]
    plain = text[stripped : stripped + 1] == "\n" and blanks == " " * len(blanks)
    return stripped if plain and end < len(text) else end


def _tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = [match.span() for match in _TOKEN.finditer(text, start, end)]
    # The first token must begin where the sentence does.
    return [(start, found[0][0] if found else end)] * (not found or found[0][0] > start) + found


def with_blanks(
    passages: Iterable[Passage], ranges: Sequence[tuple[int, int]]
) -> Iterator[Passage]:
    """The sentences, with a token for whitespace in which one of the ranges begins or ends."""
    starts = sorted({start for start, end in ranges if start < end})
    ends = sorted({end for start, end in ranges if start < end})
    points = sorted({start for start, end in ranges if start == end})

    def needed(start: int, end: int) -> bool:
        return (
            bisect_left(starts, end) > bisect_left(starts, start)
            or bisect_right(ends, end) > bisect_right(ends, start)
            or bisect_left(points, end) > bisect_right(points, start)
        )

    for passage in passages:
        tokens: list[tuple[int, int]] = []
        reached = passage.start
        for start, end in passage.tokens:
            if reached < start and needed(reached, start):
                tokens.append((reached, start))
            tokens.append((start, end))
            reached = max(reached, end)
        if reached < passage.end and needed(reached, passage.end):
            tokens.append((reached, passage.end))
        yield Passage(passage.start, passage.end, tokens, passage.identifier, passage.comments)
