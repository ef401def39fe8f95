"""U006."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Change, Metric

from ..facts import Facts
from ..problem import Problem, ProblemField
from ..shapes import RecordRule
from ..stated import STATED, Stated, stated_amounts
from .fit import BARE, kinds_of, unit_words
from .reading import unknown_unit


class NumberWithoutUnit(RecordRule):
    """Number without a unit.

    ## What it finds

    An amount that is a bare number, of a metric that needs a unit. What is counted (companies,
    jobs, beds per 1,000 people), an index or a ratio needs none; "double" has none. While the
    metric itself is unknown nothing is said: that is M001 or M003.

    ## Why it matters

    5 may be 5 yuan, 5 trillion dollars or 5 percent. No unit is guessed.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "U006"
    reads = ("metric", "unread_unit", "amount_words", "equivalent_words", *STATED)

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for bare numbers where the metric says that they mean nothing."""
        if facts.metric is None or facts.unread_unit is not None:
            return
        for stated in stated_amounts(facts):
            if stated.amount.unit is not None or not needs_unit(*_kind(stated), facts.metric):
                continue
            if not _words_follow(stated, facts):
                yield Problem(
                    "number without a unit",
                    field=stated.field,
                    nth=stated.nth,
                    reason=_reason(stated, facts.metric),
                    suggestion="Write the unit with the number, as the source states it.",
                )


def needs_unit(field: ProblemField, change: Change, metric: Metric) -> bool:
    """Whether a number without a unit says nothing."""
    if change == "multiple":
        return False
    if field == "equivalents" or change in ("growth", "decline"):
        return True
    return kinds_of(metric.unit)[0] not in BARE


def _kind(stated: Stated) -> tuple[ProblemField, Change]:
    return stated.field, stated.change


def _words_follow(stated: Stated, facts: Facts) -> bool:
    """Whether words stand where the unit would: they are U001."""
    written = facts.equivalent_words if stated.field == "equivalents" else ()
    if stated.field == "amount" and facts.amount_words is not None:
        written = (facts.amount_words,)
    return any(unknown_unit(words) is not None for words in written)


def _reason(stated: Stated, metric: Metric) -> str:
    if stated.change in ("growth", "decline"):
        return f"a {stated.change} of {metric.name} is in percent"
    if stated.field == "equivalents":
        return "an equivalent restates the value in another unit"
    return f"a value of {metric.name} is in {unit_words(metric.unit)}"
