"""The built-in metrics, read from their data files one at a time as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from .entry import Entry
from .index_rows import IndexRow, built_in_rows
from .rows import of_file


class BuiltIn(Mapping[str, Entry]):
    """The entries of the data files by code; a file is read with the first of its metrics.

    >>> BuiltIn()["gdp_growth"].english[0]
    'GDP growth'
    """

    def __init__(self) -> None:
        self._read: dict[str, Entry] = {}

    @cached_property
    def rows(self) -> Mapping[str, IndexRow]:
        """What lookups need of each metric, by code."""
        return built_in_rows()

    def __getitem__(self, code: str) -> Entry:
        if code not in self._read:
            self._read |= of_file(self.rows[code].file)
        return self._read[code]

    def __contains__(self, code: object) -> bool:
        return code in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)
