"""Targets beside outcomes."""

from datetime import date
from pathlib import Path

import pytest

from regiontargets.catalog import metrics, regions
from regiontargets.cli import main
from regiontargets.comparing import compare
from regiontargets.model import Amount, Observation, Period, Target
from regiontargets.model.amount import Change, Comparator

TODAY = date(2024, 6, 30)


def _aim(
    value: str,
    year: int = 2022,
    region: str = "CN-SD",
    metric: str = "gdp_growth",
    *,
    id: str = "t",  # noqa: A002
    comparator: Comparator = "exactly",
    supersedes: str | None = None,
) -> Target:
    return Target(
        id=id,
        region=regions[region],
        metric=metrics[metric],
        amount=Amount(value=value, unit="percent", comparator=comparator),
        period=Period.of_year(year),
        supersedes=supersedes,
    )


def _outcome(
    value: str,
    year: int = 2022,
    region: str = "CN-SD",
    metric: str = "gdp_growth",
    *,
    change: Change = "level",
) -> Observation:
    return Observation(
        id="o",
        region=regions[region],
        metric=metrics[metric],
        amount=Amount(value=value, unit="percent"),
        period=Period.of_year(year),
        change=change,
    )


@pytest.mark.parametrize(
    ("aim", "outcome", "verdict", "gap"),
    [
        (_aim("5.5"), _outcome("6"), "met", "0.5"),
        (_aim("5.5"), _outcome("3.9"), "missed", "-1.6"),
        (_aim("5.5", comparator="about"), _outcome("5.4"), "undetermined", "-0.1"),
        (_aim("5.5"), _outcome("6", metric="gdp", change="growth"), "met", "0.5"),
    ],
)
def test_a_pair_has_verdict_and_gap(
    aim: Target, outcome: Observation, verdict: str, gap: str
) -> None:
    (row,) = compare([aim], [outcome], on=TODAY)
    assert (row.observation, row.verdict) == (outcome, verdict)
    assert row.gap is not None
    assert str(row.gap.value) == gap


def test_a_tolerance_says_how_far_about_goes() -> None:
    (row,) = compare(
        [_aim("5.5", comparator="about")], [_outcome("5.4")], tolerance="0.2", on=TODAY
    )
    assert row.verdict == "met"


@pytest.mark.parametrize(
    "other",
    [
        _outcome("6", region="CN-HB"),
        _outcome("6", year=2021),
        _outcome("5", metric="cpi_inflation"),
    ],
)
def test_outcomes_of_other_regions_times_and_metrics_are_no_pair(other: Observation) -> None:
    (row,) = compare([_aim("5.5")], [other], on=TODAY)
    assert (row.observation, row.verdict, row.gap) == (None, "undetermined", None)


def test_another_kind_of_amount_is_not_comparable() -> None:
    level = _outcome("6", metric="gdp")
    (row,) = compare([_aim("5.5")], [level], on=TODAY)
    assert (row.observation, row.verdict) == (level, "not_comparable")


def test_what_ends_after_the_day_is_not_yet_due() -> None:
    (row,) = compare([_aim("5.5", year=2025)], [], on=TODAY)
    assert row.verdict == "not_yet_due"


def test_a_superseded_target_is_left_out() -> None:
    aims = [_aim("5.5", id="old"), _aim("5", id="new", supersedes="old")]
    assert [row.target.id for row in compare(aims, [], on=TODAY)] == ["new"]


def test_rows_are_counted_and_chosen_by_verdict() -> None:
    found = compare([_aim("5.5"), _aim("5", region="CN-HB")], [_outcome("6")], on=TODAY)
    assert found.counts == {"met": 1, "undetermined": 1}
    assert len(found.where("met")) == 1


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "[[Hubei]{.region} aims at [growth]{.metric code=gdp_growth} of [7%]{.amount} in "
        "[2022]{.period}]{.target}. [[Hubei]{.region} had [growth]{.metric code=gdp_growth} of "
        "[4.3%]{.amount} in [2022]{.period}]{.observation}.\n",
        encoding="utf-8",
    )
    assert main(["compare", str(path), "--on", "2024-01-01"]) == 0
    assert "missed" in capsys.readouterr().out
    assert main(["compare", str(path), "--tolerance", "wide"]) in (0, 2)
