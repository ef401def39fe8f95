"""A table's file with the fixes of its findings made."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from functools import partial
from io import BytesIO
from pathlib import PurePath

from regiontargets.findings import Finding
from regiontargets.tables import Table
from regiontargets.tables.encoding import encoding_of

from . import delimited, json_lines, workbook
from .edits import applied
from .mended import Mended, difference

_FINAL_NEWLINE = re.compile(r"(?:\r\n|\r|\n)\Z")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mended_table(
    data: bytes, table: Table, findings: Iterable[Finding], encoding: str | None = None
) -> Mended | None:
    """The file of a table with every fix made that is safe; None where there is none.

    Its byte order mark, encoding, line ends, delimiter and quotation marks stay, and so does
    every cell without a fix. JSON arrays, YAML and Parquet are not mended.

    Args:
        data: the file's bytes.
        table: what was read of it.
        findings: what is wrong with it.
        encoding: its encoding; None: recognised.
    """
    fixable = [each for each in findings if each.fix and each.place.path == table.header.path]
    if not fixable:
        return None
    suffix = PurePath(table.path).suffix.lower()
    if suffix in (".xlsx", ".xlsm"):
        return _mended_workbook(data, table, fixable)
    if suffix in (".json", ".yaml", ".yml", ".parquet"):
        return None
    return _mended_text(data, table, fixable, encoding)


def _mended_workbook(data: bytes, table: Table, findings: list[Finding]) -> Mended | None:
    changed, lines = workbook.mended(data, table.sheet or "", findings)
    if not lines:
        return None
    head = [f"--- {table.header.path}", f"+++ {table.header.path}"]
    return Mended(changed, "\n".join([*head, *lines]) + "\n", len(lines) // 3)


def _mended_text(
    data: bytes, table: Table, findings: list[Finding], encoding: str | None
) -> Mended | None:
    mark, name = next((each for each in _MARKS if data.startswith(each[0])), (b"", ""))
    name = name or encoding_of(partial(BytesIO, data), table.path, encoding)
    before = data[len(mark) :].decode(name)
    if before.encode(name) != data[len(mark) :]:
        return None  # bytes that the encoding writes in another way would change
    if PurePath(table.path).suffix.lower() in (".jsonl", ".ndjson"):
        edits = json_lines.edits(before, findings)
    else:
        edits = delimited.edits(before, _names(table), findings)
    after, count = applied(before, edits)
    if not before.endswith(("\n", "\r")):  # nor does it now, where its last rows were taken out
        after = _FINAL_NEWLINE.sub("", after)
    try:
        written = mark + after.encode(name)
    except UnicodeEncodeError:
        return None
    if not count:
        return None
    return Mended(written, difference(before, after, table.path), count)


def _names(table: Table) -> list[str]:
    """The columns of the file itself."""
    return [name for name in table.columns if not name.startswith("\0")]
