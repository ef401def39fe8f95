"""Rows by folded code and name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..names import bare_forms, fold
from .rows import Row

_MOST_SUGGESTED = 3


class Index:
    """Where each code and name leads.

    Attributes:
        rows: every row.
        by_code: the rows that a code leads to, under the code in upper case.
        by_name: the rows that bear a name in full, under the folded name.
        by_bare_name: those that bear it without the word for their kind.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        self.by_code: dict[str, list[Row]] = {}
        self.by_name: dict[str, list[Row]] = {}
        self.by_bare_name: dict[str, list[Row]] = {}
        for row in self.rows:
            for code in row.codes:
                _add(self.by_code, code.upper(), row)
            for name in row.names:
                folded = fold(name)
                _add(self.by_name, folded, row)
                for bare in bare_forms(folded):
                    _add(self.by_bare_name, bare, row)

    def of_code(self, code: str) -> list[Row]:
        """The rows of a code, those that still exist first, as ISO and GB write it."""
        found = self.by_code.get(code.strip().upper().replace("_", "-"), [])
        return sorted(found, key=lambda row: row.ended)

    def of_name(self, name: str) -> list[Row]:
        """The rows that bear a name; one in full wins over one without the word for its kind."""
        folded = fold(name)
        for form in (folded, *bare_forms(folded)):
            found = self.by_name.get(form) or self.by_bare_name.get(form)
            if found:
                return list(found)
        return []

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


def _add(index: dict[str, list[Row]], key: str, row: Row) -> None:
    if not key:
        return
    known = index.setdefault(key, [])
    if not known or known[-1] is not row:
        known.append(row)
