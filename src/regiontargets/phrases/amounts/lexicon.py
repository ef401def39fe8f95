"""Phrases that are looked up at a place in a text, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .tokens import Token, tokens

T = TypeVar("T")


@dataclass
class _Node(Generic[T]):
    """Where a walk through the words of a phrase stands."""

    following: dict[str, _Node[T]] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]
    value: T | None = None

    def add(self, words: Iterable[str], value: T) -> None:
        node = self
        for word in words:
            node = node.following.setdefault(word, _Node())
        if node.value is None:
            node.value = value


class Lexicon(Generic[T]):
    """Phrases and what they stand for.

    Case, width and hyphens between words make no difference, unless `exact` is set: then
    letters count as written. Where a phrase is given twice, the first one holds.

    >>> words = Lexicon({"more than": "more_than", "no more than": "at_most"})
    >>> line = tokens("No more than 5")
    >>> words.at(line, 0), words.before(line, 3)
    ((3, 'at_most'), (0, 'at_most'))
    """

    def __init__(self, phrases: Mapping[str, T], *, exact: bool = False) -> None:
        self._exact = exact
        self._forwards: _Node[T] = _Node()
        self._backwards: _Node[T] = _Node()
        for phrase, value in phrases.items():
            line = [each for each in tokens(phrase) if each.text != "-" or len(phrase) == 1]
            words = [each.text if exact else each.low for each in line]
            if words:
                self._forwards.add(words, value)
                self._backwards.add(reversed(words), value)

    def at(self, line: Sequence[Token], index: int) -> tuple[int, T] | None:
        """The longest phrase that begins at a token: where it ends (exclusive) and its value."""
        node, best, exact, place = self._forwards, None, self._exact, index
        while place < len(line):
            word = line[place].text if exact else line[place].low
            following = node.following.get(word)
            place += 1
            if following is None:
                if word == "-" and place - 1 > index and line[place - 2].text != "-":
                    continue
                break
            node = following
            if node.value is not None:
                best = (place, node.value)
        return best

    def before(self, line: Sequence[Token], index: int) -> tuple[int, T] | None:
        """The longest phrase that ends before a token: where it begins and its value."""
        node, best, exact, place = self._backwards, None, self._exact, index - 1
        while place >= 0:
            word = line[place].text if exact else line[place].low
            following = node.following.get(word)
            if following is None:
                if word == "-" and place < index - 1 and line[place + 1].text != "-":
                    place -= 1
                    continue
                break
            node = following
            if node.value is not None:
                best = (place, node.value)
            place -= 1
        return best
