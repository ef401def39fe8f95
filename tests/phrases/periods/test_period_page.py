"""The tables of docs/grammar-periods.md say what the grammar does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from regiontargets.errors import PeriodError
from regiontargets.phrases.periods import parse_period

PAGE = Path(__file__).parents[3] / "docs" / "grammar-periods.md"
PUBLISHED = date(2022, 2, 17)
COUNTRIES = {"named after the year it ends in": "US", "named after the year it begins in": "JP"}


def rows() -> list[tuple[str, str, str | None]]:
    found: list[tuple[str, str, str | None]] = []
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("| `"):
            phrases, reading, remark = (each.strip() for each in line.strip("|").split("|"))
            country = next((code for words, code in COUNTRIES.items() if words in remark), None)
            country = "IN" if "India" in remark else country
            found += [(each, reading, country) for each in re.findall(r"`([^`]+)`", phrases)]
    return found


def test_the_page_has_tables() -> None:
    assert len(rows()) > 150


@pytest.mark.parametrize(("phrase", "reading", "country"), rows())
def test_a_row_reads_as_it_says(phrase: str, reading: str, country: str | None) -> None:
    assert shown(phrase, country) == reading


def shown(phrase: str, country: str | None) -> str:
    try:
        period = parse_period(phrase, published=PUBLISHED, country=country)
    except PeriodError as error:
        return "several" if error.readings else "none"
    start = "" if period.start is None else period.start.isoformat()
    return f"{period.kind} {start}..{period.end}"
