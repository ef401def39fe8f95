"""E004."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Period

from ..facts import Facts
from ..periods.reading import NAMED_KINDS, meet
from ..problem import Problem
from ..shapes import RecordRule


class YearUnlikeEvidence(RecordRule):
    """Year differs from its evidence.

    ## What it finds

    A record given a period while its evidence states another time and not that one. Evidence
    without any time is silent on it; relative times are read against the publication date; a plan
    named there is Y007. Where the evidence states several other times it is a warning.

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
    reads = ("period", "period_mentioned", "times")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the period against every time that the evidence states."""
        if facts.period is None or facts.period_mentioned:
            return
        # What something is compared with ("from 2020") is not the time it is said of.
        stated = [mention for mention in facts.times if mention.role == "value"]
        if not stated or any(len(each.readings) != 1 for each in stated):
            return
        readings = [reading for each in stated for reading in each.readings]
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


def _agrees(stated: Period, own: Period) -> bool:
    """Whether both may be one time; 2020 in a column of years may be the fiscal year 2020."""
    labelled = own.kind in ("year", "deadline") and own.year == stated.year
    if stated.kind == own.kind == "fiscal":
        return stated.year == own.year or stated.end.year == own.end.year
    return labelled or meet(stated, own) or stated.kind in NAMED_KINDS
