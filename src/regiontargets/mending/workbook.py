"""Cells of a workbook changed in place: nothing else in its archive is touched.

A workbook that a library reads and saves again loses what the library does not know (charts, pivot
tables, signatures). So the cell is changed in the sheet's own XML, and every other part is copied.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from regiontargets.findings import Finding, Place
from regiontargets.tables.header import column_names

from .edits import Edit, applied, new_cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = re.compile(r"<sheet\b[^>]*>")
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_ROW = re.compile(r'<row r="(\d+)"[^>]*?(?<!/)>(.*?)</row>', re.DOTALL)
_REFERENCE = re.compile(r'<c r="([A-Z]+)\d+"')
_STYLE = re.compile(r'\bs="\d+"')


def mended(data: bytes, sheet: str, findings: Iterable[Finding]) -> tuple[bytes, list[str]]:
    """A workbook with the fixes of one sheet's cells, and each as three lines of a difference.

    Rows stay, also those that repeat others: what refers to the rows below them would change.

    Args:
        data: the workbook.
        sheet: the sheet's name.
        findings: with rows and fields of it.
    """
    import openpyxl  # deferred: an extra, which the workbook was read with

    book = openpyxl.load_workbook(BytesIO(data))
    opened = book[sheet]
    number = next(index for index, row in enumerate(opened.iter_rows(), 1) if _filled(row))
    changes = [each for each in _changes(opened, number, findings) if each is not None]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        part = _part_of(archive, book.sheetnames.index(sheet))
        xml = archive.read(part).decode("utf-8") if part else ""
        made = dict(_edits(xml, changes))
        if not made or part is None:
            return data, []
        after, _ = applied(xml, made.values())
        lines = [
            line for each in made for line in (f"@@ {each.cell} @@", f"-{each.old}", f"+{each.new}")
        ]
        return _copied(archive, part, after.encode("utf-8")), lines


@dataclass(frozen=True, slots=True)
class _Change:
    cell: str
    row: int
    column: int
    old: str
    new: str


def _filled(row: Sequence[object]) -> bool:
    return any(getattr(cell, "value", None) not in (None, "") for cell in row)


def _changes(
    sheet: Worksheet, header: int, findings: Iterable[Finding]
) -> Iterable[_Change | None]:
    named = [str(cell.value or "").strip() for cell in sheet[header]]
    names = column_names(named, Place())[0]
    for finding in findings:
        place, fix = finding.place, finding.fix
        if fix is None or place.row is None or place.field not in names:
            continue
        row, column = header + place.row, names.index(place.field) + 1
        cell = sheet.cell(row, column)
        old = "" if cell.value is None else cell.value
        if isinstance(old, str) and cell.data_type != "f":
            new = new_cell(old, finding.text, fix.replacement)
            yield None if new is None else _Change(cell.coordinate, row, column, old, new)


def _part_of(archive: zipfile.ZipFile, index: int) -> str | None:
    """The part of the archive that holds a sheet."""
    sheets = _SHEET.findall(archive.read("xl/workbook.xml").decode("utf-8"))
    relations = _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode("utf-8"))
    if index >= len(sheets):
        return None
    of_sheet = dict(_ATTRIBUTE.findall(sheets[index]))
    for each in relations:
        of_part = dict(_ATTRIBUTE.findall(each))
        if of_part.get("Id") == of_sheet.get("r:id"):
            target = of_part.get("Target", "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            return part if part in archive.namelist() else None
    return None


def _edits(xml: str, changes: Iterable[_Change]) -> Iterator[tuple[_Change, Edit]]:
    """What the changes make of a sheet; none where a cell is not found as it should be."""
    wanted = {each.cell: each for each in changes}
    for found in _CELL.finditer(xml):
        change = wanted.pop(found[1], None)
        if change is not None and "<f" not in (found[3] or ""):
            style = _STYLE.search(found[2])
            new = _cell(change, style[0] if style else "")
            yield change, Edit(found.start(), found.end(), new)
    by_row: defaultdict[int, list[_Change]] = defaultdict(list)
    for change in wanted.values():
        by_row[change.row].append(change)
    for row in _ROW.finditer(xml) if by_row else ():
        for change in by_row.get(int(row[1]), ()):
            if not change.old and f'"{change.cell}"' not in row[2]:
                at = _place_in(row, change.column)
                yield change, Edit(at, at, _cell(change, ""))


def _place_in(row: re.Match[str], column: int) -> int:
    """Where in its row a cell goes that has no element yet: before the next one."""
    for each in _REFERENCE.finditer(row[2]):
        if _number(each[1]) > column:
            return row.start(2) + each.start()
    return row.end(2)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _cell(change: _Change, style: str) -> str:
    attributes = " ".join(filter(None, [f'r="{change.cell}"', style, 't="inlineStr"']))
    text = f'<t xml:space="preserve">{escape(change.new, quote=False)}</t>'
    return f"<c {attributes}><is>{text}</is></c>"


def _copied(archive: zipfile.ZipFile, part: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        copy.comment = archive.comment
        for info in archive.infolist():
            copy.writestr(info, content if info.filename == part else archive.read(info))
    return out.getvalue()
