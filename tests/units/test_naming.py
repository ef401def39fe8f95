"""Units show themselves shortly and name themselves in two languages."""

import pytest

from regiontargets.units import all_units, scale_words, symbol, unit_name


@pytest.mark.parametrize(
    ("unit", "shown", "english", "chinese"),
    [
        ("percent", "%", "percent", "百分之"),
        ("percentage_point", "pp", "percentage point", "个百分点"),
        ("CNY", "CNY", "Chinese Yuan", "人民币元"),
        ("person", "people", "person", "人"),
        ("item", "", "item", "个"),
        ("kilowatt_hour", "kWh", "kilowatt hour", "千瓦时"),
        ("CNY/person", "CNY/person", "Chinese Yuan per person", "人民币元/人"),
        ("item/person", "per person", "item per person", "个/人"),
        ("microgram/cubic_metre", "μg/m³", "microgram per cubic metre", "微克/立方米"),
        (
            "item/ten_thousand_person",
            "per 10,000 people",
            "item per 10,000 people",
            "个/10,000人",
        ),
        (
            "tce/ten_thousand_CNY",
            "tce per 10,000 CNY",
            "tonne of standard coal equivalent per 10,000 Chinese yuan",
            "吨标准煤/10,000人民币元",
        ),
        ("kilogram/mu", "kg/mu", "kilogram per mu", "公斤/亩"),
        ("kilopascal", "kPa", "kilopascal", "kilopascal"),
    ],
)
def test_display(unit: str, shown: str, english: str, chinese: str) -> None:
    assert symbol(unit) == shown
    assert unit_name(unit) == english
    assert unit_name(unit, "zh") == chinese


def test_a_language_without_names_shows_the_canonical_one() -> None:
    assert unit_name("mu", "fr") == "mu"


def test_every_unit_shows_itself() -> None:
    for unit in all_units():
        assert symbol(unit.name) == unit.symbol
        assert unit_name(unit.name) == unit.english[0]


def test_scale_words_are_listed_by_language() -> None:
    assert {each.word: int(each.factor) for each in scale_words() if each.word in "万亿bn"} == {
        "万": 10**4,
        "亿": 10**8,
        "万亿": 10**12,
        "bn": 10**9,
        "b": 10**9,
    }
