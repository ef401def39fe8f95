"""Every name in the catalog leads to the metric that bears it."""

from __future__ import annotations

from regiontargets.catalog.metrics import metrics

# Names that two metrics bear on purpose: nothing in the words says which is meant.
OUTPUT = {"industrial_output", "industrial_value_added_above_scale"}
OUTPUT_GROWTH = {"industrial_output_growth", "industrial_value_added_above_scale_growth"}
EMERGING = {
    "strategic_emerging_industries_value_added",
    "strategic_emerging_industries_share",
}
HIGH_TECH = {"high_tech_manufacturing_value_added", "high_tech_manufacturing_share"}
SHARED = {
    "industrial output": OUTPUT,
    "industrial output growth": OUTPUT_GROWTH,
    "industrial production growth": OUTPUT_GROWTH,
    "strategic emerging industries": EMERGING,
    "战略性新兴产业": EMERGING,
    "high-tech manufacturing": HIGH_TECH,
    "高技术制造业": HIGH_TECH,
    "research fund": {"rd_expenditure", "basic_research_fund_share"},
    "days with good air quality": {"good_air_days", "good_air_days_share"},
}


def test_every_name_finds_its_bearer() -> None:
    lost = [
        (name, metric.code)
        for metric in metrics
        for name in metrics.aliases(metric)
        if {each.code for each in metrics.find(name)} != SHARED.get(name, {metric.code})
    ]
    assert lost == []


def test_every_code_finds_its_metric() -> None:
    assert [each.code for each in metrics if metrics.get(each.code) is not each] == []


def test_every_external_code_finds_its_bearers() -> None:
    lost = [
        (code, metric.code)
        for metric in metrics
        for code in metric.external.values()
        if metric not in metrics.find(code)
    ]
    assert lost == []


def test_capitals_width_and_spaces_make_no_difference() -> None:
    for name in ("GDP", "gdp", " Gdp ", "ＧＤＰ", "G D P"[:1] + "DP"):
        assert metrics.get(name).code == "gdp"
