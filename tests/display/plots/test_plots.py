"""Plots of targets and outcomes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from regiontargets.display.plots import scoreboard, target_history, targets_by_region
from regiontargets.errors import LookupFailed, MissingExtra
from regiontargets.model import (
    Amount,
    Comparator,
    Dataset,
    Metric,
    Observation,
    Period,
    Records,
    Region,
    Target,
)

if TYPE_CHECKING:
    from matplotlib.lines import Line2D

GROWTH = Metric(
    code="gdp_growth", name="GDP growth", unit="percent", kind="growth", direction="higher"
)


def region(name: str) -> Region:
    return Region(code=f"X-{name}", name=name)


def aim(name: str, amount: Amount | None, year: int = 2022) -> Target:
    return Target(
        id=f"{name}{year}",
        region=region(name),
        metric=GROWTH,
        amount=amount,
        period=Period.of_year(year),
    )


def percent(value: str, comparator: Comparator = "exactly", upper: str | None = None) -> Amount:
    return Amount.model_validate(
        {"comparator": comparator, "value": value, "upper": upper, "unit": "percent"}
    )


def points(line: Line2D) -> list[list[float]]:
    """The data of a line or marker as pairs of x and y."""
    import numpy as np

    return [[float(x), float(y)] for x, y in np.asarray(line.get_xydata(), dtype=float)]


@pytest.fixture
def aims() -> Dataset:
    pytest.importorskip("matplotlib")
    targets = [
        aim("A", percent("5")),
        aim("B", percent("6", "about")),
        aim("C", percent("7", "at_least")),
        aim("D", percent("8", "between", "9")),
        aim("E", percent("4", "less_than")),
        aim("F", None),
        aim("A", percent("6"), 2021),
    ]
    outcomes = [
        Observation(
            id=f"o{name}{year}",
            region=region(name),
            metric=GROWTH,
            amount=percent(value),
            period=Period.of_year(year),
        )
        for name, value, year in (("A", "5.5", 2021), ("A", "5.5", 2022), ("B", "3", 2022))
    ]
    return Dataset(targets=Records(targets), observations=Records(outcomes))


def test_regions_stand_in_rows_the_largest_target_on_top(aims: Dataset) -> None:
    (axes,) = targets_by_region(aims, "gdp_growth", year=2022).axes
    assert [each.get_text() for each in axes.get_yticklabels()] == ["D", "C", "B", "A", "E"]
    assert axes.get_xlabel() == "percent"
    assert axes.get_title(loc="left") == "Targets: GDP growth, 2022"


def test_several_targets_of_a_region_stand_in_its_row(aims: Dataset) -> None:
    again = aim("A", percent("5")).model_copy(update={"id": "again"})
    other = aim("A", percent("7", "about")).model_copy(update={"id": "other"})
    more = aims.model_copy(update={"targets": Records([*aims.targets, again, other])})
    (axes,) = targets_by_region(more, "gdp_growth", year=2022).axes
    assert [each.get_text() for each in axes.get_yticklabels()] == ["D", "C", "A", "B", "E"]
    assert [points(line)[0] for line in axes.lines if points(line)[0][1] == 2] == [
        [7.0, 2.0],
        [7.0, 2.0],
        [5.0, 2.0],
    ]
    assert any(each.get_text().startswith("1 not drawn") for each in axes.texts)


def test_symbols_are_explained_where_there_are_several(aims: Dataset) -> None:
    (legend,) = targets_by_region(aims, "gdp_growth", year=2022).legends
    words = [each.get_text() for each in legend.get_texts()]
    assert words == ["exactly", "about", "at least", "less than", "a range"]
    plain = Dataset(targets=Records([aim("A", percent("5"))]))
    assert targets_by_region(plain, "gdp_growth").legends == []


def test_what_is_not_drawn_is_said(aims: Dataset) -> None:
    (axes,) = targets_by_region(aims, "GDP growth", year=2022).axes
    assert any(each.get_text().startswith("1 not drawn") for each in axes.texts)


def test_comparators_are_drawn_as_what_they_are(aims: Dataset) -> None:
    from matplotlib.text import Annotation

    (axes,) = targets_by_region(aims, "gdp_growth", year=2022).axes
    drawn = {
        row: [
            (line.get_marker(), str(line.get_markerfacecolor()), line.get_alpha())
            for line in axes.lines
            if points(line)[0][1] == row
        ]
        for row in range(5)
    }
    band, at_least, about, exactly, less_than = drawn.values()
    assert [alpha for _, _, alpha in band] == [0.3, None]
    assert at_least == exactly == [("o", "#b04a00", None)]
    assert about == [("o", "#b04a00", 0.2), ("o", "white", None)]
    assert less_than == [("o", "white", None)]
    arrows = [
        (each.xy, each.get_position())
        for each in axes.texts
        if isinstance(each, Annotation) and each.arrow_patch is not None
    ]
    assert arrows == [((7.0, 1), (28, 0)), ((4.0, 4), (-28, 0))]


def test_all_years_are_named_with_their_periods(aims: Dataset) -> None:
    (axes,) = targets_by_region(aims, "gdp_growth").axes
    assert "A, 2021" in [each.get_text() for each in axes.get_yticklabels()]


def test_a_history_has_targets_beside_outcomes(aims: Dataset) -> None:
    (axes,) = target_history(aims, "A", "gdp_growth").axes
    outcomes = axes.lines[0]
    assert points(outcomes) == [[2021, 5.5], [2022, 5.5]]
    assert axes.get_title(loc="left") == "A: GDP growth"


def test_the_scoreboard_counts(aims: Dataset) -> None:
    (axes,) = scoreboard(aims).axes
    assert axes.get_title(loc="left") == "Targets: 1 met, 1 missed, 1 undetermined"
    assert [each.get_text() for each in axes.texts] == ["✗", "✓", "?"]
    assert [each.get_text() for each in axes.get_xticklabels()] == [
        "GDP\ngrowth\n2021",
        "GDP\ngrowth\n2022",
    ]


def test_a_scoreboard_of_nothing() -> None:
    pytest.importorskip("matplotlib")
    (axes,) = scoreboard(Dataset()).axes
    assert axes.get_title(loc="left") == "Targets: none with an outcome"


def test_names_are_not_formulas() -> None:
    pytest.importorskip("matplotlib")
    dataset = Dataset(targets=Records([aim(r"$\frac$", percent("5"))]))
    targets_by_region(dataset, "gdp_growth").draw_without_rendering()


def test_what_is_in_another_unit_is_left_out() -> None:
    pytest.importorskip("matplotlib")
    jobs = Amount(value=3, unit="person")
    dataset = Dataset(targets=Records([aim("A", percent("5")), aim("B", jobs)]))
    (axes,) = targets_by_region(dataset, "gdp_growth").axes
    assert [each.get_text() for each in axes.get_yticklabels()] == ["A, 2022"]


def test_no_global_state_keeps_a_figure(aims: Dataset) -> None:
    from matplotlib import pyplot as plt

    scoreboard(aims)
    assert plt.get_fignums() == []


def test_an_unknown_metric_names_those_there_are(aims: Dataset) -> None:
    with pytest.raises(LookupFailed, match="no target of metric gdp, year 2022") as caught:
        targets_by_region(aims, "gdp", year=2022)
    assert "gdp_growth" in str(caught.value)


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(MissingExtra, match=r"regiontargets\[plots\]"):
        scoreboard(Dataset())
