"""A number of a line with all that was read about it."""

from __future__ import annotations

from .bounds import Bounds
from .core import Core
from .hits import Governed
from .record import record


@record
class Read:
    """A number of a line with all that was read about it.

    Attributes:
        core: the number.
        bounds: its comparators and extent.
        governed: what it is a change of.
        reason: why it states no amount; None if it does.
        floor: the token behind the amount before it.
        ceiling: the token that the next number begins with.
    """

    core: Core
    bounds: Bounds
    governed: Governed
    reason: str | None
    floor: int
    ceiling: int
