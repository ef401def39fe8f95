"""The number words of a language, by the way they go together."""

from __future__ import annotations

from typing import TypeAlias

from regiontargets.units import scale_words, unit_names

from .adding import AddingNumbers
from .language import Language
from .placing import PlacingNumbers

NumberWords: TypeAlias = AddingNumbers | PlacingNumbers
"""Either way."""


def number_words(language: Language) -> NumberWords:
    """The tables of a language; the scale words come from the units' data files."""
    scales = {
        each.word: int(each.factor)
        for each in scale_words()
        if each.lang == language.code and not each.kinds and len(each.word.split()) == 1
    }
    if language.numbers.system == "placing":
        multipliers = (*language.numbers.multipliers, *(each for each in scales if len(each) == 1))
        units = [each.name for each in unit_names() if each.name.startswith(multipliers)]
        return PlacingNumbers.of_language(
            language, scales, [each for each in units if len(each) > 1]
        )
    spoken = {word: scale for word, scale in scales.items() if word.isalpha() and len(word) > 3}
    return AddingNumbers.of_language(language, spoken)
