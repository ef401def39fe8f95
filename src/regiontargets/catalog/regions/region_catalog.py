"""Regions by any code or name they bear, at any date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeAlias

from regiontargets.errors import AmbiguousRegion, UnknownRegion
from regiontargets.model import Region, RegionLevel

from ..names import LONGEST, bare_forms, fold, qualified
from .index import Folded, Index
from .prominent import most_prominent
from .rows import Row

Place: TypeAlias = Region | str
"""A region, or a name or code of one."""


class RegionCatalog:
    """A catalog of regions; its data is read when the first one is looked up.

    >>> from regiontargets.catalog import regions
    >>> print(regions["CN-SD"], regions.get("内蒙古"), regions["CN-11"])
    Shandong (CN-SD) Inner Mongolia (CN-NM) Beijing (CN-BJ)
    >>> [region.code for region in regions.find("Suzhou")]
    ['320500', '341300']
    """

    def __init__(
        self, read: Callable[[], Iterable[Row]], folded: Callable[[], Folded] | None = None
    ) -> None:
        """Look up in rows.

        Args:
            read: gives the rows.
            folded: gives their folded names (`folded_names`) where they are kept beside them.
        """
        self._read = read
        self._folded = folded
        self._got = lru_cache(maxsize=4096)(self._get)
        self._found: Callable[[str], tuple[Row, ...]] = lru_cache(maxsize=4096)(self._look_up)

    @cached_property
    def _index(self) -> Index:
        return Index(self._read(), self._folded)

    def __getitem__(self, code: str, /) -> Region:
        """The region of a code in any scheme; retired codes lead to the one that bears it now.

        Raises:
            UnknownRegion: no region has that code.
        """
        found = self._index.of_code(code[: LONGEST + 1])
        if not found:
            raise UnknownRegion(code[:LONGEST], reason="no region has that code")
        return found[0].region

    def __contains__(self, code: object, /) -> bool:
        return isinstance(code, str) and bool(self._index.of_code(code[: LONGEST + 1]))

    def __iter__(self) -> Iterator[Region]:
        return (row.region for row in self._index.rows)

    def __len__(self) -> int:
        return len(self._index.rows)

    def find(
        self,
        name: str,
        *,
        within: Place | None = None,
        on: date | None = None,
        level: RegionLevel | None = None,
    ) -> tuple[Region, ...]:
        """Every region that bears a name or code.

        Those that exist today, or if none does, those that did; with `on`, those of that day.

        Args:
            name: in English, Chinese or a local language, with or without the word for its kind.
            within: only parts of this region.
            on: only those that existed on this day.
            level: only those of this level.

        Raises:
            UnknownRegion: `within` is none.
            AmbiguousRegion: `within` may be several.
        """
        found = [row.region for row in self._found(name)] if len(name) <= LONGEST else []
        if on is not None:
            found = [region for region in found if region.existed_on(on)]
        else:
            found = self._existing(found)
        if level is not None:
            found = [region for region in found if region.level == level]
        if within is not None:
            whole = within if isinstance(within, Region) else self.get(within)
            found = [region for region in found if self.within(region, whole)]
        return tuple(found)

    def _existing(self, found: list[Region]) -> list[Region]:
        """Those that exist, one that was renamed under its present name; if none does, all."""
        now = {region.code: region for region in found if region.valid_to is None}
        for region in found:
            living = region if region.valid_to is None else self._of_today(region.code)
            if living is not None:
                now.setdefault(living.code, living)
        return list(now.values()) or found

    def _of_today(self, code: str) -> Region | None:
        rows = self._index.of_code(code)
        return rows[0].region if rows and rows[0].code == code and not rows[0].ended else None

    def get(
        self,
        name: str,
        *,
        within: Place | None = None,
        on: date | None = None,
        level: RegionLevel | None = None,
    ) -> Region:
        """The one region that bears a name or code; see `find`.

        Of a region and a part of it that share a name, it is the larger (Jilin: the province), and
        a greater place before a lesser one of its country (Henan before a county in Qinghai);
        of one that exists and one that did, it is the one that exists, unless `on` says otherwise.

        Raises:
            UnknownRegion: none does; names that come near are suggested.
            AmbiguousRegion: several do.
        """
        return self._got(name[: LONGEST + 1], within, on, level)

    def _get(
        self, name: str, within: Place | None, on: date | None, level: RegionLevel | None
    ) -> Region:
        bearers = self.find(name, within=within, on=on, level=level)
        found = self._highest(_largest(bearers, self.ancestors))
        found = self._whose_usual_name(name, found)
        if on is None:
            latest = max((_last_day(region) for region in found), default=date.max)
            found = [region for region in found if _last_day(region) == latest]
        found = most_prominent(name, _one_of_each(found))
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousRegion(name[:LONGEST], found)
        raise self._unknown(name, within, on)

    def _highest(self, found: list[Region]) -> list[Region]:
        """Without the lesser places of a country in which a greater one bears the name.

        A region of ISO 3166 goes before a merely statistical one, a country before foreign places
        below a province, and whatever is greater than a county before foreign counties.
        """
        best: dict[str | None, tuple[bool, int]] = {}
        for region in found:
            country, rank = self._country(region), _rank(region)
            best[country] = min(rank, best.get(country, rank))
        highest = [region for region in found if _rank(region) <= best[self._country(region)]]
        countries = any(region.level == "country" for region in highest)
        lesser = ("prefecture", "county") if countries else ("county",)
        return [region for region in highest if region.level not in lesser] or highest

    def _whose_usual_name(self, name: str, found: list[Region]) -> list[Region]:
        """Without places elsewhere that bear it but as a further name (Bihor, for Bihar)."""
        if len(found) < 2:
            return found
        asked = {fold(name), *bare_forms(fold(name))}
        usual = [r for r in found if r.level == "country" or asked & self._usual_names(r)]
        return usual if any(region.level != "country" for region in usual) else found

    def _usual_names(self, region: Region) -> set[str]:
        rows = [row for row in self._index.of_code(region.code) if row.region == region]
        names = [fold(name) for row in rows for name in row.usual]
        return {form for name in names for form in (name, *bare_forms(name))}

    def _country(self, region: Region) -> str | None:
        chain = (region, *self.ancestors(region))
        return next((each.code for each in chain if each.level == "country"), None)

    def _unknown(self, name: str, within: Place | None, on: date | None) -> UnknownRegion:
        elsewhere = self.find(name)
        if elsewhere and on is not None:
            return UnknownRegion(name, reason=f"{elsewhere[0]} did not exist on {on}")
        if elsewhere and within is not None:
            return UnknownRegion(name, reason=f"{elsewhere[0]} is no part of {within}")
        return UnknownRegion(name[:LONGEST], self._index.near(name[:LONGEST]))

    def ancestors(self, region: Region) -> tuple[Region, ...]:
        """The regions it is part of, the smallest first."""
        found: list[Region] = []
        parent = region.parent
        while parent and len(found) < 10:
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
        """Whether a region is part of another, a group's members and their parts included."""
        chain = {region.code, *(each.code for each in self.ancestors(region))}
        if whole.members:
            return bool(chain & set(whole.members))
        return region.code != whole.code and whole.code in chain

    def members(self, group: Region) -> tuple[Region, ...]:
        """The members of a group; a region that is none has no members."""
        return tuple(self[code] for code in group.members)

    def successors_of(self, region: Region) -> tuple[Region, ...]:
        """The regions that took its place."""
        return tuple(self[code] for code in region.successors if code in self)

    def names_of(self, region: Region) -> tuple[str, ...]:
        """Every name that it bears, the usual one first."""
        for row in self._index.of_code(region.code):
            if row.region == region:
                return tuple(dict.fromkeys(row.names))
        return (region.name, *region.names.values())

    def counts(self) -> dict[str, int]:
        """How many regions each scheme has."""
        return dict(Counter(row.cells[1] for row in self._index.rows))

    @cached_property
    def _by_parent(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._index.rows:
            found.setdefault(row.parent, []).append(row)
        return found

    def _look_up(self, name: str) -> tuple[Row, ...]:
        found = self._index.of_code(name)
        found += [row for row in self._index.of_name(name) if row not in found]
        if not found:
            ways = (self._within(part, whole) for part, whole in qualified(name))
            found = next((rows for rows in ways if rows), list[Row]())
        return tuple(sorted(found, key=lambda row: row.ended))

    def _within(self, part: str, whole: str) -> list[Row]:
        """The bearers of a name that lie in a place of another name, which may be so stated too."""
        bearers = self._index.of_name(part)
        if not bearers:
            return []
        wholes = {row.code for row in self._found(whole) if not row.ended}
        return [
            row for row in bearers if wholes & {each.code for each in self.ancestors(row.region)}
        ]


def _largest(
    found: Iterable[Region], ancestors: Callable[[Region], tuple[Region, ...]]
) -> list[Region]:
    """Those that are no part of another one."""
    kept = list(found)
    codes = {region.code for region in kept}
    return [r for r in kept if not codes & {each.code for each in ancestors(r)} - {r.code}]


_RANK: dict[str | None, int] = {
    **dict.fromkeys(("group", "country", "macroregion", "province", "zone"), 0),
    "prefecture": 1,
    "county": 2,
}


def _rank(region: Region) -> tuple[bool, int]:
    return region.scheme == "nuts", _RANK.get(region.level, 0)


def _last_day(region: Region) -> date:
    return region.valid_to or date.max


def _one_of_each(found: list[Region]) -> list[Region]:
    """A code that was given a new name at some date is one region still: the latest."""
    by_code: dict[str, Region] = {}
    for region in found:
        known = by_code.get(region.code)
        if known is None or _last_day(region) > _last_day(known):
            by_code[region.code] = region
    return list(by_code.values())
