"""Phrases that are one amount, each with its whole reading."""

from pathlib import Path

import pytest

import regiontargets as rt

CASES = Path(__file__).parent / "cases" / "phrases.tsv"
ROWS = [
    tuple(line.split("\t"))
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def reading(text: str) -> str:
    try:
        amount = rt.parse_amount(text)
    except rt.AmountError as error:
        return f"!! {error.reason}"
    upper = "" if amount.upper is None else f"..{amount.upper}"
    basis = f" {amount.basis}" if amount.basis else ""
    return f"{amount.comparator} {amount.value}{upper} {amount.unit} {amount.change}{basis}"


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_phrase_has_its_reading(text: str, expected: str) -> None:
    assert reading(text) == expected
