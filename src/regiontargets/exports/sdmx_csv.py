"""SDMX-CSV 2.0, one row a record.

Layout: SDMX-CSV field guide 2.0 (SDMX technical working group); OBS_STATUS is of CL_OBS_STATUS
(A: a normal value). That list has no word for a target, so RECORD_TYPE tells them apart.
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.model import Dataset, Period, Target
from regiontargets.model.number import number_text, to_decimal

from .exact import cell_text, write_csv
from .statements import Statement, statements

NAME = "sdmx-csv"
TITLE = "SDMX-CSV 2.0"

STRUCTURE_ID = "REGIONTARGETS:TARGETS(1.0)"
DIMENSIONS = ("REF_AREA", "INDICATOR", "RECORD_TYPE", "RECORD", "UNIT_MEASURE", "TIME_PERIOD")
ATTRIBUTES = (
    *(
        "UPPER_VALUE",
        "COMPARATOR",
        "CHANGE",
        "ANNOUNCED",
        "PERIOD_KIND",
        "PERIOD_YEAR",
        "OBS_STATUS",
    ),
)
COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write the records whose region, metric, period and amount are known.

    Raises:
        OSError: the file cannot be written.
    """
    known, lost = statements(dataset)
    write_csv(path, COLUMNS, [_row(each) for each in known])
    return tuple(lost)


def _row(each: Statement) -> list[str]:
    record, amount = each.record, each.amount
    announced = record.announced if isinstance(record, Target) else None
    upper = "" if amount.upper is None else number_text(to_decimal(amount.upper))
    return [
        *("dataflow", STRUCTURE_ID, "I"),
        *(each.region.code, each.metric.code, each.kind, record.id),
        *(amount.unit or "", time_period(each.period)),
        number_text(to_decimal(amount.value)),
        *(upper, amount.comparator, record.change, cell_text(announced)),
        *(each.period.kind, str(each.period.year), "A"),
    ]


def time_period(period: Period) -> str:
    """A period as SDMX writes it; a span as its first day and its length, a deadline as its day.

    >>> time_period(Period.of_year(2025)), time_period(Period.by_year(2025))
    ('2025', '2025-12-31')
    """
    start, end = period.start, period.end
    if start is None or start == end:
        return end.isoformat()
    if period.kind == "year":
        return str(period.year)
    if period.kind == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if period.kind == "half":
        return f"{start.year}-S{1 if start.month <= 6 else 2}"
    if period.kind == "month":
        return f"{start.year}-{start.month:02}"
    return f"{start.isoformat()}/P{(end - start).days + 1}D"
