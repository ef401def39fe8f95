"""Rows of CSV and TSV: a header, then a row a code; lists within a cell separated by `;`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from regiontargets.findings import Finding, Place

from .row import Row, Table, unreadable

_DELIMITERS = ",\t;"


def read_csv(path: str, text: str) -> Table:
    r"""The rows of a CSV or TSV text; the delimiter is the one its header uses most.

    >>> table = read_csv("own.csv", "code,unit\nwell_being,percent\n")
    >>> table.rows[0].line, table.rows[0].text("unit")
    (2, 'percent')
    """
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    findings: list[Finding] = []
    try:
        header = [each.strip() for each in next(reader, [])]
        if not any(header):
            return unreadable(path, "it is empty")
        for row in _rows(path, header, reader):
            (findings if isinstance(row, Finding) else rows).append(row)  # type: ignore[arg-type]
    except csv.Error as error:
        broken = unreadable(path, str(error), reader.line_num or 1)
        return Table.joined([Table(tuple(rows), tuple(findings)), broken])
    return Table(tuple(rows), tuple(findings))


def _rows(path: str, header: list[str], reader: Iterator[list[str]]) -> Iterator[Row | Finding]:
    number = 0
    before: int = reader.line_num  # type: ignore[attr-defined]
    for cells in reader:
        line, before = before + 1, reader.line_num  # type: ignore[attr-defined]
        if not any(each.strip() for each in cells):
            continue
        number += 1
        if len(cells) == len(header):
            yield Row(path, line, dict(zip(header, cells, strict=True)), number=number)
        else:
            yield _ragged(Place(path=path, line=line, row=number), len(cells), len(header))


def _ragged(place: Place, found: int, expected: int) -> Finding:
    return Finding(
        "F102",
        f"a row of {found} cells under a header of {expected}",
        place=place,
        reason="nothing says which cell belongs to which column",
        suggestion="Put text that holds the delimiter into quotation marks.",
    )
