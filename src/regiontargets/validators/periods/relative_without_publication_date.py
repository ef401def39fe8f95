"""Y003."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import RelativePeriodError

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .reading import period_trouble


class RelativeWithoutPublicationDate(RecordRule):
    """Relative period without a publication date.

    ## What it finds

    "Last year", 今年, "over the next five years" in a source that does not say when it was
    published.

    ## Why it matters

    Which year is meant depends on when it was said.

    ## Example

    ```markdown
    [[Last year]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    ---
    published: 2022-02-17
    ---
    [[Last year]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "Y003"
    reads = ("unread_period", "published", "country")
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Read the words again: they lack nothing but a date."""
        if facts.unread_period is None:
            return
        trouble = period_trouble(facts.unread_period, facts.published, facts.country)
        if isinstance(trouble, RelativePeriodError):
            yield Problem(
                f"{facts.unread_period!r} is relative, and its source has no publication date",
                field="period",
                reason="which time is meant depends on the day on which it was said",
                suggestion="Say when the source was published (published: 2022-02-17 in the front "
                "matter), or give the period literally (period=2021).",
            )
