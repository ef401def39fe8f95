"""Where many quotes stand in a text, in time that grows with their number and its length."""

from __future__ import annotations

from collections.abc import Iterable

PLACES = 100
"""Places of one quote that are kept; one that stands more often is ambiguous anyway."""

_GRAM = 8
"""Characters by which quotes are looked up; each is then compared in full."""

_COMPARISONS = 5_000_000

_SEARCHED = 100_000_000
"""Characters that are searched for one quote after another before all are looked up at once."""


class Quotes:
    """Finds quotes in a text, one by one, or all at once where there are many.

    Args:
        text: the text.
        expected: the quotes that may be asked for.

    >>> Quotes("GDP up, GDP down", ["GDP"]).places("GDP")
    [0, 8]
    """

    def __init__(self, text: str, expected: Iterable[str]) -> None:
        self._text = text
        self._expected = set(expected)
        self._known: dict[str, list[int]] = {}
        self._left = _SEARCHED

    def places(self, quote: str) -> list[int]:
        """Where a quote begins, in order."""
        if quote not in self._known:
            if self._left > 0:
                self._known[quote] = self._search(quote)
            else:
                self._look_up_all()
        return self._known.get(quote, [])

    def spend(self, characters: int) -> bool:
        """Count other work on the text; whether there is any left to spend."""
        self._left -= characters
        return self._left > -_SEARCHED

    def _search(self, quote: str) -> list[int]:
        found: list[int] = []
        at = self._text.find(quote)
        while at >= 0 and len(found) < PLACES:
            found.append(at)
            at = self._text.find(quote, at + 1)
        self._left -= len(self._text) + len(quote)
        return found

    def _look_up_all(self) -> None:
        grams: dict[int, dict[str, list[str]]] = {}
        for quote in self._expected - self._known.keys():
            if quote:
                size = min(len(quote), _GRAM)
                grams.setdefault(size, {}).setdefault(quote[:size], []).append(quote)
                self._known[quote] = []
        left = _COMPARISONS
        for size, quotes in grams.items():
            for at in range(len(self._text) - size + 1):
                asked = quotes.get(self._text[at : at + size])
                if asked and left > 0:
                    left -= len(asked)
                    self._compare(at, asked)

    def _compare(self, at: int, quotes: Iterable[str]) -> None:
        for quote in quotes:
            known = self._known[quote]
            if len(known) < PLACES and self._text.startswith(quote, at):
                known.append(at)
