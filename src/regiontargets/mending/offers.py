"""What could be written better in a table without changing what it says, each with its fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from regiontargets.assembly.tables import CuratedTable
from regiontargets.assembly.tables.cell_values import period_of
from regiontargets.assembly.tables.quantities import is_missing, read_quantity
from regiontargets.findings import Finding, Fix
from regiontargets.model import Region
from regiontargets.tables import Table

_WIDE = re.compile(r"[０-９]|(?<=[０-９\d])[．，](?=[０-９\d])|％|[＋](?=[０-９\d])")
_DASH = re.compile(r"(?<=[\d%％０-９])\s*(?:[‐-―−－]|——|──)\s*(?=[\d０-９])|^[‒–—−－](?=[\d０-９])")
_TO_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_QUANTITIES = ("amount", "lower", "upper", "equivalent")


@runtime_checkable
class _Names(Protocol):
    """A catalog that knows every region of a name."""

    def find(self, name: str, /) -> Sequence[Region]: ...


def plain(words: str) -> str:
    """Some words with their digits half-width and hyphens between their numbers.

    >>> plain("５％—６％"), plain("2021–2025年"), plain("完成——很好"), plain("−3.5")
    ('5%-6%', '2021-2025年', '完成——很好', '-3.5')
    """
    narrow = _WIDE.sub(lambda match: match[0].translate(_TO_PLAIN), words)
    return _DASH.sub("-", narrow)


def spellings(table: CuratedTable) -> Iterator[Finding]:
    """Every cell of a table that could be written better, as notes with their fixes."""
    for role in _QUANTITIES:
        yield from _respelt(table, role, _quantity)
    yield from _respelt(table, "unit", lambda unit: _quantity(f"1{unit}"))
    yield from _respelt(table, "period", lambda words: period_of(words, None, None))
    yield from _codes(table)


def _quantity(words: str) -> object:
    return read_quantity(words, "", "", "", "").amount


def _respelt(table: CuratedTable, role: str, read: Callable[[str], object]) -> Iterator[Finding]:
    """The cells of a role that mean the same when they are written plainly."""
    if role not in table.roles:
        return
    column = table.table.columns[table.roles[role]]
    new: dict[int, str] = {}
    for code, cell in enumerate(column.values):
        better = plain(cell)
        if better != cell and not is_missing(cell) and _same(read(cell), read(better)):
            new[code] = better
    if not new:
        return
    for row, code in enumerate(column.codes):
        if code in new:
            place, excerpt = table.places.of_row(row, role)
            yield Finding(
                "F152",
                f"{column.values[code][:60]!r} is written in full-width characters or dashes",
                "note",
                place,
                column.values[code],
                "other programs may not read them",
                f"Write {new[code][:60]}.",
                Fix("Write it in plain characters", new[code]),
                excerpt,
            )


def _same(before: object, after: object) -> bool:
    """Whether a cell says the same as before; if nothing could be read, now something can."""
    return after is not None and before in (None, after)


def _codes(table: CuratedTable) -> Iterator[Finding]:
    """The empty cells of a column of region codes whose names leave no doubt."""
    if "region_code" not in table.roles or not {"region", "part"} & table.roles.keys():
        return
    cells = table.table.columns[table.roles["region_code"]]
    empty = {code for code, cell in enumerate(cells.values) if not cell}
    if not empty:
        return
    regions, known = table.column("region"), list(cells.values)
    code_of = _writing(
        [(known[code], regions.value(row)) for row, code in enumerate(cells.codes) if known[code]]
    )
    rows = [row for row, code in enumerate(cells.codes) if code in empty]
    for row in rows:
        region: Region | None = regions.value(row)
        if region is None or (written := code_of(region)) is None:
            continue
        if not _is_doubtful(table, row, region):
            yield _code_missing(table, row, region, written)


def _writing(stated: list[tuple[str, Region | None]]) -> Callable[[Region], str | None]:
    """How the codes of a column are written: as the others in it are."""
    pairs = {(cell, region) for cell, region in stated if region is not None}
    if all(cell == region.code for cell, region in pairs):
        return lambda region: region.code
    schemes = {scheme for _, region in pairs for scheme in region.codes}
    for scheme in sorted(schemes):
        if all(region.codes.get(scheme, region.code) == cell for cell, region in pairs):
            return lambda region, scheme=scheme: region.codes.get(scheme)  # type: ignore[misc]
    return lambda _: None


def _is_doubtful(table: CuratedTable, row: int, region: Region) -> bool:
    """Whether a name is that of another region too, and nothing in its row decides."""
    around = [name for role in ("within", "part") if (name := table.roles.get(role))]
    if any(table.table.cell(row, name) for name in around):
        return False
    name = table.places.text(row, "region")
    catalog = table.regions
    namesakes = catalog.find(name) if isinstance(catalog, _Names) else ()
    return any(each.code != region.code for each in namesakes)


def _code_missing(table: CuratedTable, row: int, region: Region, code: str) -> Finding:
    place = table.table.place(row, table.roles["region_code"])
    return Finding(
        "F153",
        f"{region.name} has no code here",
        "note",
        place,
        reason="only one region bears the name",
        suggestion=f"Write {code}.",
        fix=Fix("Write the region's code", code),
    )


def with_row_fixes(findings: Iterable[Finding], table: Table) -> Iterator[Finding]:
    """The findings; a duplicate that repeats an earlier row cell for cell may be taken out."""
    findings = list(findings)
    rows = {
        each.place.row: None
        for each in findings
        if each.code == "D001" and each.place.path == table.header.path and each.place.row
    }
    earlier = _earlier_rows(table, rows.keys()) if rows else {}
    for each in findings:
        first = earlier.get(each.place.row or 0) if each.code == "D001" else None
        if first is None or each.severity != "error":
            yield each
            continue
        fix = Fix(f"Take out the row, which repeats row {first}", "")
        yield replace(each, place=replace(each.place, field=None), fix=fix)


def _earlier_rows(table: Table, wanted: Iterable[int]) -> dict[int, int]:
    """For each of some rows the first one that has the same cells, if that stands before it."""
    columns = [column.distinct().codes for column in table.columns.values()]
    numbers = table.numbers or range(1, table.rows + 1)
    at = {number: index for index, number in enumerate(numbers)}
    cells_of = {tuple(codes[at[number]] for codes in columns): 0 for number in wanted}
    for number, cells in zip(numbers, zip(*columns, strict=True), strict=True):
        if cells in cells_of:
            cells_of[cells] = min(number, cells_of[cells] or number)
    found = {n: cells_of[tuple(codes[at[n]] for codes in columns)] for n in wanted}
    return {number: first for number, first in found.items() if first < number}
