"""The fields of codelists: their names, and what is said of those that are not right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import TYPE_CHECKING

from regiontargets.findings import Finding, Place

from .row import Cell, Row

if TYPE_CHECKING:
    from pydantic import ValidationError

FINDINGS = {
    "F100": "a codelist that is not the CSV, YAML or TOML that its suffix says",
    "F102": "a row that is no set of fields: too many cells, too few, or none",
    "F103": "a field that codelists do not have",
    "F104": "a field that is missing",
    "F105": "a value that its field cannot have",
    "F106": "a code, a column or a key that is given twice",
    "F108": "a code referred to that is not known",
}
"""What reading codelists may find."""

# Other headings that people use, for every kind of list.
_HEADINGS = {
    "name_en": "name",
    "english": "name",
    "label": "name",
    "英文名": "name",
    "英文名称": "name",
    "en": "name",
    "names.en": "name",
    "zh": "name_zh",
    "chinese": "name_zh",
    "names.zh": "name_zh",
    "中文名": "name_zh",
    "中文名称": "name_zh",
    "名称": "name_zh",
    "alias": "aliases",
    "别名": "aliases",
    "代码": "code",
    "编码": "code",
    "单位": "unit",
    "level_name": "level",
    "级别": "level",
    "上级": "parent",
    "定义": "definition",
    "来源": "source",
}


def known_fields(row: Row, fields: Iterable[str]) -> tuple[Row, list[Finding]]:
    """The row under the usual names of its fields, and the fields that there are not.

    Args:
        row: a row of a codelist.
        fields: the fields of its kind; one that ends in `.` stands for any that begins so.
    """
    allowed = tuple(fields)
    cells: dict[str, Cell] = {}
    lines: dict[str, int] = {}
    findings: list[Finding] = []
    for name, cell in row.cells.items():
        field = _HEADINGS.get(name.strip().lower(), name.strip().lower())
        if field in allowed or field.startswith(tuple(each for each in allowed if each[-1] == ".")):
            cells[field] = cell
            lines[field] = row.lines.get(name, row.line)
        elif name.strip() and row.text(name):
            findings.append(_unknown(row, name, allowed))
    return replace(row, cells=cells, lines=lines), findings


def _unknown(row: Row, name: str, fields: tuple[str, ...]) -> Finding:
    near = get_close_matches(name[:60].lower(), fields, n=1)
    listed = ", ".join(each + "…" if each.endswith(".") else each for each in fields)
    shown = name if len(name) <= 60 else name[:57] + "..."
    # A column is unknown once, in the header, however many rows it has.
    line = row.place(name).line if row.number is None else 1
    return Finding(
        "F103",
        f"there is no field {shown!r}",
        "warning",
        Place(path=row.path, line=line, field=name),
        text=shown,
        suggestion=f"Did you mean {near[0]!r}?" if near else f"Fields are {listed}.",
    )


def missing(row: Row, name: str, why: str) -> Finding:
    """A finding about a field that is not stated."""
    return row.finding("F104", f"{name!r} is missing", name, reason=why)


def given_twice(row: Row, code: str, first: Row) -> Finding:
    """A finding about a code that an earlier row has."""
    where = f"{first.path}:{first.line}"
    return row.finding(
        "F106", f"{code!r} is given twice", "code", reason=f"{where} has it already; it stays"
    )


def invalid_values(
    row: Row, error: ValidationError, fields: Mapping[str, str]
) -> Iterator[Finding]:
    """What a model says of the values that it refuses.

    Args:
        row: the row that states them.
        error: the refusal.
        fields: a codelist's names for the model's fields, where they differ.
    """
    for each in error.errors(include_url=False):
        names = [str(part) for part in each["loc"] if isinstance(part, str)]
        name = fields.get(".".join(names), names[0] if names else "code")
        reason = str(each["msg"]).removeprefix("Value error, ")
        text = row.text(name)[:60]
        yield row.finding("F105", f"{name} cannot be {text!r}", name, reason=reason)


def excluding_bounds(row: Row) -> list[Finding]:
    """What is wrong with a lowest value above the highest."""
    try:
        low, high = Decimal(row.text("low")), Decimal(row.text("high"))
    except InvalidOperation:
        return []  # Not both are stated, or the model says that one is no number.
    if not low > high:
        return []
    reason = f"the lowest value, {low}, lies above the highest, {high}"
    return [row.finding("F105", "the bounds exclude every value", "low", reason=reason)]
