"""Names that say nothing of numbers, times and aims, whatever they stand beside."""

from __future__ import annotations

import re
from functools import lru_cache

from regiontargets.phrases import find_amounts, find_basis, find_periods
from regiontargets.phrases.aspect import find_aspects
from regiontargets.phrases.marking import marking_words

_HAN = re.compile("[\u3400-\u9fff]")
_NUMERALS = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两半几数廿双多余来近约超逾过达至到]")
_PROBES = ("的指标为5.5%", "5.5%的")
_LATIN_PROBES = (": 5.5%", "5.5%, ")


@lru_cache(maxsize=65536)
def says_nothing_else(name: str) -> bool:
    """Whether a region's name is nothing but a name to the grammars.

    >>> says_nothing_else("安徽省"), says_nothing_else("三亚市"), says_nothing_else("将乐县")
    (True, False, False)
    """
    if _NUMERALS.search(name) or marking_words(name) or find_aspects(name):
        return False
    if find_amounts(name) or find_periods(name) or find_basis(name):
        return False
    behind, before = _PROBES if _HAN.search(name) else _LATIN_PROBES
    return _same(f"{name}{behind}", behind, len(name)) and _same(f"{before}{name}", before, 0)


def _same(text: str, probe: str, by: int) -> bool:
    """Whether a text says what the probe in it says: the same amounts, no time, no aim."""
    found = [(each.start - by, each.readings, each.role) for each in find_amounts(text)]
    alone = [(each.start, each.readings, each.role) for each in find_amounts(probe)]
    return found == alone and not find_periods(text) and not marking_words(text.replace("5.5%", ""))
