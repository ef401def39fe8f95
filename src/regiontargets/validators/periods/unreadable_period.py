"""Y001."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import RelativePeriodError

from ..facts import Facts
from ..problem import Problem, ProblemField, part_of
from ..shapes import RecordRule
from .reading import conflict, implausible_year, period_trouble


class UnreadablePeriod(RecordRule):
    """Unreadable period.

    ## What it finds

    Words marked or given as a period that are none, are more than one, or can be read in two
    ways ("FY2023" of no known country). A relative period whose source has no date is Y003; a
    plan with other years beside it is Y007.

    ## Why it matters

    The record has no period until its words can be read. Nothing is guessed.

    ## Example

    ```markdown
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned [by 20255]{.period}]{.target}.
    ```

    ## Instead

    ```markdown
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned [by 2025]{.period}]{.target}.
    ```
    """

    code = "Y001"
    reads = ("unread_period", "unread_baseline", "published", "country")
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Read the words again and say why they cannot be read."""
        if facts.unread_baseline is not None:
            yield _problem(facts.unread_baseline, "baseline", facts)
        words = facts.unread_period
        if words is None or conflict(words, facts.country):
            return
        trouble = period_trouble(words, facts.published, facts.country)
        if not isinstance(trouble, RelativePeriodError) and implausible_year(words) is None:
            yield _problem(words, "period", facts)


def _problem(words: str, field: ProblemField, facts: Facts) -> Problem:
    trouble = period_trouble(words, facts.published, facts.country)
    what = "a period" if field == "period" else "a baseline, neither a period nor an amount"
    return Problem(
        f"cannot read {_shortened(words)!r} as {what}",
        field=field,
        reason=trouble.reason if trouble else "it was not read when the file was loaded",
        suggestion=(trouble.suggestion if trouble and trouble.readings else None)
        or "Leave only the words that say when.",
        span=part_of(words, trouble.start, trouble.end) if trouble else None,
    )


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}..."
