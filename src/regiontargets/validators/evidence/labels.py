"""What each number of a sentence is said of: the metric that its clause names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from regiontargets.catalog.in_use import cached_by_catalog, metrics_in_use
from regiontargets.errors import LookupFailed
from regiontargets.phrases.folding import has_han

_LONGEST = 40  # characters; the name of a metric and a verb or two
_ENDS = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_CLAUSES = re.compile(
    r"[，,；;：:、。！？!?（）()\n]|(?:目标|指标|要求)[是为]|\.(?=\s|$)|\b(?:and|while|with|whose|its|their)\b",
    re.IGNORECASE,
)
_CHANGE_ALONE = re.compile(
    r"(?:按可比价(?:格)?(?:计算)?|同比|比上年|较上年|比去年|年均|预计|预期|实际|名义|约|为)*"
    r"(增长|增|下降|降低|提高|增速|上升)(?:为|达|到|了)?"
)
_GROWS = re.compile(
    r"(?P<what>.+?)\s(?:(?:is|are|was|were|will|would|should|expected|projected|aims?|plans?|set)\s)*"
    r"(?:to\s)?(?:grow|grew|grown|rise|rose|increase[sd]?|expand(?:ed)?)\b.*",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s(?:is|are|was|were|be|will|to|of|at|by|for|stay|remain|kept?|hold|held|reach(?:ed)?"
    r"|stood|set|target|expected|aims?|the|a|an|about|around|below|above|under|over))+$",
    re.IGNORECASE,
)


def sentence_around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where the sentence stands that some words stand in.

    >>> text = "去年增长5%。今年增长6%。"
    >>> text[slice(*sentence_around(text, (11, 13)))]
    '今年增长6%'
    """
    start = max((each.end() for each in _ENDS.finditer(text, 0, span[0])), default=0)
    end = _ENDS.search(text, span[1])
    return start, end.start() if end else len(text)


def metrics_of(text: str, amounts: Sequence[tuple[int, int]]) -> Iterator[str | None]:
    """The code of the metric that each amount is said of; None where its clause leaves doubt.

    An amount that follows another one with nothing between is said of nothing: "", unless two are
    said of two things in turn.

    Args:
        text: a sentence.
        amounts: where the amounts stand in it, in their order.

    >>> from regiontargets.phrases import find_amounts
    >>> text = "生产总值7134亿元，增长4%；城镇登记失业率2.75%，力争2.7%"
    >>> list(metrics_of(text, [(each.start, each.end) for each in find_amounts(text)]))
    ['gdp', 'gdp_growth', 'registered_urban_unemployment_rate', None]
    >>> text = "城乡居民人均可支配收入分别增长7%、8%"
    >>> list(metrics_of(text, [(each.start, each.end) for each in find_amounts(text)]))
    ['urban_disposable_income_per_capita_growth', 'rural_disposable_income_per_capita_growth']
    """
    before, at = "", 0
    turns: list[str] = []
    for number, (start, end) in enumerate(amounts):
        label = _CLAUSES.split(text[at:start])[-1].strip()
        alone = _CHANGE_ALONE.fullmatch(label)
        turns = turns if not label else _in_turn(label)
        if len(turns) > 1 and _run(text, amounts[number:]) != len(turns):
            turns = []
        if turns:
            yield metric_named(turns.pop(0))
        elif not label:
            yield ""
        elif alone is not None and before:
            yield metric_named(f"{before}{alone[1]}")
        else:
            yield metric_named(label)
            before = label
        at = end


_TO_ITS_TIME = re.compile(r"^.{2,16}?(?:今年|明年|去年|全年|\d{4}年)(?=.)")
_TURNS = re.compile(r"(?P<names>.+?)分别(?P<verb>.*)")
_TWO = re.compile("[和与及]")


def _in_turn(label: str) -> list[str]:
    """The two things that two numbers are said of in turn, each with the verb."""
    found = _TURNS.fullmatch(label)
    if found is None:
        return []
    names = found["names"]
    both = [names.replace("城乡", each) for each in ("城镇", "农村")] if "城乡" in names else []
    both = both or _TWO.split(names)
    return [f"{each}{found['verb']}" for each in both] if len(both) == _PAIR else []


_PAIR = 2


def _run(text: str, amounts: Sequence[tuple[int, int]]) -> int:
    """How many amounts follow each other with nothing but a comma between."""
    count = 1
    for (_, end), (start, _) in pairwise(amounts):
        if text[end:start].strip(" 、，,和与"):
            break
        count += 1
    return count


@cached_by_catalog(8192)
def metric_named(label: str) -> str | None:
    """The one metric that the words before a number name.

    >>> metric_named("全社会固定资产投资增长"), metric_named("GDP is to grow by")
    ('fixed_asset_investment_growth', 'gdp_growth')
    """
    if not label or len(label) > _LONGEST:
        return None
    try:
        # What stands before the time is no part of the name: 湖北今年生产总值增长.
        found = metrics_in_use().find(
            _TO_ITS_TIME.sub("", label) if has_han(label) else _plain(label)
        )
    except LookupFailed:
        return None
    return found[0].code if len(found) == 1 else None


def _plain(label: str) -> str:
    grows = _GROWS.fullmatch(f"{label} ".strip())
    return f"{grows['what']} growth" if grows else _TRAILING.sub("", label)
