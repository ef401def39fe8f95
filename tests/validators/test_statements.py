"""What evidence states of an amount: in any scale, unit of its kind and language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.model import Amount
from regiontargets.validators.statements import statements


def best(value: str, unit: str | None, evidence: str) -> tuple[str, int]:
    found = statements(Amount(value=value, unit=unit), evidence)
    return (found[0].agreement, found[0].power) if found else ("nothing", 0)


@pytest.mark.parametrize(
    ("value", "unit", "evidence", "agreement"),
    [
        ("8.3", "trillion yuan", "83000亿元", "same"),
        ("8.3", "trillion yuan", "8.3万亿元", "same"),
        ("8.3", "trillion yuan", "83,095.9亿元", "rounded"),
        ("8.30959", "trillion yuan", "8.3 trillion yuan", "rounded"),
        ("8", "trillion yuan", "83,095.9亿元", "none"),
        ("5", "percent", "5.4%", "none"),
        ("33.3", "percent", "a third of the fund", "rounded"),
        ("30", "percent", "三成", "same"),
        ("26", "million tonnes", "520亿斤", "same"),
        ("-5", "percent", "下降5%", "same"),
        ("400", "enterprise", "400个", "same"),
        ("400", "enterprise", "400 people", "unit"),
        ("5", "USD", "5 yuan", "unit"),
        ("0.5", "percent", "提高0.5个百分点", "points"),
        ("0.5", "percentage_point", "0.5%", "points"),
        ("5", "percent", "no number", "nothing"),
    ],
)
def test_agreement(value: str, unit: str, evidence: str, agreement: str) -> None:
    assert best(value, unit, evidence)[0] == agreement


@pytest.mark.parametrize(
    ("value", "evidence", "power"),
    [("5", "50000亿元", 12), ("5000000", "5 trillion yuan", 6), ("50000000000000", "5万亿元", -1)],
)
def test_the_power_of_ten_between_them(value: str, evidence: str, power: int) -> None:
    assert best(value, "CNY", evidence) == ("scale", power)


def test_what_agrees_best_comes_first() -> None:
    evidence = "5 billion yuan, then 5 tonnes, then 50,000亿元"

    found = statements(Amount(value=5, unit="trillion yuan"), evidence)

    assert [each.agreement for each in found] == ["same", "scale", "none"]


@given(st.decimals(min_value="0.1", max_value="99999", places=1, allow_nan=False))
def test_a_number_is_found_in_its_own_words(value: Decimal) -> None:
    assert best(str(value), "percent", f"It is to grow by {value:f} percent.")[0] == "same"
