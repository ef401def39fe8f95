"""Chinese: what the words for periods that are given by their form stand for."""

from __future__ import annotations

import re
from collections.abc import Callable

from .calendar import Unit
from .dates import Range, Year, Years
from .fiscal import Fiscal
from .numeric import decade_of_two_digits, full_year
from .plans import Congress, Plan
from .relative import Shifted
from .scene import Expression
from .tokens import Value

_DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}


def number(text: str) -> int | None:
    """A small whole number in digits or characters: 5, 五, 十二, 三十一, 两.

    >>> number("三十一"), number("两"), number("二〇三五")
    (31, 2, 2035)
    """
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        digits = [_DIGITS.get(each) for each in text]
        return None if None in digits else int("".join(str(each) for each in digits))
    if len(tens) > 1 or len(ones) > 1:
        return None
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _numbers(text: str) -> list[int]:
    found = re.findall(r"\d+|[〇零一二三四五六七八九十两]+", text)
    return [each for each in map(number, found) if each is not None]


def _first(text: str) -> int | None:
    return next(iter(_numbers(text)), None)


def up_to(last: int) -> Callable[[str], int | None]:
    """The number in a word, if it lies in 1 to `last`."""

    def read(text: str) -> int | None:
        value = _first(text)
        return value if value is not None and 1 <= value <= last else None

    return read


def read_year(text: str) -> Year | None:
    """A year in digits or characters: 2022年, 二〇二二年."""
    value = _first(text)
    return Year(value) if value is not None and 1800 <= value <= 2200 else None


def read_short_year(text: str) -> Year:
    """25年 before a month."""
    return Year(full_year(text[:2]))


def read_short_span(text: str) -> Range | None:
    """2021-22年, two years of which the second is written short."""
    first, last = (int(each) for each in re.findall(r"\d+", text))
    last += first // 100 * 100
    return Range(Year(first), Year(last)) if last > first else None


ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}


def read_era(text: str) -> Expression | None:
    """Japanese eras: 令和4年 is 2022, 令和4年度 the fiscal year that began in it."""
    year = ERAS[text[:2]] + (1 if "元" in text else (_first(text) or 0))
    if year > 2200:
        return None
    return Fiscal(year, country="JP") if text.endswith("度") else Year(year)


def read_plan(text: str) -> Plan | None:
    """十四五, 第十四个五年规划: the number stands before the last 五."""
    name = re.sub(r"[\"第]|个五年.*|五\"?$", "", text)
    value = number(name)
    return None if value is None else Plan(value)


def read_congress(text: str) -> Congress | None:
    """党的十八大, 第十九次全国代表大会."""
    value = _first(text)
    return None if value is None else Congress(value)


def parts_up_to(unit: Unit, last: int) -> Callable[[str], Value | None]:
    """Parts from the first named to the last; from 1 where one alone is (前三季度)."""

    def read(text: str) -> Value | None:
        numbers = _numbers(text)
        if not numbers:
            return None
        low = 1 if len(numbers) == 1 else numbers[0]
        return (unit, low, numbers[-1]) if 1 <= low <= numbers[-1] <= last else None

    return read


def read_quarter(text: str) -> Value | None:
    """一季度, 第3季度, 首季, 末季度."""
    value = 1 if "首" in text else _first(text) or 4
    return "quarter", value, value


def read_year_after_next(text: str) -> Shifted:
    """后年."""
    del text
    return Shifted("year", 2)


def read_half(text: str) -> Value:
    """上半年, 下半年."""
    value = 1 if text.startswith("上") else 2
    return "half", value, value


def read_last_months(text: str) -> Value | None:
    """后两个月, 最后3个月."""
    value = _first(text)
    return ("month", 13 - value, 12) if value is not None and 1 <= value <= 12 else None


def read_decade(text: str) -> Expression | None:
    """1990年代, 90年代."""
    value = _first(text)
    if value is None or value % 10:
        return None
    return Years(value, value + 9) if value >= 1800 else decade_of_two_digits(value)


def read_century(text: str) -> Years | None:
    """21世纪, 二十一世纪."""
    value = _first(text)
    return Years(100 * value - 99, 100 * value) if value and 19 <= value <= 22 else None


_UNITS: dict[str, Unit] = {
    "年": "year",
    "季度": "quarter",
    "月": "month",
    "周": "week",
    "星期": "week",
    "天": "day",
}


def read_count(text: str) -> Value | None:
    """五年, 3个月, 三到五年, 两三年: the numbers and the unit."""
    unit = next(unit for word, unit in _UNITS.items() if text.endswith(word))
    if text.startswith("半"):
        return 6, "month"
    pair = re.match(r"([一二两三四五六七八])([二三四五六七八九])(?=年|个)", text)
    numbers = [_DIGITS[each] for each in pair.groups()] if pair else _numbers(text)
    return (*numbers, unit) if 1 <= len(numbers) <= 2 else None


def read_days(text: str) -> Value | None:
    """The first and last of some days of a month: 1-30日."""
    first, last = _numbers(text)
    return (first, last) if 1 <= first < last <= 31 else None
