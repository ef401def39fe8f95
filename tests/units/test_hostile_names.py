"""No text does more harm than a unit that nobody knows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.errors import UnitError, UnknownUnit
from regiontargets.units import (
    comparable,
    factor,
    kind_of,
    read_unit,
    scale_words,
    symbol,
    unit_name,
    unit_names,
)

HOSTILE = [
    "m" * 10_000_000,
    "m**99999999999",
    "m^9^9^9",
    "metre**2**99999999",
    "(" * 50 + "m" + ")" * 50,
    "(" * 100_000,
    "__import__('os').system('true')",
    "1e999999999",
    "10**10**10",
    "/" * 99,
    "per " * 24,
    "百" * 99,
    "万亿" * 40,
    "million " * 12,
    "$/$/$/$",
    "m*m*m*m*m*m",
    "٣ متر",
    "\x00\x1b[31m",
    "\ud800",
    "kilo" * 20,
    "ﷺ" * 90,
    "nan",
    "inf",
    "dimensionless",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_hostile_text_is_an_unknown_unit(text: str) -> None:
    with pytest.raises(UnknownUnit) as raised:
        read_unit(text)
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("ask", [kind_of, symbol, unit_name])
def test_hostile_text_is_no_canonical_name(text: str, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownUnit):
        ask(text)


PIECES = st.sampled_from(
    [each.name for each in unit_names()]
    + [each.word for each in scale_words()]
    + [
        "/",
        "*",
        "^",
        "**",
        "2",
        "3",
        " ",
        "per",
        "每",
        "·",
        "-",
        "_",
        "(",
        ")",
        ".",
        "1",
        "000",
        ",",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=8).map("".join)))
def test_no_text_raises_anything_but_a_unit_error(text: str) -> None:
    try:
        unit = read_unit(text).unit
    except UnitError:
        return
    # What is read is canonical: it reads as itself, and every question has an answer.
    assert read_unit(unit).unit == unit
    assert read_unit(unit).scale == 1
    assert factor(unit, unit) == 1
    assert comparable(unit, unit)
    assert kind_of(unit)
    assert isinstance(symbol(unit), str)
    assert unit_name(unit, "zh")
