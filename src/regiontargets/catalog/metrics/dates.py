"""When a metric is measured is no part of its name: "GDP (2023)", 2025年GDP增速."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"(?:fy ?|q[1-4] |h[12] )?{_YEAR}(?:[-–/](?:{_YEAR}|\d\d))?"
_AGAINST = re.compile(
    rf"\b(?:vs\.?|versus|compared (?:with|to)|relative to|against|below|above|from|on) {_YEAR}"
    rf"(?: levels?)?\b|[比较]{_YEAR}年(?:底|末)?|与{_YEAR}年相比"
)
_PRICES = re.compile(rf"\b(?:constant )?{_YEAR} (?=prices?\b)")
_WHEN = re.compile(
    r"\b(?:(?:as of|by|in|for|of|until|since|at|during|over|to) )?(?:the )?(?:end of |year )?"
    rf"{_YEARS}\b"
    r"|\b(?:in |of |for )?(?:the )?(?:first|second|third|fourth) (?:quarter|half)(?: of)?\b"
    r"|\b(?:q[1-4]|h[12])\b"
    r"|\b(?:in |during |under )?(?:the )?\d\dth five[- ]year plan(?: period)?\b"
    rf"|{_YEAR}(?:[-–—至到]{_YEAR})?年?(?:底|末|度|前|以来|全年)?"
    r"|十[二三四五六]五(?:时期|期间|末|规划)?|第?[一二三四]季度|[上下]半年|前[一二三]季度|\d{1,2}月份?"
    r"|[三五]年(?:累计|内|间|期间)|^[三五]年(?=新增)"
)


def without_dates(folded: str) -> str:
    """A folded name without the years, quarters and plans that it is measured in.

    Prices of a year are constant ones.

    >>> without_dates("gdp growth in 2025"), without_dates("2025年gdp增速")
    ('gdp growth', 'gdp增速')
    >>> without_dates("gdp in 2020 prices")
    'gdp in constant prices'
    """
    return " ".join(_WHEN.sub(" ", _PRICES.sub("constant ", folded)).split())


def without_base_year(folded: str) -> str:
    """A folded name without the year that something is compared with.

    >>> without_base_year("cut in ghg emissions compared with 1990")
    'cut in ghg emissions'
    """
    return " ".join(_AGAINST.sub(" ", folded).split())
