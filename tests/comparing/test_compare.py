"""Targets beside outcomes."""

from datetime import date
from pathlib import Path

import pytest

from regiontargets.catalog import metrics, regions
from regiontargets.cli import main
from regiontargets.comparing import compare
from regiontargets.model import Amount, Observation, Period, Target
from regiontargets.model.amount import Change, Comparator
from regiontargets.model.target import Aggregation

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


def _plan(aggregation: Aggregation, value: str = "6", *, metric: str = "gdp_growth") -> Target:
    both = Period(start=date(2021, 1, 1), end=date(2022, 12, 31), kind="span")
    return _aim(value, metric=metric).model_copy(
        update={"period": both, "aggregation": aggregation}
    )


@pytest.mark.parametrize(
    ("aggregation", "years", "verdict", "outcome"),
    [
        ("annual_average", {2021: "8", 2022: "4"}, "missed", "5.981130396"),
        ("annual_average", {2021: "8", 2022: "4.1"}, "met", "6.03207062"),
        ("cumulative", {2021: "8", 2022: "4"}, "met", "12.32"),
        ("every_year", {2021: "8", 2022: "4"}, "missed", "4"),
        ("every_year", {2021: "8", 2022: "6"}, "met", "8"),
        ("at_end", {2021: "3", 2022: "7"}, "met", "7"),
    ],
)
def test_the_years_of_a_plan_are_taken_together_as_it_asks(
    aggregation: Aggregation, years: dict[int, str], verdict: str, outcome: str
) -> None:
    outcomes = [_outcome(value, year) for year, value in years.items()]
    found = compare([_plan(aggregation)], outcomes, on=TODAY)
    row = found.rows[-1]
    assert row.verdict == verdict
    assert row.observation is not None
    assert row.observation.amount is not None
    assert str(row.observation.amount.value) == outcome
    assert len(row.years) == (0 if aggregation == "at_end" else 2)


def test_a_year_that_is_lacking_leaves_the_plan_open() -> None:
    (row,) = compare([_plan("annual_average")], [_outcome("8", 2021)], on=TODAY)
    assert (row.verdict, row.reason) == (
        "undetermined",
        "the outcome is of 2021, a part of 2021–2022",
    )


@pytest.mark.parametrize(
    ("aim", "outcomes", "reason"),
    [
        (_aim("5.5"), [], "there is no outcome of its region, metric and time"),
        (_aim("5.5", 2025), [], "it is due on 2025-12-31"),
        (
            _aim("5.5", comparator="about"),
            [_outcome("5.4")],
            "how far off “about” still counts is not said (tolerance)",
        ),
        (_aim("5.5"), [_outcome("6", metric="gdp")], "the outcome is 6%, which is of another kind"),
        (_aim("5.5"), [_outcome("6")], ""),
    ],
)
def test_a_row_says_why_it_is_open(aim: Target, outcomes: list[Observation], reason: str) -> None:
    (row,) = compare([aim], outcomes, on=TODAY)
    assert row.reason == reason


def test_a_frame_and_records_have_a_row_for_each_pair() -> None:
    found = compare([_aim("5.5"), _aim("5", region="CN-HB")], [_outcome("6")], on=TODAY)
    frame = found.to_pandas()
    assert list(frame["verdict"]) == ["met", "undetermined"]
    assert [str(each) for each in frame["gap"]] == ["0.5", "None"]
    first = found.to_records()[0]
    assert (first["region_code"], first["target"], first["outcome"], first["due"]) == (
        "CN-SD",
        "5.5",
        "6",
        "2022-12-31",
    )


def test_a_notebook_shows_rows_and_wholes_with_everything_escaped() -> None:
    aims = [_aim("5.5", id="<b>"), _aim("5", region="CN", id="w")]
    html = compare(aims, [_outcome("6")], on=TODAY)._repr_html_()
    assert "1 whole beside the parts" in html
    assert ">met<" in html


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--format", "json"], '"verdict": "missed"'),
        (["--format", "csv"], "CN-HB,Hubei,gdp_growth,2022,2022-12-31,exactly,7,,percent"),
        (["--why"], "why"),
        (["--parts"], "parts"),
        (["--parts", "--format", "csv"], ",parts,lacking,together,together_upper,verdict,reason"),
        (["--parts", "--format", "json"], "[]"),
    ],
)
def test_the_command_writes_what_is_asked_for(
    arguments: list[str],
    expected: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "kind,wo,metric,value,year\ntarget,Hubei,gdp_growth,7%,2022\n"
        "observation,Hubei,gdp_growth,4.3%,2022\n",
        encoding="utf-8",
    )
    assert main(["compare", str(path), *arguments, "--columns", "wo=region"]) == 0
    assert expected in capsys.readouterr().out
