"""E003."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule


class UnitUnlikeEvidence(RecordRule):
    """Unit differs from its evidence.

    ## What it finds

    A number that the evidence states in another unit: dollars for yuan, people for companies.
    Percent against percentage points is U003.

    ## Why it matters

    The digits look right, which is why nobody notices.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    5 trillion yuan]{.observation amount="5 trillion euros"}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    5 trillion yuan]{.observation amount="5 trillion yuan"}.
    ```
    """

    code = "E003"
    reads = ("amount", "statements")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the unit against the one that the evidence states with the same number."""
        if facts.amount is None or facts.amount.unit is None:
            return
        found = facts.statements[0] if facts.statements else None
        if found is not None and found.agreement == "unit":
            yield Problem(
                f"{facts.amount} has another unit in its evidence",
                field="amount",
                reason=f"the evidence states {found.mention.text!r}",
                suggestion=f"Write {found.mention.text!r}, if the evidence is right.",
                part="unit",
                stated=found.span,
            )
