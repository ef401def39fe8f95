"""Finding periods in running text, and reading a text that is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import NamedTuple

from regiontargets.phrases.folding import fold

from .calendar import OutOfRange, Stretch
from .cascade import sequences
from .dates import Day, Part
from .language import Language, languages_of
from .relative import NearestMonth, NearYear, SamePeriod
from .scene import Expression, Scene, Unresolved, distinct
from .tokens import Item

_TITLE = re.compile(r"《[^《》\n]{1,200}》")


class Found(NamedTuple):
    """A stretch of text that is about time, and the grammar that found it."""

    item: Item
    language: Language

    @property
    def length(self) -> int:
        """How many characters it takes."""
        return self.item.end - self.item.start


def candidates(text: str, lang: str | None, *, alone: bool = False) -> list[Found]:
    """Everything the grammars can put together, in order, without overlaps.

    Where two grammars find overlapping stretches the longer holds. `alone` is for a text that
    is one period: there no surroundings speak against a reading.
    """
    folded = fold(text)
    found = [
        Found(item, each)
        for each in languages_of(text, lang)
        if each.hint.search(folded)
        for item in _items(each, folded, text, alone)
    ]
    found.sort(key=lambda each: (each.item.start, -each.length))
    kept: list[Found] = []
    for each in found:
        if not kept or each.item.start >= kept[-1].item.end:
            kept.append(each)
        elif each.length > kept[-1].length:
            kept[-1] = each
    return kept


def _items(language: Language, folded: str, text: str, alone: bool) -> Iterator[Item]:
    for sequence in sequences(language.lexicon.read(folded, text), folded, language.core):
        for item in language.cascade.reduce(sequence):
            category = item.category
            guard = language.guards.get(category)
            if (
                category == "PERIOD"
                or (alone and (category == "ALONE" or guard is not None))
                or (guard is not None and guard.allows(folded, item.start, item.end))
            ):
                yield item


@lru_cache(maxsize=8192)
def readings(expression: Expression, scene: Scene) -> tuple[Stretch, ...] | Unresolved:
    """The days an expression may denote; where it denotes none, what it lacks."""
    try:
        found = distinct(expression.resolve(scene))
    except Unresolved as trouble:
        return trouble.with_traceback(None)
    except OutOfRange as error:
        return Unresolved(str(error))
    forward = tuple(each for each in found if each.first <= each.end)
    return forward or Unresolved("it ends before it begins")


def in_titles(folded: str) -> list[tuple[int, int]]:
    """Where titles stand: the 十四五 in 《“十四五”规划》 names a document, not a time."""
    return [match.span() for match in _TITLE.finditer(folded)]


@lru_cache(maxsize=8192)
def states_year(of: object) -> bool:
    """Whether a phrase states its year itself, so that a month after it may be of that year."""
    match of:
        case Part(of=None) | Day(of=None) | NearestMonth() | NearYear() | SamePeriod():
            return False
        case _ if is_dataclass(of):
            return all(states_year(getattr(of, each.name)) for each in fields(of))
        case _:
            return True
