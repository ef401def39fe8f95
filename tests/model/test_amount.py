from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import ValidationError

from regiontargets.errors import IncompatibleUnits
from regiontargets.model import Amount, Interval


def test_any_name_of_a_unit_is_taken_and_its_scale_moves_into_the_value() -> None:
    assert Amount(value="83095.9", unit="亿元") == Amount(value=8309590000000, unit="CNY")
    assert Amount(value=5, unit="per cent").unit == "percent"


def test_the_words_take_no_part_in_comparison() -> None:
    assert Amount(value=5, unit="%", text="5%") == Amount(value=5, unit="%", text="five percent")


def test_the_repr_shows_what_is_set() -> None:
    amount = Amount(comparator="more_than", value=12, unit="trillion yuan", text="…")
    assert repr(amount) == (
        "Amount(comparator='more_than', value=Decimal('12000000000000'), unit='CNY')"
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(value="5.5", unit="percent", change="growth"), "+5.5%"),
        (Amount(value="-5.5", unit="percent", change="growth"), "-5.5%"),
        (Amount(comparator="about", value=789, unit="billion dollars"), "about 789 billion USD"),
        (Amount(comparator="between", value=5, upper=6, unit="%"), "5–6%"),
        (Amount(comparator="more_than", value=Fraction(100, 3), unit="%"), "more than 33⅓%"),
        (Amount(value=2, change="multiple"), "×2"),
        (Amount(comparator="at_least", value=400, unit="enterprise"), "at least 400 enterprises"),
        (Amount(value=110000, unit="person", change="increase"), "+110,000 people"),
    ],
)
def test_a_person_reads_it_at_a_glance(amount: Amount, words: str) -> None:
    assert str(amount) == words


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"value": 5, "unit": "yaun"}, "unknown unit 'yaun'"),
        ({"value": 5, "comparator": "between"}, "`upper` goes with"),
        ({"value": 5, "upper": 6}, "`upper` goes with"),
        ({"value": 6, "upper": 5, "comparator": "between"}, "below the lower"),
        ({"value": "five"}, "not a number"),
        ({"value": 5, "units": "%"}, "Extra inputs"),
        ({"value": 5, "comparator": "approx"}, "Input should be 'exactly'"),
    ],
)
def test_what_is_no_amount_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Amount.model_validate(fields)


def test_amounts_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Amount(value=5).value = Decimal(6)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("comparator", "interval"),
    [
        ("exactly", Interval(Decimal(5), Decimal(5))),
        ("about", Interval(Decimal(5), Decimal(5), approximate=True)),
        ("at_least", Interval(Decimal(5), None)),
        ("more_than", Interval(Decimal(5), None, low_closed=False)),
        ("at_most", Interval(None, Decimal(5))),
        ("less_than", Interval(None, Decimal(5), high_closed=False)),
    ],
)
def test_the_interval_is_what_the_comparator_allows(comparator: str, interval: Interval) -> None:
    assert Amount.model_validate({"comparator": comparator, "value": 5}).interval == interval


def test_contains_converts_first() -> None:
    twelve = Amount(comparator="more_than", value=12, unit="trillion yuan")
    assert twelve.contains(Amount(value=125000, unit="亿元"))
    assert not twelve.contains(Amount(value=12, unit="万亿元"))
    with pytest.raises(IncompatibleUnits):
        twelve.contains(Amount(value=13, unit="trillion dollars"))


def test_conversion_is_exact() -> None:
    assert Amount(value=10, unit="mu").to("hectare").value == Fraction(2, 3)
    assert Amount(value=1, unit="tce").to("GJ").value == Decimal("29.3076")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("percent", "percentage_point"),
        ("person", "enterprise"),
        ("CNY", "USD"),
        ("item", "percent"),
    ],
)
def test_kinds_of_quantity_never_convert(one: str, other: str) -> None:
    with pytest.raises(IncompatibleUnits):
        Amount(value=1, unit=one).to(other)


def test_amounts_of_one_kind_are_ordered() -> None:
    small, large = Amount(value=9000, unit="亿元"), Amount(value=1, unit="万亿元")
    assert small < large
    assert max(small, large) is large


def test_the_quantity_is_pints() -> None:
    quantity = Amount(value=150, unit="mu").quantity
    assert quantity.to("hectare").magnitude == pytest.approx(Decimal(10))
