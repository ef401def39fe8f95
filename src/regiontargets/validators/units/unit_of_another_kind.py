"""U002."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Metric
from regiontargets.units import symbol

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from ..stated import STATED, Stated, stated_amounts
from .fit import COUNTS, also_means, article, fit, kinds_of, unit_words


class UnitOfAnotherKind(RecordRule):
    """Unit that does not fit the metric.

    ## What it finds

    An amount in a unit of another kind than its metric's: energy where money is meant, people
    where companies are counted, percent for a level. Any currency fits a metric in money, and
    what a metric is per need not be said again (an income a head of 35,000 yuan). A growth is in
    percent, a multiple in times, an increase in the unit of what increases. What is in percent
    where percentage points are meant is U003, a number without any unit U006.

    ## Why it matters

    The number cannot be converted, compared or added up: 130 people are not 130 companies. Most
    often the metric is the wrong one, or a growth rate was entered as a level.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [12 percent]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} grew
    [by 12 percent]{.amount}]{.observation change=growth}.
    ```
    """

    code = "U002"
    yields_to = ("U003",)
    reads = ("metric", "amount_words", *STATED)

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold every amount against the metric, and equivalents against the amount."""
        misfit, metric = False, facts.metric
        for stated in stated_amounts(facts):
            if stated.field == "equivalents":
                if not misfit:  # else it is like the amount no more than the amount is right
                    yield from _equivalent(facts, stated)
            elif metric is not None and _is_misfit(stated, metric, facts.amount_words):
                misfit = True
                yield _problem(stated, stated.amount.unit or "", metric)


def _is_misfit(stated: Stated, metric: Metric, words: str | None) -> bool:
    if fit(stated.amount, stated.change, metric) != "other":
        return False
    counted = {*kinds_of(stated.amount.unit or ""), *kinds_of(metric.unit)} <= COUNTS
    return not (counted and also_means(words, metric.unit))


def _problem(stated: Stated, unit: str, metric: Metric) -> Problem:
    change = "" if stated.change == "level" else f"{article(stated.change)} of "
    amount = str(stated.amount) if symbol(unit) else f"{stated.amount} {unit_words(unit)}"
    value = "a value" if stated.change == "level" else article(stated.change)
    return Problem(
        f"the unit of {amount} does not fit {change}{metric.name}",
        field=stated.field,
        part="unit",
        reason=f"{value} is in {_expected(stated, metric)}, not in {unit_words(unit)}",
        suggestion=_suggestion(stated, unit, metric),
    )


def _expected(stated: Stated, metric: Metric) -> str:
    if stated.change in ("growth", "decline"):
        return "percent"
    if stated.change == "multiple":
        return "times"
    if stated.change != "level" and kinds_of(metric.unit) == ("share",):
        return "percentage points"
    return unit_words(metric.unit)


def _suggestion(stated: Stated, unit: str, metric: Metric) -> str:
    if kinds_of(unit) == ("share",) and stated.change in ("level", "increase", "decrease"):
        change = "decline" if stated.change == "decrease" else "growth"
        return f"Say change={change} if it is a rate of growth, or correct the metric."
    if stated.change in ("growth", "decline") and kinds_of(unit) == kinds_of(metric.unit):
        change = "increase" if stated.change == "growth" else "decrease"
        return f"Say change={change}: that is a change by an amount."
    return "Correct the unit, or the metric."


def _equivalent(facts: Facts, stated: Stated) -> Iterator[Problem]:
    amount, unit = facts.amount, stated.amount.unit
    if amount is None or amount.unit is None or unit is None:
        return
    if kinds_of(unit) != kinds_of(amount.unit):
        yield Problem(
            f"the equivalent is in {unit_words(unit)}, the amount in {unit_words(amount.unit)}",
            field="equivalents",
            nth=stated.nth,
            reason="an equivalent restates the same value, in a unit of the same kind",
            suggestion="Mark as .equivalent only the same value in another unit.",
        )
