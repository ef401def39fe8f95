"""Every number of a line with all that the words around it say."""

from __future__ import annotations

from .bounds import Bounds, bounds_of, softened
from .carrying import carried
from .core import Core
from .cores import cores
from .exclusions import LABEL, why_no_amount
from .governing import governed, signed_change
from .hits import Governed
from .line import Line
from .lists import (
    from_before,
    inherited,
    next_object,
    of_named,
    only_joined,
    sharing_units,
)
from .read import Read


def read_line(line: Line, *, whole: bool = False) -> list[Read]:
    """Every number of a line, those that state no amount with the reason."""
    found = of_named(line, from_before(line, sharing_units(line, list(cores(line)))))
    result: list[Read] = []
    previous: Read | None = None
    for at, core in enumerate(found):
        floor = 0 if previous is None else previous.bounds.last
        ceiling = found[at + 1].first if at + 1 < len(found) else line.size
        bounds = bounds_of(line, core, floor, ceiling)
        role = _role(line, core, bounds, previous, whole=whole)
        if role.said and role.said[0].last <= core.first:
            bounds = softened(line, bounds, role.said[-1].first, role.said[-1].last)
        elif line.kind(bounds.left - 1) == "han":
            # 至少配备1名.
            verb = line.words.change.governors.before(line.tokens, bounds.left)
            if verb is not None and "barrier" in verb[1]:
                bounds = softened(line, bounds, verb[0], bounds.left)
        reason = why_no_amount(line, core, bounds, role, whole=whole)
        if reason is None and result and _lists_labels(line, result[-1], core):
            reason = LABEL
        result.append(Read(core, bounds, role, reason, floor, ceiling))
        if reason is None:
            previous = result[-1]
    return result


def _role(
    line: Line, core: Core, bounds: Bounds, previous: Read | None, *, whole: bool
) -> Governed:
    """What governs a number: words around it, else what governs the one before, else its sign."""
    floor = 0 if previous is None else previous.bounds.last
    before = None if previous is None else previous.governed
    role = governed(line, core, bounds, floor, before)
    if role.change is not None or role.role != "value":
        return _downward(line, core, bounds, previous, role) or role
    if previous is not None and bounds.link != "to":
        shared = inherited(line, previous, core, bounds)
        shared = shared or next_object(line, previous, core, bounds)
        if shared is None and core.units:
            shared = carried(line, previous, core, bounds)
        if shared is not None:
            return shared
    if whole:
        # Alone, "to 5%" can only be a level.
        return Governed("level") if bounds.link == "to" else role
    return signed_change(core) or role


def _downward(
    line: Line, core: Core, bounds: Bounds, previous: Read | None, role: Governed
) -> Governed | None:
    """Down 13.9% and 24.5% year on year: what a list says over what stands behind a number."""
    behind = bool(role.said) and role.said[0].first >= bounds.last
    if previous is None or not behind or previous.governed.direction != "down":
        return None
    return inherited(line, previous, core, bounds)


def _lists_labels(line: Line, before: Read, core: Core) -> bool:
    """Articles 107 and 108: what is listed with a label is one."""
    if before.reason != LABEL or core.units:
        return False
    return only_joined(line, before.core.last, core.first)
