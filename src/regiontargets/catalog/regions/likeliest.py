"""Which of the bearers of a name it most likely means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from regiontargets.model import Region

from ..names import bare_forms, fold
from .prominent import most_prominent


class Likeliest:
    """Narrows the bearers of a name to those that it may mean."""

    def __init__(
        self,
        ancestors: Callable[[Region], tuple[Region, ...]],
        usual_names: Callable[[Region], set[str]],
    ) -> None:
        """Choose among regions.

        Args:
            ancestors: gives what a region is part of.
            usual_names: gives the names that a region is usually called by, folded.
        """
        self._ancestors = ancestors
        self._usual_names = usual_names

    def of(self, name: str, bearers: Iterable[Region], *, at_any_time: bool) -> list[Region]:
        """Those that the name may mean; one, unless it is ambiguous."""
        found = self._highest(self._largest(bearers))
        found = self._whose_usual_name(name, found)
        if at_any_time:
            latest = max((_last_day(region) for region in found), default=date.max)
            found = [region for region in found if _last_day(region) == latest]
        else:
            found = _without_successors(found)
        return most_prominent(name, _one_of_each(found))

    def _largest(self, found: Iterable[Region]) -> list[Region]:
        """Those that are no part of another one."""
        kept = list(found)
        codes = {region.code for region in kept}
        return [r for r in kept if not codes & {e.code for e in self._ancestors(r)} - {r.code}]

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

    def _country(self, region: Region) -> str | None:
        chain = (region, *self._ancestors(region))
        return next((each.code for each in chain if each.level == "country"), None)


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


def _without_successors(found: list[Region]) -> list[Region]:
    """Of a region and what took its place later, the one that was there on the day in question."""
    later = {code for region in found for code in region.successors if code != region.code}
    return [region for region in found if region.code not in later] or found
