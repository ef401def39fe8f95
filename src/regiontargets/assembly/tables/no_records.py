"""Rows that are no records: empty ones, notes, and sums over the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from regiontargets.findings import Finding
from regiontargets.tables import FrameColumns, Table

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
    sums = [row for row in suspects if row not in left_out and _is_sum(table, roles, row)]
    left_out.update(sums)
    if not left_out:
        return table, []
    findings = [_left_out(table, roles, row) for row in sums]
    return table.picked([row for row in range(table.rows) if row not in left_out]), findings


def _suspects(table: Table, roles: Mapping[str, str]) -> list[int]:
    """The rows that may be none: those that lack a value or a metric, or name a sum."""
    said = [roles[role] for role in ("metric", "metric_code") if role in roles][:1]
    said += [roles[role] for role in _AMOUNTS if role in roles][:1]
    names = [roles[role] for role in _NAMES if role in roles]
    # A note may stand in the column of the metric, or in that of the value: in one of them.
    blank = said if len(said) > 1 else [*said, *names]
    found = {*_rows_where(table, blank, lambda cell: not cell)}
    return sorted(found.union(_rows_where(table, [*said, *names], _says_sum)))


def _rows_where(table: Table, names: Sequence[str], holds: Callable[[str], bool]) -> Iterable[int]:
    """The rows of which a cell in one of some columns is as asked for."""
    if isinstance(table.columns, FrameColumns):
        return table.columns.rows_where(names, holds)
    found: set[int] = set()
    for name in names:
        column = table.columns[name]
        odd = {code for code, cell in enumerate(column.values) if holds(cell)}
        if odd:
            found.update(row for row, code in enumerate(column.codes) if code in odd)
    return found


def _is_empty_or_note(table: Table, row: int) -> bool:
    cells = table.shown(row)
    if not cells:
        return True
    begins = fold(cells[0][:_NOTED])
    return len(cells) == 1 and any(map(begins.startswith, known("notes")))


def _says_sum(cell: str) -> bool:
    return len(cell) <= _NOTED and fold(cell) in known("sums")


def _is_sum(table: Table, roles: Mapping[str, str], row: int) -> bool:
    """Whether what should name a region says that the row is a sum."""
    cells = [table.cell(row, roles[role]) for role in _NAMES if role in roles]
    said = [cell for cell in cells if cell]
    return bool(said) and all(map(_says_sum, said))


def _left_out(table: Table, roles: Mapping[str, str], row: int) -> Finding:
    name = next(roles[role] for role in _NAMES if role in roles and table.cell(row, roles[role]))
    cell = table.cell(row, name)
    return Finding(
        "F156",
        f"the row of {cell[:60]!r} is no record and was left out",
        "note",
        table.place(row, name),
        cell[:200],
        reason="it sums up other rows, and names no region",
        suggestion="Name the region that the sum is of, if it is to be a record.",
    )
