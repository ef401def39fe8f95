"""What the rows of a large table are compared by with others, and which may be at odds."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from regiontargets.model import Amount, Dataset, Metric, Period, Records, Region, Target
from regiontargets.validators import GroupRule, rules
from regiontargets.validators.columns import DatasetFacts
from regiontargets.validators.comparing import MAY_FIND, Comparison

polars = pytest.importorskip("polars")

HUBEI = Region(code="CN-HB", name="Hubei", level="province", parent="CN")
WUHAN = Region(code="CN-4201", name="Wuhan", level="prefecture", parent="CN-HB")
GDP = Metric(code="gdp", name="GDP", unit="currency", kind="level")


def target(name: str, region: Region, value: int, year: int = 2025) -> Target:
    return Target(
        id=name,
        region=region,
        metric=GDP,
        amount=Amount(value=value, unit="CNY"),
        period=Period.of_year(year),
    )


def at_odds(*targets: Target, superseding: Sequence[int] = ()) -> dict[str, list[int]]:
    comparison = Comparison([each for each in rules() if isinstance(each, GroupRule)])
    facts = comparison.facts(DatasetFacts(Dataset(targets=Records(targets))))
    # Every part has all columns, as the sieve gives them.
    frame = polars.DataFrame(facts, infer_schema_length=None).with_row_index("row")
    return comparison.at_odds([frame], superseding)


def test_every_rule_that_holds_records_against_each_other_has_its_question() -> None:
    assert {*MAY_FIND} == {each.code for each in rules() if isinstance(each, GroupRule)}


def test_only_records_of_one_region_metric_and_time_repeat_or_contradict() -> None:
    found = at_odds(
        target("a", HUBEI, 5_000),
        target("b", HUBEI, 6_000),
        target("c", HUBEI, 5_500, 2026),
        target("d", WUHAN, 2_000),
    )

    assert found["D001"] == found["D002"] == found["D003"] == [0, 1]


def test_what_replaces_another_is_looked_at_with_those_that_contradict() -> None:
    rows = (target("a", HUBEI, 5_000), target("b", HUBEI, 6_000), target("c", WUHAN, 2_000))

    assert at_odds(*rows, superseding=[2])["D002"] == [0, 1, 2]
    assert at_odds(*rows[1:], superseding=[1])["D002"] == []


def test_parts_are_looked_at_where_one_exceeds_its_whole() -> None:
    assert at_odds(target("a", HUBEI, 5_000), target("b", WUHAN, 6_000))["D004"] == [0, 1]
    assert at_odds(target("a", HUBEI, 5_000), target("b", WUHAN, 4_000))["D004"] == []


def test_sizes_are_looked_at_where_one_is_powers_of_ten_from_the_others() -> None:
    near = [target(f"{year}", HUBEI, 5_000 + year, year) for year in range(2020, 2025)]

    assert at_odds(*near)["U004"] == []
    assert at_odds(*near, target("far", HUBEI, 50_000_000))["U004"] == [0, 1, 2, 3, 4, 5]


def test_nothing_is_wanted_without_such_a_rule() -> None:
    assert not Comparison([]).is_wanted
    assert Comparison([]).at_odds([], [1]) == {}
