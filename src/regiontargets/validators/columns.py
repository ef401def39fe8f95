"""The facts of many records, a column a fact, each distinct value kept once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from regiontargets.model import Dataset

from .facts import EXTRACTS


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of every record.

    Attributes:
        values: its distinct values.
        codes: for each record, which of them is its own.

    >>> Column.of(["a", "b", "a"])
    Column(values=['a', 'b'], codes=[0, 1, 0])
    """

    values: Sequence[Hashable]
    codes: Sequence[int]

    @classmethod
    def of(cls, cells: Iterable[Hashable]) -> Column:
        """The column of these cells."""
        known: dict[Hashable, int] = {}
        codes = [known.setdefault(cell, len(known)) for cell in cells]
        return cls(list(known), codes)


class FactTable(Protocol):
    """Whatever holds the facts of records: a dataset's, or a table's that was never typed."""

    def column(self, fact: str) -> Column:
        """One fact of every record, in one order."""
        ...


class DatasetFacts:
    """The facts of a dataset's records, taken from them when first asked for."""

    __slots__ = ("_columns", "_sources", "records")

    def __init__(self, dataset: Dataset) -> None:
        self.records = dataset.records
        by_id = {source.id: source for source in dataset.sources}
        self._sources = [
            by_id.get(record.evidence.source) if record.evidence else None
            for record in self.records
        ]
        self._columns: dict[str, Column] = {}

    def column(self, fact: str) -> Column:
        """One fact of every record, in the order of `Dataset.records`."""
        if fact not in self._columns:
            extract = EXTRACTS[fact]
            pairs = zip(self.records, self._sources, strict=True)
            self._columns[fact] = Column.of(extract(*pair) for pair in pairs)
        return self._columns[fact]
