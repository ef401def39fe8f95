"""SDMX-CSV 1.0, 2.0 and 2.1: the columns of statistical data, with periods and units in words.

Recognised by its first column (DATAFLOW in 1.0, STRUCTURE in 2.0) beside TIME_PERIOD and OBS_VALUE.
Where labels stand beside codes ("REF_AREA: Reference area"), or in a column after each (2.0 with
STRUCTURE_NAME), the codes count. Rows are observations unless a column RECORD_TYPE says otherwise.

Source: SDMX-CSV field guides 1.0 and 2.0 (SDMX Technical Working Group).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from regiontargets.findings import Finding

from .column import Column, combined, constant
from .sdmx_time import period_words
from .table import Table

FINDINGS = {"F154": "a row of an SDMX-CSV file that deletes a value"}
"""What reading SDMX-CSV may find."""

_LABEL = ": "
_HEAD = ("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION")
_KIND = "RECORD_TYPE"
_PERIOD = ("TIME_PERIOD", "PERIOD_KIND", "PERIOD_YEAR")
_MOST_ZEROS = 60


def is_sdmx_csv(table: Table) -> bool:
    """Whether a table is SDMX-CSV."""
    names = [name.split(_LABEL)[0] for name in table.columns]
    first = names[0].partition("[")[0] if names else ""
    return first in _HEAD[:2] and {"TIME_PERIOD", "OBS_VALUE"} <= {*names}


def from_sdmx_csv(table: Table) -> Table:
    """The table as one of observations, without what only SDMX needs."""
    table = _without_deletions(_without_labels(table))
    columns = dict(table.columns)
    columns["TIME_PERIOD"] = _periods(columns, table.rows)
    if "UNIT_MULT" in columns:
        columns["OBS_VALUE"] = combined([columns["OBS_VALUE"], columns.pop("UNIT_MULT")], scaled)
    if columns.get("OBS_STATUS") and set(columns["OBS_STATUS"].values) <= {"A", ""}:
        del columns["OBS_STATUS"]  # a normal value, which is not worth saying
    if _KIND not in columns:
        columns[_KIND] = constant("observation", table.rows)
    gone = {*_HEAD, *_PERIOD[1:]}
    kept = {name: each for name, each in columns.items() if name.partition("[")[0] not in gone}
    return replace(table, columns=kept)


def _without_labels(table: Table) -> Table:
    """The codes alone, where labels stand beside them."""
    if "STRUCTURE_NAME" in table.columns:
        stated = [name for name in table.columns if name.partition("[")[0] not in _HEAD]
        labels = set(stated[1::2])  # a column of labels follows each column of codes
        kept = {name: each for name, each in table.columns.items() if name not in labels}
        return replace(table, columns=kept)
    if not any(_LABEL in name for name in table.columns):
        return table
    columns: dict[str, Column[str]] = {}
    for name, column in table.columns.items():
        labelled = all(_LABEL in cell for cell in column.values if cell)
        code = name.split(_LABEL)[0]
        columns[code if code not in columns else name] = (
            column.map(lambda cell: cell.split(_LABEL)[0]) if labelled else column
        )
    return replace(table, columns=columns)


def _without_deletions(table: Table) -> Table:
    actions = table.columns.get("ACTION")
    if actions is None or "D" not in actions.values:
        return table
    gone = [row for row in range(table.rows) if actions.value(row) == "D"]
    kept = [row for row in range(table.rows) if actions.value(row) != "D"]
    finding = Finding(
        "F154",
        f"{len(gone)} {'row' if len(gone) == 1 else 'rows'} with the action D left out",
        "note",
        table.place(gone[0], "ACTION"),
        "D",
        "such a row takes a value back that another file states",
    )
    found = table.picked(kept)
    return replace(found, findings=(*found.findings, finding))


def _periods(columns: Mapping[str, Column[str]], rows: int) -> Column[str]:
    """The periods in words, but in reporting years that begin on another day as they stand."""
    starts = columns.get("REPORTING_YEAR_START_DAY", constant("", rows))
    if not {*starts.values} <= {"", "--01-01"}:
        return columns["TIME_PERIOD"]
    cells = [columns.get(name, constant("", rows)) for name in _PERIOD]
    return combined(cells, period_words)


def scaled(value: str, zeros: str) -> str:
    """A value by its UNIT_MULT, the power of ten that it is in.

    >>> scaled("12.44", "6"), scaled("NaN", "6"), scaled("5", "")
    ('12440000', 'NaN', '5')
    """
    try:
        number, power = Decimal(value), int(zeros)
    except (InvalidOperation, ValueError):
        return value
    if not number.is_finite() or abs(power) > _MOST_ZEROS:
        return value
    return f"{number.scaleb(power):f}"
