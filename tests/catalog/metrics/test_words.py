"""Names as sets of terms."""

from __future__ import annotations

import pytest

from regiontargets.catalog.metrics.spelling import fold
from regiontargets.catalog.metrics.words import vocabulary


def terms(text: str) -> set[str]:
    return set(vocabulary().terms(fold(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the growth of the gross domestic product", {"gdp", "growth"}),
        ("地区生产总值增速", {"gdp", "growth"}),
        ("GDP（地区生产总值）同比增长", {"gdp", "growth"}),
        ("added value of high-tech manufacturing", {"va", "hightechmfg"}),
        ("R & D spending per capita", {"rd", "expenditure", "percapita"}),
        ("share of R&D in GDP", {"rd", "share", "gdp"}),
        ("研发经费占GDP的比重", {"rd", "expenditure", "share", "gdp"}),
        ("the of and", set()),
    ],
)
def test_terms(text: str, expected: set[str]) -> None:
    assert terms(text) == expected


def test_the_longest_phrase_wins() -> None:
    assert terms("专精特新小巨人企业") == {"littlegiant"}
    assert terms("专精特新企业") == {"specialized", "enterprise"}
