"""Regions by any code or name they bear, at any date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeAlias

from regiontargets.errors import AmbiguousRegion, UnknownRegion
from regiontargets.model import Region, RegionLevel
from regiontargets.paused_collector import paused_collector

from ..names import LONGEST, qualified
from .directions import says_only_where
from .index import Index
from .likeliest import Likeliest
from .prominent import is_prominent
from .relations import Relations
from .rows import Row
from .tables import Tables

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
        self, read: Callable[[], Sequence[Row]], tables: Callable[[], Tables] | None = None
    ) -> None:
        """Look up in rows.

        Args:
            read: gives the rows.
            tables: gives where their codes and names lead, if that is kept beside them.
        """
        self._read = read
        self._tables = tables
        self._got = lru_cache(maxsize=4096)(self._get)
        self._found: Callable[[str], tuple[Row, ...]] = lru_cache(maxsize=4096)(self._look_up)

    @cached_property
    def _index(self) -> Index:
        with paused_collector():
            return Index(self._read(), self._tables() if self._tables else None)

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
            found = [region for region in found if region.existed_on(on)] or [
                row.region for row in self._index.districts(name) if row.region.existed_on(on)
            ]
        else:
            found = self._existing(found)
        if level is not None:
            found = [region for region in found if region.level == level]
        if within is not None:
            whole = within if isinstance(within, Region) else self._whole(within)
            found = [region for region in found if self.within(region, whole)]
        return tuple(found)

    def _whole(self, within: str) -> Region:
        """What is meant to be narrowed to: a code is a code first (AR is Argentina)."""
        return self[within] if within in self else self.get(within)

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

        Text may be a name or a code: CA is Canada and California here, while `regions["CA"]`,
        which takes codes alone, is the country of ISO 3166-1.

        Raises:
            UnknownRegion: none does; names that come near are suggested.
            AmbiguousRegion: several do, or the name says only where the region lies (the
                Western Region) and `within` does not say in which country.
        """
        return self._got(name[: LONGEST + 1], within, on, level)

    def _get(
        self, name: str, within: Place | None, on: date | None, level: RegionLevel | None
    ) -> Region:
        bearers = self.find(name, within=within, on=on, level=level)
        found = self._likeliest.of(name, bearers, at_any_time=on is None)
        vague = within is None and says_only_where(name) and not is_prominent(name)
        if len(found) == 1 and not (vague and found[0].level != "group"):
            return found[0]
        if found:
            raise AmbiguousRegion(name[:LONGEST], found)
        raise self._unknown(name, within, on)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self._index)

    @cached_property
    def _likeliest(self) -> Likeliest:
        return Likeliest(self.ancestors, self._index.usual_names)

    def _unknown(self, name: str, within: Place | None, on: date | None) -> UnknownRegion:
        elsewhere = self.find(name)
        if elsewhere and on is not None:
            return UnknownRegion(name, reason=f"{elsewhere[0]} did not exist on {on}")
        if elsewhere and within is not None:
            return UnknownRegion(name, reason=f"{elsewhere[0]} is no part of {within}")
        return UnknownRegion(name[:LONGEST], self._index.near(name[:LONGEST]))

    def ancestors(self, region: Region) -> tuple[Region, ...]:
        """The regions it is part of, the smallest first."""
        return self._relations.ancestors(region)

    def children(self, region: Region) -> tuple[Region, ...]:
        """The regions that are directly part of it."""
        return self._relations.children(region)

    def within(self, region: Region, whole: Region) -> bool:
        """Whether a region is part of another, a group's members and their parts included."""
        return self._relations.within(region, whole)

    def members(self, group: Region) -> tuple[Region, ...]:
        """The members of a group; a region that is none has no members."""
        return tuple(self[code] for code in group.members)

    def successors_of(self, region: Region, *, on: date | None = None) -> tuple[Region, ...]:
        """The regions that took its place, or those that took theirs.

        Args:
            region: what ended.
            on: the day on which they must exist; None: today.

        >>> from datetime import date
        >>> from regiontargets.catalog import regions
        >>> chaohu_county = regions["342622"]  # a county until 1983, a prefecture from 1999 to 2011
        >>> [each.code for each in regions.successors_of(regions["371200"])]
        ['370100']
        """
        return self._relations.successors_of(region, on)

    def names_of(self, region: Region) -> tuple[str, ...]:
        """Every name that it bears, the usual one first."""
        for row in self._index.of_code(region.code):
            if row.region == region:
                return tuple(dict.fromkeys(row.names))
        return (region.name, *region.names.values())

    def counts(self) -> dict[str, int]:
        """How many regions each scheme has."""
        return dict(Counter(row.cells[1] for row in self._index.rows))

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
