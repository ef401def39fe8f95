"""The sentences of a quote that decide whether a row is right."""

from __future__ import annotations

from typing import Any

import pytest

polars = pytest.importorskip("polars")

from regiontargets.assembly.tables.sieve.marks import NAME, NUMBER, YEAR  # noqa: E402
from regiontargets.assembly.tables.sieve.passages import (  # noqa: E402
    changes_meaning,
    may_say_when,
    stated,
    with_rendering,
)
from regiontargets.phrases.periods.language import language  # noqa: E402


def read(quote: str, number: str = "5.5", year: str = "2022", name: str = "安徽省") -> Any:
    names = ("quote", "number", "year", "name")
    frame = polars.DataFrame([(quote, number, year, name)], schema=list(names), orient="row")
    frame = frame.with_columns(bears_name=polars.lit(True)).with_row_index("at")
    return stated(with_rendering(frame)).row(0, named=True)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "坚持稳中求进。2022年安徽省增长5.5%左右。深化改革。",
            f"{YEAR}年{NAME}增长{NUMBER}%左右。",
        ),
        ("安徽省增长5.5%。坚持改革。", f"{NAME}增长{NUMBER}%。"),
        ("2022年，力争增长5.5%", f"{YEAR}年，力争增长{NUMBER}%"),
        ("今年做好工作。增长5.5%。", f"今年做好工作。增长{NUMBER}%。"),
        ("三成企业改造。2022年增长5.5%。", f"三成企业改造。{YEAR}年增长{NUMBER}%。"),
        ("“十四五”开局。2022年增长5.5%。", f"“十四五”开局。{YEAR}年增长{NUMBER}%。"),
        ("按不变价计算。2022年增长5.5%。", f"按不变价计算。{YEAR}年增长{NUMBER}%。"),
        ("2022年增长5.5%。物价总水平稳定。", f"{YEAR}年增长{NUMBER}%。"),
        ("2022年增长5.5%。去年增长5.5%。", f"{YEAR}年增长{NUMBER}%。去年增长{NUMBER}%。"),
        ("增长5.5%。2022年完成。改革。", f"增长{NUMBER}%。{YEAR}年完成。"),
        (
            "Reform goes ahead. GDP is to grow 5.5 percent in 2022. Reform goes on.",
            f"GDP is to grow {NUMBER} percent in {YEAR}.",
        ),
        ("It is approx. GDP of 5.5 in 2022.", f"It is approx. GDP of {NUMBER} in {YEAR}."),
        ("Up to May. GDP grows 5.5 percent.", f"Up to May. GDP grows {NUMBER} percent."),
    ],
)
def test_what_decides(quote: str, text: str) -> None:
    assert read(quote)["text"] == text


@pytest.mark.parametrize(
    ("quote", "sure"),
    [
        ("2022年增长5.5%。", True),
        ("2022年增长15.5%。", False),
        ("2022年增长5.5%。去年增长55亿元。", False),
        ("2022年增长5.5%。去年增长56亿元。", True),
        ("2022财年增长5.5%。", False),
    ],
)
def test_digits_that_may_be_others_are_not_sure(quote: str, sure: bool) -> None:
    assert read(quote)["sure"] is sure


def test_a_year_at_latin_letters_is_not_sure() -> None:
    # To the grammar it is no year: that of another sentence counts.
    assert not read("到2025年达到100。ABC2022年增长5.5%。")["sure"]
    assert not read("到2025年达到100。Hunan2022年增长5.5%。", name="Hunan")["sure"]
    assert read("Hunan: 2022年增长5.5%。", name="Hunan")["sure"]


def test_every_chinese_word_that_makes_a_period_is_looked_for() -> None:
    chinese = language("zh")
    words = [word for word, entry in chinese.lexicon.words.items() if entry[0] in chinese.core]
    frame = polars.DataFrame({"text": words})

    assert frame.filter(~may_say_when(frame, "text"))["text"].to_list() == []


def test_every_english_word_that_makes_a_period_is_looked_for() -> None:
    english = language("en")
    words = [word for word in english.lexicon.words if english.hint.search(word)]
    frame = polars.DataFrame({"text": [word.title() for word in words]})

    assert frame.filter(~may_say_when(frame, "text"))["text"].to_list() == []


@pytest.mark.parametrize("text", ["稳定物价", "重点项目", "成都市", "上半年", "percentage points"])
def test_words_that_only_look_like_numbers_and_prices(text: str) -> None:
    assert changes_meaning(polars.DataFrame({"text": [text]}), "text").to_list() == [False]


@pytest.mark.parametrize("text", ["可比 价格", "At Constant Prices", "两成", "五点五", "FY2022"])
def test_words_that_change_what_numbers_mean(text: str) -> None:
    assert changes_meaning(polars.DataFrame({"text": [text]}), "text").to_list() == [True]
