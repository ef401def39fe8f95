"""Cells as a Table Schema says they are written, in the one way that a table's cells are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias, cast

from .table import Table

Fields: TypeAlias = Mapping[str, object]
"""An object of JSON."""

_NUMBERS = ("number", "integer", "year")


def fields_of(value: object) -> Fields:
    """An object of JSON; empty if it is none."""
    return cast("Fields", value) if isinstance(value, Mapping) else {}


def plain_cells(table: Table, schema: Fields) -> Table:
    """The table without missing values, its numbers with a decimal point and its dates as ISO 8601.

    Source: Table Schema 1.0, "Types and formats", "Missing values".
    """
    missing = frozenset(_texts(schema.get("missingValues"))) | {""}
    listed = schema.get("fields")
    fields = {
        str(each.get("name")): each
        for each in map(fields_of, cast("list[object]", listed) if isinstance(listed, list) else [])
    }

    def plain(field: Fields) -> Callable[[str], str]:
        change = _change(field)
        return lambda cell: "" if cell in missing else change(cell)

    columns = {
        name: column.map(plain(fields.get(name, {}))) for name, column in table.columns.items()
    }
    return replace(table, columns=columns)


def _texts(value: object) -> list[str]:
    """The texts of a list; of objects (Table Schema 2.0) their values."""
    listed = cast("list[object]", value) if isinstance(value, list) else []
    return [str(fields_of(each).get("value", each)) for each in listed]


def _change(field: Fields) -> Callable[[str], str]:
    kind, pattern = field.get("type"), str(field.get("format", ""))
    if kind in _NUMBERS:
        return lambda cell: number_text(
            cell, str(field.get("decimalChar", ".")), str(field.get("groupChar", ""))
        )
    if kind == "date" and "%" in pattern:
        return lambda cell: date_text(cell, pattern)
    return lambda cell: cell


def number_text(cell: str, decimal_char: str, group_char: str) -> str:
    """A number with a decimal point and no other separators.

    >>> number_text("1.234,5", ",", ".")
    '1234.5'
    """
    if group_char:
        cell = cell.replace(group_char, "")
    return cell if decimal_char in ("", ".") else cell.replace(decimal_char, ".")


def date_text(cell: str, pattern: str) -> str:
    """A date of a pattern as ISO 8601; the cell itself if it is none.

    >>> date_text("17/02/2022", "%d/%m/%Y"), date_text("soon", "%d/%m/%Y")
    ('2022-02-17', 'soon')
    """
    try:  # a date has no zone
        return datetime.strptime(cell, pattern).date().isoformat()
    except ValueError:
        return cell
