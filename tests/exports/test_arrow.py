"""Arrow tables and Parquet files, read back by pyarrow, polars and pandas."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regiontargets.api import load
from regiontargets.errors import MissingExtra
from regiontargets.model import Amount, Dataset, Metric, Observation, Period, Records, Target
from regiontargets.tables import read_tables

if TYPE_CHECKING:
    import pyarrow as pa

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

SHARE = Metric(code="share", name="Share", unit="percent", kind="share")


def aim(name: str, amount: Amount | None) -> Target:
    return Target(
        id=name,
        metric=SHARE,
        amount=amount,
        period=Period.by_year(2025),
        announced=date(2022, 1, 2),
    )


DATASET = Dataset(
    targets=Records(
        [
            aim("exact", Amount(comparator="between", value="5.5", upper=6, unit="percent")),
            aim("large", Amount(value="1234567890123456.78", unit="CNY")),
            aim("third", Amount(value=Fraction(100, 3), unit="percent")),
            aim("fine", Amount(value="0.00000000000049", unit="percent")),
            aim("huge", Amount(value="1e30", unit="CNY")),
            aim("none", None),
        ]
    ),
    observations=Records([Observation(id="o")]),
)


def column(table: pa.Table, name: str) -> list[object]:
    return list(table.column(name).to_pylist())


def test_numbers_are_decimals_and_nothing_is_lost() -> None:
    table = DATASET.to_arrow()
    assert str(table.schema.field("value").type) == "decimal128(38, 12)"
    assert column(table, "value") == [
        Decimal("5.5"),
        Decimal("1234567890123456.78"),
        Decimal("33.333333333333"),
        Decimal(0),
        None,
        None,
        None,
    ]
    assert column(table, "value_fraction") == [
        None,
        None,
        "100/3",
        "0.00000000000049",
        "1" + "0" * 30,
        None,
        None,
    ]
    assert column(table, "upper")[0] == 6


def test_columns_are_typed() -> None:
    schema = DATASET.to_arrow().schema
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert types["announced"] == types["period_end"] == "date32[day]"
    assert types["year"] == "int64"
    assert types["absent"] == "bool"
    assert types["comparator"].startswith("dictionary<values=string")
    assert types["region"] == "string"


def test_tables_of_any_datasets_can_be_put_together() -> None:
    import pyarrow as pa

    assert Dataset().to_arrow().schema == DATASET.to_arrow().schema
    assert pa.concat_tables([DATASET.to_arrow(), Dataset().to_arrow()]).num_rows == 7


def test_others_read_parquet(tmp_path: Path) -> None:
    import pandas as pd
    import polars as pl
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    assert DATASET.export(path, "parquet") == ()
    assert parquet.read_table(path).equals(DATASET.to_arrow())
    frame = pl.read_parquet(path)
    assert frame.schema["value"] == pl.Decimal(38, 12)
    assert frame.schema["announced"] == pl.Date
    assert frame["kind"].to_list() == ["target"] * 6 + ["observation"]
    assert pd.read_parquet(path)["value"][1] == Decimal("1234567890123456.78")


def test_a_parquet_file_is_a_table_again(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    DATASET.export(path, "parquet")
    (table,) = read_tables(str(path), path=path)
    assert [table.cell(row, "value") for row in range(3)] == [
        "5.5",
        "1234567890123456.78",
        "33.333333333333",
    ]
    assert [each.id for each in load(path).targets] == [each.id for each in DATASET.targets]


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"regiontargets\[arrow\]"):
        DATASET.to_arrow()
