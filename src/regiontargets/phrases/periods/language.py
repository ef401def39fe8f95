"""What a language brings to the grammar of periods, and which one a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from regiontargets.errors import RegionTargetsError

from .cascade import Cascade, Rule
from .tokens import Lexicon

LANGUAGES = ("zh", "en")
"""The languages there are; where two read the same place, the earlier one holds."""

REACH = 40
"""How many characters before a period are looked at."""

_HAN = re.compile(r"[\u3400-\u9fff〇]")


class Guard(NamedTuple):
    """The surroundings, in folded text, that make a reading something else."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    def allows(self, folded: str, start: int, end: int) -> bool:
        """Whether the surroundings of that place leave the reading standing."""
        if self.before.search(folded, max(0, start - REACH), start):
            return False
        return not self.after.match(folded, end)


@dataclass(frozen=True)
class Language:
    """Words, rules, and the surroundings in which a reading does not hold.

    Attributes:
        lexicon: the words.
        rules: how they go together. What ends up in the category PERIOD is one wherever it
            stands, in ALONE only where it is the whole text, in one that has a guard unless
            its surroundings speak against it.
        guards: those surroundings.
        hint: what any text with a period has somewhere; the others are passed over at one look.
        core: the categories without which no sequence of words is a period.
        baseline: what, right before a period, makes it the one that another is compared with.
        baseline_after: what, right after it, does.
        sentence_end: where the reach of 上年, "the previous year" ends.
    """

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    guards: Mapping[str, Guard]
    hint: re.Pattern[str]
    core: frozenset[str]
    baseline: re.Pattern[str]
    baseline_after: re.Pattern[str]
    sentence_end: re.Pattern[str]

    def compares(self, folded: str, low: int, start: int, end: int) -> bool:
        """Whether a period is a baseline: what another is compared with."""
        before = self.baseline.search(folded, max(low, start - REACH), start)
        return before is not None or self.baseline_after.match(folded, end) is not None

    @cached_property
    def cascade(self) -> Cascade:
        """The rules, compiled when first used."""
        return Cascade(self.rules)


@cache
def language(code: str) -> Language:
    """The language of that code; RegionTargetsError where there is none."""
    # A language's words and rules are compiled only when a text in it is met.
    match code:
        case "en":
            from .en import ENGLISH

            return ENGLISH
        case "zh":
            from .zh import CHINESE

            return CHINESE
        case _:
            raise RegionTargetsError(
                f"periods are not read in the language {code!r}.",
                suggestion=f"There are: {', '.join(sorted(LANGUAGES))}.",
            )


def languages_of(text: str, lang: str | None) -> tuple[Language, ...]:
    """The grammars to read a text with: by its script, unless a language is given."""
    if lang is not None:
        return (language(lang.lower().replace("_", "-").split("-")[0]),)
    if _HAN.search(text):
        return language("zh"), language("en")
    return (language("en"),)


def time_hint(lang: str) -> str:
    """An expression for what every text with a period in a language has somewhere.

    It is to be searched in the folded text, in small letters.

    >>> re.search(time_hint("en"), "growth of 5 percent") is None
    True
    """
    return language(lang).hint.pattern
