"""When a number is no amount: a year, a label, a name, an ordinal, a frequency.

Each check looks for one kind of number that states none, and says in a clause why.
"""

from __future__ import annotations

from ..bounds import Bounds
from ..core import Core
from ..hits import Governed
from ..line import Line
from ..measure import COUNTED
from .candidate import Candidate, Check
from .counts import CHECKS as COUNTS
from .names import ALWAYS as NAMES_ALWAYS
from .names import CHECKS as NAMES
from .names import GLUE, LABEL
from .parts import ALWAYS as PARTS_ALWAYS
from .parts import CHECKS as PARTS
from .times import ALWAYS as TIMES_ALWAYS
from .times import CHECKS as TIMES

__all__ = ["LABEL", "why_no_amount"]

_ALWAYS: tuple[Check, ...] = (*TIMES_ALWAYS, *NAMES_ALWAYS, *PARTS_ALWAYS)
# Most numbers that state no amount are years and other times.
_EVERY: tuple[Check, ...] = (*TIMES, *_ALWAYS, *NAMES, *PARTS, *COUNTS)
_SHARES = ("percent", "percentage_point")
_DOUBTFUL = frozenset({*COUNTED, "duration", "ratio"})


def why_no_amount(
    line: Line, core: Core, bounds: Bounds, role: Governed, *, whole: bool
) -> str | None:
    """Why a number states no amount; None if it does.

    Args:
        line: the line it stands in.
        core: the number.
        bounds: its comparators.
        role: what governs it.
        whole: whether the line is said to be one amount, so that a bare number may be one.
    """
    plain = _is_plain(core)
    if plain and _is_apart(line, core):
        return None
    it = Candidate(line, core, bounds, role, line.words.never)
    for check in _ALWAYS if whole or plain else _EVERY:
        reason = check(it)
        if reason is not None:
            return reason
    return None


def _is_plain(core: Core) -> bool:
    """Whether digits stand with a unit that neither dates, ranks nor references have."""
    if core.kind != "number" or core.numeral is None or core.numeral.form != "digits":
        return False
    if core.money is not None or (core.units and core.units[0].unit in _SHARES):
        return True
    return core.measure is not None and core.measure.kind not in _DOUBTFUL


def _is_apart(line: Line, core: Core) -> bool:
    """Whether nothing beside a plain number is what any of the checks on it looks for."""
    never, tokens = line.words.never, line.tokens
    before, behind, measure = tokens[core.first - 1], tokens[core.last], core.measure
    if before.closes & line.words.masks.referring:
        return False
    if tokens[measure.first - 1 if measure else core.first].text[:1] == "0":
        # 0.5 km are plain, and 09L may be a runway.
        return False
    named = behind.opens & (never.name_tails.bit | never.titles.bit)
    if before.low in GLUE or behind.low == "-" or named:
        return False
    if not behind.spaced and behind.kind in ("word", "code"):
        return False
    if measure is None:
        return True
    ranked = tokens[measure.first].opens & (never.ordinals.bit | never.year_names.bit)
    return not (ranked or measure.apart or tokens[measure.first - 1].low == "-")
