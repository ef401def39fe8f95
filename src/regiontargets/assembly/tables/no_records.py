"""Rows that are no records: empty ones, notes, and sums over the others."""

from __future__ import annotations

from collections.abc import Mapping

from regiontargets.findings import Finding
from regiontargets.tables import Table

from .column_names import fold, known

_AMOUNTS = ("amount", "lower", "upper")
_NAMES = ("region_code", "part", "region", "within")
_NOTED = 30  # characters in which a note says that it is one


def records_only(table: Table, roles: Mapping[str, str]) -> tuple[Table, list[Finding]]:
    """The table without the rows that are no records, and what was left out of it.

    An empty row and a row that holds nothing but a note are passed over; a sum over the other
    rows is reported as a note, since its number is in no record.

    >>> from regiontargets.tables import column_of
    >>> cells = {"地区": ["北京", "合计", "", "注：初步数"], "指标": ["GDP", "GDP", "", ""]}
    >>> table = Table("t.csv", {name: column_of(each) for name, each in cells.items()}, 4)
    >>> kept, left_out = records_only(table, {"region": "地区", "metric": "指标"})
    >>> kept.rows, [each.code for each in left_out]
    (1, ['F156'])
    """
    suspects = _suspects(table, roles)
    left_out = {row for row in suspects if _is_empty_or_note(table, row)}
    told = {
        row: why for row in suspects if row not in left_out and (why := _why(table, roles, row))
    }
    left_out.update(told)
    if not left_out:
        return table, []
    findings = [_left_out(table, row, *why) for row, why in told.items()]
    return table.picked([row for row in range(table.rows) if row not in left_out]), findings


def _suspects(table: Table, roles: Mapping[str, str]) -> list[int]:
    """The rows that may be none: those that lack a value or a metric, or name a sum."""
    said = [roles[role] for role in ("metric", "metric_code") if role in roles][:1]
    said += [roles[role] for role in _AMOUNTS if role in roles][:1]
    names = [roles[role] for role in _NAMES if role in roles]

    def is_odd(cell: str) -> bool:
        return not cell or _says_sum(cell)

    if len(said) < 2:
        return table.rows_where([*said, *names], is_odd)
    # A note may stand in the column of the metric, or in that of the value: in one of them.
    return sorted({*table.rows_where(said, is_odd), *table.rows_where(names, _says_sum)})


def _is_empty_or_note(table: Table, row: int) -> bool:
    cells = table.shown(row)
    if not cells:
        return True
    begins = fold(cells[0][:_NOTED])
    return len(cells) == 1 and any(map(begins.startswith, known("notes")))


def _says_sum(cell: str) -> bool:
    return len(cell) <= _NOTED and fold(cell) in known("sums")


def _is_sum(table: Table, roles: Mapping[str, str], row: int) -> bool:
    """Whether what should name the region says that the row is a sum, of whatever it may be."""
    cells = (table.cell(row, roles[role]) for role in _NAMES if role in roles)
    return _says_sum(next(filter(None, cells), ""))


def _why(table: Table, roles: Mapping[str, str], row: int) -> tuple[str, str, str] | None:
    """The column that shows that a row is no record, why, and what to do if it is to be one."""
    if _is_sum(table, roles, row):
        name = next(
            roles[role] for role in _NAMES if role in roles and table.cell(row, roles[role])
        )
        return name, "it sums up other rows, and names no region", _NAME_REGION
    filled = [name for name in table.columns if table.cell(row, name)]
    if len(filled) == 1 and len(table.columns) > _NARROW:
        return filled[0], "it says nothing else: it is a heading", "Fill in the other cells."
    return None


_NAME_REGION = "Name the region that the sum is of, if it is to be a record."
_NARROW = 3
"""Columns of which one may be filled alone, as the others are said of all rows."""


def _left_out(table: Table, row: int, name: str, why: str, advice: str) -> Finding:
    cell = table.cell(row, name)
    return Finding(
        "F156",
        f"the row of {cell[:60]!r} is no record and was left out",
        "note",
        table.place(row, name),
        cell[:200],
        reason=why,
        suggestion=advice,
    )
