"""How a target's years are to be taken together, where the words say: 每年, 年均, 累计."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from regiontargets.phrases.folding import fold

Aggregation: TypeAlias = Literal["at_end", "every_year", "annual_average", "cumulative"]
"""What the number of a target over several years is: see `Target.aggregation`."""

_WORDS: dict[Aggregation, str] = {
    "annual_average": (
        r"\b(?:average annual|annual average|annualised|annualized|compound annual)\b"
        r"|\bon average (?:each|every|per|a) year\b|\b(?:an|a) yearly average\b"
        r"|\bannually on average\b|年均|年平均|平均每年|每年平均"
    ),
    "every_year": (
        r"\b(?:every|each|per) year\b|\b(?:annually|yearly)\b"
        r"|\ba year\b(?! (?:ago|earlier|before|on))|每年|逐年|年年|按年"
    ),
    "cumulative": (
        r"\b(?:cumulative|cumulatively|accumulated|accumulative|altogether|combined)\b|\bin total\b"
        r"|\ba total of\b|累计|总计|合计|共计|累积"
    ),
    "at_end": r"\bby the end of the period\b|期末",
}


@dataclass(frozen=True, slots=True)
class AggregationMention:
    """A word that says how years are taken together, and its place, in code points."""

    start: int
    end: int
    text: str
    aggregation: Aggregation


def find_aggregations(text: str) -> tuple[AggregationMention, ...]:
    """Every word that says how the years of a target are to be taken together.

    >>> [m.aggregation for m in find_aggregations("年均增长6%，累计新增60万人，每年10万人")]
    ['annual_average', 'cumulative', 'every_year']
    """
    return tuple(
        AggregationMention(*match.span(), text[match.start() : match.end()], name)
        for match in _pattern().finditer(fold(text))
        for name in _WORDS
        if name == match.lastgroup
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()))
