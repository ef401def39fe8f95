"""The words that bound a number, and those that join two to a range."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from regiontargets.model import Comparator

from ..language import Comparators, Language, Phrases
from ..lexicon import Lexicon
from .lexicons import phrase_set, phrase_values

Link: TypeAlias = Literal["by", "to", "from", "against", ""]
"""The preposition before a number: "by" a change, "to" or "from" a level, "against" another."""


class Bounding(NamedTuple):
    """What a comparator before a number says.

    Attributes:
        comparator: how it bounds.
        yields: whether any other word that bounds takes its place.
        only_bare: whether it needs a scale without digits behind it (上千亿).
        only_sums: whether it needs a sum, a share or a large number.
        only_moving: whether it needs a verb of change before it.
    """

    comparator: Comparator
    yields: bool = False
    only_bare: bool = False
    only_sums: bool = False
    only_moving: bool = False


@dataclass(frozen=True, slots=True)
class BoundPhrases:
    """The fields of `language.Comparators` and `language.Ranges`, looked up."""

    before: Lexicon[Bounding]
    after: Lexicon[Comparator]
    reaching: Lexicon[bool]
    references: Lexicon[bool]
    prepositions: Lexicon[bool]
    marks: Lexicon[bool]
    lifting: Lexicon[bool]
    not_before: Lexicon[bool]
    padding: Lexicon[bool]
    links: Lexicon[Link]
    start: Lexicon[bool]
    before_verb: Lexicon[Comparator]
    compared: Lexicon[bool]
    between: Lexicon[bool]
    join: Lexicon[bool]
    join_between: Lexicon[bool]
    close: Lexicon[bool]
    tolerance: Lexicon[bool]

    @classmethod
    def of(cls, spoken: Sequence[Language]) -> BoundPhrases:
        """Those of some languages."""
        comparators = [each.comparators for each in spoken]
        ranges = [each.ranges for each in spoken]
        return cls(
            before=_bounding(comparators),
            after=phrase_values(each.after for each in comparators),
            reaching=phrase_set(each.reaching for each in comparators),
            references=phrase_set(each.references for each in comparators),
            prepositions=phrase_set(each.prepositions for each in comparators),
            marks=phrase_set(each.marks for each in comparators),
            lifting=phrase_set(each.lifting for each in comparators),
            not_before=phrase_set(each.not_before for each in comparators),
            padding=phrase_set(each.padding for each in comparators),
            links=phrase_values(_links(each) for each in comparators),
            start=phrase_set(each.start for each in comparators),
            before_verb=phrase_values(each.before_verb for each in comparators),
            compared=phrase_set(each.compared for each in comparators),
            between=phrase_set(each.between for each in ranges),
            join=phrase_set(each.join for each in ranges),
            join_between=phrase_set(each.join_between for each in ranges),
            close=phrase_set(each.close for each in ranges),
            tolerance=phrase_set(each.tolerance for each in ranges),
        )


def _bounding(listed: Iterable[Comparators]) -> Lexicon[Bounding]:
    found: dict[str, Bounding] = {}
    for each in listed:
        bare, sums = frozenset(each.only_bare), frozenset(each.only_sums)
        moving = frozenset(each.only_moving)
        for yields, table in ((False, each.before), (True, each.yielding)):
            for comparator, phrases in table.items():
                for phrase in phrases:
                    said = Bounding(
                        comparator, yields, phrase in bare, phrase in sums, phrase in moving
                    )
                    found.setdefault(phrase, said)
    return Lexicon(found)


def _links(each: Comparators) -> Mapping[Link, Phrases]:
    return {"from": each.start, "against": each.against, "by": each.by, "to": each.to}
