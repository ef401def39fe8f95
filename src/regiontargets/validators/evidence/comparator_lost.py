"""E006."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Amount, Comparator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from ..statements import Statement

_WORDS: dict[Comparator, str] = {
    "exactly": "exactly",
    "about": "about",
    "nearly": "nearly",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "between": "a range",
}
_MIRRORED: dict[Comparator, Comparator] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
}


class ComparatorLost(RecordRule):
    """Comparator lost: the evidence says "about", "at least".

    ## What it finds

    An amount whose evidence qualifies it (左右, 以上, "about", "more than", a range) while the
    record states it as exact, or qualifies it otherwise.

    ## Why it matters

    "About 5.5" and "at least 5.5" are met by different outcomes. A target of 以上 is missed by the
    very value that one of 以下 is met by.

    ## Example

    ```markdown
    [[Anhui]{.region code=CN-AH} wants its [R&D intensity]{.metric code=rd_intensity} at
    about [2.5 percent]{.amount} [in 2022]{.period}]{.target}.
    ```

    ## Instead

    ```markdown
    [[Anhui]{.region code=CN-AH} wants its [R&D intensity]{.metric code=rd_intensity} at
    [about 2.5 percent]{.amount} [in 2022]{.period}]{.target}.
    ```
    """

    code = "E006"
    yields_to = ("E002",)
    reads = ("amount", "statements")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the comparator against every statement of the same number."""
        amount = facts.amount
        same = [each for each in facts.statements if each.agreement == "same"]
        if amount is None or not same or any(_agrees(amount, each) for each in same):
            return
        said = _WORDS[same[0].reading.comparator]
        lost = amount.comparator == "exactly"
        yield Problem(
            f"the evidence says {said}, the record "
            f"{'nothing of the kind' if lost else _WORDS[amount.comparator]}",
            field="amount",
            reason=f"the evidence states {same[0].mention.text!r}",
            suggestion=f"Write {same[0].mention.text!r}, if the evidence is right.",
            part="comparator",
            stated=same[0].span,
        )


def _agrees(amount: Amount, stated: Statement) -> bool:
    comparator = stated.reading.comparator
    if comparator in ("exactly", amount.comparator):
        return True
    # At least 3 percent down is kept as a growth of at most -3 percent.
    return amount.value < 0 and _MIRRORED.get(comparator) == amount.comparator
