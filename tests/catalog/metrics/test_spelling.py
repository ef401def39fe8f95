"""Words in base form, British and American alike."""

from __future__ import annotations

import pytest

from regiontargets.catalog.metrics.spelling import fold, pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("urbanisation", "urbanization"),
        ("specialised", "specialized"),
        ("labour", "labor"),
        ("centres", "center"),
        ("programmes", "program"),
        ("sulphur", "sulfur"),
        ("fibre", "fiber"),
        ("tonnes", "ton"),
        ("cities'", "cities"),
        ("companies", "company"),
        ("gases", "gase"),
        ("patches", "patch"),
    ],
)
def test_spellings_become_one(one: str, other: str) -> None:
    assert list(pieces(fold(one))) == [other]


@pytest.mark.parametrize("word", ["gas", "analysis", "census", "business", "bus", "tour", "four"])
def test_words_that_only_look_plural_or_british_stay(word: str) -> None:
    assert list(pieces(word)) == [word]


def test_width_case_accents_and_underscores_make_no_difference() -> None:
    assert fold("ＧＤＰ_Growth Prévu") == "gdp growth prevu"


def test_chinese_and_latin_are_told_apart() -> None:
    assert list(pieces(fold("R&D经费占GDP比重"))) == ["r&d", "经费占", "gdp", "比重"]
