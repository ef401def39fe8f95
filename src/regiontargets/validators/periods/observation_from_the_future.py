"""Y006."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regiontargets.model import Period

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule

_NEARLY_OVER = timedelta(days=31)
"""Results of a year are announced in its last month; that is no slip."""


class ObservationFromTheFuture(RecordRule):
    """Observation from the future.

    ## What it finds

    An observation of a time that begins after its source was published: an error. One of a time
    that was still going on for more than a month after: a warning.

    ## Why it matters

    Nobody can have observed it. The year is wrong, or it is an aim or a forecast.

    ## Example

    ```markdown
    ---
    published: 2022-02-17
    ---
    [In [2023]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    ---
    published: 2022-02-17
    ---
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "Y006"
    yields_to = ("Y007", "E008")
    reads = ("kind", "period", "published")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the period of an observation against its source's date."""
        if facts.kind != "observation" or facts.period is None or facts.published is None:
            return
        period, published = facts.period, facts.published
        if _first_day(period) > published:
            yield Problem(
                "an observation from the future",
                field="period",
                reason=f"its period is {period}, and its source was published on {published}",
                suggestion="Correct the year; or make it a target if it is an aim.",
            )
        elif period.end > published + _NEARLY_OVER:
            yield Problem(
                "an observation of a time that was not over",
                field="period",
                reason=f"its period is {period}, and its source was published on {published}",
                suggestion="Correct the year, or give the part of it that was observed (such as "
                "its first quarter).",
                severity="warning",
            )


def _first_day(period: Period) -> date:
    """The first day; "by 2021" begins with its last year."""
    return period.start or date(period.end.year, 1, 1)
