"""What was found of the rows of a table before others of it are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .kinds import Kinds
from .names_alone import saying_nothing_else, telling_names


@dataclass(slots=True)
class Known:
    """What was found before.

    Attributes:
        are_built_in: whether all regions are of the built-in catalog: their names were looked at
            before.
        kinds: of kinds of rows, by what of them was looked at.
        names: the names that tell of a region, by the key of the cells that say which it is.
    """

    are_built_in: bool = False
    kinds: dict[str, Kinds] = field(default_factory=lambda: defaultdict(Kinds))
    names: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    _alone: dict[str, bool] = field(default_factory=dict[str, bool])

    def saying_nothing_else(self, names: Iterable[str]) -> list[str]:
        """Those of some names that are nothing but names; each name is looked at once."""
        if self.are_built_in:
            return [name for name in names if name not in telling_names()]
        names = list(names)
        new = [name for name in names if name not in self._alone]
        self._alone |= dict.fromkeys(new, False) | dict.fromkeys(saying_nothing_else(new), True)
        return [name for name in names if self._alone[name]]
