"""A cheap look for numbers, so that most of a text is passed over at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..tokens import spellings, tokens
from .numbers import NumberPhrases
from .openers import Opener

_DIGITS = "0-9\uff10-\uff19\u00bc-\u00be\u2150-\u215e"


@dataclass(frozen=True, slots=True)
class Numeric:
    """What a text with a number in it has at least one of.

    Attributes:
        characters: digits, and characters that numbers begin with.
        words: number words, and words that are numbers by themselves.
    """

    characters: re.Pattern[str]
    words: re.Pattern[str]

    @classmethod
    def of(cls, numbers: NumberPhrases, openers: Mapping[str, Opener]) -> Numeric:
        """The patterns for some languages."""
        known = _number_words(numbers)
        for phrase, said in openers.items():
            said_in = [each.low for each in tokens(phrase)]
            if said.kind not in ("name", "vague") and known.isdisjoint(said_in):
                known.add(phrase if len(said_in[0]) == 1 else max(said_in, key=len))
        single = spellings(each for each in known if len(each) == 1)
        longer = sorted((each for each in known if len(each) > 1), key=len, reverse=True)
        return cls(
            re.compile(f"[{_DIGITS}{''.join(map(re.escape, sorted(single)))}]"),
            re.compile("|".join(map(_bounded, longer)) or "(?!)", re.IGNORECASE),
        )

    def found_in(self, text: str) -> bool:
        """Whether there may be a number in a text."""
        return bool(self.characters.search(text) or self.words.search(text))


def _number_words(numbers: NumberPhrases) -> set[str]:
    placed = {word for each in numbers.placing for word in each.starts}
    added: Iterable[str] = (
        word
        for each in numbers.adding
        for word in (*each.numbers, *each.multipliers, *each.scales, *each.parts)
    )
    return placed | set(added)


def _bounded(word: str) -> str:
    return rf"\b{re.escape(word)}" if word.isascii() else re.escape(word)
