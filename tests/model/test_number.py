from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.model.number import multiply, number_text, to_decimal, to_number


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("12000000000000", Decimal(12000000000000)),
        ("1.20", Decimal("1.20")),
        (2.5, Decimal("2.5")),
        (0.1, Decimal("0.1")),
        ("1/4", Decimal("0.25")),
        ("100/3", Fraction(100, 3)),
        ("-7/21", Fraction(-1, 3)),
        (Decimal("1.2E+3"), Decimal(1200)),
    ],
)
def test_numbers_are_exact(given: object, number: Decimal | Fraction) -> None:
    assert to_number(given) == number
    assert str(to_number(given)) == str(number)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (True, "truth value"),
        ("1e999999999", "not a number"),
        ("1e999", "magnitude"),
        ("9" * 300, "more than 200 characters"),
        (10**100, "magnitude"),
        (float("nan"), "finite"),
        (Decimal("Infinity"), "finite"),
        ("1/0", "zero parts"),
        ("٣", "not a number"),
        ("1,000", "not a number"),
        (None, "not a number"),
    ],
)
def test_what_is_no_bounded_number_is_refused(given: object, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        to_number(given)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15
    )
)
def test_a_number_is_read_back_from_its_text(value: Decimal) -> None:
    assert to_number(number_text(to_number(value))) == value


@given(st.fractions(max_denominator=10**6))
def test_a_fraction_is_read_back_from_its_text(value: Fraction) -> None:
    assert to_number(number_text(to_number(value))) == value


def test_products_are_exact_and_carry_no_false_digits() -> None:
    assert str(multiply(Decimal("83095.9"), Decimal(10**8))) == "8309590000000"
    assert multiply(Fraction(100, 3), Decimal(3)) == 100


def test_a_fraction_is_rounded_only_where_it_must_be() -> None:
    assert to_decimal(Fraction(100, 3)) == Decimal("33.33333333333333333333333333")
