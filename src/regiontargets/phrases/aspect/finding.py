"""Finding what a statement says of its number: wanted, foreseen or reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regiontargets.model.period import Period
from regiontargets.phrases.marking import Aspect, Marked, marked_at, marking_words
from regiontargets.phrases.mention import Mention
from regiontargets.phrases.periods import find_periods

__all__ = ["GONE_BY", "Aspect", "AspectMention", "aspect_at", "find_aspects"]

_ASPECTS: dict[str, Aspect] = {
    "aim": "aim",
    "effort": "aim",
    "duty": "aim",
    "kept": "aim",
    "will": "aim",
    "forecast": "forecast",
    "past": "result",
    "result": "result",
}
_PARTS = ("month", "quarter", "half", "day")
GONE_BY = ("去年", "上年", "前年", "过去")
"""What a period begins with that is over whenever it is written of."""


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
            _ASPECTS[each.strength],
        )
        for each in marking_words(text)
        if each.strength in _ASPECTS
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
    match marked.by:
        case "effort" | "kept":
            return _by_period(marked, start, published) or "aim"
        case "past":
            return _by_period(marked, start, published) or "result"
        case "done" if marked.aspect is None:
            return _by_period(marked, start, published)
        case _:
            return marked.aspect


def _by_period(marked: Marked, start: int, published: date | None) -> Aspect | None:
    """A result if the last period before the place is over, an aim if it is a deadline to come.

    Where none stands before the place, the first after it counts.
    """
    nearest = _nearest_period(marked, start, published)
    if nearest is None:
        return None
    if nearest.text.startswith(GONE_BY):
        return "result"
    if published is None:
        return None
    if any(each.end < published for each in nearest.readings if _tells(each, nearest)):
        return "result"
    deadline = nearest.reading is not None and nearest.reading.kind == "deadline"
    return "aim" if deadline else None


def _tells(reading: Period, mention: Mention[Period]) -> bool:
    """Whether a reading counts: a bare "12月" is not of a month to come, a bare 全年 may be."""
    return mention.reading is not None or reading.kind in _PARTS


def _nearest_period(marked: Marked, start: int, published: date | None) -> Mention[Period] | None:
    """The last period of the sentence before a place, else the first after it."""
    place = start - marked.start
    nearest: Mention[Period] | None = None
    for mention in find_periods(marked.sentence, published=published):
        if mention.role == "value" and (nearest is None or mention.start < place):
            nearest = mention
    return nearest
