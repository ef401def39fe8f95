"""Pint's registry and the data files say the same."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest

from regiontargets.units import Unit, all_units, comparable, factor, registry
from regiontargets.units.tables import kinds

MEASURED = [unit for unit in all_units() if unit.kind != "money"]


@pytest.mark.parametrize("unit", MEASURED, ids=lambda unit: unit.name)
def test_pint_agrees_on_every_factor(unit: Unit) -> None:
    base = kinds()[unit.kind].base
    converted = Fraction(registry().Quantity(Decimal(1), unit.name).to(base).magnitude)
    exact = factor(unit.name, base)
    assert abs(converted - exact) <= exact / 10**24  # Decimals have 28 digits


def test_every_currency_is_a_dimension_of_its_own() -> None:
    money = [unit.name for unit in all_units() if unit.kind == "money"]
    dimensions = {str(registry().get_dimensionality(code)) for code in money}
    assert len(dimensions) == len(money)
    assert str(registry().get_dimensionality("CNY")) == "[currency_CNY]"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("person", "enterprise"),
        ("household", "dwelling"),
        ("item", "percent"),
        ("item", "ratio"),
        ("CNY", "USD"),
        ("byte", "item"),
        ("tonne", "tonne_co2e"),
    ],
)
def test_pint_converts_no_more_than_we_do(a: str, b: str) -> None:
    assert not comparable(a, b)
    assert not registry().Quantity(Decimal(1), a).is_compatible_with(b)


def test_shares_have_a_dimension() -> None:
    assert not registry().Quantity(Decimal(5), "percent").dimensionless
    assert registry().Quantity(Decimal(5), "%").to("share").magnitude == Decimal("0.05")


def test_compound_names_are_units_of_pint() -> None:
    rate = registry().Quantity(Decimal(12), "item/ten_thousand_person")
    assert rate.to("item/person").magnitude == Decimal("0.0012")
    intensity = registry().Quantity(Decimal("0.5"), "tce/ten_thousand_CNY")
    assert intensity.to("kilogram_coal_equivalent/CNY").magnitude == Decimal("0.05")


def test_pint_is_built_once() -> None:
    assert registry() is registry()


def test_own_names_need_no_pint() -> None:
    code = (
        "import sys; from regiontargets.units import factor, read_unit, symbol\n"
        "read_unit('万亿元'), factor('mu', 'hectare'), symbol('CNY/person')\n"
        "sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
