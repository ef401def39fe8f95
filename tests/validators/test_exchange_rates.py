"""The lowest and highest exchange rates by year."""

from __future__ import annotations

from fractions import Fraction

import pytest

from regiontargets.model import Amount
from regiontargets.validators.units.exchange_rates import Range, rate_range
from regiontargets.validators.units.rounding import stated_range


def rates(one: str, other: str, years: tuple[int, int] | None) -> tuple[float, float]:
    found = rate_range(one, other, years)
    assert found is not None
    return round(float(found.low), 3), round(float(found.high), 3)


def test_one_way_is_the_other_turned_round() -> None:
    there, back = rate_range("CNY", "EUR", (2021, 2021)), rate_range("EUR", "CNY", (2021, 2021))

    assert there is not None
    assert back is not None
    assert there.low == 1 / back.high


def test_several_years_span_all_of_them() -> None:
    assert rates("CNY", "USD", (2021, 2022)) == (6.31, 7.317)
    assert rate_range("CNY", "USD", (2021, 2022)) == Range(
        Fraction("6.31038"), Fraction("7.31744"), "between 2021 and 2022"
    )


def test_years_beside_the_record_have_a_wider_margin_and_far_ones_none() -> None:
    nearest, wider = (rate_range("CNY", "USD", (year, year)) for year in (2005, 2003))

    assert nearest is not None
    assert wider == Range(nearest.low * Fraction(8, 10), nearest.high * Fraction(12, 10), "in 2005")
    assert rate_range("CNY", "USD", (1999, 1999)) is None
    assert rate_range("CNY", "NGN", (2021, 2021)) is None


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        (Amount(value=5, unit="trillion yuan"), 4.5e12, 5.5e12),
        (Amount(value="789", unit="billion US dollars"), 788.5e9, 789.5e9),
        (Amount(comparator="about", value=100, unit="CNY"), 47.5, 157.5),
        (Amount(comparator="between", value=20, upper=30, unit="CNY"), 15, 35),
        (Amount(value=0, unit="CNY"), 0, 0),
    ],
)
def test_what_a_rounded_amount_may_stand_for(amount: Amount, low: float, high: float) -> None:
    found = stated_range(amount)

    assert (float(found.low), float(found.high)) == (low, high)
