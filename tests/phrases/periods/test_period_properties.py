"""What holds for every period: what is generated is read back, and nothing breaks the reader."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.errors import PeriodError
from regiontargets.model.period import Period
from regiontargets.phrases.folding import fold
from regiontargets.phrases.periods import explain_period, find_periods, parse_period
from regiontargets.phrases.periods.en import ENGLISH
from regiontargets.phrases.periods.language import Language
from regiontargets.phrases.periods.zh import CHINESE
from regiontargets.phrases.periods.zh_values import number

YEARS = st.integers(1800, 2200)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
HAN_DIGITS = "〇一二三四五六七八九"


def han(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else HAN_DIGITS[tens] + "十"
    return head + (HAN_DIGITS[ones] if ones or not tens else "")


@given(YEARS)
def test_a_year_is_read_in_every_script(year: int) -> None:
    spelled = "".join(HAN_DIGITS[int(each)] for each in str(year))
    full_width = "".join(chr(0xFF10 + int(each)) for each in str(year))
    for text in (str(year), f"{year}年", f"{spelled}年", f"{full_width}年", f"in {year}"):
        assert parse_period(text) == Period.of_year(year), text


@given(YEARS)
def test_a_deadline_is_the_last_day_of_its_year(year: int) -> None:
    for text in (f"by {year}", f"到{year}年", f"by the end of {year}", f"{year}年底前"):
        assert parse_period(text) == Period.by_year(year), text


@given(YEARS, YEARS)
def test_a_span_of_years_runs_from_the_first_to_the_last_day(one: int, other: int) -> None:
    first, last = sorted((one, other))
    span = Period(start=date(first, 1, 1), end=date(last, 12, 31), kind="span")
    for text in (f"{first}–{last}", f"from {first} to {last}", f"{first}年至{last}年"):
        assert parse_period(text) == span, text


@given(DAYS)
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    expected = Period(start=day, end=day, kind="day")
    month = calendar.month_name[day.month]
    for text in (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"on {month} {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{han(day.month)}月{han(day.day)}日",
    ):
        assert parse_period(text) == expected, text


@given(YEARS, st.integers(1, 12))
def test_a_month_lasts_from_its_first_to_its_last_day(year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    expected = Period(start=date(year, month, 1), end=date(year, month, last), kind="month")
    for text in (
        f"{calendar.month_name[month]} {year}",
        f"{year}年{month}月",
        f"in {year}年{han(month)}月份"[3:],
    ):
        assert parse_period(text) == expected, text


@given(YEARS, st.integers(1, 4))
def test_quarters_follow_each_other_through_the_year(year: int, quarter: int) -> None:
    ordinal = ("first", "second", "third", "fourth")[quarter - 1]
    texts = (
        f"{year}Q{quarter}",
        f"Q{quarter} {year}",
        f"the {ordinal} quarter of {year}",
        f"{year}年{han(quarter)}季度",
        f"{year}年第{quarter}季度",
    )
    starts = {parse_period(text).start for text in texts}
    assert starts == {date(year, 3 * quarter - 2, 1)}


@given(st.integers(1, 30), DAYS)
def test_the_years_to_come_and_gone_by_meet_at_the_turn_of_the_year(
    count: int, published: date
) -> None:
    coming = parse_period(f"over the next {count} years", published=published)
    gone = parse_period(f"over the past {count} years", published=published)
    assert coming.start == date(published.year, 1, 1)
    assert gone.end == coming.start - timedelta(days=1)
    assert coming.end.year - published.year == published.year - (gone.start or gone.end).year - 1
    assert coming == parse_period(f"今后{count}年", published=published)
    assert gone == parse_period(f"过去{count}年", published=published)


@given(st.integers(1, 99))
def test_a_small_number_in_characters_is_read_back(value: int) -> None:
    assert number(han(value)) == value


@given(YEARS, YEARS)
def test_what_is_found_in_a_sentence_is_what_it_reads_alone(year: int, later: int) -> None:
    for template in ("GDP rose 5% in {0} and will double by {1}.", "{0}年增长5%，到{1}年翻一番。"):
        for mention in find_periods(template.format(year, later)):
            assert parse_period(mention.text) == mention.reading


@settings(max_examples=300)
@given(st.text(max_size=80), st.none() | DAYS)
def test_no_text_raises_anything_but_a_period_error(text: str, published: date | None) -> None:
    find_periods(text, published=published)
    error = error_of(text, published, None)
    assert error is None or 0 <= error.start <= error.end <= len(text)


def error_of(text: str, published: date | None, country: str | None) -> PeriodError | None:
    try:
        parse_period(text, published=published, country=country)
        explain_period(text)
    except PeriodError as error:
        return error
    return None


_BITS = "0 1 12 31 99 1999 2022 2200 9999 ' - / . , ( ) “ 年 月 日 前 底 末 初 来 内 间 月份"
WORDS = (
    *ENGLISH.lexicon.words,
    *CHINESE.lexicon.words,
    *_BITS.split(),
    "2022-02-17",
    "99/99/2022",
    "2022-13",
    "2022/23",
    "FY2022-23",
    "十四五",
    "第99个五年规划",
    "14th Five-Year Plan",
    "世纪",
    "年代",
    "２０２５年",
    "二〇二五年",
    "个月",
)


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.sampled_from(["", " ", "  ", "\n"]),
    st.none() | DAYS,
    st.sampled_from([None, "US", "IN", "ZZ", ""]),
)
def test_no_sequence_of_its_own_words_breaks_the_grammar(
    words: list[str], between: str, published: date | None, country: str | None
) -> None:
    text = between.join(words)
    for mention in find_periods(text, published=published, country=country):
        assert mention.text == text[mention.start : mention.end]
        assert bool(mention.reason) != (len(mention.readings) == 1)
    error = error_of(text, published, country)
    assert error is None or error.text == text


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(WORDS), max_size=6),
    st.sampled_from(["", " "]),
    st.sampled_from([ENGLISH, CHINESE]),
)
def test_no_text_with_a_period_is_passed_over_at_one_look(
    words: list[str], between: str, language: Language
) -> None:
    folded = fold(between.join(words))
    if language.hint.search(folded) is None:
        leaves = language.lexicon.read(folded, folded)
        assert language.core.isdisjoint(each.category for each in leaves)


@pytest.mark.parametrize("between", ["", " "], ids=["joined", "apart"])
def test_a_word_repeated_without_end_is_read(between: str) -> None:
    for word in WORDS:
        find_periods(between.join([word] * 600), published=date(2022, 2, 17))


HOSTILE = ["9" * 100_000, "２" * 50_000, "第" * 50_000, "\x00" * 1000, "\ud800年"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_without_an_exception(text: str) -> None:
    assert find_periods(text, published=date(2022, 2, 17)) == ()
    with pytest.raises(PeriodError):
        parse_period(text)
