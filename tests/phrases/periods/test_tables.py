"""The tables of plans and fiscal years."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from regiontargets.errors import RegionTargetsError
from regiontargets.phrases.periods import parse_period
from regiontargets.phrases.periods.fiscal import fiscal_calendars
from regiontargets.phrases.periods.language import language
from regiontargets.phrases.periods.plans import plans


@pytest.mark.parametrize(
    ("country", "start", "end", "name"),
    [
        ("US", date(2022, 10, 1), date(2023, 9, 30), 2023),
        ("IN", date(2022, 4, 1), date(2023, 3, 31), 2023),
        ("JP", date(2023, 4, 1), date(2024, 3, 31), 2023),
        ("AU", date(2022, 7, 1), date(2023, 6, 30), 2023),
        ("CN", date(2023, 1, 1), date(2023, 12, 31), 2023),
    ],
)
def test_a_fiscal_year_runs_as_its_country_says(
    country: str, start: date, end: date, name: int
) -> None:
    period = parse_period("FY2023", country=country)
    assert (period.start, period.end, period.kind, period.year) == (start, end, "fiscal", name)


def test_every_fiscal_year_is_a_year_long_and_bears_one_of_its_years() -> None:
    for calendar in fiscal_calendars().values():
        named = calendar.named(2023)
        assert 365 <= (named.end - named.first).days + 1 <= 366
        assert 2023 in {named.first.year, named.end.year}


def test_plans_of_a_country_follow_each_other_without_overlap() -> None:
    for country in {each for each, _ in plans()}:
        of_country = [stretch for (each, _), stretch in sorted(plans().items()) if each == country]
        assert len(of_country) >= 12
        for one, following in pairwise(of_country):
            assert one.end < following.first


def test_a_plan_of_a_country_without_a_table_is_chinas() -> None:
    assert parse_period("the 14th Five-Year Plan", country="US").end == date(2025, 12, 31)
    assert parse_period("the 12th Five-Year Plan", country="IN").end == date(2017, 3, 31)


def test_a_language_that_is_not_there_is_named_with_those_that_are() -> None:
    assert language("en") is language("en")
    with pytest.raises(RegionTargetsError, match="There are: en, zh"):
        parse_period("bis 2025", lang="de")
