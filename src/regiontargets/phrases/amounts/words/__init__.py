"""The words of the languages in play, compiled for looking up, by what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from regiontargets.model import Basis
from regiontargets.paused_collector import paused_collector

from ..language import Language
from ..language_files import LANGUAGES, language
from ..lexicon import Lexicon
from .beside import BesidePhrases
from .bounds import Bounding, BoundPhrases, Link
from .change import ChangePhrases, Direction
from .lexicons import phrase_values
from .masks import Masks
from .never import NeverPhrases
from .numbers import NumberPhrases, ScaleWord
from .numeric import Numeric
from .openers import Opener, OpenerKind, openers
from .units import UnitPhrases, UnitWord
from .vocabulary import COMMAS, Vocabulary, lexicons_in

__all__ = [
    "COMMAS",
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
        beside: what may stand beside a text that is one.
        openers: phrases that are looked up before any number.
        numeric: what a text with a number in it has.
        basis: phrases for prices, real or nominal.
        basis_alone: the same that must end the phrase.
        clause_end: marks that end a clause.
        vocabulary: the tokens met so far.
        masks: the lexicons that are asked together.
    """

    numbers: NumberPhrases
    units: UnitPhrases
    bounds: BoundPhrases
    change: ChangePhrases
    never: NeverPhrases
    beside: BesidePhrases
    openers: Lexicon[Opener]
    numeric: Numeric
    basis: Lexicon[Basis]
    basis_alone: Lexicon[Basis]
    clause_end: frozenset[str]
    vocabulary: Vocabulary
    masks: Masks


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
@paused_collector()
def _compiled(codes: tuple[str, ...]) -> Words:
    spoken = [language(each) for each in codes]
    sections = (
        NumberPhrases.of(spoken),
        UnitPhrases.of(spoken),
        BoundPhrases.of(spoken),
        ChangePhrases.of(spoken),
        NeverPhrases.of(spoken),
        BesidePhrases.of(spoken),
    )
    numbers, units, bounds, change, never, _ = sections
    opening = _opening(spoken)
    openers, basis = Lexicon(opening), phrase_values(each.basis for each in spoken)
    basis_alone = phrase_values(each.basis_alone for each in spoken)
    clause_end = frozenset(mark for each in spoken for mark in each.clause_end)
    # The vocabulary gives each lexicon its bit, of which the masks are made.
    vocabulary = Vocabulary(
        (openers, basis, basis_alone, *lexicons_in(*sections)),
        change.governors,
        (units.per_before, units.per_bare),
        (basis,),
        numbers.starts.union(openers.first_words),
        clause_end,
    )
    return Words(
        *sections,
        openers=openers,
        numeric=Numeric.of(numbers, opening),
        basis=basis,
        basis_alone=basis_alone,
        clause_end=clause_end,
        vocabulary=vocabulary,
        masks=Masks.of(numbers, units, bounds, change, never),
    )


def _opening(spoken: Sequence[Language]) -> dict[str, Opener]:
    found: dict[str, Opener] = {}
    for each in spoken:
        for phrase, said in openers(each):
            found.setdefault(phrase, said)
    return found
