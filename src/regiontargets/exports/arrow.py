"""A dataset as an Arrow table, exact: its numbers are decimals, never floats."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from regiontargets.errors import MissingExtra
from regiontargets.model import Amount, Dataset
from regiontargets.model.number import number_text, to_decimal

from .exact import exact_columns, exact_records
from .flat import Cell
from .frames import CATEGORIES, DATES, FLAGS, INTEGERS, NUMBERS

if TYPE_CHECKING:
    import pyarrow as pa

PRECISION, SCALE = 38, 12
"""Digits of `value` and `upper`, and those behind the point: 38 are what decimal128 holds.

The scale is the same for every dataset, so that tables can be put together; 26 digits before the
point are a thousand times the world's output in the smallest currency unit.
"""

_STEP = Decimal(1).scaleb(-SCALE)
_WIDE = Context(prec=400)  # more than a number of ours has, see MAX_DIGITS and MAX_EXPONENT


def arrow_table(dataset: Dataset, *, needed_for: str = "ds.to_arrow()") -> pa.Table:
    """One row a record; dates as dates, words of a codelist as dictionaries.

    `value_fraction` and `upper_fraction` state in full what `value` and `upper` had to round, and
    what was too large for them and is null there.

    Args:
        dataset: the records.
        needed_for: what to say that pyarrow is needed for.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # deferred: an extra, and large
    except ImportError:
        raise MissingExtra("arrow", needed_for=needed_for, package="pyarrow") from None
    rows = exact_records(dataset)
    for record, row in zip(dataset.records, rows, strict=True):
        row.update(_numbers(record.amount))
    types: dict[str, pa.DataType] = {
        **dict.fromkeys(NUMBERS, pa.decimal128(PRECISION, SCALE)),
        **dict.fromkeys(INTEGERS, pa.int64()),
        **dict.fromkeys(FLAGS, pa.bool_()),
        **dict.fromkeys(DATES, pa.date32()),
        **dict.fromkeys(CATEGORIES, pa.dictionary(pa.int32(), pa.string())),
    }
    schema = pa.schema([(name, types.get(name, pa.string())) for name in exact_columns()])
    return pa.Table.from_pylist(rows, schema=schema)


def _numbers(amount: Amount | None) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name in NUMBERS if amount is not None else ():
        number: Decimal | Fraction | None = getattr(amount, name)
        fitted = None if number is None else fit(number)
        cells[name] = fitted
        if number is not None and fitted != number:
            cells[f"{name}_fraction"] = number_text(number)
    return cells


def fit(number: Decimal | Fraction) -> Decimal | None:
    """The number as the columns hold it, rounded where it has more places; None if too large.

    >>> fit(Fraction(100, 3)), fit(Decimal("1e30"))
    (Decimal('33.333333333333'), None)
    """
    rounded = to_decimal(number, digits=100).quantize(_STEP, context=_WIDE)
    return rounded if rounded.adjusted() < PRECISION - SCALE else None
