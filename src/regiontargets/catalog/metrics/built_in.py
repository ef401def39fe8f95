"""The built-in metrics, each read when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from ..sorted_table import SortedTable
from .entry import Entry

if TYPE_CHECKING:
    from regiontargets.model import Metric

    from .index_rows import IndexRow

_HEAD = b"""\
# Every metric by its code: its fields, English and Chinese names, theme, and whether it is derived.
# Origin: the data files beside this one, by `update/metrics_index.py`; reading one of those takes
# longer than all of this. Version 1, 2026-11-24. Licence: MIT.
"""


class BuiltIn(Mapping[str, Entry]):
    """The entries of the data files by code, in their order.

    >>> BuiltIn()["gdp_growth"].english[0]
    'GDP growth'
    """

    def __init__(self) -> None:
        self._read: dict[str, Entry] = {}

    @cached_property
    def rows(self) -> Mapping[str, IndexRow]:
        """What lookups need of each metric, by code."""
        # Deferred: whoever gives codes needs no names.
        from .index_rows import built_in_rows

        return built_in_rows()

    @cached_property
    def _table(self) -> SortedTable:
        package = resources.files("regiontargets.catalog.metrics")
        return SortedTable(package.joinpath("entries.tsv").read_bytes()[len(_HEAD) :])

    def __getitem__(self, code: str) -> Entry:
        known = self._read.get(code)
        if known is None:
            known = self._read[code] = _entry(self._table[code])
        return known

    def __contains__(self, code: object) -> bool:
        return code in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self._table)


class _Checked(Entry):
    """A row of the data files, which the tests check."""

    @cached_property
    def metric(self) -> Metric:
        """The metric itself, built when first asked for."""
        from regiontargets.model import Bounds, FrozenDict, Metric
        from regiontargets.model.frozen import unchecked
        from regiontargets.model.number import to_number

        fields = dict(self.fields)
        for name in {"names", "external"} & fields.keys():
            fields[name] = FrozenDict(fields[name])
        if bounds := fields.get("bounds"):
            numbers = {end: to_number(number) for end, number in bounds.items()}
            fields["bounds"] = unchecked(Bounds, **numbers)
        return unchecked(Metric, **fields)


def _entry(text: str) -> Entry:
    fields, english, chinese, theme, derived = json.loads(text, parse_float=Decimal)
    return _Checked(fields, tuple(english), tuple(chinese), theme, derived)


def written(entries: Iterable[Entry]) -> bytes:
    """The content of a file of entries."""
    lines = (f"{each.code}\t{_text(each)}\n" for each in entries)
    return _HEAD + "".join(sorted(lines)).encode()


def _text(entry: Entry) -> str:
    cells = (entry.fields, entry.english, entry.chinese, entry.theme, entry.derived)
    # Bounds are short enough for floats to hold them; a test reads all of them back.
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"), default=float)
