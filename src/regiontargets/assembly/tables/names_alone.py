"""Names that say nothing of numbers, times and aims, whatever they stand beside."""

from __future__ import annotations

import re
from functools import lru_cache

from regiontargets.phrases import find_amounts, find_basis, find_periods
from regiontargets.phrases.folding import has_han
from regiontargets.phrases.marking import marking_words

_NUMERALS = re.compile(r"\d|[〇零一二三四五六七八九十百千万亿两半几数]$")
_PROBES = ("5.5%的", "的指标为6.5%")
_LATIN_PROBES = ("5.5%, ", ": 6.5%")


@lru_cache(maxsize=65536)
def says_nothing_else(name: str) -> bool:
    """Whether a region's name is nothing but a name to the grammars.

    >>> says_nothing_else("安徽省"), says_nothing_else("二七区"), says_nothing_else("将乐县")
    (True, True, False)
    """
    if _NUMERALS.search(name) or marking_words(name) or find_basis(name):
        return False
    before, behind = _PROBES if has_han(name) else _LATIN_PROBES
    text = f"{before}{name}{behind}"
    found = [(each.text, each.readings, each.role) for each in find_amounts(text)]
    return found == _alone(before, behind) and not find_periods(text)


@lru_cache(maxsize=2)
def _alone(before: str, behind: str) -> list[tuple[object, ...]]:
    """The amounts that are stated around a name."""
    found = (*find_amounts(before), *find_amounts(behind))
    return [(each.text, each.readings, each.role) for each in found]
