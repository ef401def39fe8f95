"""D003."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..problem import Problem
from ..shapes import GroupRule, Member
from .contradictions import clashes
from .sameness import with_rounding


class ContradictoryObservations(GroupRule):
    """Contradictory observations.

    ## What it finds

    Observations of the same region, metric and time whose amounts differ by more than rounding
    as stated: 5 trillion and 5.01 trillion agree, 5.2 and 5.01 do not. An error in one source, a
    warning between sources: figures are revised.

    ## Why it matters

    Only one of them can be used, and which is not for a program to choose.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #g code=gdp} of [Hubei]{.region #hb code=CN-HB} reached
    [5.01 trillion yuan]{.amount}]{.observation}, [in truth
    [5.2 trillion yuan]{.amount}]{.observation region=#hb metric=#g period=2021}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #g code=gdp} of [Hubei]{.region #hb code=CN-HB} reached
    [5.01 trillion yuan]{.amount}]{.observation}, [or [5 trillion
    yuan]{.amount}]{.observation region=#hb metric=#g period=2021}.
    ```
    """

    code = "D003"
    yields_to = ("U003", "U004", "R002", "E002", "E003", "E004", "E005", "E006")
    groups = ("kind", "region", "metric")
    reads = (*groups, "source", "amount", "change", "period", "aggregation")

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """Look for observations of one region and metric that cannot all be true."""
        shared = members[0].facts
        if shared.kind != "observation" or shared.region is None or shared.metric is None:
            return
        for later, earlier in clashes(members, widened=with_rounding):
            yield (
                later.row,
                Problem(
                    f"{later.facts.amount} contradicts another observation",
                    field="amount",
                    reason="another observation of the same region, metric and time says "
                    f"{earlier.facts.amount}",
                    suggestion="Correct one of them, or leave the older figure out.",
                    severity=None if later.facts.source == earlier.facts.source else "warning",
                    other=earlier.row,
                ),
            )
