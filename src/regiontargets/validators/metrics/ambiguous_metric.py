"""M002."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import AmbiguousMetric as SeveralMetrics

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .reading import metric_trouble


class AmbiguousMetric(RecordRule):
    """Ambiguous metric.

    ## What it finds

    A name that several metrics of the catalog bear.

    ## Why it matters

    They differ in unit, bounds or definition, and none is chosen silently.

    ## Example

    ```markdown
    [In [2021]{.period}, [industrial output]{.metric} in [Hubei]{.region code=CN-HB} was
    [2 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, [industrial output]{.metric code=industrial_value_added} in
    [Hubei]{.region code=CN-HB} was [2 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "M002"
    reads = ("unread_metric",)
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look the words up again, for the candidates."""
        words = facts.unread_metric
        trouble = None if words is None else metric_trouble(words)
        if isinstance(trouble, SeveralMetrics):
            codes = ", ".join(getattr(each, "code", str(each)) for each in trouble.candidates[:6])
            yield Problem(
                f"the metric {trouble.query[:60]!r} is ambiguous",
                field="metric",
                text=words or "",
                reason="several metrics bear this name",
                suggestion=f"Give the code of the one that is meant: {codes}.",
            )
