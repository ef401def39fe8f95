"""The words of the languages in play, compiled for looking up, by what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from regiontargets.model import Basis

from ..language import LANGUAGES, Language, language
from ..lexicon import Lexicon
from ..tokens import tokens
from .bounds import Bounding, BoundPhrases, Link
from .change import ChangePhrases, Direction
from .lexicons import phrase_set, phrase_values
from .never import NeverPhrases
from .numbers import NumberPhrases, ScaleWord
from .numeric import Numeric
from .openers import Opener, OpenerKind, openers
from .units import UnitPhrases, UnitWord

__all__ = [
    "Bounding",
    "Direction",
    "Link",
    "Opener",
    "OpenerKind",
    "ScaleWord",
    "UnitWord",
    "Words",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class Words:
    """Every phrase, by what it does. One object serves all texts in the same languages.

    Attributes:
        numbers: what numbers are made of.
        units: the names of units, and what helps to read them.
        bounds: what bounds a number, and joins two to a range.
        change: what says that it is a change.
        never: what shows that it is no amount.
        openers: phrases that are looked up before any number.
        core_starts: the words that a number or such a phrase begins with.
        numeric: what a text with a number in it has.
        basis: phrases for prices, real or nominal.
        basis_stems: a part of each of them.
        clause_end: marks that end a clause.
        nothing: words that say nothing beside a single amount.
    """

    numbers: NumberPhrases
    units: UnitPhrases
    bounds: BoundPhrases
    change: ChangePhrases
    never: NeverPhrases
    openers: Lexicon[Opener]
    core_starts: frozenset[str]
    numeric: Numeric
    basis: Lexicon[Basis]
    basis_stems: frozenset[str]
    clause_end: frozenset[str]
    nothing: Lexicon[bool]


@lru_cache(maxsize=64)
def words_of(lang: str | None) -> Words:
    """The words to read a text with: of one language, or of all, for their scripts differ.

    Raises:
        RegionTargetsError: there is no file for that language.
    """
    return _compiled(
        tuple(language(each).code for each in (LANGUAGES if lang is None else (lang,)))
    )


@cache
def _compiled(codes: tuple[str, ...]) -> Words:
    spoken = [language(each) for each in codes]
    numbers = NumberPhrases.of(spoken)
    opening = _opening(spoken)
    opening_words = Lexicon(opening)
    return Words(
        numbers=numbers,
        units=UnitPhrases.of(spoken),
        bounds=BoundPhrases.of(spoken),
        change=ChangePhrases.of(spoken),
        never=NeverPhrases.of(spoken),
        openers=opening_words,
        core_starts=numbers.starts.union(opening_words.first_words),
        numeric=Numeric.of(numbers, opening),
        basis=phrase_values(each.basis for each in spoken),
        basis_stems=_basis_stems(spoken),
        clause_end=frozenset(mark for each in spoken for mark in each.clause_end),
        nothing=phrase_set(each.nothing for each in spoken),
    )


def _opening(spoken: Sequence[Language]) -> dict[str, Opener]:
    found: dict[str, Opener] = {}
    for each in spoken:
        for phrase, said in openers(each):
            found.setdefault(phrase, said)
    return found


def _basis_stems(spoken: Sequence[Language]) -> frozenset[str]:
    """A part of each phrase for prices, so that a text without any is passed over at once."""
    stems: set[str] = set()
    for phrase in (phrase for each in spoken for group in each.basis.values() for phrase in group):
        words = [each.low for each in tokens(phrase)]
        stems.add("".join(words[:2]) if len(words[0]) == 1 else max(words, key=len))
    return frozenset(stems)
