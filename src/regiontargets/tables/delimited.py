"""CSV and TSV: delimiter and encoding recognised, broken rows reported, the rest read."""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place

from .column import Column
from .delimited_frame import read_framed
from .encoding import GUESSED, codecs_name, encoding_of
from .header import MOST_TITLES, column_names, titles_above
from .table import Table

_DELIMITERS = ",\t;|"
_RETRIES = 50
"""Broken quotes after which quotes are no longer believed: each costs a second look."""
_CHUNK = 4096
_MOST_COLUMNS = 16_384

Record = tuple[int, list[str]]
_NO_RECORD: Record = (1, [])


def read_delimited(
    stream: Callable[[], BinaryIO],
    name: str,
    *,
    encoding: str | None = None,
    path: Path | None = None,
) -> Table:
    """Read a table of values between delimiters.

    Args:
        stream: opens the file's bytes.
        name: the file, as findings shall show it.
        encoding: its encoding; None: recognised.
        path: where it lies; None: it is in memory.

    Raises:
        LoadError: it is not text, or empty.
    """
    if encoding is None or codecs_name(encoding) == "utf-8":
        framed = read_framed(stream, path, name, _delimiter)
        if framed is not None:
            return framed
    found = encoding_of(stream, name, encoding)
    findings: list[Finding] = []
    if found == GUESSED and encoding is None:
        reason = "it is not UTF-8, and has no byte order mark"
        message = "the file was read as GB18030"
        findings.append(Finding("F140", message, "note", Place(name), reason=reason))
    with io.TextIOWrapper(stream(), found, newline="") as text:
        return _table(text, name, findings)


def _table(text: io.TextIOWrapper, name: str, findings: list[Finding]) -> Table:
    head = list(islice(text, 20))
    delimiter = _delimiter(head, name)
    records = _records(chain(head, text), delimiter, name, findings)
    first = list(islice(records, MOST_TITLES + 1))
    del first[: titles_above(cells for _, cells in first)]
    records = chain(first, records)
    line, header = next(records, _NO_RECORD)
    if not header:
        raise LoadError(f"{name} holds no table: it is empty.")
    if len(header) > _MOST_COLUMNS:
        raise LoadError(f"{name} has more than {_MOST_COLUMNS:,} columns.")
    names, more = column_names(header, Place(name, line=line))
    findings += more
    return _Builder(name, names, findings).built(records)


def _delimiter(head: list[str], name: str) -> str:
    first = next((line for line in head if line.strip()), "")
    if "\0" in "".join(head):
        raise LoadError(f"{name} is not text: it holds NUL characters.")
    if not any(mark in first for mark in _DELIMITERS):  # it may be a title
        first = next((line for line in head if any(mark in line for mark in _DELIMITERS)), first)
    unquoted = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=lambda each: (unquoted.count(each), -_DELIMITERS.index(each)))


def _records(
    lines: Iterator[str], delimiter: str, name: str, findings: list[Finding]
) -> Iterator[Record]:
    """The records with their first lines; a quote that never closes ends with its own line."""
    seen: list[str] = []

    def remembered() -> Iterator[str]:
        for line in waiting:
            seen.append(line)
            yield line

    waiting, number, retries = lines, 1, 0
    while True:
        reader = csv.reader(remembered(), delimiter=delimiter, strict=True)
        if retries >= _RETRIES:
            reader = csv.reader(remembered(), delimiter=delimiter, quoting=csv.QUOTE_NONE)
        try:
            for cells in reader:
                if cells:
                    yield number, cells
                number += len(seen)
                seen.clear()
        except csv.Error as error:
            findings.append(_broken(seen[0], number, name, str(error)))
            retries += 1
            yield number, seen[0].rstrip("\r\n").split(delimiter)
            waiting, number = chain(seen[1:], waiting), number + 1
            seen = []
            continue
        return


def _broken(line: str, number: int, name: str, why: str) -> Finding:
    message, reason, advice = _BROKEN[_breach(line, why)]
    place = Place(name, line=number)
    return Finding("F142", message, "error", place, line.strip()[:200], reason, advice)


def _breach(line: str, why: str) -> str:
    """What is wrong with a line that the reader gave up on."""
    if "field limit" in why and line.count('"') % 2 == 0:
        return "long"
    return "open" if "field limit" in why or "end of data" in why else "closed"


_ENDS_WITH_ONE = "a cell that begins with one ends with one, before the next delimiter"
_CLOSE_IT = "Close the cell, and double the quotation marks inside it."
_BROKEN = {
    "open": ("a quotation mark is never closed", _ENDS_WITH_ONE, _CLOSE_IT),
    "closed": ("a quotation mark closes too soon", _ENDS_WITH_ONE, _CLOSE_IT),
    "long": (
        f"a cell of more than {csv.field_size_limit():,} characters",
        "no cell is read that is as long; the line was cut at its delimiters",
        "Keep the text in a file of its own, and name it in the column of the source.",
    ),
}


class _Builder:
    """Puts records into columns, a chunk at a time."""

    def __init__(self, name: str, names: list[str], findings: list[Finding]) -> None:
        self.name = name
        self.names = names
        self.findings = findings
        self.lines = array("L")
        self._known: list[dict[str, int]] = [{} for _ in names]
        self._codes: list[array[int]] = [array("L") for _ in names]

    def built(self, records: Iterator[Record]) -> Table:
        """The table of all records."""
        while chunk := list(islice(records, _CHUNK)):
            for line, cells in chunk:
                if len(cells) != len(self.names):
                    self._mend(line, cells)
                self.lines.append(line)
            self._add([cells for _, cells in chunk])
        columns = {
            name: Column(list(known), codes)
            for name, known, codes in zip(self.names, self._known, self._codes, strict=True)
        }
        return Table(self.name, columns, len(self.lines), lines=self.lines, findings=self.findings)

    def _add(self, rows: list[list[str]]) -> None:
        columns = zip(*rows, strict=True)
        for cells, known, codes in zip(columns, self._known, self._codes, strict=True):
            codes.extend([known.setdefault(cell.strip(), len(known)) for cell in cells])

    def _mend(self, line: int, cells: list[str]) -> None:
        """Give a record as many cells as there are columns; what is too much joins the last."""
        width, found = len(self.names), len(cells)
        if any(cells[width:]) or found < width:
            place = Place(self.name, line=line, row=len(self.lines) + 1)
            self.findings.append(_ragged(found, width, cells, place))
        cells[width - 1 :] = [" ".join(filter(None, cells[width - 1 :]))]
        cells += [""] * (width - len(cells))


def _ragged(found: int, width: int, cells: list[str], place: Place) -> Finding:
    return Finding(
        "F141",
        f"a row of {found} cells in a table of {width} columns",
        "error" if found > width else "warning",
        place,
        " | ".join(cells)[:200],
        reason="values may stand under the wrong column"
        if found > width
        else "the last columns were taken as empty",
        suggestion="Quote cells that contain the delimiter.",
    )
