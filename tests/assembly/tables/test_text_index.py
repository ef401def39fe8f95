"""Texts that hold some words are found by their pieces as by looking through all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.assembly.tables.text_index import TextIndex

TEXTS = st.lists(st.text(st.sampled_from("ab国"), max_size=120), max_size=6)


@given(texts=TEXTS, start=st.integers(0, 90), length=st.integers(0, 60), data=st.data())
@settings(deadline=None)
def test_an_index_finds_what_a_search_finds(
    texts: list[str], start: int, length: int, data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(texts))[start : start + length] if texts else "ab"
    index = TextIndex(texts)

    found = [number for number, text in enumerate(texts) if words in text]
    assert index.holding(words) == found
    assert len(index.holding(words, 2)) == min(2, len(found))
    assert {*index.holding(words, 2)} <= {*found}
    if texts:
        assert TextIndex(texts[:1]).first(words) == texts[0].find(words)


@pytest.mark.parametrize("words", ["a" * 40, "a" * 39 + "b", "ab" * 10, "a", ""])
def test_a_text_of_one_character_has_words_of_it_at_its_beginning(words: str) -> None:
    text = "a" * 100_000

    assert TextIndex([text]).first(words) == text.find(words)
    assert TextIndex(["b", text, text]).holding(words) == [
        number for number, each in enumerate(["b", text, text]) if words in each
    ]


def test_words_that_are_common_by_their_pieces_are_found_nevertheless() -> None:
    text = "地区生产总值增长，" * 5000 + "地区生产总值增长5.3%" + "地区生产总值增长，" * 5000

    assert TextIndex([text]).first("地区生产总值增长5.3%") == 45_000
    assert TextIndex([text]).first("生产总值增长5.4%") == -1
