"""Running text, cut where nothing reaches across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

_LONGEST = 2000
"""Characters; a longer sentence is cut at white space or a mark near that length."""

# The marks first: most characters are passed over at one look.
_END = re.compile(
    r"(?=[。！？；!?.\n])(?:"
    r"[。！？；!?]+[”」』’\"')）]*|\n[ \t]*\n|\n(?=\s*(?:[-*•·#|]|\d+[.)、]|[（(]\d))|"
    r"[.](?=[\s”\"’'])(?<![A-Z.][.])(?<!\b(?:No|Rs|vs|ca|cf|Nr|Mr|Dr)[.])"
    r"(?<!\b(?:est|Nos|Fig|Mrs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Inc|Ltd|[Mm]in|[Mm]ax)[.])"
    r"(?<!\b(?:Sept|Corp)[.])(?<!\b[Aa]pprox[.])"
    r"[”\"’')]*(?=\s+[A-Z“\"‘'(\[$€£¥0-9一-鿿]|\s*$))"
)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with the place it begins at; together they are the text.

    >>> list(sentences("Up 5.2 percent. Approx. 3% of No. 4"))
    [(0, 'Up 5.2 percent.'), (15, ' Approx. 3% of No. 4')]
    """
    start = 0
    for match in chain(_END.finditer(text), (None,)):
        end = len(text) if match is None else match.end()
        if end - start > _LONGEST:
            yield from _pieces(text, start, end)
        elif end > start:
            yield start, text[start:end]
        start = end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in " \n，,、")
        cut = cut + 1 if cut > 0 else start + _LONGEST
        yield start, text[start:cut]
        start = cut
    if start < end:
        yield start, text[start:end]
