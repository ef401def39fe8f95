"""M003."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class RecordWithoutMetric(RecordRule):
    """Record without a metric.

    ## What it finds

    A target or an observation of which nothing says what it is about. A warning where the record
    was put together from mentions in a sentence, not marked as one.

    ## Why it matters

    A number of nothing cannot be checked, converted or compared.

    ## Example

    ```markdown
    [In [2021]{.period}, [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation metric=gdp}.
    ```
    """

    code = "M003"
    reads = ("kind", "metric", "unread_metric", "inferred")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for records of which nothing says what about."""
        if facts.metric is None and facts.unread_metric is None:
            yield Problem(
                f"{'a target' if facts.kind == 'target' else 'an observation'} without a metric",
                part="metric",
                reason="nothing says what it is about",
                suggestion="Fill in the cell of the metric; in a text mark the words that name it, "
                "or give its code (metric=gdp).",
                severity="warning" if facts.inferred else None,
            )
