"""Texts that hold some words are found by their pieces as by looking through all."""

from __future__ import annotations

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

    found = [number for number, text in enumerate(texts) if words in text]
    assert TextIndex(texts).holding(words) == found
