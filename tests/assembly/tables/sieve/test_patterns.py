"""Quotes are held against the pattern of another one."""

from __future__ import annotations

from typing import Any

import pytest

polars = pytest.importorskip("polars")

from regiontargets.assembly.tables.sieve.marks import NAME, NUMBER, YEAR  # noqa: E402
from regiontargets.assembly.tables.sieve.passages import with_rendering  # noqa: E402
from regiontargets.assembly.tables.sieve.patterns import following  # noqa: E402


def rows(*quotes: tuple[str, str, str, str]) -> Any:
    names = ("quote", "number", "year", "name")
    frame = polars.DataFrame(list(quotes), schema=list(names), orient="row")
    frame = frame.with_columns(bears_name=polars.lit(True), kind=polars.lit(0))
    return with_rendering(frame.with_row_index("at"))


def alike(count: int, words: str, more: str = "") -> list[tuple[str, str, str, str]]:
    made: list[tuple[str, str, str, str]] = []
    for n in range(count):
        number, year, name = f"{n}.5", str(2001 + n), "安徽省湖北省"[n % 2 * 3 :][:3]
        quote = words.format(number=number, year=year, name=name) + more
        made.append((quote, number, year, name))
    return made


def test_quotes_of_the_same_words_follow_the_first() -> None:
    table = rows(*alike(30, "力争{year}年{name}增长{number}%左右。"))

    (found,), left = following(table)

    assert left.height == 0
    assert found["text"].unique().to_list() == [f"力争{YEAR}年{NAME}增长{NUMBER}%左右。"]
    assert found["sure"].all()
    assert found["at"].to_list() == list(range(30))


def test_what_follows_the_sentence_may_differ() -> None:
    quotes: list[tuple[str, str, str, str]] = [
        (quote + f"今后工作之{'甲乙丙丁'[n % 4]}{chr(0x6B00 + n)}。", number, year, name)
        for n, (quote, number, year, name) in enumerate(
            alike(30, "力争{year}年{name}增长{number}%左右。")
        )
    ]

    (found,), left = following(rows(*quotes))

    assert (found.height, left.height) == (30, 0)
    assert found["text"].n_unique() == 1


@pytest.mark.parametrize(
    "more",
    [
        "上年增长{number}%。",
        "{year}年再看。",
        "其中三成来自工业。",
        "按不变价计算。",
        "“十五五”规划另定。",
        "增长五点五个百分点。",
    ],
    ids=["number", "year", "words for digits", "prices", "plan", "decimal words"],
)
def test_a_quote_that_goes_on_about_it_follows_no_pattern(more: str) -> None:
    quotes = alike(40, "力争{year}年{name}增长{number}%左右。")
    odd = quotes[7]
    quotes[7] = (odd[0] + more.format(number=odd[1], year=odd[2]), *odd[1:])

    (found, *_), left = following(rows(*quotes))

    assert 7 not in found["at"].to_list()
    assert left["at"].to_list() == [7]


def test_other_words_follow_no_pattern() -> None:
    quotes = alike(40, "力争{year}年{name}增长{number}%左右。")
    quotes[7] = ("力争2008年湖北省下降7.5%左右。", *quotes[7][1:])

    (found, *_), left = following(rows(*quotes))

    assert found.height == 39
    assert left["at"].to_list() == [7]


def test_few_rows_are_not_held_against_each_other() -> None:
    done, left = following(rows(*alike(5, "{year}年{name}增长{number}%。")))

    assert done == []
    assert left.height == 5
