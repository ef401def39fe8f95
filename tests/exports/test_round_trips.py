"""What is exported as a table is imported as the same records, as far as the format holds them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import regiontargets as rt
from regiontargets.model import (
    Amount,
    Baseline,
    Dataset,
    Evidence,
    Observation,
    Period,
    Record,
    Records,
    Source,
    Target,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLES = {
    "csv": "a.csv",
    "excel": "a.xlsx",
    "parquet": "a.parquet",
    "data-package": "p/datapackage.json",
}


def exported(dataset: Dataset, to: str, folder: Path) -> Dataset:
    if to == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    name = {**TABLES, "sdmx-csv": "s.csv"}[to]
    dataset.export(folder / name.partition("/")[0], to)
    return rt.load(folder / name)


def held(record: Record, *, words: bool) -> Record:
    """A record as a table holds it: no offsets, no mentions, the change beside the amount."""
    evidence = record.evidence if words else None
    amount = record.amount
    return record.replace(
        amount=amount and amount.model_copy(update={"change": None}),
        evidence=evidence and Evidence(source=evidence.source, exact=evidence.exact),
        mentions={},
        equivalents=(),
    )


def target(name: str, amount: Amount | None, period: Period | None, **more: object) -> Target:
    fields = {"id": name, "amount": amount, "period": period, **more}
    fields |= {"region": rt.regions["CN-HB"], "metric": rt.metrics["gdp_growth"]}
    return Target.model_validate(fields)


PERIODS = [
    Period.of_year(2022),
    Period.by_year(2025),
    Period(end=date(2025, 6, 30), kind="deadline"),
    Period(start=date(2021, 7, 1), end=date(2021, 12, 31), kind="half"),
    Period(start=date(2021, 4, 1), end=date(2021, 6, 30), kind="quarter"),
    Period(start=date(2021, 2, 1), end=date(2021, 2, 28), kind="month"),
    Period(start=date(2021, 2, 3), end=date(2021, 2, 3), kind="day"),
    Period(start=date(2021, 1, 1), end=date(2023, 12, 31), kind="span"),
    Period(start=date(2021, 1, 1), end=date(2025, 12, 31), kind="plan"),
]
AMOUNTS = [
    Amount(value="-5.50", unit="percent"),
    Amount(comparator="more_than", value=7, unit="percent"),
    Amount(comparator="between", value=5, upper="6.5", unit="percent"),
    Amount(comparator="about", value="0.000000001", unit="percent"),
]


@pytest.fixture(scope="module")
def every_kind() -> Dataset:
    targets = [
        *(target(f"p{n}", AMOUNTS[0], each) for n, each in enumerate(PERIODS)),
        *(target(f"a{n}", each, PERIODS[0]) for n, each in enumerate(AMOUNTS)),
        target(
            "all",
            AMOUNTS[1],
            PERIODS[1],
            baseline=Baseline(period=Period.of_year(2020)),
            issuer="the province",
            announced=date(2022, 1, 20),
            commitment="binding",
            aggregation="annual_average",
            supersedes="a0",
            evidence=Evidence(source="r", exact="7%以上"),
        ),
        target("none", None, PERIODS[0], absent=True),
    ]
    outcome = Observation(
        id="o",
        region=rt.regions["CN"],
        metric=rt.metrics["gdp"],
        amount=Amount(value="114367000000000", unit="CNY"),
        period=Period.of_year(2021),
    )
    source = Source(id="r", title="Report", publisher="Hubei", published=date(2022, 1, 20))
    return Dataset(
        targets=Records(targets), observations=Records([outcome]), sources=Records([source])
    )


@pytest.mark.parametrize("to", TABLES)
def test_tables_hold_every_kind_of_record(every_kind: Dataset, to: str, tmp_path: Path) -> None:
    again = exported(every_kind, to, tmp_path)
    assert list(again.records) == [held(each, words=True) for each in every_kind.records]
    assert again.findings == ()


def test_a_data_package_holds_its_sources(every_kind: Dataset, tmp_path: Path) -> None:
    assert exported(every_kind, "data-package", tmp_path).sources == every_kind.sources


def test_sdmx_csv_holds_what_it_says(every_kind: Dataset, tmp_path: Path) -> None:
    again = exported(every_kind, "sdmx-csv", tmp_path)
    lost: dict[str, object] = {
        "baseline": None,
        "issuer": None,
        "commitment": None,
        "aggregation": "at_end",
        "supersedes": None,
    }
    expected = [
        held(each.replace(**lost) if isinstance(each, Target) else each, words=False)
        for each in every_kind.records
        if each.amount is not None
    ]
    assert [held(each, words=False) for each in again.records] == expected


@pytest.mark.parametrize("to", TABLES)
@pytest.mark.parametrize("name", ["article.md", "article.zh.md", "targets.csv"])
def test_examples_come_back(name: str, to: str, tmp_path: Path) -> None:
    dataset = rt.load(EXAMPLES / name)
    again = exported(dataset, to, tmp_path)
    kept = [held(each.replace(extra={}), words=True) for each in dataset.records]
    assert list(again.records) == kept


@given(
    value=st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12
    ),
    year=st.integers(1990, 2100),
)
@settings(max_examples=15, deadline=None)
def test_any_number_comes_back(
    value: object, year: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one = target(
        "t", Amount.model_validate({"value": value, "unit": "percent"}), Period.of_year(year)
    )
    dataset = Dataset(targets=Records([one]))
    for to in ("csv", "sdmx-csv"):
        assert exported(dataset, to, tmp_path_factory.mktemp("a")).targets == dataset.targets
