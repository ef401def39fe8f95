"""Leads from records back to the rows of their table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from regiontargets.findings import Excerpt
from regiontargets.model import Evidence, Record
from regiontargets.model.origin import Location
from regiontargets.tables import Column, Table

from .quantities import own_unit

ROLES_OF: Mapping[str, tuple[str, ...]] = {
    "region": ("part", "region", "region_code", "within"),
    "metric": ("metric", "metric_code"),
    "amount": ("amount", "lower", "upper"),
    "unit": ("unit", "amount", "lower", "upper"),
    "comparator": ("comparator", "amount", "lower", "upper"),
    "period": ("period",),
    "baseline": ("baseline_amount", "baseline", "baseline_period"),
    "baseline_period": ("baseline_period", "baseline"),
    "equivalents": ("equivalent",),
    "evidence": ("quote",),
}
"""The columns that may hold a field of a record, the first that is there before the others."""

_SHOWN = 200
_BESIDE = 3
_NARROW = 24
"""How many cells are shown on either side of one, and how many characters of each."""


class TablePlaces:
    """The places of a table's cells.

    Attributes:
        table: the table.
        roles: the column of each role.
        named: for a column that was gathered from many, the name of the one in each row.
    """

    __slots__ = ("named", "roles", "table")

    def __init__(
        self, table: Table, roles: Mapping[str, str], named: Mapping[str, Column[str]]
    ) -> None:
        self.table = table
        self.roles = roles
        self.named = named

    def of_row(self, row: int, field: str | None, words: str | None = None) -> Location:
        """The place of a row, or of the cell that holds one of its fields.

        Args:
            row: which one, counted from zero.
            field: the field; None: the whole row.
            words: what the cell says, where several may hold the field.
        """
        itself = field == "unit" and self._says_unit_itself(row)
        roles = ROLES_OF.get("amount" if itself else field or "", (field or "",))
        return self._of_column(row, self._saying(row, roles, words) or self._column(row, roles))

    def of_cell(self, row: int, role: str) -> Location:
        """The place of the cell of a role, whatever the others of its row say."""
        return self._of_column(row, self._column(row, ROLES_OF.get(role, (role,))))

    def _of_column(self, row: int, column: str | None) -> Location:
        if column is None:
            return self.table.place(row), None
        name = self.named[column].value(row) if column in self.named else column
        return self.table.place(row, name), self._excerpt(row, column)

    def _says_unit_itself(self, row: int) -> bool:
        """Whether the cell of the amount states a unit beside its number."""
        column = self._column(row, ROLES_OF["amount"])
        return column is not None and own_unit(self.table.cell(row, column)) is not None

    def _excerpt(self, row: int, column: str) -> Excerpt:
        """A cell between those beside it that say something."""
        text = self.table.cell(row, column)
        names = list(self.table.columns)
        at = names.index(column)
        return Excerpt(
            text[:_SHOWN],
            after=len(text) > _SHOWN,
            cells_before=tuple(reversed(self._beside(row, reversed(names[:at])))),
            cells_after=tuple(self._beside(row, names[at + 1 :])),
        )

    def _beside(self, row: int, names: Iterable[str]) -> list[str]:
        cells = (self.table.cell(row, name) for name in names)
        near = list(islice((each for each in cells if each), _BESIDE))
        return [each if len(each) <= _NARROW else f"{each[: _NARROW - 1]}…" for each in near]

    def text(self, row: int, field: str) -> str:
        """What the cell that holds a field says."""
        column = self._column(row, ROLES_OF.get(field, (field,)))
        return "" if column is None else self.table.cell(row, column)

    def _saying(self, row: int, roles: Sequence[str], words: str | None) -> str | None:
        columns = [self.roles[role] for role in roles if role in self.roles] if words else []
        return next((each for each in columns if self.table.cell(row, each) == words), None)

    def _column(self, row: int, roles: Sequence[str]) -> str | None:
        columns = [self.roles[role] for role in roles if role in self.roles]
        if columns and roles[0] == "comparator" in self.roles:
            return columns[0]  # an empty cell there says that there is none
        filled = (each for each in columns if self.table.cell(row, each))
        return next(filled, columns[0] if columns else None)


def words_of(record: Record, field: str | None) -> str | None:
    """The words of a field that could not be read, or that name something else than its code."""
    mention: Evidence | None = getattr(record.mentions, field or "", None)
    return record.unread.get(field or "") or (mention.exact if mention else None)


class RowOrigin:
    """The origin of the records of one table."""

    __slots__ = ("_places", "_row_of")

    def __init__(self, places: TablePlaces, row_of: Mapping[str, int]) -> None:
        self._places = places
        self._row_of = row_of

    def locate(self, record: Record, field: str | None) -> Location:
        """The cell that holds a field of a record."""
        row = self._row_of.get(record.id)
        if row is None:
            return self._places.table.header, None
        return self._places.of_row(row, field, words_of(record, field))

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The table: which row the words stand in is known by the record alone."""
        del evidence
        return self._places.table.header, None
