"""What people write is read as the unit they mean, or refused with its readings."""

from decimal import Decimal
from pathlib import Path

import pytest

from regiontargets.errors import AmbiguousUnit, UnknownUnit
from regiontargets.units import UnitReading, canonical, kind_of, read_unit, readings, unit_names

LINES = (Path(__file__).parent / "written_units.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if not line.startswith("#")][1:]
READ = [(text, Decimal(scale), unit) for text, scale, unit in CASES if unit]
REFUSED = [text for text, _, unit in CASES if not unit]


@pytest.mark.parametrize(("text", "scale", "unit"), READ)
def test_reads(text: str, scale: Decimal, unit: str) -> None:
    assert read_unit(text) == UnitReading(unit, scale)


@pytest.mark.parametrize("text", REFUSED)
def test_refuses(text: str) -> None:
    with pytest.raises(UnknownUnit) as raised:
        read_unit(text)
    assert raised.value.text == text


def test_every_name_reads_as_its_own_unit() -> None:
    for name in unit_names():
        if name.decided:
            assert read_unit(name.name) == name.readings[0], name
        assert readings(name.name) == name.readings, name


def test_every_name_takes_the_scales_of_its_language() -> None:
    unscaled = {"share", "share_difference", "temperature"}
    for name in unit_names():
        first = name.readings[0]
        word, factor = ("万", 10_000) if name.lang == "zh" else ("million ", 1_000_000)
        if name.lang and kind_of(first.unit) not in unscaled:
            expected = UnitReading(first.unit, first.scale * factor)
            assert readings(word + name.name)[0] == expected, name


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("ppt", ["percentage_point", "part_per_trillion"]),
        ("¥", ["CNY", "JPY"]),
        ("度", ["kilowatt_hour", "degree_Celsius"]),
        ("krone", ["NOK", "DKK"]),
        ("MT", ["tonne", "1000000 tonne"]),
        ("krone per capita", ["NOK/person", "DKK/person"]),
    ],
)
def test_what_has_two_readings_is_reported_with_both(text: str, units: list[str]) -> None:
    with pytest.raises(AmbiguousUnit) as raised:
        read_unit(text)
    assert raised.value.readings == tuple(units)


def test_a_scale_stays_on_every_reading() -> None:
    assert [each.scale for each in readings("million pesos")] == [Decimal(1000000)] * 8


@pytest.mark.parametrize(
    ("text", "prefer", "unit"),
    [
        ("$", ["HKD"], "HKD"),
        ("¥", ["JPY"], "JPY"),
        ("¥", ["EUR", "CNY"], "CNY"),
        ("万户", ["enterprise"], "enterprise"),
        ("pounds", ["mass"], "pound_mass"),
        ("元", ["enterprise"], "CNY"),
    ],
)
def test_the_document_decides_between_readings(text: str, prefer: list[str], unit: str) -> None:
    assert read_unit(text, prefer=prefer).unit == unit


def test_what_nothing_decides_stays_ambiguous() -> None:
    with pytest.raises(AmbiguousUnit):
        read_unit("¥", prefer=["EUR"])


def test_a_misspelling_is_answered_with_names_that_come_near() -> None:
    with pytest.raises(UnknownUnit, match="Did you mean 'hectare'") as raised:
        read_unit("hectar")
    assert raised.value.suggestions[0] == "hectare"


def test_canonical_names_read_as_themselves() -> None:
    for name in ("tce/ten_thousand_CNY", "item/hundred_thousand_person", "troy_ounce", "bit"):
        assert canonical(name) == name


def test_canonical_refuses_a_scale() -> None:
    with pytest.raises(UnknownUnit, match="Did you mean 'CNY'"):
        canonical("亿元")
