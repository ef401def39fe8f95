"""From text to the words that a grammar knows, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias

Value: TypeAlias = object
"""What a word stands for: a number, a pair, an expression."""


class Leaf(NamedTuple):
    """One word, as it is shown in an explanation."""

    start: int
    end: int
    category: str
    value: Value


class Item(NamedTuple):
    """A word, or what several words have been put together to."""

    start: int
    end: int
    category: str
    value: Value
    leaves: tuple[Leaf, ...]


class Shape(NamedTuple):
    """Words too many to list: a regular expression, and what a match of it stands for.

    Attributes:
        category: what sort of word it is.
        pattern: without groups that capture.
        value: what a match stands for; None where it turns out to be no such word.
        when: a condition without width, tried once for all neighbours that share it.
    """

    category: str
    pattern: str
    value: Callable[[str], Value | None]
    when: str = ""


def mark(text: str) -> Value:
    """The value of a word that has none."""
    del text
    return ""


@dataclass(frozen=True)
class Lexicon:
    """The words of one language.

    Attributes:
        words: phrase to category and value; a space stands for any white space.
        shapes: words given by their form, tried in order before the listed ones.
        starts: what every word begins with, an expression for one character.
        boundaries: whether a listed word must not touch another letter or digit.
        capitalised: the categories whose words count only when they begin with a capital.
    """

    words: Mapping[str, tuple[str, Value]]
    shapes: Sequence[Shape]
    starts: str
    boundaries: bool
    capitalised: frozenset[str] = frozenset()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        listed = _longest_of(self.words)
        if self.boundaries:
            listed = rf"(?<!\w)(?:{listed})(?!\w)"
        groups = [
            f"{when}(?:{'|'.join(f'({each.pattern})' for each in shapes)})"
            for when, shapes in groupby(self.shapes, key=lambda each: each.when)
        ]
        return re.compile(f"(?={self.starts})(?:{'|'.join((*groups, f'({listed})'))})")

    def read(self, folded: str, text: str) -> Iterator[Leaf]:
        """Every word of the folded text, in order."""
        entry = self._entries
        for match in self._pattern.finditer(folded):
            category, value = entry(match.lastindex or 0, match.group())
            start = match.start()
            if value is None or (category in self.capitalised and not text[start].isupper()):
                continue
            yield Leaf(start, match.end(), category, value)

    @cached_property
    def _entries(self) -> Callable[[int, str], tuple[str, Value | None]]:
        return lru_cache(maxsize=4096)(self._entry)

    def _entry(self, index: int, found: str) -> tuple[str, Value | None]:
        """The category and value of a match of that alternative."""
        if index > len(self.shapes):
            return self.words.get(found) or self.words[" ".join(found.split())]
        shape = self.shapes[index - 1]
        return shape.category, shape.value(found)


def _longest_of(phrases: Iterable[str]) -> str:
    """An expression for the longest of some phrases; what begins alike is tried once.

    >>> _longest_of(["at", "ate", "in"])
    '(?:at(?:e)?|in)'
    """
    tails: dict[str, list[str]] = {}
    for phrase in phrases:
        tails.setdefault(phrase[:1], []).append(phrase[1:])
    ends = "" in tails
    branches = [_branch(first, rest) for first, rest in tails.items() if first]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if ends else joined


def _branch(first: str, rest: list[str]) -> str:
    return (r"\s{1,3}" if first == " " else re.escape(first)) + _longest_of(rest)
