"""U003."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Metric
from regiontargets.model.number import multiply, to_decimal
from regiontargets.units import factor, kind_of

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from ..stated import STATED, Stated, stated_amounts
from ..statements import Statement
from .fit import fit, unit_words

_MEANS_POINTS = "percent where percentage points are meant"
_MEANS_PERCENT = "percentage points where percent is meant"


class PercentForPercentagePoint(RecordRule):
    """Percent where percentage points are meant, or the reverse.

    ## What it finds

    A rise or fall, in percent, of something that is itself in percent: a share, a rate, a rate of
    growth. Its difference is in percentage points. And the reverse: a level or a growth in
    percentage points; and one of the two where the evidence states the same number in the other.
    A growth (change=growth) of a share in percent is possible, and a warning.

    ## Why it matters

    It is the field's commonest error. From 2 percent, a rise by 0.5 percentage points leads to
    2.5 percent and a rise by 0.5 percent to 2.01: two targets, fifty times apart.

    ## Example

    ```markdown
    [[Hubei]{.region code=CN-HB} is to raise its [R&D intensity]{.metric code=rd_intensity}
    [by 0.5 percent]{.amount} [by 2025]{.period}]{.target change=increase}.
    ```

    ## Instead

    ```markdown
    [[Hubei]{.region code=CN-HB} is to raise its [R&D intensity]{.metric code=rd_intensity}
    [by 0.5 percentage points]{.amount} [by 2025]{.period}]{.target change=increase}.
    ```
    """

    code = "U003"
    reads = ("metric", "statements", *STATED)

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the unit against the evidence, then against the unit of what changes."""
        found = facts.statements[:1]
        if found and found[0].agreement == "points":
            yield _unlike_evidence(found[0])
            return
        if facts.metric is None:
            return
        for stated in stated_amounts(facts):
            match fit(stated.amount, stated.change, facts.metric):
                case "percent_for_points":
                    yield _percent_of_a_share(stated, facts.metric)
                case "points_for_percent":
                    yield _points(stated, facts.metric)
                case "relative":
                    yield _growth_of_a_share(stated, facts.metric)
                case _:
                    continue


def _unlike_evidence(found: Statement) -> Problem:
    points = kind_of(found.reading.unit or "") == "share_difference"
    return Problem(
        _MEANS_POINTS if points else _MEANS_PERCENT,
        field="amount",
        reason=f"its evidence states {found.mention.text!r}",
        suggestion=f"Write {found.mention.text!r}, if the evidence is right.",
        part="unit",
        stated=found.span,
    )


def _percent_of_a_share(stated: Stated, metric: Metric) -> Problem:
    value = _number(stated)
    relative = "decline" if stated.change == "decrease" else "growth"
    return Problem(
        _MEANS_POINTS,
        field=stated.field,
        part="unit",
        nth=stated.nth,
        reason=f"{metric.name} is itself in {unit_words(metric.unit)}: "
        "the difference between two of its values is in percentage points",
        suggestion=f"Write {value} percentage points; or say change={relative} if {value} percent "
        "of the earlier value is meant.",
    )


def _points(stated: Stated, metric: Metric) -> Problem:
    value = _number(stated)
    if stated.change == "level":
        reason = f"a value of {metric.name} is in {unit_words(metric.unit)}"
        advice = "or say change=increase if it rises by so much."
    elif stated.change in ("growth", "decline"):
        reason = f"a {stated.change} is relative to the earlier value, in percent"
        advice = "or say change=increase if a share or rate changes by so much."
    else:
        reason = f"{metric.name} is in {unit_words(metric.unit)} and no share"
        advice = "with change=growth; or name the share or rate that changes."
    return Problem(
        _MEANS_PERCENT,
        field=stated.field,
        part="unit",
        nth=stated.nth,
        reason=f"{reason}; percentage points are the difference between two shares",
        suggestion=f"Write {value} percent, {advice}",
    )


def _growth_of_a_share(stated: Stated, metric: Metric) -> Problem:
    value = _number(stated)
    difference = "decrease" if stated.change == "decline" else "increase"
    return Problem(
        "percent where percentage points may be meant",
        field=stated.field,
        part="unit",
        nth=stated.nth,
        reason=f"{metric.name} is itself in {unit_words(metric.unit)}, and a {stated.change} by "
        f"{value} percent of its earlier value is seldom meant",
        suggestion=f"Write {value} percentage points with change={difference}, if that is meant.",
        severity="warning",
    )


def _number(stated: Stated) -> str:
    """The number in percent or points: 50 basis points are 0.5."""
    amount = stated.amount
    unit = amount.unit or "percent"
    scale = factor(unit, "percent" if kind_of(unit) == "share" else "percentage_point")
    values = [amount.value] if amount.upper is None else [amount.value, amount.upper]
    return "–".join(f"{to_decimal(multiply(each, scale), 6).normalize():f}" for each in values)
