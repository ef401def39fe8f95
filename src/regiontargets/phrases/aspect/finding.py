"""Finding what a statement says of its number: wanted, foreseen or reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regiontargets.phrases.marking import Aspect, marked_at, marking_words
from regiontargets.phrases.periods import find_periods

__all__ = ["Aspect", "AspectMention", "aspect_at", "find_aspects"]

_GONE_BY = ("去年", "上年", "前年", "过去")


@dataclass(frozen=True, slots=True)
class AspectMention:
    """A word that marks an aspect, and its place in the text, in code points."""

    start: int
    end: int
    text: str
    aspect: Aspect


def find_aspects(text: str) -> tuple[AspectMention, ...]:
    """Every word that by itself marks an aim, a forecast or a result, in order.

    >>> [(m.text, m.aspect) for m in find_aspects("GDP rose 8.1% and is expected to slow.")]
    [('rose', 'result'), ('is expected to', 'forecast')]
    """
    return tuple(
        AspectMention(
            each.start,
            each.end,
            text[each.start : each.end],
            "aim" if each.strength == "will" else each.strength,
        )
        for each in marking_words(text)
        if each.strength != "done"
    )


def aspect_at(text: str, start: int, end: int, *, published: date | None = None) -> Aspect | None:
    """What the words around a place say of it; None where they do not say.

    The nearest word before it decides, within its own clause; else the next one after it.
    With the publication date, 增长8.1% in a year gone by is a result.

    Raises:
        ValueError: there is no such place in the text.

    >>> text = "GDP, which rose 8.1% last year, is expected to grow 5.5%."
    >>> aspect_at(text, 16, 20), aspect_at(text, 52, 56)
    ('result', 'forecast')
    >>> aspect_at("力争2025年达到400家", 9, 13)
    'aim'
    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no place {start}-{end} in a text of {len(text)} characters")
    marked = marked_at(text, start, end)
    if marked.aspect is None and marked.by == "done":
        return _done(marked.sentence, published)
    return marked.aspect


def _done(sentence: str, published: date | None) -> Aspect | None:
    """A result, where the first period of the sentence is over."""
    for mention in find_periods(sentence, published=published):
        if mention.text.startswith(_GONE_BY):
            return "result"
        if mention.reading is not None and published is not None:
            return "result" if mention.reading.end < published else None
    return None
