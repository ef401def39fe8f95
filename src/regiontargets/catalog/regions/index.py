"""Rows by folded code and name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import TypeAlias

from regiontargets.model import Region

from ..names import bare_forms, fold
from .directions import says_only_where
from .kinds import may_be, says_large, small_kind
from .rows import Row

_GENITIVE = re.compile(r"['’]s?$")
_LONG_TOGETHER = 8
_MOST_SUGGESTED = 3
_MOST_COMPARED = 2_000

Folded: TypeAlias = tuple[dict[str, str], dict[str, str]]
"""Where each name leads: folded names in full, and without the word for the kind of region, each
with the places of its bearers among the rows ("17 2040")."""


def folded_names(rows: Iterable[Row]) -> Folded:
    """Fold every name of every row.

    Args:
        rows: the rows, in order.
    """
    full: dict[str, dict[int, None]] = {}
    bare: dict[str, dict[int, None]] = {}
    for place, row in enumerate(rows):
        for name in row.names:
            folded = fold(name)
            if folded:
                full.setdefault(folded, {})[place] = None
    for folded, places in full.items():
        for form in bare_forms(folded):
            bare.setdefault(form, {}).update(places)
    return _joined(full), _joined(bare)


def _joined(names: dict[str, dict[int, None]]) -> dict[str, str]:
    return {name: " ".join(map(str, places)) for name, places in names.items()}


class Index:
    """Where each code and name leads; each table is made when it is first asked.

    Attributes:
        rows: every row.
    """

    def __init__(self, rows: Iterable[Row], folded: Callable[[], Folded] | None = None) -> None:
        """Look up in rows.

        Args:
            rows: every row.
            folded: gives their folded names where they are known; else they are folded here.
        """
        self.rows = list(rows)
        self._read_folded = folded

    @cached_property
    def by_code(self) -> dict[str, list[Row]]:
        """The rows that a code leads to, under the code in upper case."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            for code in row.codes:
                _add(found, code.upper(), row)
        return found

    @cached_property
    def by_district(self) -> dict[str, list[Row]]:
        """The Chinese districts, former ones too, under their names without the word for it."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            latin, chinese = row.cells[3], row.cells[4]
            if row.cells[1] == "gb2260" and chinese.endswith("区"):
                _add(found, fold(latin.removesuffix(" District")), row)
                _add(found, fold(chinese[:-1]), row)
        return found

    def of_code(self, code: str) -> list[Row]:
        """The rows of a code, those that still exist first, as ISO and GB write it."""
        written = code.strip().upper()
        wanted = written.replace("_", "-")
        # The first four digits of a GB/T 2260 code are those of a prefecture.
        prefecture = f"{wanted}00" if len(wanted) == 4 and wanted.isdecimal() else wanted
        known = self.by_code
        found = known.get(written) or known.get(wanted) or known.get(prefecture, [])
        return sorted(found, key=lambda row: row.ended)

    def of_name(self, name: str) -> list[Row]:
        """The rows that bear a name; one in full wins over one without the word for its kind."""
        folded = fold(name)
        full, bare = self._folded
        if says_only_where(name):
            return self._bearers_of_any(folded, *bare_forms(folded))
        for form in (folded, *bare_forms(folded)):
            places = full.get(form) or bare.get(form)
            if places:
                found = self._at(places)
                found += self._districts(form, found)
                return found if form == folded else _of_kind(found, folded)
        plain = _GENITIVE.sub("", name)
        if plain != name:
            return self.of_name(plain)
        return self.districts(name) or self._spaced_otherwise(folded)

    def districts(self, name: str) -> list[Row]:
        """The Chinese districts that are called by a name without the word for it: 南汇."""
        return list(self.by_district.get(fold(name), ()))

    def _bearers_of_any(self, *forms: str) -> list[Row]:
        """Whoever bears one of the forms: the Western Region may be called Western or West."""
        tables = [table.get(form, "") for form in forms for table in self._folded]
        return self._at(" ".join(dict.fromkeys(" ".join(filter(None, tables)).split())))

    def _at(self, places: str) -> list[Row]:
        return [self.rows[int(place)] for place in places.split()]

    def _spaced_otherwise(self, folded: str) -> list[Row]:
        """The bearers of a name whose words are written apart (Heilong Jiang) or together.

        Short names that come to be alike are strangers (Hatay is not Ha Tay), but in Chinese.
        """
        joined = folded.replace(" ", "")
        places = self._together.get(joined, "")
        if len(joined) >= _LONG_TOGETHER or not places:
            return self._at(places) if places else []
        return [row for row in self._at(places) if _is_chinese(row)]

    @cached_property
    def _together(self) -> dict[str, str]:
        """Where each name leads when it is written in one word."""
        return {name.replace(" ", ""): places for name, places in self._folded[0].items()}

    def usual_names(self, region: Region) -> set[str]:
        """The names that a region is usually called by, folded, with and without their kind."""
        rows = [row for row in self.of_code(region.code) if row.region == region]
        names = [fold(name) for row in rows for name in row.usual]
        return {form for name in names for form in (name, *bare_forms(name))}

    def near(self, name: str) -> list[str]:
        """Names that come near to one that nobody bears."""
        folded = fold(name)
        if not 2 <= len(folded) <= 60:
            return []
        # Names that begin or end alike are few enough to be compared.
        head, tail = folded[:2], folded[-2:]
        similar = [
            each
            for each in self._folded[0]
            if abs(len(each) - len(folded)) <= 2 and (each[:2] == head or each[-2:] == tail)
        ]
        close = get_close_matches(folded, similar[:_MOST_COMPARED], _MOST_SUGGESTED, cutoff=0.75)
        return [self._as_written(each) for each in close]

    @cached_property
    def _folded(self) -> Folded:
        return self._read_folded() if self._read_folded else folded_names(self.rows)

    def _districts(self, form: str, found: list[Row]) -> list[Row]:
        """The districts of a name that nothing else bears any more (顺德, 莱芜)."""
        if any(not row.ended for row in found):
            return []
        named = self.by_district.get(form, ())
        return [row for row in named if not row.ended and row not in found]

    def _as_written(self, folded: str) -> str:
        row = self._at(self._folded[0][folded])[0]
        return next((name for name in row.names if fold(name) == folded), folded)


def _is_chinese(row: Row) -> bool:
    return row.cells[1] == "gb2260" or row.code.startswith("CN-")


def _of_kind(found: list[Row], folded: str) -> list[Row]:
    """Those that may be of the kind that a name says they are."""
    if says_large(folded):
        return [row for row in found if row.cells[1] != "gb2260"]
    kind = small_kind(folded)
    return [row for row in found if may_be(row, kind)] if kind else found


def _add(index: dict[str, list[Row]], key: str, row: Row) -> None:
    if not key:
        return
    known = index.setdefault(key, [])
    if not known or known[-1] is not row:
        known.append(row)
