"""How regions hang together: what each is part of, its parts, what took its place."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from regiontargets.model import Region

from .index import Index
from .rows import Row

_DEEPEST = 10
"""No region lies in so many others; what leads in a circle ends here."""

_MOST_FOLLOWED = 50
"""No region was replaced so often; what leads in a circle ends here."""


class Relations:
    """The relations between the regions of an index.

    Args:
        index: where each code leads.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    def ancestors(self, region: Region) -> tuple[Region, ...]:
        """The regions it is part of, the smallest first."""
        found: list[Region] = []
        parent = region.parent
        while parent and len(found) < _DEEPEST:
            rows = self._index.of_code(parent)
            if not rows:
                break
            found.append(rows[0].region)
            parent = rows[0].parent
        return tuple(found)

    def children(self, region: Region) -> tuple[Region, ...]:
        """The regions that are directly part of it."""
        return tuple(row.region for row in self._by_parent.get(region.code, ()))

    def within(self, region: Region, whole: Region) -> bool:
        """Whether a region is part of another, or of a group's members."""
        chain = {region.code, *(each.code for each in self.ancestors(region))}
        if whole.members:
            return bool(chain & set(whole.members))
        return region.code != whole.code and whole.code in chain

    def successors_of(self, region: Region, on: date | None) -> tuple[Region, ...]:
        """The regions that took a region's place, or those that took theirs, until a day."""
        found: dict[str, Region] = {}
        open_codes, seen = list(region.successors), {region.key}
        while open_codes and len(seen) < _MOST_FOLLOWED:
            for each in self._at(open_codes.pop(0), region, on):
                if each.key in seen:
                    continue
                seen.add(each.key)
                if each.existed_on(on) if on else each.valid_to is None:
                    found.setdefault(each.code, each)
                else:
                    open_codes += each.successors
        return tuple(found.values())

    def _at(self, code: str, before: Region, on: date | None) -> list[Region]:
        """What bore a code when another region had ended: on the day, else next."""
        rows = [row.region for row in self._index.of_code(code) if row.code == code]
        fitting = [r for r in rows if (r.existed_on(on) if on else r.valid_to is None)]
        later = [r for r in rows if _last_day(r) > _last_day(before)]
        return fitting or sorted(later, key=_last_day)[:1]

    @cached_property
    def _by_parent(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._index.rows:
            found.setdefault(row.parent, []).append(row)
        return found


def _last_day(region: Region) -> date:
    return region.valid_to or date.max
