"""What the cells of a row state together."""

import pytest

from regiontargets.assembly.tables.quantities import read_quantity


def read(value: str, unit: str = "", comparator: str = "", upper: str = "", lower: str = "") -> str:
    found = read_quantity(value, lower, upper, unit, comparator)
    return str(found.amount)


@pytest.mark.parametrize(
    ("cells", "amount"),
    [
        (("7", "%"), "7%"),
        (("7%左右",), "about 7%"),
        (("about 2.5%",), "about 2.5%"),
        (("7%左右", "%", "about"), "about 7%"),
        (("7", "%", "左右"), "about 7%"),
        (("7", "%", ">="), "at least 7%"),
        (("5-6%",), "5–6%"),
        (("5-6", "%"), "5–6%"),
        (("5", "%", "", "6"), "5–6%"),
        (("5", "%", "between", "6"), "5–6%"),
        (("", "%", "", "6"), "at most 6%"),
        (("", "%", "", "", "5"), "at least 5%"),
        (("", "%", "", "6", "5"), "5–6%"),
        (("1.2", "万亿元", "以上"), "at least 1.2 trillion CNY"),
        (("1.2万亿元以上", "亿元"), "at least 1.2 trillion CNY"),
        (("83,095.9", "亿元"), "8.30959 trillion CNY"),
        (("-", "%"), "None"),
        (("n/a", "-"), "None"),
    ],
)
def test_cells_state_one_amount(cells: tuple[str, ...], amount: str) -> None:
    assert read(*cells) == amount
    assert not read_quantity(cells[0], *("", "", "", "")).conflicts


@pytest.mark.parametrize(
    ("value", "upper", "unit", "comparator", "role"),
    [
        ("5.5%", "", "个百分点", "", "unit"),
        ("5.5%", "", "亿元", "", "unit"),
        ("5.5%左右", "", "", "at_least", "comparator"),
        ("5.5", "", "%", "perhaps", "comparator"),
        ("5.5", "", "%", "between", "comparator"),
        ("5-6%", "7", "%", "", "upper"),
        ("5", "4", "%", "", "upper"),
        ("5", "many", "%", "", "upper"),
    ],
)
def test_cells_that_disagree_are_told(
    value: str, upper: str, unit: str, comparator: str, role: str
) -> None:
    found = read_quantity(value, "", upper, unit, comparator)
    assert found.amount is not None
    assert [each.role for each in found.conflicts] == [role]


@pytest.mark.parametrize("value", ["some", "1e999999999", "9" * 10_000, "=1+1", "1\x1b[31m"])
def test_what_is_no_amount_is_kept_as_words(value: str) -> None:
    found = read_quantity(value, "", "", "%", "")
    assert found.amount is None
    assert found.unread == value


def test_an_unknown_unit_is_kept_as_words() -> None:
    found = read_quantity("5", "", "", "yaun", "")
    assert (str(found.amount), found.unread_unit) == ("5", "yaun")
