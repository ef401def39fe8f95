"""Finding periods in running text, and reading a text that is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from .calendar import OutOfRange, Stretch
from .cascade import GAP, items_of
from .expressions import Expression, Scene, Unresolved, distinct
from .language import Language, languages_of
from .tokens import Item, fold


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
    items = items_of(language.lexicon.read(folded, text), folded)
    for item in language.cascade.reduce(_with_core(items, language.core)):
        category = item.category
        guard = language.guards.get(category)
        if (
            category == "PERIOD"
            or (alone and (category == "ALONE" or guard is not None))
            or (guard is not None and guard.allows(folded, item.start, item.end))
        ):
            yield item


def _with_core(items: list[Item], core: frozenset[str]) -> list[Item]:
    """Only the sequences between gaps in which there is a word that can make a period."""
    kept: list[Item] = []
    run: list[Item] = []
    useful = False
    for item in items:
        if item.category == GAP:
            if useful:
                kept += run
                kept.append(item)
            run, useful = [], False
        else:
            run.append(item)
            useful = useful or item.category in core
    return kept + run if useful else kept


def readings(expression: Expression, scene: Scene) -> tuple[Stretch, ...]:
    """The days an expression may denote; raises Unresolved where it denotes none."""
    try:
        found = distinct(expression.resolve(scene))
    except OutOfRange as error:
        raise Unresolved(str(error)) from None
    return found


def next_scene(scene: Scene, found: tuple[Stretch, ...]) -> Scene:
    """What the sentence has named once it has named this."""
    return replace(scene, named=found[0]) if len(found) == 1 else scene
