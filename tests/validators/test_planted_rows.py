"""Rows with quotes: none is accused while they are right, and each mistake is found once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from regiontargets.catalog import metrics, regions
from regiontargets.model import (
    Dataset,
    Evidence,
    Observation,
    Period,
    Record,
    Records,
    Source,
    Target,
)
from regiontargets.model.number import to_number
from regiontargets.phrases import parse_amount
from regiontargets.validators import validate_dataset

ROWS = yaml.safe_load((Path(__file__).parent / "statements.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2022, 1, 20)


@cache
def records() -> dict[str, Record]:
    return {row["id"]: record(row) for row in ROWS}


def record(row: dict[str, Any]) -> Record:
    kind = Target if row["kind"] == "target" else Observation
    amount = parse_amount(row["amount"])
    return kind(
        id=row["id"],
        region=regions[row["region"]],
        metric=metrics[row["metric"]],
        amount=amount.model_copy(update={"change": None}),
        change=row.get("change", "level"),
        period=Period.of_year(row["year"]),
        evidence=Evidence(source=row["id"], exact=row["quote"]),
    )


def found(**changed: Record) -> list[str]:
    """The codes that are found when some records are other ones."""
    every = [*({**records(), **changed}).values()]
    sources = [Source(id=id_, published=PUBLISHED, title="Report") for id_ in records()]
    dataset = Dataset(
        targets=Records([each for each in every if isinstance(each, Target)]),
        observations=Records([each for each in every if isinstance(each, Observation)]),
        sources=Records(sources),
    )
    return [finding.code for finding in validate_dataset(dataset)]


def test_no_row_is_accused_while_all_are_right() -> None:
    assert found() == []


def scaled(record: Record, by: Fraction | int) -> Record:
    assert record.amount is not None
    value = to_number(Fraction(record.amount.value) * by)
    return record.replace(amount=record.amount.model_copy(update={"value": value}))


def with_amount(record: Record, **changes: object) -> Record:
    assert record.amount is not None
    return record.replace(amount=record.amount.model_copy(update=changes))


def of_other_kind(record: Record) -> Record:
    other = Observation if isinstance(record, Target) else Target
    shared = type(record).model_fields.keys() & other.model_fields.keys()
    return other(**{name: getattr(record, name) for name in shared})


Mistake = Callable[[Record], Record]

EVERYWHERE: dict[str, tuple[Mistake, str]] = {
    "another digit": (lambda each: scaled(each, Fraction(7, 3)), "E002"),
    "ten times": (lambda each: scaled(each, 10), "U004"),
    "万 for 亿": (lambda each: scaled(each, Fraction(1, 10**4)), "U004"),
    "million for billion": (lambda each: scaled(each, Fraction(1, 10**3)), "U004"),
    "another region": (lambda each: each.replace(region=regions["CN-YN"]), "E005"),
}


@pytest.mark.parametrize("mistake", EVERYWHERE)
@pytest.mark.parametrize("row", [row["id"] for row in ROWS])
def test_a_mistake_that_any_row_may_have_is_found_once(row: str, mistake: str) -> None:
    make, code = EVERYWHERE[mistake]

    assert found(**{row: make(records()[row])}) == [code]


@pytest.mark.parametrize(
    ("row", "make", "code"),
    [
        ("zh-BJ", lambda each: with_amount(each, unit="percentage_point"), "U003"),
        ("urbanization_rate-HA", lambda each: with_amount(each, unit="percent"), "U003"),
        ("gdp-HB", lambda each: with_amount(each, unit="USD"), "E003"),
        ("urban_new_jobs-SD", lambda each: with_amount(each, unit="enterprise"), "E003 U002"),
        ("gdp-FJ", lambda each: with_amount(each, unit=None), "U006"),
        ("en-HB", lambda each: with_amount(each, comparator="exactly"), "E006"),
        ("zh-SD", lambda each: with_amount(each, comparator="about"), "E006"),
        ("zh-HE", lambda each: each.replace(period=Period.of_year(2023)), "E004"),
        ("en-HE", lambda each: each.replace(period=Period.of_year(2020)), "E004 Y002"),
        ("gdp-FJ", lambda each: each.replace(period=Period.of_year(2022)), "E004 Y006"),
        ("rd_intensity-ZJ", lambda each: each.replace(period=Period.of_year(2021)), "Y002"),
        ("rd_intensity-ZJ", lambda each: each.replace(period=Period.of_year(2202)), "Y004"),
        ("gdp-HB", of_other_kind, "E008"),
        ("en-LN", of_other_kind, "E008"),
        ("en-BJ", lambda each: each.replace(region=None), "R005"),
        ("en-BJ", lambda each: each.replace(metric=None), "M003"),
        ("en-BJ", lambda each: each.replace(period=None), "Y008"),
    ],
)
def test_a_mistake_of_its_own_is_found_by_each_rule_it_breaks(
    row: str, make: Mistake, code: str
) -> None:
    assert sorted(found(**{row: make(records()[row])})) == code.split()
