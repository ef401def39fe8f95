"""Names that say nothing of numbers, times and aims, whatever they stand beside."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

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


def saying_nothing_else(names: Iterable[str]) -> Iterator[str]:
    """Those of some names that are nothing but names to the grammars; see `says_nothing_else`.

    All are read in one text, since each look into the grammars costs more than reading a name.

    >>> list(saying_nothing_else(["安徽省", "将乐县"]))
    ['安徽省']
    """
    asked = [each for each in names if not _NUMERALS.search(each) and not marking_words(each)]
    for probes in (_PROBES, _LATIN_PROBES):
        alike = [each for each in asked if has_han(each) == (probes is _PROBES)]
        yield from _among(alike, *probes)


def _among(names: list[str], before: str, behind: str) -> Iterator[str]:
    lines = [f"{before}{name}{behind}\n\n" for name in names]
    text, starts = "".join(lines), list(accumulate(map(len, lines), initial=0))
    amounts: list[list[tuple[object, ...]]] = [[] for _ in names]
    for each in find_amounts(text):
        amounts[bisect(starts, each.start) - 1].append((each.text, each.readings, each.role))
    told = [each.start for each in find_periods(text)] + [each.start for each in find_basis(text)]
    telling = {bisect(starts, start) - 1 for start in told}
    alone = _alone(before, behind)
    for at, name in enumerate(names):
        if (amounts[at] == alone and at not in telling) or says_nothing_else(name):
            yield name


@lru_cache(maxsize=2)
def _alone(before: str, behind: str) -> list[tuple[object, ...]]:
    """The amounts that are stated around a name."""
    found = (*find_amounts(before), *find_amounts(behind))
    return [(each.text, each.readings, each.role) for each in found]
