"""Whether a value lies a power of ten away from comparable ones."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from regiontargets.model import REGION_LEVELS, Amount, Metric
from regiontargets.units import comparable, factor

from ..shapes import Member

_NORMAL = 1.4826
_DEVIATIONS = 3
_MOST_SPREAD = 1.2
_MANY = 8
_LEVELS = {level: rank for rank, level in enumerate(REGION_LEVELS)}

LEAST_SPREAD = 0.5
"""The powers of ten around the median that are usual however close the others lie."""

FEW = 20
"""Values of which each is held against the others without itself."""

SCALES = (3, 4, 6, 8, 9, 12)
"""The powers of ten that scale words are apart: thousand, 万, million, 亿, billion, 万亿."""

CHINESE_SCALES = (4, 8, 12)
"""Those that Chinese scale words are apart."""

ENGLISH_SCALES = (3, 6, 9, 12)
"""Those that English ones are apart."""

FRACTIONS = (2,)
"""The power of ten between a share in percent and one as a fraction of one."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Where comparable values lie, in powers of ten.

    Attributes:
        centre: their median.
        spread: how far from it is still usual.
        count: how many they are.
    """

    centre: float
    spread: float
    count: int

    @classmethod
    def of(cls, logs: Sequence[float]) -> Neighbourhood | None:
        """The neighbourhood of some values' logarithms; None if they are too far apart."""
        from statistics import median  # Deferred: few tables have enough neighbours.

        centre = median(logs)
        if len(logs) < _MANY:
            spread = LEAST_SPREAD + (max(logs) - min(logs)) / 2
        else:
            deviation = median(abs(each - centre) for each in logs)
            spread = max(LEAST_SPREAD, _DEVIATIONS * _NORMAL * deviation)
        return cls(centre, spread, len(logs)) if spread <= _MOST_SPREAD else None

    def slip(self, log: float, powers: Sequence[int]) -> int | None:
        """The power of ten that would bring a value back among the others, or None.

        It must lie more than a power of ten outside what is usual, and well within once mended.

        >>> provinces = Neighbourhood.of([12.7, 12.3, 12.1])
        >>> provinces.slip(10.1, SCALES), provinces.slip(11.3, SCALES)
        (3, None)
        """
        distance = log - self.centre
        if abs(distance) <= self.spread + 1:
            return None
        sign = -1 if distance > 0 else 1
        best = min((sign * power for power in powers), key=lambda power: abs(distance + power))
        return best if abs(distance + best) <= self.spread else None


@dataclass(frozen=True, slots=True)
class Value:
    """The positive amount of some records of one region.

    Attributes:
        member: the records.
        amount: their amount.
        log: its decimal logarithm, in the unit that it is compared in.
        region: the key of their region.
        level: the rank of the region's level; None if it has none.
    """

    member: Member
    amount: Amount
    log: float
    region: str
    level: int | None


class Siblings:
    """Comparable values, looked up by region and by level."""

    def __init__(self, values: Sequence[Value]) -> None:
        self._of_region: defaultdict[str, list[float]] = defaultdict(list)
        self._of_level: defaultdict[int | None, list[float]] = defaultdict(list)
        for value in values:
            self._of_region[value.region].append(value.log)
            self._of_level[value.level].append(value.log)
        self._known: dict[tuple[str, object], Neighbourhood | None] = {}

    def of(self, value: Value) -> Neighbourhood | None:
        """Where the values lie that this one is to be held against; None if they do not say."""
        same_region = self._of_region[value.region]
        if len(same_region) > 2:
            return self._around("region", value.region, same_region, value.log)
        same_level = self._of_level[value.level] if value.level is not None else []
        if len(same_level) > 2:
            return self._around("level", value.level, same_level, value.log)
        return self._next_levels(value)

    def _next_levels(self, value: Value) -> Neighbourhood | None:
        if value.level is None:
            return None
        near = [*self._of_level.get(value.level - 1, ()), *self._of_level.get(value.level + 1, ())]
        return Neighbourhood.of(near) if 3 <= len(near) <= FEW else None

    def _around(self, by: str, key: object, logs: list[float], own: float) -> Neighbourhood | None:
        """The neighbourhood of the others; among many, one value more makes no difference."""
        if len(logs) <= FEW:
            others = list(logs)
            others.remove(own)
            return Neighbourhood.of(others)
        if (by, key) not in self._known:
            self._known[by, key] = Neighbourhood.of(logs)
        return self._known[by, key]


def by_unit(metric: Metric, members: Sequence[Member]) -> dict[str, list[Value]]:
    """The positive values, by the unit that they can be compared in."""
    found: defaultdict[str, list[Value]] = defaultdict(list)
    for member in members:
        amount, region = member.facts.amount, member.facts.region
        if amount is None or region is None:
            continue
        compared = size_of(metric, amount)
        if compared is not None:
            unit, log = compared
            level = None if region.level is None else _LEVELS[region.level]
            found[unit].append(Value(member, amount, log, region.key, level))
    return found


def size_of(metric: Metric, amount: Amount) -> tuple[str, float] | None:
    """The unit that an amount is compared in, and its decimal logarithm; None if it has none.

    >>> from regiontargets.catalog import metrics
    >>> size_of(metrics["gdp"], Amount(value=10, unit="billion yuan"))
    ('CNY', 10.0)
    """
    if amount.unit is None or amount.value <= 0:
        return None
    unit = metric.unit if _converts(amount.unit, metric.unit) else amount.unit
    return unit, _log(Fraction(amount.value) * factor(amount.unit, unit))


def _converts(unit: str, into: str) -> bool:
    return "currency" not in into and comparable(unit, into)


def _log(size: Fraction) -> float:
    return math.log10(size.numerator) - math.log10(size.denominator)
