"""Y002."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class EndsBeforeAnnounced(RecordRule):
    """Target's period ends before it was announced.

    ## What it finds

    A target whose last day lies before the day on which it was set: that of `announced`, or,
    where the record says nothing, that on which its source was published.

    ## Why it matters

    Nobody aims at the past. The year is wrong, or it is an outcome and no target, or the source
    recalls an older target, whose own date then belongs in `announced`.

    ## Example

    ```markdown
    ---
    published: 2022-02-17
    ---
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned [by 2020]{.period}]{.target}.
    ```

    ## Instead

    ```markdown
    ---
    published: 2022-02-17
    ---
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned [by 2025]{.period}]{.target}.
    ```
    """

    code = "Y002"
    yields_to = ("Y007", "E008")
    reads = ("kind", "period", "announced", "published")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the last day of a target against the day it was set."""
        since = facts.announced or facts.published
        if facts.kind != "target" or facts.period is None or since is None:
            return
        if facts.period.end < since:
            told = "it was announced" if facts.announced else "its source was published"
            yield Problem(
                "the target's period ends before it was announced",
                field="period",
                reason=f"it ends on {facts.period.end}, and {told} on {since}",
                suggestion="Correct the year; or make it an observation if it is an outcome; or "
                "say announced= if the source recalls an older target.",
            )
