"""A number that may be an amount, as the checks look at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from ..bounds import Bounds
from ..core import Core
from ..hits import Governed
from ..lexicon import Lexicon
from ..line import Line
from ..measure import COUNTED
from ..record import record
from ..words.never import NeverPhrases

T = TypeVar("T")


@record
class Candidate:
    """A number of a line, what was read about it, and the words that show that it is no amount."""

    line: Line
    core: Core
    bounds: Bounds
    governed: Governed
    never: NeverPhrases

    @property
    def exact(self) -> bool:
        """Whether no comparator stands with it."""
        return self.bounds.comparator == "exactly"

    @property
    def counts(self) -> bool:
        """Whether it is a number without a scale, bare or of what is counted one by one."""
        core = self.core
        if core.kind != "number" or core.numeral is None or core.numeral.scale > 1:
            return False
        return not core.units or core.units[0].unit in COUNTED

    @property
    def pairs(self) -> bool:
        """Whether it has its own unit and a stroke parts it from another: 12 GW/30 GWh."""
        line, at = self.line, self.core.first - 1
        return line.low(at) == "/" and line.kind(at - 1) == "word" and self.core.measure is not None

    def ahead(self, lexicon: Lexicon[T]) -> tuple[int, T] | None:
        """The phrase that ends directly before the number."""
        tokens, at = self.line.tokens, self.core.first
        return lexicon.before(tokens, at) if tokens[at - 1].closes & lexicon.bit else None

    def behind(self, lexicon: Lexicon[T]) -> tuple[int, T] | None:
        """The phrase that begins directly behind the number and its unit."""
        tokens, at = self.line.tokens, self.core.last
        return lexicon.at(tokens, at) if tokens[at].opens & lexicon.bit else None


Check: TypeAlias = Callable[[Candidate], str | None]
"""Says why a number is no amount, or None."""
