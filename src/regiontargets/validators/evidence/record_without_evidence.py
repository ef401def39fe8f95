"""E009."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class RecordWithoutEvidence(RecordRule):
    """Record without evidence.

    ## What it finds

    A record of which no words of a source are given, neither for all of it nor for its amount.
    It runs only if it is selected: many good tables have no quotes.

    ## Why it matters

    What rests on no words cannot be checked by anyone else.

    ## Example

    ```markdown
    The economy of Hubei grew.
    []{.observation region=CN-HB metric=gdp amount="5 trillion yuan" period=2021}
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "E009"
    severity = "warning"
    default = False
    reads = ("evidence", "amount_evidence")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for records without any words."""
        if not (facts.evidence or "").strip() and not facts.amount_evidence:
            yield Problem(
                "a record without evidence",
                reason="no words of a source are given for it",
                suggestion="Quote the sentence that states it.",
            )
