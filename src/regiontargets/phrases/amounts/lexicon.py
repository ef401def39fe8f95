"""Phrases that are looked up at a place in a text, the longest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from .tokens import Token, is_plain_han, tokens

T = TypeVar("T")


class _Node(Generic[T]):
    """Where a walk through the words of a phrase stands."""

    __slots__ = ("following", "value")

    def __init__(self) -> None:
        self.following: dict[str, _Node[T]] = {}
        self.value: T | None = None

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

    Attributes:
        bit: what marks the tokens that its phrases begin and end with; see `Token`.

    >>> words = Lexicon({"more than": "more_than", "no more than": "at_most"})
    >>> line = tokens("No more than 5")
    >>> words.at(line, 0), words.before(line, 3)
    ((3, 'at_most'), (0, 'at_most'))
    """

    def __init__(self, phrases: Mapping[str, T], *, exact: bool = False) -> None:
        self.bit = 0
        self._exact = exact
        self._phrases = phrases
        # Of the thousands of phrases a text meets few: those that begin, or end, with a word are
        # put together when it is first met, and are only listed until then.
        forwards: dict[str, list[str]] = {}
        backwards: dict[str, list[str]] = {}
        for phrase in phrases:
            words = _words(phrase, exact=exact)
            if words:
                forwards.setdefault(words[0], []).append(phrase)
                backwards.setdefault(words[-1], []).append(phrase)
        self._forwards: dict[str, list[str] | _Node[T]] = {**forwards}
        self._backwards: dict[str, list[str] | _Node[T]] = {**backwards}

    @property
    def exact(self) -> bool:
        """Whether letters count as written."""
        return self._exact

    @property
    def first_words(self) -> Collection[str]:
        """The words that its phrases begin with."""
        return self._forwards.keys()

    @property
    def last_words(self) -> Collection[str]:
        """The words that its phrases end with."""
        return self._backwards.keys()

    def alone(self, word: str) -> T | None:
        """What a word stands for, if no phrase begins with it but the word itself."""
        node = self._forwards.get(word)
        if isinstance(node, list):
            node = self._grown(word, node)
        return None if node is None or node.following else node.value

    def _grown(self, word: str, phrases: list[str], *, backwards: bool = False) -> _Node[T]:
        """The phrases that begin, or end, with a word, put together."""
        root: _Node[T] = _Node()
        for phrase in phrases:
            words = _words(phrase, exact=self._exact)
            root.add(reversed(words) if backwards else words, self._phrases[phrase])
        grown = root.following[word]
        (self._backwards if backwards else self._forwards)[word] = grown
        return grown

    def at(self, line: Sequence[Token], index: int) -> tuple[int, T] | None:
        """The longest phrase that begins at a token: where it ends (exclusive) and its value."""
        exact = self._exact
        try:
            token = line[index]
        except IndexError:
            return None
        node = self._forwards.get(token.text if exact else token.low)
        # Most tokens begin no phrase: they are told apart by one look into a dictionary.
        if node is None:
            return None
        if isinstance(node, list):
            node = self._grown(token.text if exact else token.low, node)
        place = index + 1
        best = None if node.value is None else (place, node.value)
        if not node.following:
            return best
        while node.following and place < len(line):
            token = line[place]
            word = token.text if exact else token.low
            place += 1
            if word in node.following:
                node = node.following[word]
                if node.value is not None:
                    best = (place, node.value)
            elif word != "-" or line[place - 2].text == "-":
                break
        return best

    def before(self, line: Sequence[Token], index: int) -> tuple[int, T] | None:
        """The longest phrase that ends before a token: where it begins and its value."""
        if index <= 0:
            return None
        exact = self._exact
        place = index - 1
        token = line[place]
        node = self._backwards.get(token.text if exact else token.low)
        if node is None:
            return None
        if isinstance(node, list):
            node = self._grown(token.text if exact else token.low, node, backwards=True)
        best = None if node.value is None else (place, node.value)
        while place > 0 and node.following:
            place -= 1
            token = line[place]
            word = token.text if exact else token.low
            following = node.following.get(word)
            if following is not None:
                node = following
                if node.value is not None:
                    best = (place, node.value)
            elif word != "-" or line[place + 1].text == "-":
                break
        return best


def _words(phrase: str, *, exact: bool) -> list[str]:
    """The words of a phrase; a hyphen is none, unless it is all there is."""
    # Most phrases are plain words, or plain Chinese characters.
    if phrase.isascii():
        spaced = phrase.replace("-", " ")
        if spaced.replace(" ", "").isalpha():
            return (spaced if exact else spaced.lower()).split()
    elif is_plain_han(phrase):
        return list(phrase)
    line = [each for each in tokens(phrase) if each.text != "-" or len(phrase) == 1]
    return [each.text if exact else each.low for each in line]
