"""Distances to something else: 2 points above the average, 高于全国1.2个百分点."""

from __future__ import annotations

from .bounds import Bounds
from .core import Core
from .hit import GAPS, VERBS, Hit, Said
from .hits import NEAR, Governed, changed_by, hits_before, said_by
from .holding import says_gap
from .line import Line

_COMPARED = 12


def gap_to(line: Line, core: Core, bounds: Bounds, hit: Hit) -> Governed | None:
    """A distance to something else; to an earlier time it is a change."""
    if says_gap(line, hit.first):
        return None
    han = line.kind(hit.first) == "han"
    # 超出预期的5%: the number is what is exceeded. "A gap of 5 points": it is the gap.
    behind = line.words.never.of_whole.before(line.tokens, bounds.left if han else hit.last)
    if behind if han else bounds.link != "by" and behind is None:
        return None
    start = line.clause_start(hit.first)
    between = han and hit.last == bounds.left
    if _since(line, start if between else hit.last, bounds.first):
        return changed_by(core, hit)
    if bounds.link != "by" and hit.last == bounds.left and not _compares(line, start, hit):
        return None
    return Governed(None, "gap", (said_by(hit, "gap"),), hit.first)


def _compares(line: Line, start: int, hit: Hit) -> bool:
    """Whether 比 or 较 before 高 says what it is compared with."""
    return any(line.words.bounds.compared.at(line.tokens, at) for at in range(start, hit.first))


def gap_behind(line: Line, bounds: Bounds) -> Governed | None:
    """2 percentage points higher than the national average."""
    gap_after = line.words.change.gap_after
    if not line.tokens[bounds.last].opens & gap_after.bit:
        return None
    found = gap_after.at(line.tokens, bounds.last)
    if found is None:
        return None
    last = found[0]
    if _since(line, last, min(line.size, last + _COMPARED)):
        return None
    said = Said(bounds.last, last, "gap", "a distance to something else, no level")
    return Governed(None, "gap", (said,), bounds.first)


def _since(line: Line, first: int, last: int) -> bool:
    """Whether a time stands there: then it is a change, and no gap."""
    for at in range(first, last):
        if line.words.change.since.at(line.tokens, at):
            return True
        token = line.tokens[at]
        if token.kind == "digits" and len(token.text) == 4 and token.text[:2] in ("19", "20"):
            return True
        if token.text in line.words.clause_end:
            return False
    return False


def gap_of_rates(line: Line, core: Core, bounds: Bounds, rate: Hit, start: int) -> Governed | None:
    """增速高于经济增速1个百分点: points behind a rate are the distance to that rate."""
    if core.unit not in ("percentage_point", "basis_point"):
        return None
    for hit in hits_before(line, rate.first, start, NEAR):
        if hit.roles & GAPS and not hit.roles & VERBS:
            return gap_to(line, core, bounds, hit)
    return None
