"""Y005."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class BaseYearNotBeforeTarget(RecordRule):
    """Base year not before the target year.

    ## What it finds

    A target whose baseline is of the same time as its end or of a later one.

    ## Why it matters

    A target is measured from its base to its end. Most often the two years have been swapped, or
    one of them is wrong.

    ## Example

    ```markdown
    [[Hubei]{.region code=CN-HB} is to double its [GDP]{.metric code=gdp}
    [by 2025]{.period}]{.target baseline=2030}.
    ```

    ## Instead

    ```markdown
    [[Hubei]{.region code=CN-HB} is to double its [GDP]{.metric code=gdp}
    [by 2025]{.period}]{.target baseline=2020}.
    ```
    """

    code = "Y005"
    reads = ("period", "baseline")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the end of the baseline against that of the target."""
        base = None if facts.baseline is None else facts.baseline.period
        if base is None or facts.period is None or base.end < facts.period.end:
            return
        yield Problem(
            "the base year is not before the target year",
            field="baseline",
            part="baseline_period",
            reason=f"the baseline is of {base}, and the target's period is {facts.period}",
            suggestion="Correct one of the two; they may have been swapped.",
        )
