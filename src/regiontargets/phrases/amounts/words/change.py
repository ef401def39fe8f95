"""The words that say what a number is a change of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..language import Language, Phrases
from ..lexicon import Lexicon
from .lexicons import phrase_roles, phrase_set, phrase_values

Direction: TypeAlias = Literal["up", "down"]
"""Which way a change goes."""


@dataclass(frozen=True, slots=True)
class ChangePhrases:
    """The fields of `language.ChangeWords`, looked up.

    Attributes:
        governors: what may govern a number, each with all it may be: up, down, up_rate,
            down_rate, level, moves, gap_up, gap_down, with_object, filler, barrier.
        after: nouns of change behind a number, adjectives between them.
        behind: adverbs of change directly behind it.
        gap_after: what makes it a gap, behind it.
        since: what makes a comparison a change.
        alternative: what introduces the same change in another unit.
        turns: verbs with which a multiple has two readings.
        loose_times: words for times that have two readings behind "by".
        list_join: what joins numbers that share what governs them.
        not_carried: what keeps a verb of change from being said of the next number as well.
    """

    governors: Lexicon[frozenset[str]]
    after: Lexicon[Direction]
    behind: Lexicon[Direction]
    gap_after: Lexicon[bool]
    since: Lexicon[bool]
    list_join: Lexicon[bool]
    alternative: Lexicon[bool]
    turns: Lexicon[bool]
    loose_times: Lexicon[bool]
    not_carried: Lexicon[bool]

    @classmethod
    def of(cls, spoken: Sequence[Language]) -> ChangePhrases:
        """Those of some languages."""
        change = [each.change for each in spoken]
        return cls(
            governors=phrase_roles(pair for each in spoken for pair in _governors(each)),
            after=phrase_values(_directed(each.up_after, each.down_after) for each in change),
            behind=phrase_values(_directed(each.up_behind, each.down_behind) for each in change),
            gap_after=phrase_set(each.gap_after for each in change),
            since=phrase_set(each.since for each in change),
            alternative=phrase_set(each.alternative for each in change),
            turns=phrase_set(each.turns for each in change),
            loose_times=phrase_set(each.loose_times for each in change),
            list_join=phrase_set(each.list_join for each in spoken),
            not_carried=phrase_set(each.not_carried for each in change),
        )


def _directed(up: Phrases, down: Phrases) -> Mapping[Direction, Phrases]:
    return {"up": up, "down": down}


def _governors(each: Language) -> Iterator[tuple[str, Phrases]]:
    change = each.change
    yield from (
        ("up", change.up),
        ("down", change.down),
        ("up_rate", change.up_rate),
        ("down_rate", change.down_rate),
        ("level", change.level),
        ("gap_up", change.gap_up),
        ("gap_down", change.gap_down),
        ("with_object", change.with_object),
        ("moves", change.moves),
        ("filler", each.fillers),
        ("filler", each.comparators.padding),
        ("barrier", each.barriers),
    )
