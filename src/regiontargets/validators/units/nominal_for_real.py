"""U007."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Amount, Basis
from regiontargets.phrases import Mention, find_basis
from regiontargets.phrases.folding import has_han

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule

_WORDS = {"nominal": "current (nominal)", "real": "constant (real)"}


class NominalForReal(RecordRule):
    """Nominal against real: current against constant prices.

    ## What it finds

    An amount whose words say that it is in current prices (nominal, 现价) while its metric is in
    constant ones (real, 可比价), or the reverse.

    ## Why it matters

    The two differ by inflation: in a normal year by some points, over a plan by a fifth. A real
    target is neither met nor missed by a nominal outcome.

    ## Example

    ```markdown
    [[Hubei]{.region code=CN-HB} aims at [GDP growth]{.metric code=gdp_growth} of
    [7 percent]{.amount} in nominal terms [in 2022]{.period}]{.target}.
    ```

    ## Instead

    ```markdown
    [[Hubei]{.region code=CN-HB} aims at [GDP growth]{.metric code=gdp_growth} of
    [7 percent]{.amount} in real terms [in 2022]{.period}]{.target}.
    ```
    """

    code = "U007"
    reads = ("metric", "amount", "amount_evidence", "statements")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the prices that the words name against those of the metric."""
        if facts.metric is None or facts.amount is None or facts.metric.basis is None:
            return
        stated = facts.amount.basis or _basis_in_evidence(facts)
        if stated is not None and stated != facts.metric.basis:
            yield Problem(
                f"the amount is in {_WORDS[stated]} prices, its metric in "
                f"{_WORDS[facts.metric.basis]} ones",
                field="amount",
                reason=f"{facts.metric.name} is {facts.metric.basis}, and the words say {stated}",
                suggestion="Name the metric of the other prices, or correct the amount.",
            )


def _basis_in_evidence(facts: Facts) -> Basis | None:
    """The prices that the evidence names beside this amount and no other."""
    if not facts.statements or facts.statements[0].agreement != "same":
        return None
    for basis in find_basis(facts.amount_evidence or ""):
        behind = [each for each in facts.statements if each.mention.start >= basis.end]
        # 按可比价格计算，比上年增长8.3%: in Chinese the prices stand before what is in them.
        among = behind if behind and has_han(basis.text) else facts.statements
        nearest = min(among, key=lambda each: _distance(each.mention, basis))
        if nearest.mention.start == facts.statements[0].mention.start:
            return basis.reading
    return None


def _distance(amount: Mention[Amount], basis: Mention[Basis]) -> int:
    return max(amount.start - basis.end, basis.start - amount.end, 0)
