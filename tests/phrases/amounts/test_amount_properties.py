"""What is generated is read back; whatever is read, no error is raised but our own."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.errors import AmountError
from regiontargets.model import Amount
from regiontargets.phrases import amounts, explain_amount, find_amounts, parse_amount
from regiontargets.phrases.amounts.language_files import LANGUAGES, language
from regiontargets.phrases.amounts.lexicon import Lexicon

COMPARATORS = {
    "en": [("", "", "exactly")]
    + [
        (f"{word} ", "", name)
        for name, word in (
            ("about", "about"),
            ("nearly", "almost"),
            ("at_least", "at least"),
            ("more_than", "more than"),
            ("at_most", "no more than"),
            ("less_than", "less than"),
        )
    ]
    + [("", f" {word}", name) for name, word in (("about", "or so"), ("at_least", "or more"))],
    "zh": [("", "", "exactly")]
    + [
        (word, "", name)
        for name, word in (
            ("about", "约"),
            ("nearly", "近"),
            ("at_least", "不低于"),
            ("more_than", "超过"),
            ("at_most", "不超过"),
            ("less_than", "不足"),
        )
    ]
    + [
        ("", word, name)
        for name, word in (
            ("about", "左右"),
            ("at_least", "以上"),
            ("at_most", "以内"),
        )
    ],
}
SCALES = {
    "en": [("", 1), (" thousand", 10**3), (" million", 10**6), (" billion", 10**9)],
    "zh": [("", 1), ("千", 10**3), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)],
}
UNITS = {
    "en": [
        (" yuan", "CNY"),
        (" tonnes", "tonne"),
        (" hectares", "hectare"),
        (" people", "person"),
        (" companies", "enterprise"),
        (" households", "household"),
        (" euros", "EUR"),
    ],
    "zh": [
        ("元", "CNY"),
        ("吨", "tonne"),
        ("公顷", "hectare"),
        ("人", "person"),
        ("家企业", "enterprise"),
        ("亩", "mu"),
        ("美元", "USD"),
    ],
}
CHANGES = {
    "en": [("", None), ("rose by ", "increase"), ("fell by ", "decrease"), ("rose to ", "level")],
    "zh": [("", None), ("增加", "increase"), ("减少", "decrease"), ("增加到", "level")],
}
SHARES = {
    "en": [("%", "percent"), (" percent", "percent"), (" percentage points", "percentage_point")],
    "zh": [("%", "percent"), ("个百分点", "percentage_point"), ("个基点", "basis_point")],
}
ALPHABET = (
    "0123456789.,%-–—~()[]/ 一二三十百千万亿两半成多余约近增长降到至个家元年月第之分翻番倍"
    "aboutmrehnpcfilysd$€¥"
)
HOSTILE = (
    "1,1",
    "1,",
    "5-",
    "5%至",
    "[",
    "(",
    "-",
    "1.",
    "5 to ",
    "½",
    "5万亿",
    "a@",
    "http://",
    "5:",
)
numbers = st.decimals(min_value="0.01", max_value="9999", places=2).filter(lambda n: n > 0)
languages = st.sampled_from(LANGUAGES)


def plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


@given(st.data(), numbers, languages)
@settings(max_examples=150)
def test_a_generated_amount_is_read_back(data: st.DataObject, number: Decimal, lang: str) -> None:
    before, after, comparator = data.draw(st.sampled_from(COMPARATORS[lang]))
    scale, factor = data.draw(st.sampled_from(SCALES[lang]))
    unit, name = data.draw(st.sampled_from(UNITS[lang]))
    verb, change = data.draw(st.sampled_from(CHANGES[lang]))
    text = f"{verb}{before}{plain(number)}{scale}{unit}{after}"
    amount = Amount.model_validate(
        {"comparator": comparator, "value": number * factor, "unit": name, "change": change}
    )
    assert parse_amount(text) == amount
    assert parse_amount(text, lang=lang) == amount
    assert [each.reading for each in find_amounts(text)] == [amount]


@given(st.data(), numbers, numbers, languages)
def test_a_generated_range_is_read_back(
    data: st.DataObject, one: Decimal, other: Decimal, lang: str
) -> None:
    low, high = sorted((one, other))
    unit, name = data.draw(st.sampled_from(SHARES[lang]))
    join = data.draw(st.sampled_from({"en": ["-", " to ", "–"], "zh": ["-", "至", "—"]}[lang]))
    both = data.draw(st.booleans())
    text = f"{plain(low)}{unit if both else ''}{join}{plain(high)}{unit}"
    if low == high:
        return
    assert parse_amount(text) == Amount(comparator="between", value=low, upper=high, unit=name)


@given(st.integers(min_value=0, max_value=10**12))
def test_every_integer_with_separators_is_read_back(number: int) -> None:
    assert parse_amount(f"{number:,} yuan").value == number
    assert parse_amount(f"{number}元").value == number


@given(
    st.text(max_size=60)
    | st.text(
        alphabet=ALPHABET,
        max_size=60,
    )
)
@settings(max_examples=400)
def test_any_text_is_read_or_refused(text: str) -> None:
    for each in find_amounts(text):
        assert text[each.start : each.end] == each.text
        assert each.readings
    error = refusal(text)
    assert error is None or (error.reason and 0 <= error.start <= error.end <= len(text))


def words() -> list[str]:
    found = []
    for code in LANGUAGES:
        stack: list[object] = [language(code)]
        while stack:
            each = stack.pop()
            if isinstance(each, dict):
                stack += [*each.values(), *each.keys()]
            elif isinstance(each, (list, tuple)):
                stack += each
            elif isinstance(each, str) and each:
                found.append(each)
    return sorted(set(found))


@given(st.lists(st.sampled_from(words()), min_size=1, max_size=12), st.sampled_from(["", " "]))
@settings(max_examples=400)
def test_words_of_the_grammar_in_any_order_are_read_or_refused(parts: list[str], sep: str) -> None:
    text = sep.join(parts)
    find_amounts(text)
    error = refusal(text)
    assert error is None or error.reason


@given(st.sampled_from([*words(), *HOSTILE]), st.sampled_from(["", " ", "5", "五"]))
@settings(max_examples=80, deadline=None)
def test_twice_the_text_is_twice_the_work(word: str, sep: str) -> None:
    unit = f"{word}{sep}"
    repeated = unit * max(1, 600 // len(unit))
    once, twice = steps(repeated), steps(repeated * 2)
    assert twice <= 2.5 * once + 2000


def steps(text: str) -> int:
    """How many words are looked up while a text is read: the unit that all work comes in."""
    counted = 0
    looked_up = {name: getattr(Lexicon, name) for name in ("at", "before")}

    def counting(name: str) -> Callable[..., object]:
        def look_up(*args: object) -> object:
            nonlocal counted
            counted += 1
            return looked_up[name](*args)

        return look_up

    with pytest.MonkeyPatch.context() as patch:
        for name in looked_up:
            patch.setattr(Lexicon, name, counting(name))
        clear_caches()
        find_amounts(text)
    return counted


def clear_caches() -> None:
    amounts._remembered.clear()


def refusal(text: str) -> AmountError | None:
    try:
        explain_amount(text)
        parse_amount(text)
    except AmountError as error:
        return error
    return None
