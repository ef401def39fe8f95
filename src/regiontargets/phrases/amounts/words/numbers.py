"""The words that numbers are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from regiontargets.model import Comparator
from regiontargets.units import scale_words

from ..adding import AddingNumbers
from ..language import Language
from ..lexicon import Lexicon
from ..number_words import number_words
from ..placing import PlacingNumbers
from .lexicons import phrase_set, phrase_values


class ScaleWord(NamedTuple):
    """What multiplies the number before it.

    Attributes:
        factor: by how much.
        kinds: the kinds of unit that an abbreviation may stand with; empty for any.
    """

    factor: int
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberPhrases:
    """Number words and what belongs to them; the fields of `language.Numbers`, looked up.

    `goes_on` holds what digits may be followed by and still be one number, scale words aside.
    """

    adding: tuple[AddingNumbers, ...]
    placing: tuple[PlacingNumbers, ...]
    starts: frozenset[str]
    halves: frozenset[str]
    multipliers: frozenset[str]
    one_of: Lexicon[bool]
    scales: Lexicon[ScaleWord]
    short_scales: Lexicon[ScaleWord]
    inside: Lexicon[Comparator]
    negative: Lexicon[bool]
    scores: Lexicon[bool]
    times_before: Lexicon[bool]
    goes_on: Lexicon[bool]

    @classmethod
    def of(cls, spoken: Sequence[Language]) -> NumberPhrases:
        """Those of some languages."""
        every = tuple(number_words(each) for each in spoken)
        numbers = [each.numbers for each in spoken]
        return cls(
            adding=tuple(each for each in every if isinstance(each, AddingNumbers)),
            placing=tuple(each for each in every if isinstance(each, PlacingNumbers)),
            starts=frozenset(word for each in every for word in each.starts),
            halves=frozenset(each.half for each in numbers),
            multipliers=frozenset(word for each in every for word in each.multiplying),
            one_of=phrase_set(each.one_of for each in numbers),
            scales=Lexicon(dict(_scales(short=False))),
            short_scales=Lexicon(dict(_scales(short=True)), exact=True),
            inside=phrase_values(each.comparators.inside for each in spoken),
            negative=phrase_set(each.negative for each in numbers),
            scores=phrase_set(each.scores for each in numbers),
            times_before=phrase_set(each.times_before for each in numbers),
            goes_on=phrase_set(
                ("/", "-", *filter(None, [each.joiner, each.point]), *each.odds, *each.fractions)
                for each in numbers
            ),
        )


def _scales(*, short: bool) -> Iterator[tuple[str, ScaleWord]]:
    """Scale words of Latin script; the Chinese ones belong to the numbers themselves."""
    for each in scale_words():
        if each.lang == "zh" or each.word[0] in "'0":
            continue
        spelled_out = len(each.word) > 3 and each.word.replace(" ", "").isalpha()
        if spelled_out is not short:
            word = ScaleWord(int(each.factor), each.kinds)
            yield each.word, word
            if spelled_out:
                yield f"{each.word}s", word
