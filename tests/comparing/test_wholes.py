"""Targets of parts beside the target of their whole."""

import pytest

from regiontargets.catalog import metrics, regions
from regiontargets.comparing import Whole, parts_and_wholes
from regiontargets.comparing.records import WHOLE_COLUMNS, whole_record
from regiontargets.model import Amount, Period, Target
from regiontargets.model.amount import Comparator

HAINAN = [each.code for each in regions.children(regions["CN-HI"]) if each.level == "prefecture"]


def _aim(
    region: str,
    value: str,
    *,
    metric: str = "urban_new_jobs",
    unit: str = "person",
    comparator: Comparator = "exactly",
    year: int = 2022,
) -> Target:
    return Target(
        id=f"{region}-{year}",
        region=regions[region],
        metric=metrics[metric],
        amount=Amount(value=value, unit=unit, comparator=comparator),
        period=Period.of_year(year),
    )


def _found(*targets: Target, tolerance: str | None = None) -> Whole:
    (whole,) = parts_and_wholes(targets, tolerance)
    return whole


def _parts(*values: str, **more: str) -> list[Target]:
    return [_aim(code, value, **more) for code, value in zip(HAINAN, values, strict=True)]  # type: ignore[arg-type]


def test_there_are_four_prefectures_to_add_up() -> None:
    assert len(HAINAN) == 4


@pytest.mark.parametrize(
    ("whole", "comparator", "verdict"),
    [
        ("100", "exactly", "ensured"),
        ("100", "at_least", "ensured"),
        ("90", "at_least", "ensured"),
        ("101", "at_least", "short"),
        ("101", "exactly", "short"),
        ("99", "at_most", "beyond"),
        ("100", "at_most", "ensured"),
    ],
)
def test_people_add_up(whole: str, comparator: Comparator, verdict: str) -> None:
    found = _found(_aim("CN-HI", whole, comparator=comparator), *_parts("10", "20", "30", "40"))
    assert (found.verdict, str(found.together), found.lacking) == (verdict, "100 people", ())


def test_the_words_say_what_it_comes_to() -> None:
    found = _found(_aim("CN-HI", "101"), *_parts("10", "20", "30", "40"))
    assert found.reason == "together 100 people, less than 101 people"


def test_units_are_converted_and_what_is_of_another_kind_is_lacking() -> None:
    parts = _parts("10", "20", "30", "40")
    odd = _aim(HAINAN[0], "10", unit="household")
    found = _found(_aim("CN-HI", "0.02", unit="万人"), odd, *parts[1:])
    assert (found.verdict, found.lacking) == ("incomplete", (HAINAN[0],))
    assert found.reason == "together 90 people, and 1 part has no such target"


def test_a_sum_may_be_enough_without_all_parts() -> None:
    assert _found(_aim("CN-HI", "50"), _aim(HAINAN[0], "60")).verdict == "ensured"
    found = _found(_aim("CN-HI", "50"), _aim(HAINAN[0], "40"))
    assert (found.verdict, len(found.lacking or ())) == ("incomplete", 3)


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        ("6", ("6", "7", "8", "9"), "ensured"),
        ("7", ("6", "7", "8", "9"), "open"),
        ("10", ("6", "7", "8", "9"), "short"),
    ],
)
def test_growth_of_the_whole_lies_between_that_of_its_parts(
    whole: str, parts: tuple[str, ...], verdict: str
) -> None:
    of = {"metric": "gdp_growth", "unit": "percent"}
    found = _found(_aim("CN-HI", whole, **of), *_parts(*parts, **of))  # type: ignore[arg-type]
    assert found.verdict == verdict
    assert str(found.together) == f"{parts[0]}–{parts[-1]}%"


def test_where_less_is_better_the_greatest_part_decides() -> None:
    of = {"metric": "urban_unemployment_rate", "unit": "percent", "comparator": "at_most"}
    whole = _aim("CN-HI", "5.5", **of)  # type: ignore[arg-type]
    assert _found(whole, *_parts("5", "5", "5.5", "5", **of)).verdict == "ensured"
    assert _found(whole, *_parts("5", "5", "6", "5", **of)).verdict == "open"
    assert _found(whole, *_parts("6", "6", "6", "6", **of)).verdict == "beyond"


def test_a_tolerance_counts_on_either_side() -> None:
    targets = _aim("CN-HI", "101"), *_parts("10", "20", "30", "40")
    assert _found(*targets, tolerance="1").verdict == "ensured"


def test_other_years_metrics_and_superseded_targets_are_no_parts() -> None:
    whole = _aim("CN-HI", "100")
    assert parts_and_wholes([whole, _aim(HAINAN[0], "10", year=2021)]) == ()
    old = _aim(HAINAN[0], "10")
    new = _aim(HAINAN[0], "120").model_copy(update={"id": "new", "supersedes": old.id})
    assert str(_found(whole, old, new).together) == "120 people"


def test_a_record_of_a_whole_has_all_its_columns() -> None:
    record = whole_record(_found(_aim("CN-HI", "101"), *_parts("10", "20", "30", "40")))
    assert tuple(record) == WHOLE_COLUMNS
    assert (record["target"], record["together"], record["parts"]) == ("101", "100", "4")
