"""Y004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .reading import EARLIEST, LATEST, implausible_year

FARTHEST_TARGET = 60
"""Years that a target may lie ahead: the longest national goals (net zero by 2070, announced in
2021; by 2060, announced in 2020) lie up to 50 ahead."""

EARLIEST_OBSERVATION = EARLIEST
"""The year before which regional statistics are no longer to be expected."""

LATEST_TARGET = LATEST
"""The last year of a target whose date is not known: scenarios end there."""


class ImplausibleHorizon(RecordRule):
    """Implausible horizon.

    ## What it finds

    A target that ends more than 60 years after it was announced (or after 2100, where that date
    is not known), and a record of a time before 1800. Mid-century goals are far within.

    ## Why it matters

    It is a slip of a digit: 2205 for 2025, 1021 for 2021.

    ## Example

    ```markdown
    ---
    published: 2022-02-17
    ---
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned [by 2205]{.period}]{.target}.
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

    code = "Y004"
    severity = "warning"
    yields_to = ("Y002", "Y006", "Y007", "E004")
    reads = ("kind", "period", "unread_period", "announced", "published")
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the period against what plans and statistics reach to."""
        since = facts.announced or facts.published
        if facts.unread_period is not None:
            year = implausible_year(facts.unread_period)
            if year is not None:
                yield _problem(f"{year} is implausible", "no plan and no statistics reach there")
        elif facts.period is not None and facts.period.end.year < EARLIEST_OBSERVATION:
            # A target that ends before it was announced is Y002 already.
            if facts.kind == "observation" or since is None:
                yield _problem(
                    f"{facts.period.end.year} is before regional statistics begin",
                    f"no figures are to be expected from before {EARLIEST_OBSERVATION}",
                )
        elif facts.period is not None and facts.kind == "target":
            yield from _far_ahead(facts.period.end, since)


def _far_ahead(end: date, since: date | None) -> Iterator[Problem]:
    if since is None and end.year > LATEST_TARGET:
        yield _problem(
            f"a target for {end.year} is implausible", f"plans do not reach beyond {LATEST_TARGET}"
        )
    elif since is not None and end.year - since.year > FARTHEST_TARGET:
        ahead = end.year - since.year
        yield _problem(
            f"a target {ahead:,} years ahead is implausible",
            f"it was announced in {since.year} and ends in {end.year}; the longest goals of "
            "governments lie some 50 years ahead",
        )


def _problem(message: str, reason: str) -> Problem:
    return Problem(message, field="period", reason=reason, suggestion="Correct the year.")
