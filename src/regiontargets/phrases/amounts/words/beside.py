"""The words that may stand beside a text that is one amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Language
from ..lexicon import Lexicon
from .lexicons import phrase_set


@dataclass(frozen=True, slots=True)
class BesidePhrases:
    """The fields of `language.Beside`, looked up."""

    nothing: Lexicon[bool]
    shares: Lexicon[bool]
    share_of: Lexicon[bool]
    bases: Lexicon[bool]

    @classmethod
    def of(cls, spoken: Sequence[Language]) -> BesidePhrases:
        """Those of some languages."""
        beside = [each.beside for each in spoken]
        return cls(
            nothing=phrase_set(each.nothing for each in beside),
            shares=phrase_set(each.shares for each in beside),
            share_of=phrase_set(each.share_of for each in beside),
            bases=phrase_set(each.bases for each in beside),
        )
