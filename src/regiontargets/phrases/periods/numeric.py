"""Forms that every language writes alike: 2022-02-17, 2022Q1, H1 2022, 2021-2025, FY2022-23."""

from __future__ import annotations

import re

from .dates import Day, Part, Range, Year, Years
from .fiscal import Fiscal
from .scene import Either, Expression, Lacking
from .tokens import Shape

NOT_IN_A_NUMBER = r"(?<![a-z0-9_$£€¥#&@=])(?<!\d[./:])"
NOT_INTO_A_NUMBER = r"(?![a-z0-9_%&@=])(?![./:']\d|,\d{3}(?!\d))"
YEAR = r"(?:1[89]\d\d|2[01]\d\d|2200)"


def full_year(two_digits: str) -> int:
    """The year that two digits stand for: 69-99 are of the last century, as in POSIX."""
    number = int(two_digits)
    return number + (1900 if number >= 69 else 2000)


def decade_of_two_digits(tens: int) -> Expression:
    """The decade that two digits stand for: from the forties on, one of the last century."""
    last = Years(1900 + tens, 1909 + tens)
    return last if tens >= 40 else Either((last, Years(2000 + tens, 2009 + tens)))


def _iso_day(text: str) -> Expression:
    year, month, number = map(int, re.findall(r"\d+", text)[:3])
    return Day(month, number, Year(year))


def _slashed_day(text: str) -> Expression:
    """Day first or month first: both where both are possible."""
    first, second, year = map(int, re.findall(r"\d+", text))
    options = [(first, second), (second, first)]
    possible = [Day(m, d, Year(year)) for m, d in dict.fromkeys(options) if m <= 12 and d <= 31]
    return Either(tuple(possible)) if possible else Lacking("no month has that number")


def _pair(text: str) -> Expression | None:
    """2022-03 (a month), 2022-23 (two years, or a fiscal one), 2010-11 (either)."""
    first, mark, tail = int(text[:4]), text[4], text[5:]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    month = (
        Part("month", int(tail), int(tail), Year(first))
        if len(tail) == 2 and 1 <= int(tail) <= 12
        else None
    )
    years: Expression | None = None
    if last == first + 1:
        years = Fiscal(first, last, or_years=mark == "-")
    elif last > first and mark == "-":
        years = Range(Year(first), Year(last))
    options = tuple(each for each in (month, years) if each is not None)
    if not options:
        return None
    return options[0] if len(options) == 1 else Either(options)


def _part(text: str) -> tuple[str, int, int]:
    number = int(re.findall(r"\d", text)[0])
    return ("quarter" if "q" in text else "half", number, number)


def _part_of_year(text: str) -> Expression:
    """1Q22, 2H2021."""
    number, digits = re.findall(r"\d+", text)
    whole = Year(int(digits) if len(digits) == 4 else full_year(digits))
    return Part("quarter" if "q" in text else "half", int(number), int(number), whole)


def _year_and_part(text: str) -> Expression:
    """2022Q1."""
    return Part(
        "quarter" if text[4] == "q" else "half", int(text[5]), int(text[5]), Year(int(text[:4]))
    )


def fiscal_year(text: str) -> Expression | None:
    """FY2023, FY22-23, financial year 2022/23."""
    numbers = re.findall(r"\d+", text)
    first = int(numbers[0]) if len(numbers[0]) == 4 else full_year(numbers[0])
    if len(numbers) == 1:
        return Fiscal(first)
    second = int(numbers[1]) if len(numbers[1]) == 4 else first // 100 * 100 + int(numbers[1])
    return Fiscal(first, second + 100 if second < first else second)


FISCAL_NUMBERS = rf"'?(?:{YEAR}|\d\d(?!\d))(?:\s?[-/]\s?(?:{YEAR}|\d\d(?!\d)))?"

_DAYS = "|".join(
    rf"{YEAR}{mark}\d{{1,2}}{mark}\d{{1,2}}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?"
    for mark in ("-", "/", r"\.")
)
_SLASHED = rf"\d{{1,2}}/\d{{1,2}}/{YEAR}|\d{{1,2}}\.\d{{1,2}}\.{YEAR}|\d{{1,2}}-\d{{1,2}}-{YEAR}"


def _bounded(pattern: str) -> str:
    return f"{NOT_IN_A_NUMBER}(?:{pattern}){NOT_INTO_A_NUMBER}"


SHAPES = (
    Shape("EXACT", _bounded(_DAYS), _iso_day),
    Shape("EXACT", _bounded(_SLASHED), _slashed_day),
    Shape("EXACT", _bounded(rf"{YEAR}(?:q[1-4]|h[12])"), _year_and_part),
    Shape("FISCAL", _bounded(rf"fy\s?{FISCAL_NUMBERS}"), fiscal_year),
    Shape(
        "EXACT", _bounded(rf"[1-4]q\s?(?:{YEAR}|'?\d\d)|[12]h\s?(?:{YEAR}|'?\d\d)"), _part_of_year
    ),
    Shape("PART", rf"(?<![a-z.])(?:q[1-4]|h[12]){NOT_INTO_A_NUMBER}", _part),
    Shape("PAIR", _bounded(rf"{YEAR}[-/]\d\d|{YEAR}/{YEAR}"), _pair),
)
"""In the order they are tried."""
