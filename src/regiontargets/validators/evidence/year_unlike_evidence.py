"""E004."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from regiontargets.model import Period
from regiontargets.phrases import Mention

from ..facts import Facts
from ..periods.reading import NAMED_KINDS, meet
from ..problem import Problem
from ..shapes import RecordRule
from .setting import Governing, Setting, time_around


class YearUnlikeEvidence(RecordRule):
    """Year differs from its evidence.

    ## What it finds

    A record given a period while its evidence states another time and not that one. Evidence
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
    reads = (
        *("kind", "period", "period_mentioned", "times", "setting"),
        *("announced", "published", "country"),
    )

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the period against every time that the evidence states."""
        if facts.period is None or facts.period_mentioned:
            return
        # What something is compared with ("from 2020") is not the time it is said of.
        stated = [mention for mention in facts.times if mention.role == "value"]
        if not stated and facts.setting is not None and not facts.times:
            yield from _unlike_setting(facts, facts.period, facts.setting)
        readings = _readings(stated, facts.period)
        if not readings:
            return
        others = {(each.start, each.end) for each in readings}
        if any(_agrees(each, facts.period) for each in readings):
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
    if found is None or not _may_govern(found, facts):
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


def _may_govern(found: Governing, facts: Facts) -> bool:
    """Whether a time around the quote may be the record's: none gone by is that of a target."""
    written = facts.announced or facts.published
    if facts.kind == "observation":
        return written is None or (found.period.start or found.period.end) <= written
    return found.where != "sentence" if written is None else found.period.end >= written


def _agrees(stated: Period, own: Period) -> bool:
    """Whether both may be one time; 2020 in a column of years may be the fiscal year 2020."""
    labelled = own.kind in ("year", "deadline") and own.year == stated.year
    if stated.kind == own.kind == "fiscal":
        return stated.year == own.year or stated.end.year == own.end.year
    return labelled or meet(stated, own) or stated.kind in NAMED_KINDS
