"""What one currency was worth in another, at the lowest and at the highest, by year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources

_PER_YEAR = Fraction(10, 100)
_FARTHEST = 5


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and highest exchange rate of some time.

    Attributes:
        low: the lowest.
        high: the highest.
        when: the time, for a message: "in 2021", "between 2021 and 2022".
    """

    low: Fraction
    high: Fraction
    when: str

    def widened(self, by: Fraction) -> Range:
        """The range with both ends moved outwards by a part of themselves."""
        return Range(self.low * (1 - by), self.high * (1 + by), self.when)


@lru_cache(maxsize=1024)
def rate_range(one: str, other: str, years: tuple[int, int] | None) -> Range | None:
    """How many units of one currency another was worth, at least and at most.

    Args:
        one: the currency whose units are counted, by its ISO 4217 code.
        other: the currency of which there is one unit.
        years: the first and the last year that count; None: every year on record.

    Returns:
        The range, 10 percent wider at either end for each year between what is asked for and
        the nearest year on record, up to five; None if a currency is not on record so near.

    >>> rates = rate_range("CNY", "USD", (2021, 2021))
    >>> print(float(rates.low), float(rates.high), rates.when)
    6.348 6.57202 in 2021
    """
    common = sorted(_years(one) & _years(other))
    if not common:
        return None
    first, last = years or (common[0], common[-1])
    counted = [year for year in common if first <= year <= last]
    missed = 0
    if not counted:
        nearest = min(common, key=lambda year: min(abs(year - first), abs(year - last)))
        counted, missed = [nearest], min(abs(nearest - first), abs(nearest - last))
    if missed > _FARTHEST:
        return None
    lows = [_per_dollar(one, year)[0] / _per_dollar(other, year)[1] for year in counted]
    highs = [_per_dollar(one, year)[1] / _per_dollar(other, year)[0] for year in counted]
    return Range(min(lows), max(highs), _when(counted)).widened(missed * _PER_YEAR)


def _when(years: list[int]) -> str:
    return f"in {years[0]}" if len(years) == 1 else f"between {years[0]} and {years[-1]}"


def _years(currency: str) -> frozenset[int]:
    if currency == "USD":
        return frozenset(year for years in _table().values() for year in years)
    return frozenset(_table().get(currency, ()))


def _per_dollar(currency: str, year: int) -> tuple[Fraction, Fraction]:
    one = Fraction(1)
    return (one, one) if currency == "USD" else _table()[currency][year]


@cache
def _table() -> dict[str, dict[int, tuple[Fraction, Fraction]]]:
    text = (
        resources.files(__name__.rpartition(".")[0])
        .joinpath("data/exchange_rates.tsv")
        .read_text("utf-8")
    )
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    table: dict[str, dict[int, tuple[Fraction, Fraction]]] = {}
    for line in lines[1:]:
        currency, year, low, high = line.split("\t")
        table.setdefault(currency, {})[int(year)] = Fraction(low), Fraction(high)
    return table
