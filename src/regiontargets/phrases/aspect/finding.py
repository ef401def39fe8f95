"""Finding what a statement says of its number: wanted, foreseen or reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from regiontargets.phrases.periods import find_periods
from regiontargets.phrases.periods.tokens import fold

from .markers import Aspect, Marker, Markers, markers

__all__ = ["Aspect", "AspectMention", "aspect_at", "find_aspects"]

_HAN = re.compile(r"[\u3400-\u9fff]")
_COMMA = re.compile("[,，]")
_LONGEST = 1000
"""How many characters around a place are looked at; no sentence reaches further."""


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
    language = markers(_is_chinese(text))
    return tuple(
        AspectMention(each.start, each.end, text[each.start : each.end], aspect)
        for each in language.read(fold(text))
        if (aspect := _nearest([each])) is not None
    )


def aspect_at(text: str, start: int, end: int, *, published: date | None = None) -> Aspect | None:
    """What the words around a place say of it; None where they do not say.

    The nearest word before it decides, within its own clause; else the next one after it.
    With the publication date, 增长8.1% in a year gone by is a result.

    >>> text = "GDP, which rose 8.1% last year, is expected to grow 5.5%."
    >>> aspect_at(text, 16, 20), aspect_at(text, 52, 56)
    ('result', 'forecast')
    >>> aspect_at("力争2025年达到400家", 9, 13)
    'aim'
    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no place {start}-{end} in a text of {len(text)} characters")
    first = max(0, start - _LONGEST)
    around = text[first : end + _LONGEST]
    return _aspect(around, start - first, end - first, published)


@lru_cache(maxsize=1024)
def _aspect(text: str, start: int, end: int, published: date | None) -> Aspect | None:
    folded = fold(text)
    language = markers(_is_chinese(text))
    folded = _without_asides(language, folded, start, end)
    low, high = _between(language.sentence, folded, start, end, 0, len(folded))
    clause_low, clause_high = _between(language.clause, folded, start, end, low, high)
    sentence = list(language.read(folded[low:high], low))
    found = [each for each in sentence if clause_low <= each.start and each.end <= clause_high]
    before = [each for each in found if each.start < end]
    decided = _nearest(before) or _heading(sentence, folded, low, clause_low)
    if decided is not None:
        return decided
    comma = _COMMA.search(folded, end, clause_high)
    reach = clause_high if comma is None else comma.start()
    after = [each for each in found if each.start >= end and each.end <= reach]
    ahead = _nearest([each for each in after if each.strength != "done"][:1])
    if ahead is not None:
        return ahead
    if any(each.strength == "done" for each in before + after):
        return _done(text[low:high], language, published)
    return None


def _between(
    boundary: re.Pattern[str], folded: str, start: int, end: int, low: int, high: int
) -> tuple[int, int]:
    """The stretch around a place that no boundary cuts."""
    for match in boundary.finditer(folded, low, start):
        low = match.end()
    cut = boundary.search(folded, end, high)
    return low, high if cut is None else cut.start()


def _nearest(before: Sequence[Marker]) -> Aspect | None:
    future = False
    for each in reversed(before):
        if each.strength == "will":
            future = True
        elif each.strength != "done" and not (future and each.strength == "result"):
            return each.strength
    return "aim" if future else None


def _without_asides(language: Markers, folded: str, start: int, end: int) -> str:
    """The text with what is said by the way blanked out, unless the place is in it."""

    def blank(aside: re.Match[str]) -> str:
        holds = aside.start() < end and start < aside.end()
        return aside.group() if holds else " " * len(aside.group())

    return language.aside.sub(blank, folded)


def _heading(sentence: list[Marker], folded: str, low: int, clause_low: int) -> Aspect | None:
    """What the words before a colon say of the list after it (主要预期目标是：…；…)."""
    colon = folded.rfind(":", low, clause_low)
    return None if colon < 0 else _nearest([each for each in sentence if each.end <= colon])


def _done(sentence: str, language: Markers, published: date | None) -> Aspect | None:
    """A result, where the verb is in the past or a period of the sentence is over."""
    if language.past_tense:
        return "result"
    for mention in find_periods(sentence, published=published):
        if mention.text.strip("，").startswith(("去年", "上年", "前年", "过去")):
            return "result"
        if mention.reading is not None and published is not None:
            return "result" if mention.reading.end < published else None
    return None


def _is_chinese(text: str) -> bool:
    return _HAN.search(text) is not None
