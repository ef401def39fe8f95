import pickle
from datetime import date

import pytest
from pydantic import ValidationError

from regiontargets.findings import Finding
from regiontargets.model import (
    Amount,
    Dataset,
    Evidence,
    FrozenDict,
    Metric,
    Observation,
    Period,
    Records,
    Region,
    Source,
    Target,
)

SHANDONG = Region(code="CN-SD", name="Shandong", names=FrozenDict(zh="山东省"))
SMES = Metric(code="smes", name="SMEs", unit="enterprise", kind="count", direction="higher")
AIM = Target(
    id="a#1",
    region=SHANDONG,
    metric=SMES,
    amount=Amount(value=400, unit="enterprise"),
    period=Period.by_year(2025),
    evidence=Evidence(source="a", start=0, end=3, exact="400"),
)
SOURCE = Source(id="a", published=date(2022, 2, 17))


def dataset(*targets: Target) -> Dataset:
    return Dataset(targets=Records(targets), sources=Records([SOURCE]))


def test_what_records_refer_to_is_part_of_it() -> None:
    ds = dataset(AIM)
    assert ds.regions == (SHANDONG,)
    assert ds.metrics == (SMES,)
    assert ds.source_of(AIM) == SOURCE


@pytest.mark.parametrize(
    "wanted",
    [
        {"region": "CN-SD"},
        {"region": "Shandong"},
        {"region": "山东省"},
        {"region": SHANDONG},
        {"metric": "smes", "year": 2025},
        {"year": (2024, 2025)},
        {"change": "level"},
    ],
)
def test_where_takes_codes_names_objects_and_several(wanted: dict[str, object]) -> None:
    assert dataset(AIM).targets.where(**wanted) == (AIM,)  # type: ignore[arg-type]


def test_where_refuses_fields_that_are_none() -> None:
    assert dataset(AIM).targets.where(year=2024) == ()
    with pytest.raises(AttributeError, match="regoin"):
        dataset(AIM).targets.where(regoin="CN-SD")


def test_sorted_by_puts_what_is_missing_last() -> None:
    undated, late = (
        AIM.replace(id="u", period=None),
        AIM.replace(id="l", period=Period.by_year(2035)),
    )
    ordered = dataset(undated, late, AIM).targets.sorted_by("year")
    assert [each.id for each in ordered] == ["a#1", "l", "u"]


def test_merging_keeps_equal_records_once_and_tells_clashing_ids_apart() -> None:
    other = AIM.replace(period=Period.by_year(2030))
    newer = AIM.replace(id="a#2", supersedes="a#1")
    merged = dataset(AIM) + dataset(other, newer)
    assert [each.id for each in merged.targets] == ["a#1", "a#1~2", "a#2"]
    assert merged.targets[2].supersedes == "a#1~2"
    assert dataset(AIM) + dataset(AIM) == dataset(AIM)


def test_findings_add_up() -> None:
    finding = Finding("U001", "unknown unit")
    assert (dataset(AIM).with_findings([finding]) + dataset()).findings == (finding,)


def test_records_are_frozen_and_replace_validates() -> None:
    with pytest.raises(ValidationError):
        AIM.issuer = "Shandong"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        AIM.replace(amount="many")


def test_it_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(dataset(AIM))) == dataset(AIM)  # noqa: S301


def test_the_change_is_the_amounts_unless_the_record_says_otherwise() -> None:
    grown = Amount(value=5, unit="percent", change="growth")
    assert Observation(id="o", amount=grown).change == "growth"
    assert Observation(id="o", amount=grown, change="level").change == "level"


def test_str_says_what_matters() -> None:
    assert str(AIM) == "Shandong: SMEs 400 enterprises, by 2025"
    assert repr(dataset(AIM)) == "<Dataset: 1 target, 0 observations, 0 quotes from 1 source>"


def test_the_repr_of_a_record_is_a_line() -> None:
    made = dataset(AIM)

    assert repr(made.targets[0]) == f"<Target {AIM.id}: {AIM}>"
    assert repr(made.targets) == f"(<Target {AIM.id}: {AIM}>,)"
