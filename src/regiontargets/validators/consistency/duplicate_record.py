"""D001."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from ..facts import Facts
from ..problem import Problem
from ..shapes import GroupRule, Member
from .sameness import change_of, time_of


class DuplicateRecord(GroupRule):
    """Duplicate record.

    ## What it finds

    A record that says of the same region, metric and time what another record of the same source
    says already: the same amount with the same comparator. An error where both rest on the same
    words, or on none; a warning where the source states the fact twice. Sources that agree with
    each other are no duplicates.

    ## Why it matters

    What stands twice is counted twice.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}. To say it again, [in [2021]{.period}, the
    [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [50,000亿元]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}. To say it again, it reached 50,000亿元.
    ```
    """

    code = "D001"
    groups = ("kind", "source", "region", "metric")
    reads = (
        *groups,
        "amount",
        "change",
        "period",
        "baseline",
        "aggregation",
        "evidence",
        "unread_amount",
        "unread_period",
    )

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """Look for records of one region and metric that say the same."""
        shared = members[0].facts
        if shared.region is None or shared.metric is None:
            return
        alike: defaultdict[Hashable, list[tuple[int, str | None]]] = defaultdict(list)
        for member in members:
            said = alike[_said(member.facts)]
            said += [(row, member.facts.evidence) for row in member.rows]
        for rows in alike.values():
            (first, evidence), *rest = sorted(rows, key=lambda each: each[0])
            for row, words in rest:
                yield row, _problem(first, same_words=words == evidence)


def _said(facts: Facts) -> Hashable:
    """What a record says, in whichever words; without a number, the words themselves."""
    said = facts.amount, change_of(facts), time_of(facts.period), facts.baseline, facts.aggregation
    words = facts.evidence if facts.amount is None else None
    return (*said, facts.unread_amount, facts.unread_period, words)


def _problem(first: int, *, same_words: bool) -> Problem:
    return Problem(
        "a duplicate record",
        reason="another record of this source says the same of the same region, metric and time",
        suggestion="Leave one of them out.",
        severity=None if same_words else "warning",
        other=first,
    )
