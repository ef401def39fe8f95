"""What governs a number: the verb or noun that says what it is a change of, or a gap to."""

from __future__ import annotations

from dataclasses import replace

from .bounds import Bounds
from .core import Core
from .gaps import gap_behind, gap_of_rates, gap_to
from .hit import CHANGING, GAPS, RATES, TURNING, VERBS, Hit
from .hits import (
    FAR,
    NEAR,
    UNGOVERNED,
    Governed,
    changed_by,
    hits_before,
    is_relative,
    like,
    nearest,
    said_by,
)
from .line import Line
from .measure import COUNTED

_CHANGES = CHANGING | GAPS
_MOVING = TURNING | RATES
_LEADING = TURNING | {"level"}
_AFTER = 4
_BY_ITSELF = {"zero": Governed("growth"), "multiple": Governed("multiple")}


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
    if core.kind in _BY_ITSELF:
        return _BY_ITSELF[core.kind]
    start = line.clause_start(bounds.left) if bounds.link else 0
    changed = before is not None and before.change is not None and floor >= start
    if bounds.link == "by" and _is_agent(line, core, bounds):
        return UNGOVERNED
    if bounds.link in ("from", "against"):
        baseline = _baseline(line, bounds, floor, changed=changed)
        of_change = _change_behind(line, core, bounds) if baseline.role == "baseline" else None
        return baseline if of_change is None else replace(of_change, role="baseline")
    gap = gap_behind(line, bounds)
    if gap is not None:
        return gap
    found = _governed_before(line, core, bounds, floor) or UNGOVERNED
    settled = changed and before is not None and before.change != "level"
    if bounds.link == "by" and found == UNGOVERNED and not settled:
        # Raise the pay of 24,000 teachers by Rs 1,000.
        found = _governed_before(line, core, bounds, start) or UNGOVERNED
    if found.change in (None, "level"):
        found = _change_behind(line, core, bounds) or found
    if core.units and core.units[0].unit == "ratio" and found.role == "value":
        return replace(found, change="multiple")
    if bounds.link == "to" and found.change is None and (changed or _directed(bounds)):
        return replace(found, change="level")
    if bounds.link == "by" and found == UNGOVERNED and changed and before is not None:
        return like(core, before) if before.role != "baseline" else found
    return found


def _is_agent(line: Line, core: Core, bounds: Bounds) -> bool:
    """Owed by ten municipalities, used by 5,000 people: those who do it."""
    if core.unit is not None and core.unit not in COUNTED:
        return False
    governors = line.words.change.governors.before(line.tokens, bounds.left)
    done = line.low(bounds.left - 1)
    participle = done.endswith("ed") or done in line.words.never.participles
    return participle and (governors is None or not governors[1] & CHANGING)


def _directed(bounds: Bounds) -> bool:
    """Down to, back to: a level that something comes to, whatever the verb."""
    return any(each.role == "to" and each.last > each.first + 1 for each in bounds.said)


def signed_change(core: Core) -> Governed | None:
    """What a sign says: a share with one is a change, and the sign stays with the number.

    +5.2%, -0.3 pp.
    """
    if not core.signed:
        return None
    if core.unit in ("percent", "permille"):
        return Governed("growth")
    return Governed("increase") if is_relative(core) else None


def _baseline(line: Line, bounds: Bounds, floor: int, *, changed: bool) -> Governed:
    """A number behind "from" or "compared with": a baseline where something changes."""
    if bounds.link == "against" or changed:
        return Governed("level", "baseline", at=bounds.left)
    for hit in hits_before(line, bounds.left, max(floor, line.clause_start(bounds.left)), NEAR):
        if hit.roles & _MOVING:
            return Governed("level", "baseline", at=bounds.left)
    end = min(line.clause_end(bounds.last), bounds.last + NEAR)
    for at in range(bounds.last, end):
        found = line.words.change.governors.at(line.tokens, at)
        if found is not None and found[1] & TURNING:
            return Governed("level", "baseline", at=bounds.left)
        if line.kind(at) == "digits":
            break
    return UNGOVERNED


def _governed_before(line: Line, core: Core, bounds: Bounds, floor: int) -> Governed | None:
    # "Growth: 5%", 增速：5%: a colon between a noun and its number ends no clause.
    left = bounds.left - (line.tokens[bounds.left - 1].low == ":")
    start = max(floor, line.clause_start(left))
    if not line.may_govern(start, left):
        return None
    if bounds.link == "by":
        return _by(line, core, bounds, start)
    near = nearest(line, left, start)
    if left < bounds.left and near is not None and near.roles & VERBS and not near.roles & RATES:
        # "They deserve a raise: $60,000": a verb, or what looks like one, does not govern it.
        return None
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


def _level_of_rate(line: Line, core: Core, near: Hit, start: int) -> Governed:
    """贷款增速连续24个月保持在10%以上: the level of a growth is that growth."""
    said = near.level or said_by(near, "level")
    if core.unit in ("percent", "permille"):
        for hit in hits_before(line, near.first, start, NEAR):
            if hit.roles & RATES and not line.has_comma(hit.last, near.first):
                return changed_by(core, hit)
            if "level" not in hit.roles:
                break
    return Governed("level", said=(said,), at=near.first)


def _by(line: Line, core: Core, bounds: Bounds, start: int) -> Governed | None:
    """By 5 percent: the nearest verb of change in the clause, else the nearest noun."""
    rate: Hit | None = None
    for hit in hits_before(line, bounds.left, start, FAR):
        if hit.roles & VERBS:
            return changed_by(core, hit)
        if hit.roles & GAPS:
            return gap_to(line, core, bounds, hit)
        if hit.roles & RATES:
            rate = rate or hit
    return None if rate is None else changed_by(core, rate)


def _to(line: Line, core: Core, bounds: Bounds, near: Hit | None, start: int) -> Governed | None:
    """To 5 percent: a level, unless growth itself is what changes to it."""
    if near is not None and near.roles & RATES:
        return changed_by(core, near)
    if near is not None and near.roles & VERBS:
        subject = nearest(line, near.first, start)
        if subject is not None and subject.roles & RATES:
            return changed_by(core, subject)
        return Governed("level", said=(said_by(near, "level"),), at=near.first)
    for hit in hits_before(line, bounds.left, start, FAR):
        if hit.roles & RATES and hit.last == bounds.left:
            return changed_by(core, hit)
        if hit.roles & _LEADING:
            return Governed("level", said=(said_by(hit, "level"),), at=hit.first)
    if near is not None and near.level is not None:
        return Governed("level", said=(near.level,), at=near.first)
    return None


def _from_hit(line: Line, core: Core, bounds: Bounds, hit: Hit, start: int) -> Governed | None:
    if hit.roles & RATES:
        return gap_of_rates(line, core, bounds, hit, start) or changed_by(core, hit)
    if hit.roles & GAPS and not hit.roles & VERBS:
        return gap_to(line, core, bounds, hit)
    reaching = line.words.bounds.reaching.at(line.tokens, bounds.first)
    if hit.last == bounds.first and reaching is not None and reaching[0] <= core.first:
        return Governed("level", said=(said_by(hit, "level"),), at=hit.first)
    if hit.level is not None and not (is_relative(core) and "with_object" not in hit.roles):
        return Governed("level", said=(hit.level,), at=hit.first)
    return changed_by(core, hit)


def _with_object(line: Line, core: Core, bounds: Bounds, start: int) -> Governed | None:
    """新增城镇就业1100万人, reduce emissions 5 percent: the object stands in between."""
    start = line.behind_comma(start, bounds.left)
    hits = hits_before(line, bounds.left, start, NEAR + 8)
    for place, hit in enumerate(hits):
        single = hit.last - hit.first == 1 and line.kind(hit.first) == "han"
        if single and hit.last < bounds.left:
            continue
        if hit.roles & GAPS and not hit.roles & VERBS:
            gap = gap_to(line, core, bounds, hit)
            if gap is not None:
                return gap
        if hit.roles & CHANGING:
            han = line.kind(hit.first) == "han"
            if "with_object" in hit.roles and hit.level is None and (han or is_relative(core)):
                return changed_by(core, hit)
            return None
        if "level" in hit.roles:
            return None
        # 新增贷款: what would take the number for itself is the object of the verb before it.
        its_object = place + 1 < len(hits) and hits[place + 1].last == hit.first
        if "barrier" in hit.roles and not its_object:
            return None
    return None


def _change_behind(line: Line, core: Core, bounds: Bounds) -> Governed | None:
    """5% growth, a 10 percent year-on-year increase, 5%的增长."""
    at, words, tokens = bounds.last, line.words.change, line.tokens
    relative = is_relative(core)
    for step in range(_AFTER):
        token, found = tokens[at], None
        if token.opens & line.words.masks.growing:
            found = words.after.at(tokens, at)
            if found is None and step == 0:
                found = words.behind.at(tokens, at)
        if found is not None:
            more = found[1] if relative or step == 0 else None
            compared = line.words.bounds.compared.before(line.tokens, found[0])
            if more is None or (not relative and core.unit is None and not compared):
                return None
            hit = Hit(at, found[0], frozenset({found[1]}))
            return changed_by(core, hit)
        if token.low != "-":
            if not relative or token.kind != "word":
                return None
            if line.words.units.nouns_end.at(tokens, at):
                return None
        at += 1
    return None
