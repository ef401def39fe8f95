"""Words that may govern a number, and words that did something."""

from __future__ import annotations

from typing import NamedTuple

from .record import record
from .words import Direction

VERBS = frozenset(["up", "down"])
RATES = frozenset(["up_rate", "down_rate"])
GAPS = frozenset(["gap_up", "gap_down"])
CHANGING = VERBS | RATES
TURNING = VERBS | {"moves"}
_UPWARD = frozenset(["up", "up_rate", "gap_up"])


class Said(NamedTuple):
    """Words that did something, by the tokens they are."""

    first: int
    last: int
    role: str
    meaning: str


@record
class Hit:
    """A word that may govern a number.

    Attributes:
        first: the token it begins with.
        last: the token behind it.
        roles: all it may be.
        level: the word between it and the number that makes it a level.
    """

    first: int
    last: int
    roles: frozenset[str]
    level: Said | None = None

    def direction(self) -> Direction:
        """Which way the change goes that it says."""
        return "up" if self.roles & _UPWARD else "down"
