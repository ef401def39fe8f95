"""What took the place of Chinese divisions, where their names and codes leave no doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from .china_names import is_statistical, short_name
from .row import Row

# Hainan left Guangdong in 1988, Chongqing left Sichuan in 1997.
_SPLIT = {"44": "46", "51": "50"}
# Districts that many cities have; one of one character (郊区) always is.
_OF_MANY = {"市郊区", "市中区", "东城区", "西城区", "城东区", "城西区", "桥东区", "桥西区"}
# Of the counties of a prefecture, so many must have gone the same way.
_MOST = 0.8


def link(found: list[Row]) -> None:
    """State the successors of whatever ended, from the surest evidence to the least sure."""
    links = _Links(found)
    for evidence in (
        links.under_its_code,
        links.by_name,
        links.by_longer_name,
        links.by_counties,
        links.district,
        links.renamed,
        links.of_today,
    ):
        for row in found:
            if row.valid_to and not row.successors:
                row.successors = evidence(row)


class _Links:
    def __init__(self, found: list[Row]) -> None:
        self._by_code: dict[str, list[Row]] = {}
        self._by_name: dict[tuple[str, str], list[Row]] = {}
        self._by_start: dict[tuple[str, str], list[Row]] = {}
        for row in found:
            self._by_code.setdefault(row.code, []).append(row)
            if is_statistical(row.code):
                continue
            self._by_name.setdefault((row.code[:2], short_name(row.zh)), []).append(row)
            self._by_start.setdefault((row.code[:4], row.zh[0]), []).append(row)

    def under_its_code(self, row: Row) -> list[str]:
        """The same place under the same code: 罗城县 became 罗城仫佬族自治县."""
        same = [each for each in self._by_code[row.code] if _on(each, _next_day(row))]
        if is_statistical(row.code):
            return [row.code] if same else []
        return [row.code] if any(short_name(each.zh) == short_name(row.zh) for each in same) else []

    def by_name(self, row: Row) -> list[str]:
        """The one that bears the name on the next day, of several the one founded on it."""
        return [] if _is_district(row) else _codes(self._named(row))

    def district(self, row: Row) -> list[str]:
        """The district of that name in the prefecture that its own became."""
        if not _is_district(row):
            return []
        parents = self._by_code.get(row.parent, ())
        homes = {row.code[:4], *(code[:4] for each in parents for code in each.successors)}
        apart = _SPLIT.get(row.code[:2], "none")
        named = self._named(row)
        found = [e for e in named if e.code[:4] in homes or e.code.startswith(apart)]
        if found:
            return _codes(found)
        # 山海关区 is told by its name alone, 郊区 is not.
        founded = [each for each in named if each.valid_from == _next_day(row)]
        return _codes(founded) if len(row.zh) > 2 and row.zh not in _OF_MANY else []

    def renamed(self, row: Row) -> list[str]:
        """The code under a name that nothing bore before: 襄樊市 became 襄阳市."""
        day = _next_day(row)
        begun = [each for each in self._by_code[row.code] if each.valid_from == day]
        for each in begun:
            near = row.code[:4] if _is_district(row) else row.code[:2]
            bearers = self._by_name.get((each.code[:2], short_name(each.zh)), ())
            others = [e for e in bearers if e.level == row.level and e.code.startswith(near)]
            if not any(_on(other, row.valid_to) for other in others):
                return [row.code]
        return []

    def of_today(self, row: Row) -> list[str]:
        """The one that bears the name today, in the same province and of the same level."""
        if len(short_name(row.zh)) < 2 or _is_district(row):
            return []
        named = self._by_name.get((row.code[:2], short_name(row.zh)), ())
        return _codes([e for e in named if not e.valid_to and e.level == row.level])

    def _named(self, row: Row) -> list[Row]:
        """Those that bear the name on the next day, the likeliest of them."""
        day = _next_day(row)
        provinces = (row.code[:2], _SPLIT.get(row.code[:2], ""))
        named = [e for key in provinces for e in self._by_name.get((key, short_name(row.zh)), ())]
        found = [each for each in named if each.code != row.code and _on(each, day)]
        found = [each for each in found if each.valid_from == day] or found
        level = [each for each in found if each.level == row.level]
        found = level if level or row.level == "prefecture" else found
        return [each for each in found if each.zh[-1] == row.zh[-1]] or found

    def by_longer_name(self, row: Row) -> list[str]:
        """嵊县 became 嵊州市, and 峨眉县 峨眉山市, in the same prefecture on the same day."""
        stem = row.zh[:-1]
        if not row.zh.endswith("县") or not stem:
            return []
        begun = self._by_start.get((row.code[:4], stem[0]), ())
        day = _next_day(row)
        return _codes([e for e in begun if e.zh.startswith(stem) and e.valid_from == day])

    def by_counties(self, row: Row) -> list[str]:
        """The prefecture that most of its counties are in since."""
        if row.level != "prefecture":
            return []
        counties = [
            each
            for rows in self._by_code.values()
            for each in rows
            if each.code[:4] == row.code[:4] and each.level == "county" and each.valid_to == row.valid_to
        ]  # fmt: skip
        went = Counter(code[:4] for each in counties for code in each.successors)
        for prefix, count in went.most_common(1):
            if prefix != row.code[:4] and count >= _MOST * len(counties) and count > 1:
                return [f"{prefix}00"] if f"{prefix}00" in self._by_code else []
        return []


def _is_district(row: Row) -> bool:
    """Whether it is a part of a city, whose name others may bear elsewhere (郊区)."""
    return row.level == "county" and row.zh.endswith("区") and not row.zh.endswith(("林区", "特区"))


def _codes(rows: Iterable[Row]) -> list[str]:
    """The code of the one; none, where there are several."""
    codes = list(dict.fromkeys(row.code for row in rows))
    return codes if len(codes) == 1 else []


def _on(row: Row, day: str) -> bool:
    return row.valid_from <= day and (not row.valid_to or day <= row.valid_to)


def _next_day(row: Row) -> str:
    if row.valid_to == "2019-12-31":
        return "2019-05-01"  # the undated list follows that of April 2019
    return (date.fromisoformat(row.valid_to) + timedelta(days=1)).isoformat()
