"""Y008."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class RecordWithoutPeriod(RecordRule):
    """Record without a period.

    ## What it finds

    A target or an observation of which nothing says when: no period in its words and none given
    literally. A warning, since real articles state such targets.

    ## Why it matters

    A target without its year cannot be compared with an outcome, nor an outcome with a target.

    ## Example

    ```markdown
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned]{.target}.
    ```

    ## Instead

    ```markdown
    [In [Shandong]{.region code=CN-SD}, [400]{.amount}
    [SMEs]{.metric code=specialized_innovative_smes} are planned]{.target period=2022}.
    ```
    """

    code = "Y008"
    severity = "warning"
    reads = ("kind", "period", "unread_period")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for records of which nothing says when."""
        if facts.period is not None or facts.unread_period is not None:
            return
        aim = facts.kind == "target"
        yield Problem(
            f"{'a target' if aim else 'an observation'} without a period",
            part="period",
            reason="nothing says when it is due" if aim else "nothing says when it was so",
            suggestion="Fill in the cell of the year; in a text mark the words that say when, or "
            "give the period itself (period=2022).",
        )
