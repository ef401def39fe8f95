"""Rows of CSV and TSV: a header, then a row a code; lists within a cell separated by `;`."""

from __future__ import annotations

import csv
import io
from collections import Counter

from regiontargets.findings import Finding, Place

from .row import Row, Table, repeated_key, unreadable

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
    records: list[tuple[int, list[str]]] = []
    broken = Table()
    begins = 1
    try:
        for cells in reader:
            records.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        broken = unreadable(path, str(error), begins)
    if not records and not broken.findings:
        return unreadable(path, "it is empty")
    return Table.joined([_table(path, records), broken])


def _table(path: str, records: list[tuple[int, list[str]]]) -> Table:
    rows: list[Row] = []
    findings: list[Finding] = []
    header = [each.strip() for each in records[0][1]] if records else []
    columns = Counter(name for name in header if name)
    findings += [repeated_key(path, 1, name) for name, times in columns.items() if times > 1]
    filled = [(line, cells) for line, cells in records[1:] if any(map(str.strip, cells))]
    for number, (line, cells) in enumerate(filled, 1):
        if len(cells) == len(header):
            # Backwards, so that of two columns of one name the first one stays.
            pairs = zip(reversed(header), reversed(cells), strict=True)
            rows.append(Row(path, line, dict(pairs), number=number))
        else:
            place = Place(path=path, line=line, row=number)
            findings.append(_ragged(place, len(cells), len(header)))
    return Table(tuple(rows), tuple(findings))


def _ragged(place: Place, found: int, expected: int) -> Finding:
    return Finding(
        "F102",
        f"a row of {found} cells under a header of {expected}",
        place=place,
        reason="nothing says which cell belongs to which column",
        suggestion="Put text that holds the delimiter into quotation marks.",
    )
