"""The facts of a table's rows, each taken once for every distinct value it is taken from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Protocol

from regiontargets.model import Observation, Target

from .columns import Column, derived_column
from .derived import DERIVED
from .facts import EXTRACTS


class FieldColumn(Protocol):
    """One field of every record of a table."""

    @property
    def values(self) -> Sequence[Any]:
        """Its values; equal ones may stand more than once."""
        ...

    @property
    def codes(self) -> Sequence[int]:
        """For each record, which of them is its own."""
        ...


class Fields(Protocol):
    """Whatever holds the fields of a table's records, a column a field."""

    def column(self, name: str, /) -> FieldColumn:
        """One field of every record: of `Record`, or its `kind` or `source`."""
        ...


_TAKEN_FROM: dict[str, str] = {
    **dict.fromkeys(("published", "language", "source_text", "source_names"), "source"),
    "source": "evidence",
    "country": "region",
    "evidence_span": "evidence",
    "amount_evidence": "evidence",
    "region_mentioned": "mentions",
    "period_mentioned": "mentions",
    "region_words": "mentions",
    "metric_words": "mentions",
    "amount_words": "amount",
    "period_words": "period",
    "equivalent_words": "mentions",
}
"""The fields that a fact is taken from, where it is not the field of its own name."""
_OF_ONE_KIND = (
    *("baseline", "issuer", "announced", "commitment", "aggregation", "absent", "supersedes"),
    "equivalents",
)


class TableFacts:
    """The facts of a table's rows: what `DatasetFacts` would take from their records."""

    __slots__ = ("_columns", "_fields")

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._columns: dict[str, Column] = {}

    def column(self, fact: str) -> Column:
        """One fact of every row."""
        if fact not in self._columns:
            made = derived_column(self, fact) if fact in DERIVED else self._taken(fact)
            self._columns[fact] = made
        return self._columns[fact]

    def number(self, row: int) -> int:
        """The row itself."""
        return row

    def _taken(self, fact: str) -> Column:
        name = _TAKEN_FROM.get(fact, fact)
        column = self._fields.column(name)
        if fact == "kind" or fact.startswith("unread_"):
            return _coded(column.values, column.codes)
        if name == "source":
            extract = EXTRACTS[fact]
            return _coded([extract(_NOTHING, each) for each in column.values], column.codes)
        if fact in _OF_ONE_KIND:
            return self._by_kind(fact, column)
        extracted = _extractor(fact, name)
        return _coded([extracted(each) for each in column.values], column.codes)

    def _by_kind(self, fact: str, column: FieldColumn) -> Column:
        """A fact that only targets, or only observations, have."""
        kinds = self.column("kind")
        pairs: dict[tuple[int, int], int] = {}
        codes = [
            pairs.setdefault(pair, len(pairs))
            for pair in zip(kinds.codes, column.codes, strict=True)
        ]
        of = [_extractor(fact, fact, kind) for kind in kinds.values]
        values = [of[kind](column.values[code]) for kind, code in pairs]
        return _coded(values, codes)


def _coded(values: Sequence[Hashable], codes: Sequence[int]) -> Column:
    """The column of a fact, its equal values kept once."""
    column = Column.of(values)
    if len(column.values) == len(values):
        return Column(values, codes)
    return Column(column.values, [column.codes[code] for code in codes])


_NOTHING = Target.model_construct(id="")


def _extractor(fact: str, field: str, kind: Hashable = "target") -> Callable[[object], Hashable]:
    """Takes a fact from records of which nothing but one field is known."""
    record = (Observation if kind == "observation" else Target).model_construct(id="")
    known: dict[str, Any] = vars(record)
    extract = EXTRACTS[fact]

    def extracted(value: object) -> Hashable:
        known[field] = value  # a record for each value would cost a hundred times as much
        return extract(record, None)

    return extracted
