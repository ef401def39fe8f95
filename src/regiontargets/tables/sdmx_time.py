"""Periods as SDMX and ISO 8601 write them, in words that the period grammar reads.

Source: SDMX 3.0 technical notes, section 6, "Time and time format"; ISO 8601-1:2019.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_REPORTING = re.compile(r"(\d{4})-?([AHSTQMWD])(\d{1,3})", re.ASCII)
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[\d:.]+Z?)?/(.{2,20})", re.ASCII)
_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,6})D)?", re.ASCII)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+Z?", re.ASCII)
_MONTHS = {"A": 12, "H": 6, "S": 6, "T": 4, "Q": 3, "M": 1}


def time_words(cell: str) -> str:
    """The words for a time period; the cell itself where it is none of those that need words.

    >>> time_words("2021-Q1"), time_words("2021-S2"), time_words("2021-W05")
    ('2021-Q1', '2021 H2', '2021-02-01 to 2021-02-07')
    >>> time_words("2021-01-01/P1826D"), time_words("2021-01-01/2025-12-31")
    ('2021-01-01 to 2025-12-31', '2021-01-01 to 2025-12-31')
    """
    cell = cell.strip()
    try:
        if found := _REPORTING.fullmatch(cell):
            return _reporting(cell, int(found[1]), found[2], int(found[3]))
        if found := _RANGE.fullmatch(cell):
            return _range(cell, date.fromisoformat(found[1]), found[2])
    except (ValueError, OverflowError):
        return cell
    found = _DAY.fullmatch(cell)
    return found[1] if found else cell


def _reporting(cell: str, year: int, kind: str, number: int) -> str:
    if kind == "A":
        return str(year) if number == 1 else cell
    if kind in "HS":
        return f"{year} H{number}"
    if kind == "Q":
        return f"{year}-Q{number}"
    if kind == "M":
        return f"{year}-{number:02}"
    if kind == "W":
        return _words(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))
    if kind == "D":
        day = date(year, 1, 1) + timedelta(days=number - 1)
        return day.isoformat() if day.year == year else cell
    months = _MONTHS[kind]
    start = date(year, months * (number - 1) + 1, 1)
    return _words(start, _later(start, 0, months) - timedelta(days=1))


def _range(cell: str, start: date, length: str) -> str:
    """A start with an end, or with the time that it lasts."""
    if found := _DURATION.fullmatch(length):
        years, months, weeks, days = (int(part or 0) for part in found.groups())
        end = _later(start, years, months) + timedelta(days=7 * weeks + days - 1)
        return _words(start, end) if end >= start else cell
    return _words(start, date.fromisoformat(length[:10]))


def _later(day: date, years: int, months: int) -> date:
    """The same day some months later."""
    month = day.month - 1 + months
    return day.replace(year=day.year + years + month // 12, month=month % 12 + 1)


def _words(start: date, end: date) -> str:
    return f"{start.isoformat()} to {end.isoformat()}"


def period_words(time: str, kind: str, year: str) -> str:
    """The words for a time period that is known to be a deadline, a plan or a fiscal year.

    >>> period_words("2025-12-31", "deadline", ""), period_words("2021", "year", "")
    ('by 2025-12-31', '2021')
    >>> period_words("2021-01-01/P1826D", "plan", "")
    '14th Five-Year Plan'
    """
    words = time_words(time)
    if kind == "deadline" and words:
        return f"by {words}"
    if kind == "fiscal" and year:
        return f"FY{year}"
    if kind == "plan":
        return _plan(words)
    return words


def _plan(words: str) -> str:
    """A five-year plan of China by its number; the first one began in 1953."""
    found = re.fullmatch(r"(\d{4})-01-01 to (\d{4})-12-31", words)
    if found is None or int(found[2]) - int(found[1]) != 4 or (int(found[1]) - 1951) % 5:
        return words
    return f"{ordinal((int(found[1]) - 1951) // 5)} Five-Year Plan"


def ordinal(number: int) -> str:
    """A number in order.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    teen = number // 10 % 10 == 1
    suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
