"""The sieve: a table in, the rows that may be wrong out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

from regiontargets.catalog import regions
from regiontargets.tables import FrameColumns

from .batch import Batch
from .compared import Compared
from .known import Known

if TYPE_CHECKING:
    import polars as pl

    from ..curated import CuratedTable

Family: TypeAlias = Literal["cells", "regions", "names", "quotes", "silent", "settings"]
"""What rules look at: the cells without region and quote; the region; whether the quote names it;
the quote; whether the quote leaves open what stands around it; that."""


class Checks(Protocol):
    """What the rules say of rows."""

    @property
    def compares(self) -> bool:
        """Whether a rule holds records against each other."""
        ...

    def wants(self, family: Family) -> bool:
        """Whether a rule of the family is to be run."""
        ...

    def faulty(self, rows: CuratedTable, family: Family) -> set[int]:
        """The rows in which a rule of the family finds anything."""
        ...

    def set_otherwise(self, rows: CuratedTable) -> list[int]:
        """The rows around whose quotes something stands that may speak against them."""
        ...

    def names(self, rows: CuratedTable) -> list[tuple[str, ...]]:
        """The names that each row's region bears."""
        ...

    def facts(self, rows: CuratedTable) -> list[dict[str, Any]]:
        """What each row is compared by with others."""
        ...


class Sifted(NamedTuple):
    """What is left of a table.

    Attributes:
        doubtful: the rows that may be wrong by themselves, as they were read, ascending.
        superseding: those that say which other record they replace.
        compared: what the rows are compared by with others.
    """

    doubtful: list[int]
    superseding: list[int]
    compared: Compared | None

    def facts(self) -> Iterator[pl.DataFrame]:
        """What all rows are compared by, those of a metric together; none if none asks for it."""
        return iter(()) if self.compared is None else self.compared.parts()


class Sieve:
    """Sorts the rows of a table into those that are right and those that may be wrong.

    Of all rows that are alike but for digits, years and names the rules are asked about the
    least and the greatest; what they find nothing wrong with is right. Rules about numbers and
    years are such that with two values all between them are right.
    """

    def __init__(self, curated: CuratedTable, checks: Checks) -> None:
        self.curated = curated
        self.checks = checks
        columns = curated.as_read.columns
        assert isinstance(columns, FrameColumns)
        self.columns = columns
        self.known = Known(are_built_in=curated.regions is regions)

    def sifted(self) -> Sifted:
        """All rows, a slice at a time."""
        doubtful: list[int] = []
        superseding: list[int] = []
        compared = Compared() if self.checks.compares else None
        offset = 0
        for frame in self.columns.slices():
            rows = self.curated.slice(frame, offset)
            batch = Batch(
                rows, frame, self.checks, self.known, has_controls=self.columns.has_controls
            )
            doubtful += [offset + row for row in batch.doubtful]
            superseding += [offset + row for row in batch.superseding()]
            if compared is not None:
                compared.add(batch, offset)
            offset += frame.height
        return Sifted(doubtful, superseding, compared)
