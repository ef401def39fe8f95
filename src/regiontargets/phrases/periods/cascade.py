"""Putting words together, rule by rule, from small to large.

A grammar is a list of rules. Each looks for a sequence of categories and puts one item of
another category in its place; the rules run in order, each over the whole text, so what an
early rule has built a later one can use. Categories in capitals carry a value and are handed
to the rule's `build`; those in small letters only need to be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .tokens import Item, Leaf, Value
from .wanted import wanted

_FIRST_CODE = 0xE000
_NAME = re.compile(r"[A-Za-z]\w*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One step: `pattern` is a regular expression over category names.

    `build` takes the values of the categories in capitals and gives the new one; None means
    that the rule does not hold for these values.
    """

    category: str
    pattern: str
    build: Callable[..., Value | None]


class Cascade:
    """The rules of a language, compiled."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._codes: dict[str, str] = {}
        self._rules = [(each, self._wanted(each.pattern)) for each in rules]
        for rule in rules:
            for category in (*_NAME.findall(rule.pattern), rule.category):
                self._code(category)
        # Texts are made of the same few sets of words; which rules they feed is found once.
        self._possible = lru_cache(maxsize=4096)(self._of)
        self._pattern = cache(self._compiled)

    def _code(self, category: str) -> str:
        return self._codes.setdefault(category, chr(_FIRST_CODE + len(self._codes)))

    def _wanted(self, pattern: str) -> frozenset[str]:
        return frozenset(map(self._code, wanted(pattern)))

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        coded = _NAME.sub(lambda name: self._code(name.group()), pattern)
        return re.compile(coded.replace(" ", ""))

    def reduce(self, items: list[Item]) -> list[Item]:
        """The items after every rule has run."""
        line = self._line(items)
        for rule, pattern in self._possible(frozenset(line)):
            matches = list(pattern.finditer(line))
            if matches:
                items = _replaced(rule, matches, items)
                line = self._line(items)
        return items

    def _of(self, there: frozenset[str]) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """The rules that what is there can feed, itself or by what earlier rules make of it."""
        seen = set(there)
        found: list[tuple[Rule, re.Pattern[str]]] = []
        for rule, needed in self._rules:
            # Most rules need a category that is not there, and are never compiled.
            if not (needed and needed.isdisjoint(seen)):
                found.append((rule, self._pattern(rule.pattern)))
                seen.add(self._code(rule.category))
        return tuple(found)

    def _line(self, items: list[Item]) -> str:
        codes = self._codes
        return "".join([codes.get(item.category, " ") for item in items])


def _replaced(rule: Rule, matches: Iterable[re.Match[str]], items: list[Item]) -> list[Item]:
    result: list[Item] = []
    done = 0
    for match in matches:
        first, last = match.span()
        parts = items[first:last]
        value = rule.build(*[each.value for each in parts if each.category[0].isupper()])
        if value is None:
            continue
        leaves = tuple(leaf for each in parts for leaf in each.leaves)
        result += items[done:first]
        result.append(Item(parts[0].start, parts[-1].end, rule.category, value, leaves))
        done = last
    return result + items[done:]


def sequences(leaves: Iterable[Leaf], folded: str, core: frozenset[str]) -> Iterator[list[Item]]:
    """The words with no more than white space between them, where one can make a period.

    No rule reaches from one sequence to the next, and most of a text's words are in sequences
    without any word of the core.
    """
    run: list[Leaf] = []
    useful = False
    end = 0
    for leaf in leaves:
        if leaf.start > end and not _is_space(folded, end, leaf.start):
            if useful:
                yield _items(run)
            run, useful = [], False
        run.append(leaf)
        useful = useful or leaf.category in core
        end = leaf.end
    if useful:
        yield _items(run)


def _is_space(folded: str, start: int, end: int) -> bool:
    """Whether the words on both sides of a stretch stand together."""
    between = folded[start:end]
    if between == " ":
        return True
    return len(between) <= 4 and between.isspace() and between.count("\n") < 2


def _items(run: list[Leaf]) -> list[Item]:
    return [Item(each.start, each.end, each.category, each.value, (each,)) for each in run]
