"""E002."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Amount
from regiontargets.phrases import find_amounts

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .digits import has_digits_of

_SHOWN = 4


class ValueNotInEvidence(RecordRule):
    """Value not in its evidence.

    ## What it finds

    A number that the record's evidence does not state: in no scale, language or unit of its kind,
    and not rounded either (8.3 trillion yuan is in a text that says 83,095.9亿元). The same digits
    a power of ten away are U004, percent against percentage points is U003, the same number in
    another unit E003.

    ## Why it matters

    The number was mistyped, or belongs to another sentence. Nobody can check it.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    5 trillion yuan]{.observation amount="6 trillion yuan"}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    5 trillion yuan]{.observation amount="5 trillion yuan"}.
    ```
    """

    code = "E002"
    yields_to = ("U002",)
    reads = ("amount", "amount_evidence", "statements")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for the number among all that the evidence states."""
        amount, evidence = facts.amount, facts.amount_evidence
        if amount is None or not evidence:
            return
        if facts.statements and facts.statements[0].agreement != "none":
            return
        if not has_digits_of(amount, evidence):
            yield Problem(
                f"{amount} is not in its evidence",
                field="amount",
                reason=_what_it_states(evidence, amount),
                suggestion="Correct the number, or quote the words that state it.",
            )


def _what_it_states(evidence: str, amount: Amount) -> str:
    stated = [mention.text for mention in find_amounts(evidence)]
    if not stated:
        return f"the evidence states no {'amount' if amount.unit else 'number'}"
    listed = ", ".join(repr(text) for text in stated[:_SHOWN])
    return f"the evidence states {listed}{', …' if len(stated) > _SHOWN else ''}"
