"""Wide tables: a column a year, or a column a metric, become a row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from regiontargets.errors import LoadError
from regiontargets.phrases import PeriodError, parse_period
from regiontargets.tables import Column, Table, column_of

from .column_names import unit_in, without_unit

NAME, CELL, UNIT = "\0name", "\0cell", "\0unit"
"""The columns that the others are gathered in."""

_MOST_RECORDS = 50_000_000


def gathered(
    table: Table, given: Mapping[str, object], roles: dict[str, str]
) -> tuple[Table, dict[str, Column[str]]]:
    """The table with a row for each filled cell of its wide columns.

    Args:
        table: the table.
        given: the mapping; `wide` says which role the names of the columns play, and which columns
            they are: `{period = ["2021", "2022"]}`, or `"period"` for all that name a period.
        roles: the column of each role, which are added to.

    Raises:
        LoadError: what `wide` says fits no column.
    """
    if "wide" not in given:
        return table, {}
    role, names = _wide(table, given["wide"])
    if len(names) * table.rows > _MOST_RECORDS:
        raise LoadError(f"{table.path} holds more than {_MOST_RECORDS:,} values.")
    pairs = [(row, name) for row in range(table.rows) for name in names if table.cell(row, name)]
    columns = {
        NAME: column_of(name for _, name in pairs),
        CELL: column_of(table.cell(row, name) for row, name in pairs),
    }
    if "unit" not in roles and any(map(unit_in, names)):
        columns[UNIT] = columns[NAME].map(unit_in)
        roles["unit"] = UNIT
    roles |= {role: NAME, "amount": CELL}
    of_cells = dict.fromkeys(columns, columns[NAME])
    columns[NAME] = columns[NAME].map(without_unit)
    return table.picked([row for row, _ in pairs], columns), of_cells


def _wide(table: Table, said: object) -> tuple[str, list[str]]:
    if said == "period":
        return "period", _existing(table, [name for name in table.columns if _is_period(name)])
    if isinstance(said, Mapping) and len(cast("Mapping[object, object]", said)) == 1:
        ((role, names),) = cast("Mapping[str, Sequence[str]]", said).items()
        if role in ("period", "metric", "region") and not isinstance(names, str):
            return role, _existing(table, names)
    raise LoadError(
        "`wide` is 'period', or the list of columns of a period, metric or region.",
        suggestion="Write wide = {period = ['2021', '2022']}.",
    )


def _existing(table: Table, names: Sequence[str]) -> list[str]:
    lacking = [str(name)[:60] for name in names if name not in table.columns]
    if lacking or not names:
        what = f"no column {lacking[0]!r}" if lacking else "no column named for a period"
        raise LoadError(f"{table.path} has {what}, which `wide` asks for.")
    return list(names)


def _is_period(name: str) -> bool:
    try:
        parse_period(without_unit(name))
    except PeriodError:
        return False
    return True
