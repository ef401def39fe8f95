"""U008."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from regiontargets.model import Amount, Metric
from regiontargets.model.number import multiply, to_number
from regiontargets.model.wording import number_words
from regiontargets.units import comparable, factor

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from ..stated import STATED, Stated, stated_amounts
from .economies import TIMES_HEAD, TIMES_PRODUCT, economy_of
from .fit import BARE, article, kinds_of, unit_words

_Limit: TypeAlias = Decimal | Fraction | None


class OutsideBounds(RecordRule):
    """Value outside the metric's bounds.

    ## What it finds

    A value that the metric cannot have: a share above 100 percent, a negative count, a decline by
    more than everything there is. The bounds stand in the catalog, inclusive, in the metric's
    unit (`regiontargets metrics CODE` shows them). Money has none there; a sum that is more than
    ten times what all of an economy produces in a year, or a hundred times what it does a head,
    is a warning.

    ## Why it matters

    It is a slip for certain: a digit too many, a lost decimal point, the wrong metric.

    ## Example

    ```markdown
    [[Anhui]{.region code=CN-AH} aims at an [urbanization rate]{.metric code=urbanization_rate}
    of [605 percent]{.amount} [by 2025]{.period}]{.target}.
    ```

    ## Instead

    ```markdown
    [[Anhui]{.region code=CN-AH} aims at an [urbanization rate]{.metric code=urbanization_rate}
    of [60.5 percent]{.amount} [by 2025]{.period}]{.target}.
    ```
    """

    code = "U008"
    yields_to = ("U004", "E003")
    reads = ("metric", *STATED)

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold each number that is stated against the lowest and the highest possible one."""
        if facts.metric is None:
            return
        for stated in stated_amounts(facts):
            found = beyond(stated, facts.metric)
            if found is not None:
                yield _problem(stated, facts.metric, found)
            elif stated.change == "level":
                yield from _beyond_an_economy(stated, facts.metric)


class Beyond(NamedTuple):
    """A value beyond a limit.

    Attributes:
        value: the number stated, in the unit of the limit.
        limit: the lowest or highest possible one.
        unit: the unit of both.
    """

    value: Decimal | Fraction
    limit: Decimal | Fraction
    unit: str


def beyond(stated: Stated, metric: Metric) -> Beyond | None:
    """The first number of an amount that its metric cannot have, or None."""
    unit, low, high = _limits(stated, metric)
    for value in _in_unit(stated.amount, unit):
        if low is not None and value < low:
            return Beyond(value, low, unit)
        if high is not None and value > high:
            return Beyond(value, high, unit)
    return None


def _beyond_an_economy(stated: Stated, metric: Metric) -> Iterator[Problem]:
    """A sum of money that is many times what all of a country makes."""
    unit = stated.amount.unit or ""
    economy = economy_of(unit.partition("/")[0])
    if economy is None or metric.unit not in ("currency", "currency/person"):
        return
    if unit.partition("/")[2] not in ("", metric.unit.partition("/")[2]):
        return
    a_head = metric.unit != "currency"
    most = economy.most_a_head if a_head else economy.most
    value = max(each for each in (stated.amount.value, stated.amount.upper) if each is not None)
    if value <= most:
        return
    times = f"{TIMES_HEAD if a_head else TIMES_PRODUCT} times what {economy.name} produces"
    yield Problem(
        f"{stated.amount} is more than any region's {metric.name}",
        field=stated.field,
        nth=stated.nth,
        reason=f"it is more than {times} {'a head' if a_head else 'in a year'}",
        suggestion="Compare the number and its scale with the source.",
        severity="warning",
    )


def _limits(stated: Stated, metric: Metric) -> tuple[str, _Limit, _Limit]:
    """The unit of the limits, the lowest possible number and the highest."""
    low, high = metric.bounds.low, metric.bounds.high
    match stated.change:
        case "level":
            return metric.unit, low, high
        case "increase" | "decrease" if low is not None and high is not None:
            points = kinds_of(metric.unit) == ("share",)
            width = to_number(Fraction(high) - Fraction(low))
            return "percentage_point" if points else metric.unit, -width, width
        case "decline" if low is not None and low >= 0:
            return "percent", None, Decimal(100)
        case _:
            return metric.unit, None, None


def _in_unit(amount: Amount, unit: str) -> list[Decimal | Fraction]:
    """The numbers that are stated, in a unit; empty if they do not convert into it."""
    numbers = [each for each in (amount.value, amount.upper) if each is not None]
    if amount.unit is None:
        return numbers if kinds_of(unit)[0] in BARE else []
    # Limits in any currency are those of every currency: zero is the same in all of them.
    if amount.unit == unit or "currency" in unit:
        return numbers if kinds_of(amount.unit) == kinds_of(unit) else []
    if "/" not in amount.unit:
        unit = unit.partition("/")[0]  # What it is per stands in the metric's name.
    if not comparable(amount.unit, unit):
        return []
    return [multiply(each, factor(amount.unit, unit)) for each in numbers]


def _problem(stated: Stated, metric: Metric, found: Beyond) -> Problem:
    what = metric.name if stated.change == "level" else f"{article(stated.change)} of {metric.name}"
    side, end = ("above", "highest") if found.value > found.limit else ("below", "lowest")
    unit = unit_words(stated.amount.unit or "" if "currency" in found.unit else found.unit)
    limit = f"{number_words(found.limit)} {unit}"
    return Problem(
        f"{number_words(found.value)} {unit} is {side} what {what} can be",
        field=stated.field,
        nth=stated.nth,
        reason=f"the {end} possible value is {limit}",
        suggestion="Compare the number with its source; or correct the metric.",
    )
