"""The word that governs a place in a text: the nearest one of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from regiontargets.phrases.folding import fold, has_han

from .markers import Aspect, Marker, Markers, Strength, markers

_COMMA = re.compile("[,，]")
_LONGEST = 1000
"""How many characters around a place are looked at; no sentence reaches further."""


_SILENT = ("done", "opinion")
"""What by itself tells nothing."""


_TOLD = ("past", "result")
"""What tells a result."""


class Marked(NamedTuple):
    """What the words around a place say.

    Attributes:
        by: the strength of the word that decides; None where there is none. In a language whose
            verbs have no tense, "done" also where there is none: a period may still tell.
        aspect: what it makes of the place; None also for a "done" word that does not decide.
        sentence: the sentence around the place.
        start: where that sentence begins in the text.
    """

    by: Strength | None
    aspect: Aspect | None
    sentence: str
    start: int


def marking_words(text: str) -> tuple[Marker, ...]:
    """Every word that marks an aspect, in order."""
    return tuple(_markers_for(text).read(fold(text)))


def marked_at(text: str, start: int, end: int, *, fronted: bool = False) -> Marked:
    """What governs a place: the nearest word before it in its clause, else the next one after.

    What comes after reaches back over no comma, unless the place is `fronted`, as an
    adverbial is ("In December, exports rose"), or the word only compares (…亿元，同比增长…).
    """
    first = max(0, start - _LONGEST)
    found = _marked(text[first : end + _LONGEST], start - first, end - first, fronted)
    return found._replace(start=found.start + first)


@lru_cache(maxsize=1024)
def _marked(text: str, start: int, end: int, fronted: bool) -> Marked:
    language = _markers_for(text)
    folded = _without_asides(language, fold(text), start, end)
    low, high = _between(language.sentence, folded, start, end, 0, len(folded))
    clause_low, clause_high = _between(language.clause, folded, start, end, low, high)
    sentence = list(language.read(folded[low:high], low))
    found = [each for each in sentence if clause_low <= each.start and each.end <= clause_high]
    before = [each for each in found if each.start < end]
    after = [each for each in found if each.start >= end]
    if language.qualified.search(folded, max(clause_low, start - 40), start):
        after = []
    elif language.qualifies.match(folded, end):
        after = [each for each in after if each.strength in _TOLD]
    comma = None if fronted else _COMMA.search(folded, end, clause_high)
    near = after if comma is None else [each for each in after if each.end <= comma.start()]
    segment = max(folded.rfind(",", 0, start), folded.rfind("，", 0, start))
    by = (
        _nearest(before, segment)
        or _heading(sentence, folded, low, clause_low)
        or _nearest([each for each in near if each.strength not in _SILENT][:1])
        or (None if language.past_tense else _told_beyond(after))
        or ("done" if before or near or not language.past_tense else None)
    )
    if by == "duty":
        by = None if language.ruled.search(folded, low, high) else "effort"
    if by == "will" and any(each.strength == "opinion" for each in sentence):
        by = "forecast"
    return Marked(by, _aspect(by, language), text[low:high], low)


def _aspect(by: Strength | None, language: Markers) -> Aspect | None:
    match by:
        case "done":
            return "result" if language.past_tense else None
        case "will" | "effort" | "kept":
            return "aim"
        case "past":
            return "result"
        case "aim" | "forecast" | "result":
            return by
        case _:
            return None


def _between(
    boundary: re.Pattern[str], folded: str, start: int, end: int, low: int, high: int
) -> tuple[int, int]:
    """The stretch around a place that no boundary cuts."""
    # Not searched up to the place only: a boundary may look at what follows it.
    for match in boundary.finditer(folded, low, high):
        if match.end() > start:
            break
        low = match.end()
    cut = boundary.search(folded, end, high)
    return low, high if cut is None else cut.start()


def _nearest(before: Sequence[Marker], segment: int = -1) -> Strength | None:
    """The last one that decides; the weak give way to what came before them.

    Where a word tells a past, an effort or a "will" beyond the comma at `segment`
    (全力稳增长，比上年增长8%) does not hold.
    """
    weak: Strength | None = None
    for each in reversed(before):
        decides = _decides(each, weak, segment)
        if decides is not None:
            return decides
        if each.strength in ("will", "past", "kept") and (
            weak is None or (weak == "past" and each.start > segment)
        ):
            weak = each.strength
    return weak


def _decides(marker: Marker, weak: Strength | None, segment: int) -> Strength | None:
    """What a word makes of a place with that weak word nearer to it, if there is one."""
    match marker.strength:
        case "aim":
            return "aim"
        case "forecast":
            return "forecast"
        case "effort" | "duty" if weak != "past" or marker.start > segment:
            return marker.strength
        case "result" if weak is None or weak == "kept":
            return "result"
        case "past" if weak == "kept":
            return "past"
        case "opinion" if weak in ("will", "kept"):
            return "forecast"
        case _:
            return None


def _told_beyond(after: Sequence[Marker]) -> Strength | None:
    """What the first word beyond the comma tells: …亿元，同比增长5%; …100家，力争全覆盖."""
    first = next((each.strength for each in after if each.strength not in _SILENT), None)
    if first in ("aim", "effort", "duty", "kept"):
        return "effort"
    return first if first in _TOLD else None


def _without_asides(language: Markers, folded: str, start: int, end: int) -> str:
    """The text with what is said by the way blanked out, unless the place is in it."""

    def blank(aside: re.Match[str]) -> str:
        holds = aside.start() < end and start < aside.end()
        return aside.group() if holds else " " * len(aside.group())

    return language.aside.sub(blank, folded)


def _heading(sentence: list[Marker], folded: str, low: int, clause_low: int) -> Strength | None:
    """What the words before a colon say of the list after it (主要预期目标是：…；…)."""
    colon = folded.rfind(":", low, clause_low)
    return None if colon < 0 else _nearest([each for each in sentence if each.end <= colon])


def _markers_for(text: str) -> Markers:
    return markers(has_han(text))
