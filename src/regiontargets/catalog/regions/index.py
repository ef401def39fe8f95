"""Rows by folded code and name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from ..names import bare_forms, fold
from .kinds import may_be, small_kind
from .rows import Row

_MOST_SUGGESTED = 3


class Index:
    """Where each code and name leads; each table is made when it is first asked.

    Attributes:
        rows: every row.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)

    @cached_property
    def by_code(self) -> dict[str, list[Row]]:
        """The rows that a code leads to, under the code in upper case."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            for code in row.codes:
                _add(found, code.upper(), row)
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Row]]:
        """The rows that bear a name in full, under the folded name."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            for name in row.names:
                _add(found, fold(name), row)
        return found

    @cached_property
    def by_bare_name(self) -> dict[str, list[Row]]:
        """The rows that bear a name without the word for their kind."""
        found: dict[str, list[Row]] = {}
        for folded, rows in self.by_name.items():
            for bare in bare_forms(folded):
                for row in rows:
                    _add(found, bare, row)
        return found

    @cached_property
    def by_district(self) -> dict[str, list[Row]]:
        """The Chinese districts under their names without the word for it."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            latin, chinese = row.cells[3], row.cells[4]
            if row.cells[1] == "gb2260" and not row.ended and chinese.endswith("区"):
                _add(found, fold(latin.removesuffix(" District")), row)
                _add(found, fold(chinese[:-1]), row)
        return found

    def of_code(self, code: str) -> list[Row]:
        """The rows of a code, those that still exist first, as ISO and GB write it."""
        wanted = code.strip().upper().replace("_", "-")
        # The first four digits of a GB/T 2260 code are those of a prefecture.
        prefecture = f"{wanted}00" if len(wanted) == 4 and wanted.isdecimal() else wanted
        found = self.by_code.get(wanted) or self.by_code.get(prefecture, [])
        return sorted(found, key=lambda row: row.ended)

    def of_name(self, name: str) -> list[Row]:
        """The rows that bear a name; one in full wins over one without the word for its kind."""
        folded = fold(name)
        for form in (folded, *bare_forms(folded)):
            found = self.by_name.get(form) or self.by_bare_name.get(form)
            if found:
                found = [*found, *self._districts(form, found)]
                return found if form == folded else _of_kind(found, small_kind(folded))
        return list(self.by_district.get(folded) or self._joined(folded))

    def _joined(self, folded: str) -> list[Row]:
        """The bearers of a name whose words are written apart: Heilong Jiang."""
        joined = folded.replace(" ", "")
        return self.by_name.get(joined, []) if joined != folded else []

    def _districts(self, form: str, found: list[Row]) -> list[Row]:
        """The districts of a name that nothing else bears any more (顺德, 莱芜)."""
        gone = all(row.ended for row in found)
        return [row for row in self.by_district.get(form, ()) if row not in found] if gone else []

    def near(self, name: str) -> list[str]:
        """Names that come near to one that nobody bears."""
        folded = fold(name)
        if not 2 <= len(folded) <= 60:
            return []
        # Names that begin alike are few enough to be compared.
        similar = [
            each
            for each in self.by_name
            if abs(len(each) - len(folded)) <= 2
            and (each[0] == folded[0] or each[-1] == folded[-1])
        ]
        close = get_close_matches(folded, similar, n=_MOST_SUGGESTED, cutoff=0.75)
        return [self._as_written(each) for each in close]

    def _as_written(self, folded: str) -> str:
        names = self.by_name[folded][0].names
        return next((name for name in names if fold(name) == folded), folded)


def _of_kind(found: list[Row], kind: str | None) -> list[Row]:
    return [row for row in found if may_be(row, kind)] if kind else found


def _add(index: dict[str, list[Row]], key: str, row: Row) -> None:
    if not key:
        return
    known = index.setdefault(key, [])
    if not known or known[-1] is not row:
        known.append(row)
