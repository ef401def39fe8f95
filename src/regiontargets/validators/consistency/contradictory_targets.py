"""D002."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..problem import Problem
from ..shapes import GroupRule, Member
from .contradictions import clashes


class ContradictoryTargets(GroupRule):
    """Contradictory targets, none of which supersedes the other.

    ## What it finds

    Targets of the same issuer for the same region, metric and time whose amounts cannot both be
    met to the word: 6 percent and 5.5 percent, at most 5 and at least 6. A range and a value
    within it agree. An error in one source, a warning between sources, where the later one may
    have replaced the earlier. A target that another one names in `supersedes` is left out.

    ## Why it matters

    Whoever compares the outcome must know which of the two holds.

    ## Example

    ```markdown
    [[Hubei]{.region #hb code=CN-HB} aims at [GDP growth]{.metric #g code=gdp_growth} of
    [7 percent]{.amount} [in 2022]{.period}]{.target}, and [at [6 percent]{.amount}]{.target
    region=#hb metric=#g period=2022}.
    ```

    ## Instead

    ```markdown
    [[Hubei]{.region #hb code=CN-HB} aims at [GDP growth]{.metric #g code=gdp_growth} of
    [7 percent]{.amount} [in 2022]{.period}]{.target #first}, and [at
    [6 percent]{.amount}]{.target region=#hb metric=#g period=2022 supersedes=#first}.
    ```
    """

    code = "D002"
    yields_to = ("U003", "U004", "R002", "E002", "E003", "E004", "E005", "E006")
    groups = ("kind", "region", "metric", "issuer")
    reads = (*(*groups, "id", "source", "amount", "change", "period", "aggregation", "supersedes"),)

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """Look for targets of one region and metric that cannot all be met."""
        shared = members[0].facts
        if shared.kind != "target" or shared.region is None or shared.metric is None:
            return
        replaced = {member.facts.supersedes for member in members}
        valid = [member for member in members if member.facts.id not in replaced]
        for later, earlier in clashes(valid):
            yield (
                later.row,
                Problem(
                    f"{later.facts.amount} contradicts another target",
                    field="amount",
                    reason=f"another target of the same region, metric and time says "
                    f"{earlier.facts.amount}",
                    suggestion="Correct one of them; or say which replaces the other "
                    "(supersedes=#id).",
                    severity=None if later.facts.source == earlier.facts.source else "warning",
                    other=earlier.row,
                ),
            )
