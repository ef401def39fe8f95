"""Aims that are set in words alone: in step with the economy, continue to fall."""

from __future__ import annotations

import re

_MOST = 60  # characters; more of them are prose

_CHINESE = re.compile(
    r"同步|持平|相当|稳定|平衡|稳步|稳中|持续|进一步|继续|不断|逐步|基本|明显|大幅|显著"
    r"|完成|达到|达标|符合|保持|控制在.{1,12}(?:以内|之内|范围)|位居|居.{0,6}前列|走在"
    r"|只增不减|不增加|不减少|不下降|下降|降低|减少|改善|好转|优化|提高|提升|增长|增加|上升|扩大"
    r"|[高低快优好]于|不低于|不高于|力争|争取|视情"
)
_ENGLISH = re.compile(
    r"\b(?:in (?:line|step|pace|keeping|tandem) with|keep(?:s|ing)? (?:pace|up)|on (?:a )?par"
    r"|steady|steadily|stable|continue|continued|further|maintain|maintained|remain|unchanged"
    r"|improve[d]?|improvement|decline|decrease|fall|reduce[d]?|reduction|increase|rise|grow"
    r"|(?:lower|higher|faster|better) than|above|below|meet|achieve|no (?:increase|decrease|loss)"
    r"|basic(?:ally)? balance[d]?|gradual|gradually)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d|[零〇一二两三四五六七八九十百千万亿]\s*(?:[%％个家亿万元倍成番]|分之)")


def is_qualitative(words: str) -> bool:
    """Whether some words state an aim that has no number, as plans do beside those that have one.

    >>> is_qualitative("与经济增长同步"), is_qualitative("continue to fall")
    (True, True)
    >>> is_qualitative("a large sum"), is_qualitative("较快"), is_qualitative("fall by 5 persent")
    (False, False, False)
    """
    if len(words) > _MOST or _DIGIT.search(words):
        return False
    return (_CHINESE.search(words) or _ENGLISH.search(words)) is not None
