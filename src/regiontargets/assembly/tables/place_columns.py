"""The columns that say where: from the smallest kind of place to the greatest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regiontargets.findings import Finding
from regiontargets.tables import Table

KINDS = ("county", "part", "region", "within", "country")
"""What the name of a column of places may mean, the smallest first; `part` is a city, `region` any
place, and `within` a province or state."""

SLOTS = ("part", "region", "within")
"""The roles of such columns: in a row the first of them that is filled names the region, and the
others say what it is part of."""

_SLOTS_OF = {0: (), 1: ("region",), 2: ("region", "within"), 3: SLOTS}
_SLOT_OF = {"county": "part", "country": "within"}
_LEAST_ROWS = 5


def placed(
    table: Table, named: Sequence[tuple[str, str]], given: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The roles of the columns of places, and those that are left over, each after what it rivals.

    A column of provinces and one of states are both used where each row fills but one of them.

    Args:
        table: the table.
        named: what each column means, one of `KINDS`, and its name.
        given: the roles that the user gave.

    >>> from regiontargets.tables import column_of
    >>> cells = {"country": ["US", "DE"], "state": ["Texas", ""], "city": ["", "Ulm"]}
    >>> table = Table("t.csv", {name: column_of(each) for name, each in cells.items()}, 2)
    >>> placed(table, [("country", "country"), ("within", "state"), ("part", "city")], {})[0]
    {'part': 'city', 'region': 'state', 'within': 'country'}
    """
    if any(slot in given for slot in SLOTS):
        return _beside_given(named, given)
    kept: list[tuple[str, str]] = []
    left: list[tuple[str, str]] = []
    for kind, name in sorted(named, key=lambda each: KINDS.index(each[0])):
        rivals = (each for same, each in kept if same == kind and _differ(table, each, name))
        rival = next(rivals, kept[-1][1] if len(kept) == len(SLOTS) else None)
        if rival is None:
            kept.append((kind, name))
        else:
            left.append((rival, name))
    slots = _SLOTS_OF[len(kept)]
    return dict(zip(slots, (name for _, name in kept), strict=True)), left


def _beside_given(
    named: Sequence[tuple[str, str]], given: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The columns whose roles the user left open."""
    found: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    for kind, name in named:
        slot = _SLOT_OF.get(kind, kind)
        if slot in found:
            left.append((found[slot], name))
        elif slot not in given:
            found[slot] = name
    return found, left


def _differ(table: Table, one: str, other: str) -> bool:
    """Whether two columns say different things in one row."""
    return any(
        first and second and first != second for first, second in table.distinct_pairs(one, other)
    )


def unnamed_parts(
    table: Table, roles: Mapping[str, str], kinds: Mapping[str, str]
) -> list[Finding]:
    """The one row that names no city among rows that all do: it may have lost its name.

    Rows of a province may stand between those of its cities: where there are several, or where
    one heads those of its cities, nothing is said.

    Args:
        table: the records.
        roles: the column of each role.
        kinds: what the name of a column of places means.
    """
    columns = [roles[slot] for slot in SLOTS if slot in roles]
    finest = [each for each in columns if kinds.get(each) == kinds.get(columns[0])]
    if len(finest) == len(columns) or table.rows < _LEAST_ROWS or columns[0].startswith("\0"):
        return []
    blank = _all_blank(table, finest)
    wholes = columns[len(finest) :]
    numbers = {table.place(row).row for row in blank}
    if len(numbers) != 1:
        return []
    row = min(blank)
    whole = next((each for each in wholes if table.cell(row, each)), None)
    if whole is None or not row or table.cell(row - 1, whole) != table.cell(row, whole):
        return []
    return [_unnamed(table, row, finest[0], whole)]


def _all_blank(table: Table, columns: Sequence[str]) -> set[int]:
    found = {*table.rows_where(columns[:1], lambda cell: not cell)}
    for each in columns[1:]:
        found &= {*table.rows_where([each], lambda cell: not cell)}
    return found


def _unnamed(table: Table, row: int, column: str, whole: str) -> Finding:
    said = table.cell(row, whole)
    return Finding(
        "R005",
        f"no {column[:60]} is named, as in all other rows",
        "warning",
        table.place(row, column),
        "",
        reason=f"the record is taken to be of {said[:60]!r} as a whole",
        suggestion=f"Fill in the cell, if it is of a part of {said[:60]!r}.",
    )
