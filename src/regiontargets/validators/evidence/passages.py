"""Where a quote stands in a text, or what comes nearest to it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from regiontargets.phrases.folding import has_han

from .folding import folded

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
_LEFT_OUT = re.compile(r"[\[(] ?\.{3,6} ?[\])]|\.{3,}|\[ ?\]")
"""What stands in a folded quote for words that were left out."""
_A_PAIR = 2
_MOST_TOKENS = 400
_MOST_PLACES = 200
_LEAST_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text.

    Attributes:
        start: where it begins, in code points.
        end: where it ends.
        text: its characters.
        difference: how the quote differs from it: [-what the quote says-]{+what the text says+}.
    """

    start: int
    end: int
    text: str
    difference: str = ""


@lru_cache(maxsize=4096)
def stands_in(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, but for white space, dashes, quotation marks and width.

    What is left out of a quote ("…", "[...]") stands between its parts, which come in order.

    >>> stands_in("“5 trillion”  yuan", 'reached "5 trillion" yuan')
    True
    >>> [stands_in(quote, "GDP and jobs: 5 trillion") for quote in ("GDP … 5 tril", "jobs … GDP")]
    [True, False]
    """
    if quote in text:
        return True
    whole, parts = _folded_text(text), _folded_parts(quote)
    at = 0
    for part in parts:
        at = whole.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return bool(parts)


@lru_cache(maxsize=1024)
def nearest(quote: str, text: str) -> Passage | None:
    """The passage of a text that is most like a quote; None if nothing is like it.

    >>> found = nearest("GDP reached 6 trillion yuan", "Last year GDP reached 5 trillion yuan.")
    >>> found.text, found.difference
    ('GDP reached 5 trillion yuan', 'GDP reached [-6-]{+5+} trillion yuan')
    """
    words = _tokens(quote)[:_MOST_TOKENS]
    index = _index(text)
    around = index.around([word.folded for word in words])
    if around is None:
        return None
    first, last = around
    window = index.tokens[first:last]
    matcher = _matcher(words, window)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    last_block = blocks[-1]
    low = max(0, blocks[0].b - blocks[0].a)
    high = min(len(window), last_block.b + len(words) - last_block.a)
    window = window[low:high]
    likeness = 2 * sum(block.size for block in blocks) / (len(words) + len(window))
    if likeness < _LEAST_LIKENESS:
        return None
    start, end = window[0].start, window[-1].end
    return Passage(start, end, text[start:end], _difference(quote, words, text, window))


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    folded: str


class _Index:
    """The tokens of a text, and where each pair of neighbours stands."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self._places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, (one, two) in enumerate(pairwise(self.tokens)):
            self._places[one.folded, two.folded].append(place)

    def around(self, words: list[str]) -> tuple[int, int] | None:
        """The tokens around where most pairs of the words stand; None if none does."""
        votes: Counter[int] = Counter()
        bucket = max(4, len(words) // 2)
        for at, pair in enumerate(pairwise(words)):
            for place in self._places.get(pair, ())[:_MOST_PLACES]:
                votes[(place - at) // bucket] += 1
        if not votes:
            return None
        best, _ = max(votes.items(), key=lambda each: (each[1], -each[0]))
        first = max(0, (best - 1) * bucket)
        return first, min(len(self.tokens), (best + 2) * bucket + len(words))


@lru_cache(maxsize=16)
def _index(text: str) -> _Index:
    return _Index(text)


def _tokens(text: str) -> list[_Token]:
    """Words, numbers, and Chinese characters one by one."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        if has_han(match[0]):
            found += [
                _Token(at, at + 1, folded(text[at])) for at in range(match.start(), match.end())
            ]
        else:
            found.append(_Token(match.start(), match.end(), folded(match[0])))
    return found


def _matcher(words: list[_Token], window: list[_Token]) -> SequenceMatcher[str]:
    from difflib import SequenceMatcher  # Deferred: most quotes are found.

    return SequenceMatcher(
        None, [each.folded for each in words], [each.folded for each in window], autojunk=False
    )


def _difference(quote: str, words: list[_Token], text: str, window: list[_Token]) -> str:
    """Word by word, what only the quote says and what only the text says."""
    matcher = _matcher(words, window)
    parts: list[str] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        ours, theirs = _slice(quote, words[a:b]), _slice(text, window[c:d])
        if kind == "equal":
            parts.append(ours)
            continue
        parts.append((f"[-{ours}-]" if ours else "") + (f"{{+{theirs}+}}" if theirs else ""))
    between = "" if has_han(quote) else " "
    return between.join(parts)


def _slice(text: str, tokens: list[_Token]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


@lru_cache(maxsize=64)
def _folded_text(text: str) -> str:
    return folded(text)


def _folded_parts(quote: str) -> list[str]:
    """A quote without the marks around it, in the parts that something was left out between."""
    plain = folded(quote).strip()
    if plain[:1] == '"' == plain[-1:] and plain.count('"') == _A_PAIR:
        plain = plain[1:-1]
    return [part for each in _LEFT_OUT.split(plain) if (part := each.strip())]
