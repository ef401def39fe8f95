"""The long format of the Integrated Assessment Modeling Consortium, as pyam reads it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from regiontargets.model import Dataset
from regiontargets.model.number import number_text, to_decimal

from .exact import write_csv
from .statements import Statement, statements

NAME = "iamc"
TITLE = "IAMC long format (model, scenario, region, variable, unit, year, value)"
COLUMNS = ("model", "scenario", "region", "variable", "unit", "year", "value")

_MODEL = "regiontargets"


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write one row a value; the format takes one value for each key, and years only.

    Raises:
        OSError: the file cannot be written.
    """
    known, lost = statements(dataset)
    rows: dict[tuple[str, ...], str] = {}
    for each in known:
        for variable, value in _values(each):
            unit = each.amount.unit or ""
            year = str(each.period.year)
            key = (_MODEL, each.kind, each.region.code, variable, unit, year)
            text = number_text(to_decimal(value))
            if rows.setdefault(key, text) != text:
                lost.append(f"{each.record.id} is left out: another value has its key.")
    write_csv(path, COLUMNS, ([*key, value] for key, value in rows.items()))
    return tuple(lost)


def _values(each: Statement) -> Iterator[tuple[str, Decimal | Fraction]]:
    """The comparator is the last part of the variable; a range is two of them."""
    amount, change = each.amount, each.record.change
    variable = each.metric.code if change == "level" else f"{each.metric.code}|{change}"
    if amount.upper is not None:
        yield f"{variable}|lower", amount.value
        yield f"{variable}|upper", amount.upper
    else:
        exact = amount.comparator == "exactly"
        yield (variable if exact else f"{variable}|{amount.comparator}"), amount.value
