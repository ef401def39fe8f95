"""What is wrong with the cells of a table: at odds with each other, or saying nothing known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from regiontargets.findings import Finding
from regiontargets.tables import Column
from regiontargets.tables.column import combined

from .cell_values import CODELISTS, no_day, not_listed, of_two_times, unknown_kind
from .places import TablePlaces
from .quantities import Conflict
from .typed_columns import TypedColumns


def cell_findings(places: TablePlaces, typed: TypedColumns) -> Iterator[Finding]:
    """Cells that disagree, and those that say nothing known.

    Args:
        places: where the cells stand.
        typed: what they were read as.
    """
    for row, conflict in _conflicts(typed):
        yield _finding(places, row, conflict)


def _conflicts(typed: TypedColumns) -> Iterator[tuple[int, Conflict]]:
    quantities = typed.column("quantity")
    yield from _in_rows(quantities, lambda quantity: quantity.conflicts)
    yield from _in_rows(typed.column("blank"), lambda blank: (_BLANK,) if blank else ())
    if any(quantity.period for quantity in quantities.values):
        both = combined([quantities, typed.column("period")], of_two_times)
        yield from _in_rows(both, tuple)
    for role, names in CODELISTS.items():
        yield from _in_rows(typed.cells(role), not_listed(role, role, names))
    yield from _in_rows(typed.cells("kind"), unknown_kind)
    for role in ("announced", "published"):
        yield from _in_rows(typed.cells(role), no_day(role))
    yield from _second_ids(typed)
    typed.column("source")  # only now it is known which sources are not at hand
    unknown = typed.naming.unknown
    yield from _in_rows(typed.cells("source"), lambda cell: _not_at_hand(cell, unknown.get(cell)))


_BLANK = Conflict("amount", "the row states no value", "the cell is empty")


def _in_rows(
    column: Column[Any], check: Callable[[Any], tuple[Conflict, ...]]
) -> Iterator[tuple[int, Conflict]]:
    wrong = {code: found for code, value in enumerate(column.values) if (found := check(value))}
    if not wrong:
        return
    for row, code in enumerate(column.codes):
        for conflict in wrong.get(code, ()):
            yield row, conflict


def _second_ids(typed: TypedColumns) -> Iterator[tuple[int, Conflict]]:
    """Rows whose id an earlier row has; they are called by their number instead."""
    ids = typed.cells("id")
    if len(ids.values) == typed.table.rows:
        return
    first: dict[int, int] = {}
    for row, code in enumerate(ids.codes):
        if first.setdefault(code, row) != row and ids.values[code]:
            other = f"row {typed.table.place(first[code]).row} has it already"
            yield row, Conflict("id", f"the id {ids.values[code][:60]!r} is used twice", other)


def _not_at_hand(cell: str, why: str | None) -> tuple[Conflict, ...]:
    if why is None:
        return ()
    return (Conflict("source", f"the source {cell[:60]!r} is not at hand", why),)


def _finding(places: TablePlaces, row: int, conflict: Conflict) -> Finding:
    place, excerpt = places.of_cell(row, conflict.role)
    code, advice = _ADVICE.get("" if conflict.unlisted else conflict.role, _LISTED)
    return Finding(
        code,
        conflict.message,
        "warning" if code in ("F150", "F157") else "error",
        place,
        places.text(row, conflict.role)[:200],
        conflict.reason,
        advice,
        excerpt=excerpt,
    )


_LISTED = ("F149", "Write one of the words listed.")
_DATE = ("F149", "Write it as 2022-02-17, or as 2022-02 or 2022 if no more is known.")
_ADVICE = {
    "unit": ("F148", "Leave the unit to one of the two cells, or correct the wrong one."),
    "period": ("F148", "Correct the year that is wrong, or leave it to one of the two cells."),
    "upper": ("F148", "Correct the bound that is wrong."),
    "comparator": ("F148", "Say it in one of the two cells, or correct the wrong one."),
    "amount": (
        "F157",
        "Fill it in; or write a hyphen, or the words of the source, if no number is set.",
    ),
    "id": ("F151", "Give each row an id of its own."),
    "source": ("F150", "Name a file of the folder that sources= gives, or add the file to it."),
    "announced": _DATE,
    "published": _DATE,
}
