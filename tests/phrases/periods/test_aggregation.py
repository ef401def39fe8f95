"""How the years of a target are taken together, where the words say."""

from __future__ import annotations

import pytest

from regiontargets.phrases.periods import find_aggregations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GDP is to grow 6% annually", [("annually", "every_year")]),
        ("100 billion yuan a year", [("a year", "every_year")]),
        ("up 5% from a year ago, a year earlier", []),
        ("an average annual growth of 6%", [("average annual", "annual_average")]),
        (
            "a total of 60 GW, cumulatively",
            [("a total of", "cumulative"), ("cumulatively", "cumulative")],
        ),
        ("年均增长6%左右", [("年均", "annual_average")]),
        ("每年新增10万人，累计50万人", [("每年", "every_year"), ("累计", "cumulative")]),
        ("平均每年增长5%", [("平均每年", "annual_average")]),
        ("到2025年达到5万家", []),
    ],
)
def test_the_words_that_say_it_are_found(text: str, found: list[tuple[str, str]]) -> None:
    mentions = find_aggregations(text)
    assert [(each.text, each.aggregation) for each in mentions] == found
    assert all(text[each.start : each.end] == each.text for each in mentions)
