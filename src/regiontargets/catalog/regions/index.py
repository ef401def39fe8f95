"""Rows by folded code and name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from regiontargets.model import Region

from ..names import bare_forms, fold
from .directions import says_only_where
from .kinds import may_be, says_large, small_kind
from .rows import Row
from .tables import Tables, TablesOfRows

_GENITIVE = re.compile(r"['’]s?$")
_LONG_TOGETHER = 8
_MOST_SUGGESTED = 3
_MOST_COMPARED = 2_000


class Index:
    """Where each code and name leads.

    Attributes:
        rows: every row.
    """

    def __init__(self, rows: Sequence[Row], tables: Tables | None = None) -> None:
        """Look up in rows.

        Args:
            rows: every row.
            tables: where their codes and names lead, if that is known; else it is worked out.
        """
        self.rows = rows
        self._tables = tables or TablesOfRows(rows)

    def of_code(self, code: str) -> list[Row]:
        """The rows of a code, those that still exist first, as ISO and GB write it."""
        written = code.strip().upper()
        wanted = written.replace("_", "-")
        # The first four digits of a GB/T 2260 code are those of a prefecture.
        prefecture = f"{wanted}00" if len(wanted) == 4 and wanted.isdecimal() else wanted
        known = self._tables.codes
        places = known.get(written) or known.get(wanted) or known.get(prefecture, "")
        return sorted(self._at(places), key=lambda row: row.ended)

    def of_name(self, name: str) -> list[Row]:
        """The rows that bear a name; one in full wins over one without the word for its kind."""
        folded = fold(name)
        full, bare = self._tables.full, self._tables.bare
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
        return self._at(self._tables.districts.get(fold(name), ""))

    def _bearers_of_any(self, *forms: str) -> list[Row]:
        """Whoever bears one of the forms: the Western Region may be called Western or West."""
        named = (self._tables.full, self._tables.bare)
        places = [table.get(form, "") for form in forms for table in named]
        return self._at(" ".join(dict.fromkeys(" ".join(places).split())))

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
        return {name.replace(" ", ""): places for name, places in self._tables.full.items()}

    def usual_names(self, region: Region) -> set[str]:
        """The names that a region is usually called by, folded, with and without their kind."""
        rows = [row for row in self.of_code(region.code) if row.region == region]
        names = [fold(name) for row in rows for name in row.usual]
        return {form for name in names for form in (name, *bare_forms(name))}

    def near(self, name: str) -> list[str]:
        """Names that come near to one that nobody bears."""
        from difflib import get_close_matches  # Deferred: most names are known.

        folded = fold(name)
        if not 2 <= len(folded) <= 60:
            return []
        # Names that begin or end alike are few enough to be compared.
        head, tail = folded[:2], folded[-2:]
        similar = [
            each
            for each in self._tables.full
            if abs(len(each) - len(folded)) <= 2 and (each[:2] == head or each[-2:] == tail)
        ]
        close = get_close_matches(folded, similar[:_MOST_COMPARED], _MOST_SUGGESTED, cutoff=0.75)
        return [self._as_written(each) for each in close]

    def _districts(self, form: str, found: list[Row]) -> list[Row]:
        """The districts of a name that nothing else bears any more (顺德, 莱芜)."""
        if any(not row.ended for row in found):
            return []
        named = self._at(self._tables.districts.get(form, ""))
        return [row for row in named if not row.ended and row not in found]

    def _as_written(self, folded: str) -> str:
        row = self._at(self._tables.full[folded])[0]
        return next((name for name in row.names if fold(name) == folded), folded)


def _is_chinese(row: Row) -> bool:
    return row.cells[1] == "gb2260" or row.code.startswith("CN-")


def _of_kind(found: list[Row], folded: str) -> list[Row]:
    """Those that may be of the kind that a name says they are."""
    if says_large(folded):
        return [row for row in found if row.cells[1] != "gb2260"]
    kind = small_kind(folded)
    return [row for row in found if may_be(row, kind)] if kind else found
