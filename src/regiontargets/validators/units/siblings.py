"""Whether a value lies a power of ten away from comparable ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_NORMAL = 1.4826
_DEVIATIONS = 3
_LEAST_SPREAD = 0.5
_MOST_SPREAD = 1.2
_MANY = 8

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
        centre = median(logs)
        if len(logs) < _MANY:
            spread = _LEAST_SPREAD + (max(logs) - min(logs)) / 2
        else:
            deviation = median(abs(each - centre) for each in logs)
            spread = max(_LEAST_SPREAD, _DEVIATIONS * _NORMAL * deviation)
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
