"""U005."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from regiontargets.model import Amount
from regiontargets.model.number import to_decimal
from regiontargets.model.wording import number_words
from regiontargets.units import kind_of

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .exchange_rates import Range, rate_range
from .rounding import stated_range

_TOLERANCE = Fraction(5, 100)
"""What the rates of a year may be exceeded by: banks' rates and yearly averages differ a little
from the reference rates that the table holds."""


class ImpossibleExchangeRate(RecordRule):
    """Stated equivalent implies an impossible exchange rate.

    ## What it finds

    A value in one currency restated in another, where the rate between the two never was what
    they imply, between the period and the publication date. Rounding as stated is allowed for
    ("5 trillion" may be anything from 4.5 to 5.5), and five percent besides. The rates are those
    of the European Central Bank since 1999; for other currencies and times nothing is said, and
    next to them a wider margin holds.

    ## Why it matters

    One of the two numbers is wrong, most often by its scale: million for billion.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount} ([about $789 million]{.amount .equivalent})]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount} ([about $789 billion]{.amount .equivalent})]{.observation}.
    ```
    """

    code = "U005"
    reads = ("amount", "equivalents", "period", "published")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the rate that each equivalent implies against the rates there were."""
        for nth, known in _impossible(facts):
            assert facts.amount is not None
            yield _problem(facts.amount, facts.equivalents[nth], known, nth)


def is_impossible(facts: Facts) -> bool:
    """Whether an equivalent speaks against the amount."""
    return next(_impossible(facts), None) is not None


def _impossible(facts: Facts) -> Iterator[tuple[int, Range]]:
    """Which of the equivalents are impossible, and what the rates were."""
    amount = facts.amount
    for nth, equivalent in enumerate(facts.equivalents):
        if amount is None or not _are_two_currencies(amount, equivalent):
            continue
        known = rate_range(_currency(amount), _currency(equivalent), _years(facts))
        if known is not None and not _possible(amount, equivalent, known):
            yield nth, known


def _years(facts: Facts) -> tuple[int, int] | None:
    """From the first year of the period to that of publication; None if neither is known."""
    days: list[date] = []
    if facts.period is not None:
        days += [facts.period.start or facts.period.end, facts.period.end]
    if facts.published is not None:
        days.append(facts.published)
    return (min(days).year, max(days).year) if days else None


def _are_two_currencies(amount: Amount, equivalent: Amount) -> bool:
    if amount.unit is None or equivalent.unit is None:
        return False
    one, other = (_split(unit) for unit in (amount.unit, equivalent.unit))
    kinds = [kind_of(each[0]) for each in (one, other)]
    return kinds == ["money", "money"] and one[0] != other[0] and one[1] == other[1]


def _split(unit: str) -> tuple[str, str]:
    money, _, per = unit.partition("/")
    return money, per


def _currency(amount: Amount) -> str:
    return _split(amount.unit or "")[0]


def _possible(amount: Amount, equivalent: Amount, known: Range) -> bool:
    one, other = stated_range(amount), stated_range(equivalent)
    if one.low <= 0 or other.low <= 0:
        return True
    lowest, highest = one.low / other.high, one.high / other.low
    return lowest <= known.high * (1 + _TOLERANCE) and highest >= known.low * (1 - _TOLERANCE)


def _problem(amount: Amount, equivalent: Amount, known: Range, nth: int) -> Problem:
    one, other = _currency(amount), _currency(equivalent)
    implied = Fraction(amount.value) / Fraction(equivalent.value)
    return Problem(
        f"{_digits(implied)} {one} to one {other} was never the exchange rate",
        field="equivalents",
        nth=nth,
        reason=f"{known.when} it was between {_digits(known.low)} and {_digits(known.high)} "
        "(reference rates of the European Central Bank)",
        suggestion=f"At those rates {amount} is {_words(Fraction(amount.value) / known.high)} to "
        f"{_words(Fraction(amount.value) / known.low)} {other}.",
    )


def _digits(value: Fraction) -> str:
    return f"{to_decimal(value, 4).normalize():,f}"


def _words(value: Fraction) -> str:
    return number_words(to_decimal(value, 3))
