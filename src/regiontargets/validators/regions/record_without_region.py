"""R005."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class RecordWithoutRegion(RecordRule):
    """Record without a region.

    ## What it finds

    A target or an observation of which nothing says where. A warning where the record was put
    together from mentions in a sentence, not marked as one.

    ## Why it matters

    A number of no place cannot be compared with anything.

    ## Example

    ```markdown
    [In [2021]{.period}, [GDP]{.metric code=gdp} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, [GDP]{.metric code=gdp} reached
    [5 trillion yuan]{.amount}]{.observation region=CN-HB}.
    ```
    """

    code = "R005"
    reads = ("kind", "region", "unread_region", "inferred")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for records of which nothing says where."""
        if facts.region is None and facts.unread_region is None:
            yield Problem(
                f"{'a target' if facts.kind == 'target' else 'an observation'} without a region",
                part="region",
                reason="nothing says where it holds",
                suggestion="Fill in the cell of the region; in a text mark the words that name it, "
                "or give its code (region=CN-HB).",
                severity="warning" if facts.inferred else None,
            )
