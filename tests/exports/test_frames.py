from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import polars as pl

from regiontargets.model import (
    Amount,
    Dataset,
    Metric,
    Observation,
    Period,
    Records,
    Region,
    Target,
)

DATASET = Dataset(
    targets=Records(
        [
            Target(
                id="t",
                region=Region(code="CN-GD", name="Guangdong"),
                metric=Metric(code="share", name="Share", unit="percent", kind="share"),
                amount=Amount(comparator="more_than", value=Fraction(100, 3), unit="percent"),
                period=Period.by_year(2025),
            )
        ]
    ),
    observations=Records([Observation(id="o")]),
)


def test_records_are_flat_and_plain() -> None:
    first, second = DATASET.to_records()
    assert first["region"] == "CN-GD"
    assert first["value"] == Decimal("33.33333333333333333333333333")
    assert first["period_end"] == date(2025, 12, 31)
    assert first["year"] == 2025
    assert second["value"] is None
    assert list(first) == list(second)


def test_pandas_columns_are_typed() -> None:
    frame = DATASET.to_pandas()
    assert list(frame["kind"]) == ["target", "observation"]
    assert frame.dtypes["value"] == "float64"
    assert str(frame.dtypes["year"]) == "Int64"
    assert frame["period_end"][0] == pd.Timestamp(2025, 12, 31)
    assert DATASET.to_pandas().shape == (2, len(DATASET.to_records()[0]))


def test_an_empty_dataset_has_the_same_columns() -> None:
    assert list(Dataset().to_pandas().columns) == list(DATASET.to_pandas().columns)
    assert Dataset().to_polars().columns == DATASET.to_polars().columns


def test_polars_columns_are_typed() -> None:
    frame = DATASET.to_polars()
    assert frame.schema["period_end"] == pl.Date
    assert frame.schema["year"] == pl.Int64
    assert frame["value"][0] == 33.333333333333336
