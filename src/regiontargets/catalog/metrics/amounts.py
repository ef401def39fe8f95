"""What is to be reached is no part of a metric's name: "GDP growth of about 5%", 增长6%左右."""

from __future__ import annotations

import re

_NUMBER = r"\d[\d,.]*(?:\s*(?:-|–|—|~|to|至)\s*\d[\d,.]*)?"
_PERCENT = rf"{_NUMBER}\s*(?:%|‰|percent(?:age points?)?|per cent|pct|个百分点)"
_ENGLISH = re.compile(
    r"(?:,?\s*(?:of|to|by|at|in|be|will|should|reach(?:es|ing)?|stay|remain|kept|keep|target|"
    r"exceed(?:s|ing)?|more than|less than|not less than|no less than|at least|at most|up to|"
    r"above|over|below|under|within|around|about|approximately|roughly|some|nearly|almost)\b){0,4}"
    rf"\s*{_PERCENT}(?:\s*(?:or (?:more|above|less|higher|lower)|and above|approx\.?))?\s*$"
)
_REACHES = (
    r"(?:控制|保持|稳定|维持|力争|确保|突破|达到|超过|高于|低于|不低于|不高于|不超过|不少于|优于|增至|降至|"
    r"提高|增加|达|超|约|在|为|至|到)"
)
# An age without a verb before it belongs to the name: 65岁以上.
_CHINESE = re.compile(
    rf"(?:{_REACHES}{{1,3}}{_NUMBER}\s*岁|{_REACHES}{{0,3}}(?:{_PERCENT}"
    rf"|{_NUMBER}[百千万亿]{{0,4}}(?!岁)[a-z/一-鿿]{{0,6}}?|[百千万亿]{{1,2}}[元吨斤]))"
    r"(?:以上|以下|左右|以内|之内|上下)?$"
)
_OR_MORE = re.compile(r"\s+(?:or|and) (?:higher|better|above|more|over)$|(?:及|或)以上$")
_AS_RATE = re.compile(rf"{_PERCENT}\D*$")


def without_amount(folded: str) -> str:
    """A folded name without the amount at its end that a plan wants to see.

    In English only a percentage can be told from a part of the name.

    >>> without_amount("gdp growth of about 5%"), without_amount("地区生产总值增长6%左右")
    ('gdp growth', '地区生产总值增长')
    >>> without_amount("粮食产量稳定在20亿斤以上"), without_amount("counties above 1 billion yuan")
    ('粮食产量', 'counties above 1 billion yuan')
    >>> without_amount("人均预期寿命提高到80岁"), without_amount("人口65岁以上")
    ('人均预期寿命', '人口65岁以上')
    """
    folded = _OR_MORE.sub("", folded)
    for pattern in (_ENGLISH, _CHINESE):
        if (amount := pattern.search(folded)) and amount[0].strip():
            return folded[: amount.start()].rstrip(" ,:")
    return folded


def is_percentage(folded: str) -> bool:
    """Whether the amount at the end of a folded name is a percentage.

    >>> is_percentage("gdp growth of about 5%"), is_percentage("粮食产量200亿斤")
    (True, False)
    """
    return _AS_RATE.search(folded) is not None
