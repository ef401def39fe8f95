"""M001."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import UnknownMetric as NoSuchMetric

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .reading import metric_trouble


class UnknownMetric(RecordRule):
    """Unknown metric.

    ## What it finds

    A code that the catalog does not have, or the name of no metric in it.

    ## Why it matters

    Unit, bounds and direction come from the metric: without it nothing else can be checked.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdpp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "M001"
    reads = ("unread_metric",)
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look the words up again, for the suggestions."""
        words = facts.unread_metric
        trouble = None if words is None else metric_trouble(words)
        if isinstance(trouble, NoSuchMetric):
            yield Problem(
                trouble.message.rstrip("."),
                field="metric",
                text=words or "",
                reason="the catalog has no metric of this name or code",
                suggestion=trouble.suggestion
                or "Give the code of a metric (regiontargets metrics QUERY finds it), or add it "
                "to a catalog of your own.",
            )
