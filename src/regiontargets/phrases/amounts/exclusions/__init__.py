"""When a number is no amount: a year, a label, a name, an ordinal, a frequency.

Each check looks for one kind of number that states none, and says in a clause why.
"""

from __future__ import annotations

from ..measure import COUNTED
from .candidate import Candidate, Check
from .counts import CHECKS as COUNTS
from .names import ALWAYS as NAMES_ALWAYS
from .names import CHECKS as NAMES
from .parts import ALWAYS as PARTS_ALWAYS
from .parts import CHECKS as PARTS
from .times import ALWAYS as TIMES_ALWAYS
from .times import CHECKS as TIMES

__all__ = ["Candidate", "why_no_amount"]

_ALWAYS: tuple[Check, ...] = (*TIMES_ALWAYS, *NAMES_ALWAYS, *PARTS_ALWAYS)
_EVERY: tuple[Check, ...] = (*_ALWAYS, *TIMES, *NAMES, *PARTS, *COUNTS)
_DOUBTFUL = frozenset({*COUNTED, "duration", "ratio"})


def why_no_amount(it: Candidate, *, whole: bool) -> str | None:
    """Why a number states no amount; None if it does.

    Args:
        it: the number.
        whole: whether the line is said to be one amount, so that a bare number may be one.
    """
    for check in _ALWAYS if whole or _is_plain(it) else _EVERY:
        reason = check(it)
        if reason is not None:
            return reason
    return None


def _is_plain(it: Candidate) -> bool:
    """Whether digits stand with a unit that neither dates, ranks nor references have."""
    core = it.core
    if core.kind != "number" or core.numeral is None or core.numeral.form != "digits":
        return False
    if core.money is not None or core.unit in ("percent", "percentage_point"):
        return True
    return core.measure is not None and core.measure.kind not in _DOUBTFUL
