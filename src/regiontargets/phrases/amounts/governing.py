"""What governs a number: the verb or noun that says what it is a change of, or a gap to."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from regiontargets.model import Change

from ..mention import MentionRole
from .bounds import Bounds, Said
from .cores import Core
from .line import Line

Unsigned: TypeAlias = Literal["up", "down"]

_CHANGES = frozenset({"up", "down", "up_rate", "down_rate", "gap_up", "gap_down"})
_FILLER = frozenset({"filler"})
_NEAR = 12
_FAR = 40
_AFTER = 4
_COMPARED = 12


class Governed(NamedTuple):
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
    direction: Unsigned | None = None


class _Hit(NamedTuple):
    first: int
    last: int
    roles: frozenset[str]
    level: Said | None = None

    def direction(self) -> Unsigned:
        return "up" if self.roles & {"up", "up_rate", "gap_up"} else "down"


def governed(
    line: Line, core: Core, bounds: Bounds, floor: int, before: Governed | None
) -> Governed:
    """Find what governs a number.

    Args:
        line: the line it stands in.
        core: the number.
        bounds: its comparators.
        floor: the first token that belongs to no amount before it.
        before: what governs the amount before it, if there is one.
    """
    start = line.clause_start(bounds.left)
    changed = before is not None and before.change is not None and floor >= start
    if core.kind == "zero":
        return Governed("growth")
    if core.kind == "multiple":
        return Governed("multiple")
    if bounds.link in ("from", "against"):
        return _baseline(line, bounds, floor, changed=changed)
    gap = _gap_behind(line, bounds)
    if gap is not None:
        return gap
    found = _governed_before(line, core, bounds, floor) or Governed()
    if found.change in (None, "level"):
        found = _change_behind(line, core, bounds) or found
    if core.unit == "ratio" and found.role == "value":
        return found._replace(change="multiple")
    if bounds.link == "to" and found.change is None and changed:
        return found._replace(change="level")
    if bounds.link == "by" and found == Governed() and changed and before is not None:
        return before if before.role != "baseline" else found
    return found


def signed_change(core: Core) -> Governed | None:
    """What a sign says: a share with one is a change, and the sign stays with the number.

    +5.2%, -0.3 pp.
    """
    if not core.signed:
        return None
    if core.unit in ("percent", "permille"):
        return Governed("growth")
    return Governed("increase") if _relative(core) else None


def _baseline(line: Line, bounds: Bounds, floor: int, *, changed: bool) -> Governed:
    """A number behind "from" or "compared with": a baseline where something changes."""
    if bounds.link == "against" or changed:
        return Governed("level", "baseline", at=bounds.left)
    for hit in _hits(line, bounds.left, max(floor, line.clause_start(bounds.left)), _NEAR):
        if hit.roles & {"up", "down", "up_rate", "down_rate", "moves"}:
            return Governed("level", "baseline", at=bounds.left)
    end = min(line.clause_end(bounds.last), bounds.last + _NEAR)
    for at in range(bounds.last, end):
        found = line.words.change.governors.at(line.tokens, at)
        if found is not None and found[1] & {"up", "down", "moves"}:
            return Governed("level", "baseline", at=bounds.left)
        if line.kind(at) == "digits":
            break
    return Governed()


def _governed_before(line: Line, core: Core, bounds: Bounds, floor: int) -> Governed | None:
    # "Growth: 5%", 增速：5%: a colon between a noun and its number ends no clause.
    left = bounds.left - (line.low(bounds.left - 1) == ":")
    start = max(floor, line.clause_start(left))
    if bounds.link == "by":
        return _by(line, core, bounds, start)
    near = _near(line, left, start)
    if bounds.link == "to":
        return _to(line, core, bounds, near, start)
    if near is not None and near.roles & _CHANGES:
        return _from_hit(line, core, bounds, near, start)
    with_object = _with_object(line, core, bounds, start)
    if with_object is not None:
        return with_object
    if near is not None and near.level is not None:
        return _level_of_rate(line, core, near, start)
    return None


def _level_of_rate(line: Line, core: Core, near: _Hit, start: int) -> Governed:
    """贷款增速连续24个月保持在10%以上: the level of a growth is that growth."""
    said = near.level or _said(near, "level")
    if core.unit in ("percent", "permille"):
        for hit in _hits(line, near.first, start, _NEAR):
            if hit.roles & {"up_rate", "down_rate"} and not line.has_comma(hit.last, near.first):
                return _changed(core, hit)
            if not hit.roles & {"level"}:
                break
    return Governed("level", said=(said,), at=near.first)


def _by(line: Line, core: Core, bounds: Bounds, start: int) -> Governed | None:
    """By 5 percent: the nearest verb of change in the clause, else the nearest noun."""
    rate: _Hit | None = None
    for hit in _hits(line, bounds.left, start, _FAR):
        if hit.roles & {"up", "down"}:
            return _changed(core, hit)
        if hit.roles & {"gap_up", "gap_down"}:
            return _gap(line, core, bounds, hit)
        if hit.roles & {"up_rate", "down_rate"}:
            rate = rate or hit
    return None if rate is None else _changed(core, rate)


def _to(line: Line, core: Core, bounds: Bounds, near: _Hit | None, start: int) -> Governed | None:
    """To 5 percent: a level, unless growth itself is what changes to it."""
    if near is not None and near.roles & {"up_rate", "down_rate"}:
        return _changed(core, near)
    if near is not None and near.roles & {"up", "down"}:
        subject = _near(line, near.first, start)
        if subject is not None and subject.roles & {"up_rate", "down_rate"}:
            return _changed(core, subject)
        return Governed("level", said=(_said(near, "level"),), at=near.first)
    for hit in _hits(line, bounds.left, start, _FAR):
        if hit.roles & {"up_rate", "down_rate"} and hit.last == bounds.left:
            return _changed(core, hit)
        if hit.roles & {"up", "down", "level", "moves"}:
            return Governed("level", said=(_said(hit, "level"),), at=hit.first)
    if near is not None and near.level is not None:
        return Governed("level", said=(near.level,), at=near.first)
    return None


def _from_hit(line: Line, core: Core, bounds: Bounds, hit: _Hit, start: int) -> Governed | None:
    if hit.roles & {"up_rate", "down_rate"}:
        return _gap_of_rates(line, core, bounds, hit, start) or _changed(core, hit)
    if hit.roles & {"gap_up", "gap_down"} and not hit.roles & {"up", "down"}:
        return _gap(line, core, bounds, hit)
    reaching = line.words.bounds.reaching.at(line.tokens, bounds.first)
    if hit.last == bounds.first and reaching is not None and reaching[0] <= core.first:
        return Governed("level", said=(_said(hit, "level"),), at=hit.first)
    if hit.level is not None and not (_relative(core) and "with_object" not in hit.roles):
        return Governed("level", said=(hit.level,), at=hit.first)
    return _changed(core, hit)


def _gap_of_rates(
    line: Line, core: Core, bounds: Bounds, rate: _Hit, start: int
) -> Governed | None:
    """增速高于经济增速1个百分点: points behind a rate are the distance to that rate."""
    if core.unit not in ("percentage_point", "basis_point"):
        return None
    for hit in _hits(line, rate.first, start, _NEAR):
        if hit.roles & {"gap_up", "gap_down"} and not hit.roles & {"up", "down"}:
            return _gap(line, core, bounds, hit)
    return None


def _with_object(line: Line, core: Core, bounds: Bounds, start: int) -> Governed | None:
    """新增城镇就业1100万人, reduce emissions 5 percent: the object stands in between."""
    start = line.behind_comma(start, bounds.left)
    hits = _hits(line, bounds.left, start, _NEAR + 8)
    for place, hit in enumerate(hits):
        single = hit.last - hit.first == 1 and line.kind(hit.first) == "han"
        if single and hit.last < bounds.left:
            continue
        if hit.roles & {"gap_up", "gap_down"} and not hit.roles & {"up", "down"}:
            gap = _gap(line, core, bounds, hit)
            if gap is not None:
                return gap
        if hit.roles & {"up", "down", "up_rate", "down_rate"}:
            han = line.kind(hit.first) == "han"
            if "with_object" in hit.roles and hit.level is None and (han or _relative(core)):
                return _changed(core, hit)
            return None
        if "level" in hit.roles:
            return None
        # 新增贷款: what would take the number for itself is the object of the verb before it.
        its_object = place + 1 < len(hits) and hits[place + 1].last == hit.first
        if "barrier" in hit.roles and not its_object:
            return None
    return None


def _hits(line: Line, at: int, start: int, reach: int) -> list[_Hit]:
    """The words that may govern a number, the nearest first; fillers are left out.

    Words are told apart from the left: the 增 of 新增绿地 begins no 增绿.
    """
    found: list[_Hit] = []
    tokens, governors = line.tokens, line.words.change.governors
    place = max(start, at - reach)
    while place < at:
        hit = governors.at(tokens, place)
        if hit is None or hit[0] > at:
            place += 1
            continue
        if hit[1] != _FILLER:
            found.append(_Hit(place, hit[0], hit[1]))
        place = hit[0]
    found.reverse()
    return found


def _near(line: Line, at: int, start: int) -> _Hit | None:
    """The word that governs a number with nothing but fillers between, and the level said."""
    level: Said | None = None
    start = max(start, at - _FAR)
    while at > start:
        hit = line.words.change.governors.before(line.tokens, at)
        if hit is None or hit[0] < start:
            break
        first, roles = hit
        changing = roles & {"up", "down", "up_rate", "down_rate"}
        gapped = roles & {"gap_up", "gap_down"} and "filler" not in roles
        if changing and not ("filler" in roles and _is_subject(line, first, start)):
            return _Hit(first, at, roles, level)
        if gapped and not changing:
            return _Hit(first, at, roles, level)
        if "level" in roles:
            level = level or Said(first, at, "level", "level")
        elif "filler" not in roles:
            break
        at = first
    return None if level is None else _Hit(level.first, level.last, frozenset({"level"}), level)


def _is_subject(line: Line, first: int, start: int) -> bool:
    """Whether a noun of growth stands before a verb of change: growth rose to 6 percent."""
    if first <= start:
        return False
    hit = line.words.change.governors.before(line.tokens, first)
    return hit is not None and hit[0] >= start and bool(hit[1] & {"up_rate", "down_rate"})


def _gap(line: Line, core: Core, bounds: Bounds, hit: _Hit) -> Governed | None:
    """A distance to something else; to an earlier time it is a change."""
    han = line.kind(hit.first) == "han"
    if han and line.low(bounds.left - 1) == "的":
        # 超出预期的5%: the number is what is exceeded.
        return None
    if not han and bounds.link != "by" and line.low(hit.last - 1) != "of":
        return None
    start = line.clause_start(hit.first)
    between = han and hit.last == bounds.left
    if _since(line, start if between else hit.last, bounds.first):
        return _changed(core, hit)
    if bounds.link != "by" and hit.last == bounds.left and not _compares(line, start, hit):
        return None
    return Governed(None, "gap", (_said(hit, "gap"),), hit.first)


def _compares(line: Line, start: int, hit: _Hit) -> bool:
    """Whether 比 or 较 before 高 says what it is compared with."""
    return any(line.words.bounds.compared.at(line.tokens, at) for at in range(start, hit.first))


def _gap_behind(line: Line, bounds: Bounds) -> Governed | None:
    """2 percentage points higher than the national average."""
    found = line.words.change.gap_after.at(line.tokens, bounds.last)
    if found is None:
        return None
    last = found[0]
    joined = line.low(last) == "than" or line.low(last - 1) in (
        "than",
        "above",
        "below",
        "of",
        "behind",
    )
    if not joined or _since(line, last, min(line.size, last + _COMPARED)):
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


def _change_behind(line: Line, core: Core, bounds: Bounds) -> Governed | None:
    """5% growth, a 10 percent year-on-year increase, 5%的增长."""
    at = bounds.last
    relative = _relative(core)
    for step in range(_AFTER):
        found = line.words.change.after.at(line.tokens, at)
        if found is None and step == 0:
            found = line.words.change.behind.at(line.tokens, at)
        if found is not None:
            more = found[1] if relative or step == 0 else None
            compared = line.low(found[0] - 1) == "than"
            if more is None or (not relative and core.unit is None and not compared):
                return None
            hit = _Hit(at, found[0], frozenset({found[1]}))
            return _changed(core, hit)
        if line.kind(at) == "mark" and line.low(at) == "-":
            at += 1
            continue
        if line.kind(at) != "word" or line.words.units.nouns_end.at(line.tokens, at):
            return None
        if not relative:
            return None
        at += 1
    return None


def _relative(core: Core) -> bool:
    return core.unit in ("percent", "permille", "percentage_point", "basis_point")


def _changed(core: Core, hit: _Hit) -> Governed:
    """The change that a word says, by the unit of its number."""
    up = hit.direction() == "up"
    change: Change
    if core.unit == "ratio":
        change = "multiple"
    elif core.unit in ("percent", "permille"):
        change = "growth" if up else "decline"
    else:
        change = "increase" if up else "decrease"
    return Governed(change, said=(_said(hit, change),), at=hit.first, direction=hit.direction())


def _said(hit: _Hit, meaning: str) -> Said:
    return Said(hit.first, hit.last, "change", meaning)
