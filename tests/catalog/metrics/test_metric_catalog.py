"""The catalog by code, by name, by theme."""

from __future__ import annotations

import pytest

from regiontargets.catalog.metrics import MetricCatalog, metrics
from regiontargets.errors import AmbiguousMetric, UnknownMetric


def test_a_code_gives_its_metric() -> None:
    metric = metrics["gdp_growth"]
    assert (metric.name, metric.unit, metric.kind, metric.basis, metric.growth_of) == (
        "GDP growth",
        "percent",
        "growth",
        "real",
        "gdp",
    )


def test_an_unknown_code_is_an_error_that_suggests() -> None:
    with pytest.raises(UnknownMetric) as caught:
        metrics["gdp_growht"]
    assert caught.value.suggestions[0] == "gdp_growth"


def test_a_near_miss_is_an_error_that_suggests_and_never_a_guess() -> None:
    with pytest.raises(UnknownMetric) as caught:
        metrics.get("R&D intensty")
    assert caught.value.suggestions[0] == "rd_intensity"
    assert str(caught.value).startswith(
        "unknown metric 'R&D intensty'. Did you mean 'rd_intensity'"
    )


def test_an_ambiguous_name_is_an_error_with_its_candidates() -> None:
    with pytest.raises(AmbiguousMetric) as caught:
        metrics.get("industrial output")
    assert [getattr(each, "code", None) for each in caught.value.candidates] == [
        "industrial_value_added_above_scale",
        "industrial_output",
    ]


def test_find_gives_nothing_for_what_is_no_name() -> None:
    assert metrics.find("the weather tomorrow") == ()
    assert metrics.find("") == ()


@pytest.mark.parametrize(
    ("of", "growth"),
    [
        ("gdp", "gdp_growth"),
        ("cpi_index", "cpi_inflation"),
        ("retail_sales", "retail_sales_growth"),
        ("digital_economy_core_value_added", "digital_economy_core_value_added_growth"),
    ],
)
def test_growth_of_a_metric(of: str, growth: str) -> None:
    found = metrics.growth_of(of)
    assert found is not None
    assert found.code == growth
    assert found.growth_of == of
    assert metrics.growth_of(metrics[of]) == found


def test_what_does_not_grow_has_no_growth_metric() -> None:
    assert metrics.growth_of("rd_intensity") is None


def test_aliases_are_given_for_a_metric_and_for_its_code() -> None:
    assert metrics.aliases("urbanization_rate") == metrics.aliases(metrics["urbanization_rate"])
    assert "常住人口城镇化率" in metrics.aliases("urbanization_rate")
    with pytest.raises(UnknownMetric):
        metrics.aliases("nothing")


def test_a_code_and_a_metric_are_in_the_catalog_but_another_metric_of_that_code_is_not() -> None:
    assert "gdp" in metrics
    assert metrics["gdp"] in metrics
    assert metrics["gdp"].model_copy(update={"name": "other"}) not in metrics
    assert "nothing" not in metrics
    assert 5 not in metrics


def test_themes_hold_every_metric_once() -> None:
    themes = metrics.by_theme()
    codes = [each.code for theme in themes.values() for each in theme]
    assert len(codes) == len(set(codes)) == len(metrics)
    assert metrics["grain_output"] in themes["Land, forests and farming"]


def test_nothing_is_read_before_the_first_question() -> None:
    read: list[str] = []

    def entries() -> dict[str, object]:
        read.append("now")
        return {}

    catalog = MetricCatalog(entries)  # type: ignore[arg-type]
    assert read == []
    assert len(catalog) == 0
    assert catalog.find("GDP") == ()
    assert read == ["now"]
