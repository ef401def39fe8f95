"""Names that say nothing of numbers, times and aims, whatever they stand beside."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from regiontargets.model import Amount, Period
from regiontargets.phrases import Mention, find_amounts, find_basis, find_periods
from regiontargets.phrases.folding import has_han
from regiontargets.phrases.marking import marking_words

_NUMERALS = re.compile(r"\d|[〇零一二三四五六七八九十百千万亿两半几数]$")
_PROBES = ("5.5%的", "的指标为6.5%")
_LATIN_PROBES = ("5.5%, ", ": 6.5%")
_BESIDE_YEAR = ("2022年", "的指标为6.5%")
_TELLING = "telling_names.txt"


class _Said(NamedTuple):
    """What the grammars find in a text: its amounts and its periods."""

    amounts: list[tuple[object, ...]]
    periods: list[tuple[object, ...]]


def telling_names() -> frozenset[str]:
    """The names of built-in regions that say something else, or may beside a year before them.

    They are written beforehand by `update/telling_names.py`, so that a table with the names of
    many regions is looked at at once. Other regions' names have to be tried: see
    `saying_nothing_else`.

    >>> "安徽省" in telling_names(), "三门县" in telling_names()
    (False, True)
    """
    return _telling_names()


@cache
def _telling_names() -> frozenset[str]:
    package = files("regiontargets.assembly.tables.sieve")
    text = package.joinpath(_TELLING).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and line[0] != "#")


def telling(names: Iterable[str]) -> list[str]:
    """Those of some names that say something else, or may beside a year before them.

    >>> telling(["安徽省", "三门县"])
    ['三门县']
    """
    names = list(names)
    alone = set(saying_nothing_else(names))
    han = [name for name in names if name in alone and has_han(name)]
    beside = {name for name in han if not marking_words(f"{_BESIDE_YEAR[0]}{name}")}
    beside = {*_among([name for name in han if name in beside], *_BESIDE_YEAR)}
    return [name for name in names if name not in (beside if has_han(name) else alone)]


def saying_nothing_else(names: Iterable[str]) -> Iterator[str]:
    """Those of some regions' names that are nothing but names to the grammars.

    All are read in one text, since each look into the grammars costs more than reading a name.

    >>> list(saying_nothing_else(["安徽省", "三门县", "二七区"]))
    ['安徽省', '二七区']
    """
    asked = [name for name in names if not (_NUMERALS.search(name) or _marks(name))]
    for probes in (_PROBES, _LATIN_PROBES):
        alike = [each for each in asked if has_han(each) == (probes is _PROBES)]
        yield from _among(alike, *probes)


def _marks(name: str) -> bool:
    """Whether a name has words that tell of aims or of prices."""
    return bool(marking_words(name) or find_basis(name))


def _among(names: Sequence[str], before: str, behind: str) -> Iterator[str]:
    """Those of some names between some words that leave what the words say as it is."""
    lines = [f"{before}{name}{behind}\n\n" for name in names]
    text, starts = "".join(lines), list(accumulate(map(len, lines), initial=0))
    said = [_Said([], []) for _ in names]
    for each in find_amounts(text):
        said[bisect(starts, each.start) - 1].amounts.append(_words(each))
    for period in find_periods(text):
        said[bisect(starts, period.start) - 1].periods.append(_words(period))
    alone = _alone(before, behind)
    for at, name in enumerate(names):
        # A line among others may be read in their light.
        if said[at] == alone or _said(f"{before}{name}{behind}") == alone:
            yield name


@lru_cache(maxsize=4)
def _alone(before: str, behind: str) -> _Said:
    """What is said around a name."""
    one, other = _said(before), _said(behind)
    return _Said(one.amounts + other.amounts, one.periods + other.periods)


def _said(text: str) -> _Said:
    return _Said(
        [_words(each) for each in find_amounts(text)],
        [_words(each) for each in find_periods(text)],
    )


def _words(found: Mention[Amount] | Mention[Period]) -> tuple[object, ...]:
    return found.text, found.readings, found.role
