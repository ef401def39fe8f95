"""E004."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from regiontargets.model import Period
from regiontargets.phrases import Mention

from ..facts import Facts
from ..periods.reading import NAMED_KINDS, meet
from ..problem import Problem
from ..shapes import SettingRule
from .setting import Governing, Setting, time_around


class YearUnlikeEvidence(SettingRule):
    """Year differs from its evidence.

    ## What it finds

    A record given a period while its evidence states another time and not that one, or states
    that time of another number ("40% by 2030, 60% by 2040"). Evidence
    without any time is silent on it; relative times are read against the publication date; a plan
    named there is Y007. Where the evidence states several other times it is a warning, and where
    it states none itself but the sentence, the list or the heading that it stands in in its source
    does.

    ## Why it matters

    A year slips easily when rows are copied, and turns a target into another one.

    ## Example

    ```markdown
    [In 2021, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation period=2020}.
    ```

    ## Instead

    ```markdown
    [In 2021, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation period=2021}.
    ```
    """

    code = "E004"
    warnings_yield_to = ("Y002", "Y006")
    reads = (
        *("kind", "period", "period_mentioned", "times", "setting"),
        *("announced", "published", "country"),
        *("evidence", "amount_evidence", "statements"),
    )

    def leaves_open(self, facts: Facts) -> bool:
        """Whether there is a period to compare, and the quote states no time at all."""
        return facts.period is not None and not facts.period_mentioned and not facts.times

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the period against every time that the evidence states."""
        if facts.period is None or facts.period_mentioned:
            return
        # What something is compared with ("from 2020") is not the time it is said of.
        stated = [mention for mention in facts.times if _is_of_a_value(mention)]
        if facts.setting is not None and self.leaves_open(facts):
            yield from _unlike_setting(facts, facts.period, facts.setting)
        base = _of_its_base(facts, facts.period)
        if base is not None:
            yield _of_another_number(facts.period, base)
        readings = _readings(stated, facts.period)
        if not readings or base is not None:
            return
        others = {(each.start, each.end) for each in readings}
        if any(_agrees(each, facts.period) for each in readings):
            beside = _beside_the_number(facts, stated) if len(others) > 1 else None
            if beside is not None:
                yield _of_another_number(facts.period, beside)
            return
        first = stated[0]
        yield Problem(
            f"the record is of {facts.period}, its evidence of {readings[0]}",
            field="period",
            text=first.text,
            reason=f"the evidence states {' and '.join(repr(each.text) for each in stated[:3])}",
            suggestion="Correct the period, or quote the words that state it.",
            severity="warning" if len(others) > 1 else None,
            stated=(first.start, first.end),
        )


def _is_of_a_value(mention: Mention[Period]) -> bool:
    """Whether something is said of a time; nothing is measured from a deadline."""
    reading = mention.reading
    deadline = reading is not None and reading.kind == "deadline"
    return mention.role == "value" or (mention.role == "baseline" and deadline)


_APART = re.compile(
    r"[;；、，()（）。!?]|,(?!\d)|\.(?!\d)|\b(?:and|while|but|then)\b|以及|而|并", re.IGNORECASE
)
_IN_TURN = re.compile(r"分别|依次|respectively|in turn", re.IGNORECASE)


def _beside_the_number(facts: Facts, stated: Sequence[Mention[Period]]) -> Mention[Period] | None:
    """The time that alone stands beside the record's number, if it is not the record's.

    "40% by 2030, 60% by 2040": the 60% are of 2040, whatever other times there are.
    """
    quote, own = facts.evidence, facts.period
    same = [each for each in facts.statements if each.agreement == "same"]
    if not quote or own is None or quote != facts.amount_evidence or _IN_TURN.search(quote):
        return None
    found: Mention[Period] | None = None
    for each in same:
        beside = _alone_beside(quote, each.span, facts.times)
        if beside is None or beside not in stated or beside.reading is None:
            return None
        if _agrees(beside.reading, own):
            return None
        found = found or beside
    return found


def _of_its_base(facts: Facts, own: Period) -> Mention[Period] | None:
    """The time that the record's number is compared from: it is the base, and not the value.

    The 81.7 of "from 81.7% in 2020 to 83.1%" are of 2020.
    """
    same = [each for each in facts.statements if each.agreement == "same"]
    if not facts.evidence or facts.evidence != facts.amount_evidence:
        return None
    bases = [each for each in facts.times if each.role == "baseline" and each.reading is not None]
    found = [
        base
        for each in same
        for base in bases
        if _GLUE.fullmatch(_between(facts.evidence, each.span, (base.start, base.end)))
    ]
    if len(found) != len(same) or not found:
        return None
    if any(base.reading is not None and _agrees(base.reading, own) for base in found):
        return None
    return found[0]


_GLUE = re.compile(r" ?|的|为|达| \(|（|\(| ?in ", re.IGNORECASE)
"""What stands between a time and the number that is of it."""


def _between(text: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    first, second = sorted((one, other))
    return text[first[1] : second[0]] if first[1] <= second[0] else "\0"


def _alone_beside(
    quote: str, span: tuple[int, int], times: Sequence[Mention[Period]]
) -> Mention[Period] | None:
    """The one time in the part of a sentence that a number stands in, with no number between."""
    cuts = [(cut.start(), cut.end()) for cut in _APART.finditer(quote)]
    low = max((end for _, end in cuts if end <= span[0]), default=0)
    high = min((start for start, _ in cuts if start >= span[1]), default=len(quote))
    beside = [each for each in times if low <= each.start and each.end <= high]
    if len(beside) != 1:
        return None
    between = _between(quote, span, (beside[0].start, beside[0].end))
    return None if _DIGIT.search(between) else beside[0]


_DIGIT = re.compile(r"\d")


def _of_another_number(own: Period, beside: Mention[Period]) -> Problem:
    return Problem(
        f"the record is of {own}, its number of {beside.reading}",
        field="period",
        text=beside.text,
        reason=f"the evidence states {beside.text!r} beside the number",
        suggestion="Correct the period, or the number.",
        stated=(beside.start, beside.end),
    )


def _readings(stated: Sequence[Mention[Period]], own: Period) -> list[Period]:
    """What the evidence says of the time; nothing where some words may mean several times."""
    found: list[Period] = []
    for mention in stated:
        readings = mention.readings
        if own.kind == "fiscal" and len(readings) > 1:
            # 2031-32 in a text about fiscal years is one of them.
            readings = tuple(each for each in readings if _is_fiscal(each, own)) or readings
        if len(readings) != 1:
            return []
        found += readings
    return found


def _is_fiscal(stated: Period, own: Period) -> bool:
    """Whether a reading is a fiscal year, or a deadline at the end of one like the record's."""
    ends = (stated.end.month, stated.end.day) == (own.end.month, own.end.day)
    return stated.kind == "fiscal" or (stated.kind == "deadline" and ends)


def _unlike_setting(facts: Facts, own: Period, setting: Setting) -> Iterator[Problem]:
    """What stands around a quote that says nothing of a time, and gives it another one."""
    found = another_time(setting, own, facts.published, facts.country)
    if found is None or not _may_govern(found, facts, setting.dated):
        return
    yield Problem(
        f"the record is of {own}, its evidence stands under {found.period}",
        field="period",
        reason=f"the {found.where} that it stands in in its source states {found.words!r}",
        suggestion="Correct the period, or quote the words that state it.",
        severity="warning",
    )


def another_time(
    setting: Setting, own: Period, published: date | None, country: str | None
) -> Governing | None:
    """The time that what stands around a quote gives to it, if it is another one."""
    found = time_around(setting, published, country)
    if found is None or any(_agrees(each, own) for each in found.all):
        return None
    return found


def _may_govern(found: Governing, facts: Facts, dated: int | None) -> bool:
    """Whether a time around the quote may be the record's: none gone by is that of a target."""
    written = facts.announced or facts.published
    if written is None and dated is not None:
        written = date(dated, 1, 1)
    if facts.kind == "observation":
        return written is None or (found.period.start or found.period.end) <= written
    return found.where != "sentence" if written is None else found.period.end >= written


def _agrees(stated: Period, own: Period) -> bool:
    """Whether both may be one time; 2020 in a column of years may be the fiscal year 2020."""
    labelled = own.kind in ("year", "deadline") and own.year == stated.year
    if stated.kind == own.kind == "fiscal":
        return stated.year == own.year or stated.end.year == own.end.year
    return labelled or meet(stated, own) or stated.kind in NAMED_KINDS
