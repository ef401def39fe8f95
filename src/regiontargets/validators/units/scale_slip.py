"""U004."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regiontargets.model import REGION_LEVELS, Amount, Metric
from regiontargets.model.number import multiply, to_number
from regiontargets.units import comparable, factor

from ..problem import Problem
from ..rule import GroupRule, Member
from .fit import kinds_of
from .impossible_exchange_rate import is_impossible
from .siblings import CHINESE_SCALES, ENGLISH_SCALES, FRACTIONS, SCALES, Neighbourhood

TIMES = {
    2: "a hundred",
    3: "a thousand",
    4: "ten thousand",
    6: "a million",
    8: "a hundred million",
    9: "a billion",
    12: "a trillion",
}
"""The powers of ten in words."""


class ScaleSlip(GroupRule):
    """Scale slip: a value off by a power of ten.

    ## What it finds

    A value a thousand, ten thousand, a million … times greater or smaller than the comparable
    ones: those of the same metric and region, else of regions of the same level. Only a value
    that lies far outside the others, and among them once its scale is mended, is reported; where
    the others are too few or too far apart, nothing is said.

    ## Why it matters

    万, 亿, million and billion are easily taken for each other, by writers, translators and
    typists. A wrong one ruins every sum and mean.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #gdp code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}, [that of [Hunan]{.region code=CN-HN}
    [4.6 trillion yuan]{.amount}]{.observation metric=#gdp period=2021}, and [that of
    [Guangdong]{.region code=CN-GD} [12 billion yuan]{.amount}]{.observation metric=#gdp
    period=2021}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #gdp code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}, [that of [Hunan]{.region code=CN-HN}
    [4.6 trillion yuan]{.amount}]{.observation metric=#gdp period=2021}, and [that of
    [Guangdong]{.region code=CN-GD} [12 trillion yuan]{.amount}]{.observation metric=#gdp
    period=2021}.
    ```
    """

    code = "U004"
    severity = "warning"
    groups = ("metric", "change")
    reads = (*groups, "amount", "amount_words", "equivalents", "region", "period", "published")

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """Hold each value against its siblings."""
        metric = members[0].facts.metric
        if metric is None:
            return
        for same_unit in _by_unit(metric, members).values():
            siblings = _Siblings(same_unit)
            for value in same_unit:
                # A value that its own equivalent speaks against is U005.
                if not is_impossible(value.member.facts):
                    yield from _problems(metric, value, siblings)


@dataclass(frozen=True, slots=True)
class _Value:
    member: Member
    amount: Amount
    log: float
    region: str
    level: int | None


class _Siblings:
    """Comparable values, looked up by region and by level."""

    def __init__(self, values: Sequence[_Value]) -> None:
        self._of_region: defaultdict[str, list[float]] = defaultdict(list)
        self._of_level: defaultdict[int | None, list[float]] = defaultdict(list)
        for value in values:
            self._of_region[value.region].append(value.log)
            self._of_level[value.level].append(value.log)
        self._known: dict[tuple[str, object], Neighbourhood | None] = {}

    def of(self, value: _Value) -> Neighbourhood | None:
        """Where the values lie that this one is to be held against; None if they do not say."""
        same_region = self._of_region[value.region]
        if len(same_region) > 2:
            return self._around("region", value.region, same_region, value.log)
        same_level = self._of_level[value.level] if value.level is not None else []
        if len(same_level) > 2:
            return self._around("level", value.level, same_level, value.log)
        return self._next_levels(value)

    def _next_levels(self, value: _Value) -> Neighbourhood | None:
        if value.level is None:
            return None
        near = [*self._of_level.get(value.level - 1, ()), *self._of_level.get(value.level + 1, ())]
        return Neighbourhood.of(near) if 3 <= len(near) <= _FEW else None

    def _around(self, by: str, key: object, logs: list[float], own: float) -> Neighbourhood | None:
        """The neighbourhood of the others; among many, one value more makes no difference."""
        if len(logs) <= _FEW:
            others = list(logs)
            others.remove(own)
            return Neighbourhood.of(others)
        if (by, key) not in self._known:
            self._known[by, key] = Neighbourhood.of(logs)
        return self._known[by, key]


_FEW = 20
_LEVELS = {level: rank for rank, level in enumerate(REGION_LEVELS)}


def _by_unit(metric: Metric, members: Sequence[Member]) -> dict[str, list[_Value]]:
    """The positive values, by the unit that they can be compared in."""
    found: defaultdict[str, list[_Value]] = defaultdict(list)
    for member in members:
        amount, region = member.facts.amount, member.facts.region
        if amount is None or amount.unit is None or region is None or amount.value <= 0:
            continue
        unit = metric.unit if _converts(amount.unit, metric.unit) else amount.unit
        size = Fraction(amount.value) * factor(amount.unit, unit)
        level = None if region.level is None else _LEVELS[region.level]
        found[unit].append(_Value(member, amount, _log(size), region.key, level))
    return found


def _converts(unit: str, into: str) -> bool:
    return "currency" not in into and comparable(unit, into)


def _log(size: Fraction) -> float:
    return math.log10(size.numerator) - math.log10(size.denominator)


def _problems(metric: Metric, value: _Value, siblings: _Siblings) -> Iterator[tuple[int, Problem]]:
    around = siblings.of(value)
    power = None if around is None else around.slip(value.log, _powers(value))
    if around is None or power is None:
        return
    size, side = TIMES[abs(power)], "small" if power > 0 else "great"
    for row in value.member.rows:
        yield (
            row,
            Problem(
                f"{value.amount} is {size} times too {side} beside its siblings",
                field="amount",
                reason=f"{around.count} other values of {metric.name} lie around "
                f"{_centre(around, value)}",
                suggestion=f"Compare its scale with the source; {moved(value.amount, power)} "
                "would be in line.",
            ),
        )


def _powers(value: _Value) -> Sequence[int]:
    """The powers of ten that the value may be off by, as far as its words tell."""
    if kinds_of(value.amount.unit or "") in (("share",), ("share_difference",)):
        return FRACTIONS
    words = value.member.facts.amount_words or ""
    if any(scale in words for scale in "万亿"):
        return CHINESE_SCALES
    return ENGLISH_SCALES if words.isascii() and "illion" in words else SCALES


def moved(amount: Amount, power: int) -> Amount:
    """An amount with its decimal point moved.

    >>> print(moved(Amount(value=12, unit="billion yuan"), 3))
    12 trillion CNY
    """
    upper = None if amount.upper is None else _scaled(amount.upper, power)
    return amount.model_copy(update={"value": _scaled(amount.value, power), "upper": upper})


def _scaled(value: Decimal | Fraction, power: int) -> Decimal | Fraction:
    product = multiply(value, Decimal(10) ** power)
    return to_number(product.normalize()) if isinstance(product, Decimal) else product


def _centre(around: Neighbourhood, value: _Value) -> str:
    """The median of the others, to two digits."""
    size = float(value.amount.value) * 10 ** (around.centre - value.log)
    rounded = Amount(value=Decimal(f"{size:.2g}"), unit=value.amount.unit)
    return str(rounded)
