"""Every row of the page on amounts is what the grammar reads."""

import re
from pathlib import Path

import pytest

import regiontargets as rt

PAGE = (Path(__file__).parents[2] / "docs/grammar-amounts.md").read_text(encoding="utf-8")
TABLES = re.split(r"^## Measured$", PAGE, flags=re.MULTILINE)[0]
ROWS = [
    match.groups()
    for match in re.finditer(r"^\| (.+) \| (.+) \|$", TABLES, re.MULTILINE)
    if match[1] != "phrase"
]


@pytest.mark.parametrize(("phrase", "shown"), ROWS)
def test_a_row_is_what_is_read(phrase: str, shown: str) -> None:
    assert reading(phrase) == shown


def reading(phrase: str) -> str:
    try:
        return str(rt.parse_amount(phrase))
    except rt.AmountError as error:
        return error.reason
