"""What the offsets of an .ann count, where it is not the characters of the .txt.

brat counts code points. But it takes a byte order mark for a character, its newer versions
see one character where the file has two (CRLF), and scripts around it count UTF-16 units.
The texts that the annotations quote decide: a different count is assumed only where it
makes more of them, and most of all of them, agree.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from regiontargets.documents import Utf16Offsets

_SLACK = 1000
"""By how many characters a passage and its quotation may differ in length, in whitespace."""

Fragments: TypeAlias = tuple[tuple[int, int], ...]


Quotation: TypeAlias = tuple[Fragments, str]
"""Where an annotation says that it stands, and what it quotes."""


class Count(NamedTuple):
    """A way to count: what is counted otherwise, in words, and the way to code points."""

    words: str
    convert: Callable[[int], int]


def agrees(quoted: str, fragments: Fragments, text: str) -> bool:
    r"""Whether the quoted text is what stands there, but for its whitespace.

    brat joins fragments by a space (before 1.3 by nothing) and puts a space for a line end.

    >>> agrees("gross domestic product", ((0, 14), (15, 22)), "gross domestic\nproduct")
    True
    """
    if sum(end - start for start, end in fragments) > 2 * len(quoted) + _SLACK:
        return False  # not worth cutting out: whitespace does not make up for so much
    pieces = [text[start:end] for start, end in fragments]
    joined = " ".join(pieces)
    if quoted == joined or quoted.startswith((joined + " ", joined + "\t")):
        return True
    words = quoted.split()
    return words == joined.split() or words == "".join(pieces).split()


def count_that_agrees(
    quotations: Callable[[], Sequence[Quotation]], text: str, *, marked: bool
) -> Count | None:
    """The count under which the quoted texts agree best; None for code points.

    Args:
        quotations: gives what the annotations quote; asked only if the text leaves a choice.
        text: the document's text.
        marked: whether its file begins with a byte order mark (which is not in `text`).
    """
    counts = list(_counts(text, marked=marked))
    quoted = quotations() if counts else ()
    best, chosen = _agreeing(quoted, text, int), None
    for count in counts:
        agreeing = _agreeing(quoted, text, count.convert)
        if agreeing > best and 2 * agreeing > len(quoted):
            best, chosen = agreeing, count
    return chosen


def _agreeing(quotations: Sequence[Quotation], text: str, convert: Callable[[int], int]) -> int:
    return sum(
        agrees(quoted, moved, text)
        for fragments, quoted in quotations
        if (moved := converted(fragments, convert, len(text))) is not None
    )


def converted(fragments: Fragments, convert: Callable[[int], int], size: int) -> Fragments | None:
    """The fragments in code points, or None where the text has no such offsets."""
    try:
        moved = tuple((convert(start), convert(end)) for start, end in fragments)
    except IndexError:
        return None
    return moved if all(0 <= start <= end <= size for start, end in moved) else None


def _counts(text: str, *, marked: bool) -> Iterator[Count]:
    pairs = "\r\n" in text
    astral = not text.isascii() and max(text) > "\uffff"
    for mark, pair, units in product((0, marked), (0, pairs), (0, astral)):
        words = [
            *["the byte order mark"] * mark,
            *["each CR LF as one character"] * pair,
            *["UTF-16 units"] * units,
        ]
        if words:
            convert = _converter(text, mark=bool(mark), pair=bool(pair), units=bool(units))
            yield Count(" and ".join(words), convert)


def _converter(text: str, *, mark: bool, pair: bool, units: bool) -> Callable[[int], int]:
    seen = text.replace("\r\n", "\n") if pair else text
    utf16 = Utf16Offsets(seen) if units else None
    breaks = _pairs(text) if pair else []

    def convert(offset: int) -> int:
        offset -= mark
        if utf16:
            offset = utf16.to_code_points(offset)
        return offset + bisect_right(breaks, offset - 1)

    return convert


def _pairs(text: str) -> list[int]:
    """Where each CR LF stands, in offsets that count it as one."""
    found: list[int] = []
    position = text.find("\r\n")
    while position >= 0:
        found.append(position - len(found))
        position = text.find("\r\n", position + 2)
    return found
