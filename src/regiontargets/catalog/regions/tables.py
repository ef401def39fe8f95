"""Where codes and names lead: each, in one form, with the places of its bearers among the rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

from ..names import bare_forms, fold
from .rows import Row

Places: TypeAlias = Mapping[str, str]
"""The places of rows by what leads there, in their order: `{"suzhou": "17 2040"}`."""


class Tables(Protocol):
    """The tables that an index looks into."""

    @property
    def codes(self) -> Places:
        """Codes in upper case."""
        ...

    @property
    def full(self) -> Places:
        """Folded names in full."""
        ...

    @property
    def bare(self) -> Places:
        """Folded names without the word for the kind of region."""
        ...

    @property
    def districts(self) -> Places:
        """The Chinese districts, former ones too, folded without the word for it."""
        ...


class KeptTables(NamedTuple):
    """Tables that were worked out before."""

    codes: Places
    full: Places
    bare: Places
    districts: Places


class TablesOfRows:
    """Tables that are worked out from rows, each when it is first wanted."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows

    @cached_property
    def codes(self) -> Places:
        """Codes in upper case."""
        found: dict[str, dict[int, None]] = {}
        for place, row in enumerate(self._rows):
            for code in row.codes:
                _add(found, code.upper(), place)
        return _joined(found)

    @cached_property
    def full(self) -> Places:
        """Folded names in full."""
        found: dict[str, dict[int, None]] = {}
        for place, row in enumerate(self._rows):
            for name in row.names:
                _add(found, fold(name), place)
        return _joined(found)

    @cached_property
    def bare(self) -> Places:
        """Folded names without the word for the kind of region."""
        found: dict[str, dict[int, None]] = {}
        for folded, places in self.full.items():
            for form in bare_forms(folded):
                for place in places.split():
                    _add(found, form, int(place))
        return _joined(found)

    @cached_property
    def districts(self) -> Places:
        """The Chinese districts, former ones too, folded without the word for it."""
        found: dict[str, dict[int, None]] = {}
        for place, row in enumerate(self._rows):
            latin, chinese = row.cells[3], row.cells[4]
            if row.cells[1] == "gb2260" and chinese.endswith("区"):
                _add(found, fold(latin.removesuffix(" District")), place)
                _add(found, fold(chinese[:-1]), place)
        return _joined(found)


def _add(found: dict[str, dict[int, None]], key: str, place: int) -> None:
    if key:
        found.setdefault(key, {})[place] = None


def _joined(found: dict[str, dict[int, None]]) -> Places:
    return {key: " ".join(map(str, places)) for key, places in found.items()}
