"""Whether a statement is an aim, a forecast or a result."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.phrases.aspect import aspect_at, find_aspects

PUBLISHED = date(2022, 2, 17)


def cases() -> list[tuple[str, str]]:
    rows = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
    return [(aspect, text) for row in rows for aspect, text in row.items()]


@pytest.mark.parametrize(("aspect", "marked"), cases(), ids=lambda value: value[:40])
def test_the_words_around_a_number_say_what_it_is(aspect: str, marked: str) -> None:
    before, number, after = re.split(r"[\[\]]", marked)
    text = before + number + after
    found = aspect_at(text, len(before), len(before) + len(number), published=PUBLISHED)
    assert (found or "none") == aspect


def sentences() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(aspect, text) for aspect, text in rows[1:]]


@pytest.mark.parametrize(("aspect", "marked"), sentences(), ids=lambda value: value[:40])
def test_a_sentence_from_a_report_is_told_apart(aspect: str, marked: str) -> None:
    before, number, after = re.split(r"[\[\]]", marked)
    place = len(before), len(before) + len(number)
    found = aspect_at(before + number + after, *place, published=date(2024, 3, 5))
    assert (found or "none") == aspect


def test_a_deadline_to_come_states_an_aim_where_no_word_does() -> None:
    text = "到2025年，城镇化率提高到68%。"
    assert aspect_at(text, 14, 17, published=PUBLISHED) == "aim"
    assert aspect_at(text, 14, 17, published=date(2026, 2, 17)) == "result"
    assert aspect_at(text, 14, 17) is None


@pytest.mark.parametrize(
    "word", ["will ", "has been ", "see ", "to ", "预计", "将", "比", "把", "若"]
)
def test_a_word_repeated_without_end_is_read(word: str) -> None:
    text = word * 2000
    find_aspects(text)
    aspect_at(text, len(text) // 2, len(text) // 2 + 1, published=PUBLISHED)


def test_a_verb_without_tense_tells_a_result_only_with_a_period_gone_by() -> None:
    text = "2021年，全省地区生产总值增长8.1%。"
    assert aspect_at(text, 16, 20, published=PUBLISHED) == "result"
    assert aspect_at(text, 16, 20, published=date(2021, 2, 17)) is None
    assert aspect_at(text, 16, 20) is None


def test_last_year_is_gone_by_whenever_it_was() -> None:
    assert aspect_at("去年新增就业100万人", 6, 11) == "result"


def test_marking_words_are_found_with_their_places() -> None:
    text = "Hubei aims to grow 7%; output rose 5% and may slow. 预计增长6%，力争7%。"
    found = [(each.text, each.aspect) for each in find_aspects(text.split("预")[0])]
    assert found == [("aims to", "aim"), ("rose", "result"), ("may", "forecast")]
    found = [(each.text, each.aspect) for each in find_aspects("预计增长6%，力争7%，将达8%。")]
    assert found == [("预计", "forecast"), ("力争", "aim"), ("将", "aim")]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 99)])
def test_a_place_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no place"):
        aspect_at("增长5%", start, end)


@given(st.text(max_size=60), st.data())
def test_any_place_in_any_text_has_an_aspect_or_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert aspect_at(text, start, end, published=PUBLISHED) in {None, "aim", "forecast", "result"}
    assert all(text[m.start : m.end] == m.text for m in find_aspects(text))
