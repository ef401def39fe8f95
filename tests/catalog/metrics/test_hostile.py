"""Any text ends in a metric or in one of the two named errors, and soon."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.catalog.metrics import metrics
from regiontargets.errors import AmbiguousMetric, UnknownMetric

WORDS = [
    "GDP",
    "growth",
    "share",
    "of",
    "the",
    "R&D",
    "per capita",
    "增速",
    "占比",
    "人均",
    "(",
    ")",
]


def outcome(text: str) -> str:
    try:
        return metrics.get(text).code
    except (UnknownMetric, AmbiguousMetric) as error:
        return error.query


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_ends_in_a_metric_or_a_named_error(text: str) -> None:
    assert outcome(text) in {text, *(each.code for each in metrics.find(text))}


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_known_words_ends_in_a_metric_or_a_named_error(text: str) -> None:
    assert outcome(text) in {text, *(each.code for each in metrics.find(text))}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "(" * 290,
        "()" * 140,
        "增速" * 140,
        "/" * 300,
        "a" * 10_000_000,
        "增长" * 1_000_000,
        "\ud800",
    ],
)
def test_hostile_texts_are_unknown(text: str) -> None:
    with pytest.raises(UnknownMetric):
        metrics.get(text)


def test_an_unknown_name_is_shown_in_part_where_it_is_long() -> None:
    with pytest.raises(UnknownMetric) as caught:
        metrics.get("x" * 1000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("repeated", ["%", "达到", "of 5% ", "(a,", "[]", ", %", "在", "at least "])
def test_signs_and_words_without_end_come_to_an_end(repeated: str) -> None:
    found = metrics.find("GDP " + repeated * (290 // len(repeated)) + "?")
    assert {each.code for each in found} <= {"gdp"}
