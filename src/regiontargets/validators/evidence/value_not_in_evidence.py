"""E002."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regiontargets.catalog.in_use import metrics_in_use
from regiontargets.model import Amount
from regiontargets.phrases import find_amounts

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from ..statements import Statement
from .digits import has_digits_of
from .labels import metrics_of, sentence_around

_SHOWN = 4


class ValueNotInEvidence(RecordRule):
    """Value not in its evidence.

    ## What it finds

    A number that the record's evidence does not state: in no scale, language or unit of its kind,
    and not rounded either (8.3 trillion yuan is in a text that says 83,095.9亿元); or one that it
    states of another metric, while it states another of this one, or that from which something
    is to change. The same digits
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
    reads = ("kind", "metric", "amount", "amount_evidence", "statements")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for the number among all that the evidence states."""
        amount, evidence = facts.amount, facts.amount_evidence
        if amount is None or not evidence:
            return
        if facts.statements and facts.statements[0].agreement != "none":
            found = _where_it_began(facts, amount, evidence) or _of_another_metric(
                facts, amount, evidence
            )
            if found is not None:
                yield found
            return
        if not has_digits_of(amount, evidence):
            yield Problem(
                f"{amount} is not in its evidence",
                field="amount",
                reason=_what_it_states(evidence, amount),
                suggestion="Correct the number, or quote the words that state it.",
            )


_DATED = re.compile(
    r"(?:19|20)\d\d[^\d%]{0,4}\0|\0[^\d%]{0,5}(?:19|20)\d\d|[去上]年.{0,2}\0"
    r"|\0 (?:in )?(?:(?:a|the|one|last|previous) (?:year|previous)|last year|previous year)"
)
"""A number with its year beside it: that it is of another year is E004."""


def _where_it_began(facts: Facts, amount: Amount, evidence: str) -> Problem | None:
    """A target's number that its evidence states as that from which something is to change."""
    same = [each for each in facts.statements if each.agreement in ("same", "rounded")]
    if facts.kind != "target" or not same or any(each.mention.role != "baseline" for each in same):
        return None
    ends = [
        each
        for each in facts.statements
        if each.mention.role == "value" and each.reading.unit == same[0].reading.unit
    ]
    start, end = same[0].span
    beside = f"{evidence[max(0, start - 12) : start]}\0{evidence[end : end + 12]}"
    if not ends or _DATED.search(beside):
        return None
    return Problem(
        f"{amount} is where its evidence begins",
        field="amount",
        reason=f"the evidence states that it is to change from {same[0].mention.text!r}",
        suggestion=f"Write {ends[0].mention.text!r}, if that is what is aimed at.",
        stated=same[0].span,
    )


def _of_another_metric(facts: Facts, amount: Amount, evidence: str) -> Problem | None:
    """A number whose sentence says that it is of another metric, and gives this one another."""
    same = [each for each in facts.statements if each.agreement in ("same", "rounded")]
    if facts.metric is None or not same or len(facts.statements) == len(same):
        return None
    own_codes = {facts.metric.code, facts.metric.growth, facts.metric.growth_of}
    meant: tuple[int, int] | None = None
    other = ""
    for stated in same:
        said = _said_of(evidence, stated.span, facts.statements)
        code = said.pop(stated.span, None)
        if code is None or code in own_codes:
            return None
        other = other or code
        meant = meant or next((each for each in said if said[each] == facts.metric.code), None)
    if meant is None or not other:
        return None
    return Problem(
        f"{amount} is of another metric in its evidence",
        field="amount",
        reason=f"the evidence states {evidence[slice(*meant)]!r} of {facts.metric.name}, "
        f"and {same[0].mention.text!r} of {metrics_in_use()[other].name}",
        suggestion="Correct the number, or the metric.",
        stated=same[0].span,
    )


def _said_of(
    evidence: str, span: tuple[int, int], statements: Iterable[Statement]
) -> dict[tuple[int, int], str | None]:
    """The metrics that the sentence of a number says its numbers are of, by where they stand."""
    start, end = sentence_around(evidence, span)
    spans = sorted({each.span for each in statements if start <= each.span[0] < end})
    within = [(first - start, last - start) for first, last in spans]
    return dict(zip(spans, metrics_of(evidence[start:end], within), strict=True))


def _what_it_states(evidence: str, amount: Amount) -> str:
    stated = [mention.text for mention in find_amounts(evidence)]
    if not stated:
        return f"the evidence states no {'amount' if amount.unit else 'number'}"
    listed = ", ".join(repr(text) for text in stated[:_SHOWN])
    return f"the evidence states {listed}{', …' if len(stated) > _SHOWN else ''}"
