"""The words before a number that may govern it, and what they make of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from regiontargets.model import Change

from ..mention import MentionRole
from .core import Core
from .hit import CHANGING, GAPS, RATES, Hit, Said
from .line import Line
from .record import record
from .words import Direction

_FILLER = frozenset({"filler"})
NEAR = 12
"""Tokens in which a verb may have its object before the number."""

FAR = 40
"""Tokens in which "by" and "to" may stand behind their verb."""


@record
class Governed:
    """What a number is in its sentence.

    Attributes:
        change: what it is a change of; None where the words do not say.
        role: the value stated, a baseline, or a gap.
        said: the words that say so.
        at: the token that the words which govern it begin with, or -1.
        direction: up or down, where it is a change; for multiples.
    """

    change: Change | None = None
    role: MentionRole = "value"
    said: tuple[Said, ...] = ()
    at: int = -1
    direction: Direction | None = None


UNGOVERNED = Governed()
"""Nothing governs it."""


def hits_before(line: Line, at: int, start: int, reach: int) -> list[Hit]:
    """The words that may govern a number, the nearest first; fillers are left out.

    Words are told apart from the left: the 增 of 新增绿地 begins no 增绿.
    """
    found: list[Hit] = []
    behind, governors = max(start, at - reach), line.governors
    for place in range(bisect_left(line.governed_from, behind), len(governors)):
        hit = governors[place]
        if hit.first >= at:
            break
        if hit.first >= behind and hit.last <= at:
            if hit.roles != _FILLER:
                found.append(hit)
            behind = hit.last
    found.reverse()
    return found


def nearest(line: Line, at: int, start: int) -> Hit | None:
    """The word that governs a number with nothing but fillers between, and the level said."""
    level: Said | None = None
    start, governors, tokens = max(start, at - FAR), line.words.change.governors, line.tokens
    while at > start and tokens[at - 1].closes & governors.bit:
        hit = governors.before(tokens, at)
        if hit is None or hit[0] < start:
            break
        first, roles = hit
        changing = roles & CHANGING
        gapped = roles & GAPS and "filler" not in roles
        if changing and not ("filler" in roles and _follows_rate(line, first, start)):
            return Hit(first, at, roles, level)
        if gapped and not changing:
            return Hit(first, at, roles, level)
        if "level" in roles:
            level = level or Said(first, at, "level", "level")
        elif "filler" not in roles:
            break
        at = first
    return None if level is None else Hit(level.first, level.last, frozenset({"level"}), level)


def _follows_rate(line: Line, first: int, start: int) -> bool:
    """Whether a noun of growth stands before a verb of change: growth rose to 6 percent."""
    if first <= start:
        return False
    hit = line.words.change.governors.before(line.tokens, first)
    return hit is not None and hit[0] >= start and bool(hit[1] & RATES)


def is_relative(core: Core) -> bool:
    """Whether a number is a share, or a difference of shares."""
    return core.unit in ("percent", "permille", "percentage_point", "basis_point")


def change_of(core: Core, *, up: bool) -> Change:
    """What a change in one direction is called, by the unit of its number."""
    unit = core.unit.partition("/")[0] if core.unit else None
    if unit == "ratio":
        return "multiple"
    if unit in ("percent", "permille"):
        return "growth" if up else "decline"
    return "increase" if up else "decrease"


def like(core: Core, before: Governed) -> Governed:
    """What governs the number before, said of this one: by 4 percent, and by 30 yuan."""
    if before.change not in ("growth", "decline", "increase", "decrease"):
        return before
    change = change_of(core, up=before.change in ("growth", "increase"))
    return replace(before, change=change)


def changed_by(core: Core, hit: Hit) -> Governed:
    """The change that a word says, by the unit of its number."""
    change = change_of(core, up=hit.direction() == "up")
    return Governed(change, said=(said_by(hit, change),), at=hit.first, direction=hit.direction())


def said_by(hit: Hit, meaning: str) -> Said:
    """The words of a hit, for the explanation."""
    return Said(hit.first, hit.last, "change", meaning)
