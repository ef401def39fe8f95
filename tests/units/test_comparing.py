"""Units convert within their kind, money within its currency, exactly, and nothing else does."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.errors import IncompatibleUnits, UnknownUnit
from regiontargets.units import all_units, comparable, factor, kind_of

UNITS = sorted(unit.name for unit in all_units())


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("mu", "hectare", Fraction(1, 15)),
        ("jin", "kilogram", Fraction(1, 2)),
        ("tce", "gigajoule", Fraction(293076, 10000)),
        ("tce", "kilowatt_hour", Fraction(8141)),
        ("toe", "tce", Fraction(41868, 29307600) * 1000),
        ("basis_point", "percentage_point", Fraction(1, 100)),
        ("permille", "percent", Fraction(1, 10)),
        ("terawatt_hour", "kilowatt_hour", Fraction(10**9)),
        ("gigawatt", "kilowatt", Fraction(10**6)),
        ("acre", "square_metre", Fraction("4046.8564224")),
        ("item/ten_thousand_person", "item/person", Fraction(1, 10**4)),
        ("tce/ten_thousand_CNY", "kilogram_coal_equivalent/CNY", Fraction(1, 10)),
        ("kilogram/mu", "tonne/hectare", Fraction(15, 1000)),
        ("litre/person/day", "litre/day/person", Fraction(1)),
        ("hour*kilowatt", "kilowatt_hour", Fraction(1)),
        ("horsepower", "watt", Fraction("745.69987158227022")),
    ],
)
def test_factors_are_exact(a: str, b: str, expected: Fraction) -> None:
    assert factor(a, b) == expected
    assert factor(b, a) == 1 / expected


@pytest.mark.parametrize(
    ("a", "b", "because"),
    [
        ("percent", "percentage_point", "one is a part of a whole, the other the difference"),
        ("person", "enterprise", "one is people, and jobs"),
        ("item", "percent", "one is anything else that is counted, the other a part of a whole"),
        ("CNY", "USD", "each currency is a dimension of its own"),
        ("CNY/person", "USD/person", "each currency is a dimension of its own"),
        ("CNY", "mu", "one is money of one currency, the other area"),
        ("tonne", "tonne_co2e", "one is mass, the other greenhouse gases"),
        ("item", "item/person", "the other anything else that is counted per people"),
        ("pascal", "mu", r"one is a physical quantity, \[length\]"),
    ],
)
def test_other_kinds_do_not_convert_and_the_message_says_why(a: str, b: str, because: str) -> None:
    assert not comparable(a, b)
    with pytest.raises(IncompatibleUnits, match=f"^{a} does not convert into {b}: .*{because}"):
        factor(a, b)


def test_counts_never_mix_with_one_another_nor_with_shares() -> None:
    kinds = ("person", "household", "enterprise", "dwelling", "item", "share", "percent", "ratio")
    for a, b in product(kinds, kinds):
        same = a == b or {a, b} == {"share", "percent"}
        assert comparable(a, b) is same, (a, b)


@given(*[st.sampled_from(UNITS)] * 3)
def test_conversion_is_an_equivalence(a: str, b: str, c: str) -> None:
    assert comparable(a, b) == comparable(b, a)
    if comparable(a, b):
        assert factor(a, b) * factor(b, a) == 1
        if comparable(b, c):
            assert factor(a, c) == factor(a, b) * factor(b, c)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("CNY", "money"),
        ("percent", "share"),
        ("basis_point", "share_difference"),
        ("person", "person"),
        ("tce", "energy"),
        ("microgram/cubic_metre", "mass per volume"),
        ("tce/ten_thousand_CNY", "energy per money"),
        ("hertz", "[time]^-1"),
    ],
)
def test_kinds(unit: str, kind: str) -> None:
    assert kind_of(unit) == kind


@pytest.mark.parametrize("name", ["yuan", "亿元", "item/", "/item", "ten_item", "a/b/c/d/e", ""])
def test_only_canonical_names_are_asked_about(name: str) -> None:
    with pytest.raises(UnknownUnit):
        kind_of(name)
