"""The outcomes of single years, taken together as a target of several years asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import reduce

from regiontargets.errors import UnitError
from regiontargets.model import Amount, Observation, Period, Target
from regiontargets.model.number import to_decimal, to_number

from .subjects import is_growth

_DIGITS = 28
_MOST_YEARS = 100


def taken_together(target: Target, observations: Iterable[Observation]) -> Observation | None:
    """One outcome for the whole of a target's period, worked out from those of its years.

    A sum for what is cumulative, the mean for an annual average; rates of growth are compounded.
    None where the target asks for neither, or a year is lacking, is there twice, or is not stated
    as a number.

    >>> from datetime import date
    >>> both = Period(start=date(2021, 1, 1), end=date(2022, 12, 31), kind="span")
    >>> target = Target(id="t", amount=Amount(value=6, unit="percent"), change="growth",
    ...                 period=both, aggregation="annual_average")
    >>> years = [Observation(id=str(year), amount=Amount(value=value, unit="percent"),
    ...                      change="growth", period=Period.of_year(year))
    ...          for year, value in ((2021, "8"), (2022, "4"))]
    >>> print(taken_together(target, years).amount)
    5.981130396%
    """
    if target.aggregation not in ("annual_average", "cumulative"):
        return None
    years = every_year(target, observations)
    amounts = [each.amount for each in years if each.amount is not None]
    if len(amounts) < 2 or any(each.comparator not in ("exactly", "about") for each in amounts):
        return None
    try:
        same = [each.to(amounts[0].unit) for each in amounts]
    except UnitError:
        return None
    values = [Fraction(each.value) for each in same]
    mean = target.aggregation == "annual_average"
    value = _compounded(values, mean=mean) if is_growth(target) else _summed(values, mean=mean)
    about = any(each.comparator == "about" for each in same)
    combined = Amount(comparator="about" if about else "exactly", value=value, unit=amounts[0].unit)
    return years[0].model_copy(
        update={
            "id": "+".join(each.id for each in years),
            "amount": combined,
            "period": target.period,
            "evidence": None,
            "equivalents": (),
        }
    )


def every_year(target: Target, observations: Iterable[Observation]) -> Sequence[Observation]:
    """The outcomes of the years of a target's period, in order; none if a year is lacking."""
    wanted = _years(target.period)
    found: dict[int, Observation] = {}
    for each in observations:
        if each.period is None or each.period.kind != "year" or each.amount is None:
            continue
        if each.period.year in found:
            return ()
        found[each.period.year] = each
    return [found[year] for year in wanted] if wanted and wanted <= found.keys() else ()


def _years(period: Period | None) -> set[int]:
    """The years that a period consists of; none where it begins or ends within one."""
    if period is None or period.start is None:
        return set()
    whole = (period.start.month, period.start.day, period.end.month, period.end.day)
    count = period.end.year - period.start.year + 1
    if whole != (1, 1, 12, 31) or not 1 < count <= _MOST_YEARS:
        return set()
    return set(range(period.start.year, period.end.year + 1))


def _summed(values: Sequence[Fraction], *, mean: bool) -> Decimal | Fraction:
    total = sum(values, Fraction(0))
    return to_number(total / len(values) if mean else total)


def _compounded(values: Sequence[Fraction], *, mean: bool) -> Decimal | Fraction:
    """Rates of growth in percent, one after the other."""
    grown = reduce(lambda one, other: one * (1 + other / 100), values, Fraction(1))
    if not mean:
        return to_number((grown - 1) * 100)
    if grown <= 0:
        return Decimal(-100)
    with localcontext() as context:
        context.prec = _DIGITS
        root = to_decimal(grown, _DIGITS) ** (1 / Decimal(len(values)))
        return round((root - 1) * 100, 9).normalize()
