"""The words that show that a number is no amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Language
from ..lexicon import Lexicon
from .lexicons import phrase_set


@dataclass(frozen=True, slots=True)
class NeverPhrases:
    """The fields of `language.NotAmounts` with what tells lengths of time, looked up."""

    labels: Lexicon[bool]
    capital_labels: Lexicon[bool]
    bare_labels: Lexicon[bool]
    ordinal_before: Lexicon[bool]
    year_names: Lexicon[bool]
    multiples_of_nouns: Lexicon[bool]
    part_articles: Lexicon[bool]
    time_parts: Lexicon[bool]
    of_whole: Lexicon[bool]
    tails: Lexicon[bool]
    titles: Lexicon[bool]
    name_tails: Lexicon[bool]
    participles: frozenset[str]
    superlatives: frozenset[str]
    subjects: Lexicon[bool]
    referred: Lexicon[bool]
    ordinals: Lexicon[bool]
    streets: Lexicon[bool]
    day_parts: Lexicon[bool]
    offices: Lexicon[bool]
    office_names: Lexicon[bool]
    clock: Lexicon[bool]
    definite: Lexicon[bool]
    not_counted: Lexicon[bool]
    not_counted_in_words: Lexicon[bool]
    frequency: Lexicon[bool]
    multiples: Lexicon[bool]
    multiple_before: Lexicon[bool]
    multiple_after: Lexicon[bool]
    fraction_after: Lexicon[bool]
    takers: Lexicon[bool]
    copulas: Lexicon[bool]
    year_before: Lexicon[bool]
    durations: Lexicon[bool]
    lifetimes: Lexicon[bool]
    ages: Lexicon[bool]

    @classmethod
    def of(cls, spoken: Sequence[Language]) -> NeverPhrases:
        """Those of some languages."""
        never = [each.not_amounts for each in spoken]
        return cls(
            labels=phrase_set(each.labels for each in never),
            capital_labels=Lexicon(
                {label: True for each in never for label in each.capital_labels}, exact=True
            ),
            bare_labels=phrase_set(each.bare_labels for each in never),
            ordinal_before=phrase_set(each.ordinal_before for each in never),
            year_names=phrase_set(each.year_names for each in never),
            multiples_of_nouns=phrase_set(each.multiples_of_nouns for each in never),
            part_articles=phrase_set(each.part_articles for each in never),
            time_parts=phrase_set(each.time_parts for each in never),
            of_whole=phrase_set(each.of_whole for each in never),
            tails=phrase_set(each.tails for each in never),
            titles=phrase_set(each.titles for each in never),
            name_tails=phrase_set(each.name_tails for each in never),
            participles=frozenset(word for each in never for word in each.participles),
            superlatives=frozenset(word for each in never for word in each.superlatives),
            subjects=phrase_set(each.subjects for each in never),
            referred=phrase_set(each.referred for each in never),
            ordinals=phrase_set(each.ordinals for each in never),
            streets=phrase_set(each.streets for each in never),
            day_parts=phrase_set(each.day_parts for each in never),
            offices=phrase_set(each.offices for each in never),
            office_names=phrase_set(each.office_names for each in never),
            clock=phrase_set(each.clock for each in never),
            definite=phrase_set(each.definite for each in never),
            not_counted=phrase_set(each.not_counted for each in never),
            not_counted_in_words=phrase_set(each.not_counted_in_words for each in never),
            frequency=phrase_set(each.frequency for each in never),
            multiples=phrase_set(each.multiples for each in never),
            multiple_before=phrase_set(each.multiple_before for each in never),
            multiple_after=phrase_set(each.multiple_after for each in never),
            fraction_after=phrase_set(each.fraction_after for each in never),
            takers=phrase_set(each.takers for each in never),
            copulas=phrase_set(each.copulas for each in never),
            year_before=phrase_set(each.year_before for each in never),
            durations=phrase_set(each.durations for each in spoken),
            lifetimes=phrase_set(each.lifetimes for each in spoken),
            ages=phrase_set(each.ages for each in spoken),
        )
