from datetime import date

import pytest
from pydantic import ValidationError

from regiontargets.model import Period


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.of_year(2022), "2022"),
        (Period.by_year(2025), "by 2025"),
        (Period(end=date(2025, 6, 30), kind="deadline"), "by 2025-06-30"),
        (Period(start=date(2022, 7, 1), end=date(2022, 9, 30), kind="quarter"), "2022 Q3"),
        (Period(start=date(2022, 7, 1), end=date(2022, 12, 31), kind="half"), "2022 H2"),
        (Period(start=date(2022, 2, 1), end=date(2022, 2, 28), kind="month"), "Feb 2022"),
        (Period(start=date(2022, 2, 1), end=date(2022, 2, 1), kind="day"), "2022-02-01"),
        (Period(start=date(2021, 1, 1), end=date(2025, 12, 31), kind="plan"), "2021–2025"),
        (
            Period(start=date(2022, 4, 1), end=date(2023, 3, 31), kind="fiscal", year=2022),
            "FY 2022 (2022-04-01 to 2023-03-31)",
        ),
    ],
)
def test_a_person_reads_it_at_a_glance(period: Period, words: str) -> None:
    assert str(period) == words


def test_the_year_is_that_of_the_last_day_unless_it_is_named() -> None:
    assert Period(start=date(2021, 1, 1), end=date(2025, 12, 31), kind="plan").year == 2025
    assert Period.model_validate({"end": "2025-12-31", "kind": "deadline"}).year == 2025


def test_periods_are_in_order() -> None:
    with pytest.raises(ValidationError, match="ends before it starts"):
        Period(start=date(2022, 1, 1), end=date(2021, 1, 1), kind="span")
    with pytest.raises(ValidationError, match="only a deadline has no start"):
        Period(end=date(2021, 1, 1), kind="year")


def test_a_deadline_covers_all_before_it() -> None:
    assert Period.by_year(2025).covers(Period.of_year(1990))
    assert not Period.by_year(2025).covers(Period.of_year(2026))
    assert not Period.of_year(2025).covers(Period.by_year(2025))
