"""The data files: complete, consistent, with their birth certificates."""

from __future__ import annotations

import re
import tomllib

import pytest

from regiontargets.catalog.metrics import metrics
from regiontargets.catalog.metrics.rows import theme_texts
from regiontargets.units import canonical

THEMES = dict(theme_texts())
# Codes that data of other people refer to.
IN_USE = [
    "gdp",
    "gdp_growth",
    "rd_intensity",
    "urban_new_jobs",
    "urban_unemployment_rate",
    "unemployment_rate",
    "cpi_inflation",
    "urbanization_rate",
    "general_public_budget_revenue",
    "market_entities",
    "grain_output",
    "ghg_emissions",
    "housing_completions",
    "specialized_innovative_smes",
    "smart_factories",
    "digital_workshops",
    "application_scenarios",
    "basic_research_fund_share",
    "digital_economy_core_value_added",
    "strategic_emerging_industries_value_added_growth",
    "high_tech_manufacturing_value_added_growth",
    "leading_enterprises",
    "pilot_zones",
    "trillion_yuan_cities",
]
FIELDS = {
    *("en", "zh", "unit", "kind", "direction", "low", "high", "basis", "growth_of", "growth"),
    *("growth_basis", "growth_high", "worldbank", "eurostat", "sdg", "growth_worldbank"),
    *("growth_sdg", "growth_eurostat", "definition", "source"),
}
EXTERNAL = {
    "worldbank": re.compile(r"[A-Z]{2}(\.[A-Z0-9]+)+"),
    "eurostat": re.compile(r"[a-z0-9_]+"),
    "sdg": re.compile(r"\d{1,2}\.[0-9a-d]+\.\d"),
}


@pytest.mark.parametrize("name", THEMES)
def test_each_file_states_origin_version_date_and_licence(name: str) -> None:
    head = THEMES[name].partition("theme =")[0]
    for word in ("Origin:", "Version 1, 20", "Licence: MIT"):
        assert word in head


@pytest.mark.parametrize("name", THEMES)
def test_each_row_is_complete_and_has_no_other_field(name: str) -> None:
    for code, row in tomllib.loads(THEMES[name]).items():
        if isinstance(row, dict):
            missing = {"en", "zh", "unit", "kind", "direction", "definition", "source"} - set(row)
            assert (code, missing, set(row) - FIELDS) == (code, set(), set())
            assert row["definition"].endswith("."), code


def test_there_are_metrics_enough() -> None:
    with_row = [each for each in metrics.entries.values() if not each.derived]
    assert len(with_row) >= 600


@pytest.mark.parametrize("code", IN_USE)
def test_codes_in_use_stay(code: str) -> None:
    assert metrics[code].code == code


def test_units_are_canonical() -> None:
    assert [each.code for each in metrics if canonical(each.unit) != each.unit] == []


def test_bounds_leave_room() -> None:
    for metric in metrics:
        low, high = metric.bounds.low, metric.bounds.high
        assert low is None or high is None or low < high, metric.code


def test_most_shares_are_parts_of_a_hundred() -> None:
    # Gross enrolment, debt and penetration may exceed the whole that they are held to.
    shares = [each for each in metrics if each.kind == "share"]
    whole = [each for each in shares if each.bounds.low == 0 and each.bounds.high == 100]
    assert len(whole) > 0.9 * len(shares)
    assert [each.code for each in shares if each.bounds.high is None] == []


def test_growth_is_a_percentage_and_refers_both_ways() -> None:
    for metric in metrics:
        if metric.growth_of is not None:
            assert metrics[metric.growth_of].growth == metric.code
            assert (metric.kind, metric.unit) == ("growth", "percent")
        if metric.growth is not None:
            assert metrics[metric.growth].growth_of == metric.code


def test_external_codes_look_like_those_of_their_scheme() -> None:
    for metric in metrics:
        for scheme, code in metric.external.items():
            assert EXTERNAL[scheme].fullmatch(code), metric.code


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ("gdp", "currency"),
        ("gdp_per_capita", "currency/person"),
        ("trillion_yuan_cities", "item"),
        ("specialized_innovative_smes", "enterprise"),
        ("smart_factories", "item"),
        ("leading_enterprises", "enterprise"),
        ("rd_intensity", "percent"),
        ("urban_new_jobs", "person"),
        ("grain_output", "tonne"),
        ("energy_intensity", "tce/ten_thousand_currency"),
        ("infant_mortality_rate", "permille"),
        ("housing_completions", "dwelling"),
    ],
)
def test_units_of_headline_metrics(code: str, unit: str) -> None:
    assert metrics[code].unit == unit
