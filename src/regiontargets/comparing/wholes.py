"""Targets of parts beside the target of their whole: a province's, and those of its cities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from regiontargets.errors import LookupFailed, UnitError
from regiontargets.model import Amount, Region, Target
from regiontargets.model.number import to_number

from .subjects import is_growth, time

_Tolerance: TypeAlias = "Amount | Decimal | Fraction | int | str | None"

PartsVerdict: TypeAlias = Literal["ensured", "short", "beyond", "open", "incomplete"]
"""What the targets of parts come to beside that of their whole: whoever meets them all meets it
too; they come to less; they come to more than it allows; they leave it open; some are lacking."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A target of a whole beside those of its parts.

    Attributes:
        target: the whole's.
        parts: those of its parts, of the same metric and time, by their regions' codes.
        together: what the parts' numbers come to: their sum, or for rates and shares the range
            from the least to the greatest, in which the whole's must lie; None where none of them
            has the whole's unit.
        verdict: what it comes to.
        reason: why, in words.
        lacking: parts of the whole without such a target, by code; None where it is not known how
            many parts it has.
    """

    target: Target
    parts: tuple[Target, ...]
    together: Amount | None
    verdict: PartsVerdict
    reason: str
    lacking: tuple[str, ...] | None = ()

    def __str__(self) -> str:
        return f"{self.target}: {len(self.parts)} parts, {self.verdict} ({self.reason})"


def parts_and_wholes(
    targets: Iterable[Target], tolerance: Amount | Decimal | Fraction | int | str | None = None
) -> tuple[Whole, ...]:
    """Each target of which targets of parts are there, beside them.

    Amounts of money, people and things add up; growth, shares and ratios of the whole lie between
    those of its parts. Indices and what each part counts for itself are left out.

    Args:
        targets: of any regions; superseded ones do not count.
        tolerance: how far off still counts, in the whole's unit.

    >>> from regiontargets.catalog import metrics, regions
    >>> from regiontargets.model import Period
    >>> def jobs(code, value):
    ...     return Target(id=code, region=regions[code], metric=metrics["urban_new_jobs"],
    ...                   amount=Amount(value=value, unit="person"), period=Period.of_year(2022))
    >>> (found,) = parts_and_wholes([jobs("CN-HB", 700000), jobs("420100", 800000)])
    >>> found.verdict, found.reason
    ('ensured', 'together 800,000 people, and at least 700,000 people would do')
    """
    found = tuple(targets)
    replaced = {each.supersedes for each in found}
    valid = [each for each in found if each.id not in replaced and _adds(each)]
    by_matter: defaultdict[Hashable, dict[str, Target]] = defaultdict(dict)
    for each in valid:
        assert each.region is not None
        by_matter[_matter(each)].setdefault(each.region.code, each)
    return tuple(each for found in by_matter.values() for each in _of_one_matter(found, tolerance))


def _adds(target: Target) -> bool:
    """Whether a target has all that is needed, and parts of its metric make a whole."""
    metric, amount = target.metric, target.amount
    if target.region is None or metric is None or amount is None or target.period is None:
        return False
    if target.change not in ("level", "growth", "increase") or amount.unit is None:
        return False
    return metric.kind != "index"


def _matter(target: Target) -> Hashable:
    """What targets have in common that may be compared as parts and whole."""
    assert target.metric is not None
    assert target.period is not None
    matter = target.metric.growth_of or target.metric.code
    kind = is_growth(target), target.change == "increase", target.aggregation
    return matter, kind, time(target.period)


def _of_one_matter(by_region: Mapping[str, Target], tolerance: _Tolerance) -> Iterator[Whole]:
    parts: defaultdict[tuple[str, str | None], list[Target]] = defaultdict(list)
    for each in by_region.values():
        region = each.region
        if region is not None and region.parent is not None and region.parent in by_region:
            parts[region.parent, region.level].append(each)
    for (code, level), of_whole in parts.items():
        whole = by_region[code]
        yield _whole(whole, of_whole, level, _slack(tolerance, whole.amount))


def _slack(tolerance: _Tolerance, amount: Amount | None) -> Fraction:
    """How far off still counts; nothing where the tolerance is of another kind."""
    if tolerance is None or amount is None:
        return Fraction(0)
    if not isinstance(tolerance, Amount):
        return Fraction(to_number(tolerance))
    if (tolerance.unit, amount.unit) == ("percentage_point", "percent"):
        return Fraction(tolerance.value)
    try:
        return Fraction(tolerance.to(amount.unit).value)
    except UnitError:
        return Fraction(0)


def _whole(target: Target, parts: list[Target], level: str | None, slack: Fraction) -> Whole:
    parts = sorted(parts, key=lambda each: each.region.code if each.region else "")
    assert target.amount is not None
    amounts = [(each, _in_unit(each, target.amount.unit)) for each in parts]
    counted = [(each, amount) for each, amount in amounts if amount is not None]
    lacking = _lacking(target, [each for each, _ in counted], level)
    if not counted:
        reason = f"none of them is in {target.amount.unit}"
        return Whole(target, tuple(parts), None, "incomplete", reason, lacking)
    together = _together(target, [amount for _, amount in counted])
    verdict, reason = _judged(target, together, lacking, slack)
    return Whole(target, tuple(parts), together, verdict, reason, lacking)


def _in_unit(part: Target, unit: str | None) -> Amount | None:
    assert part.amount is not None
    try:
        return part.amount.to(unit)
    except UnitError:
        return None


def _adds_up(target: Target) -> bool:
    """Whether the numbers of parts are added; else the whole's lies between them."""
    metric, amount = target.metric, target.amount
    if metric is None or amount is None or is_growth(target) or "/" in (amount.unit or ""):
        return False
    return metric.kind in ("level", "count")


def _together(target: Target, amounts: list[Amount]) -> Amount:
    lows = [Fraction(each.value) for each in amounts]
    highs = [Fraction(each.value if each.upper is None else each.upper) for each in amounts]
    low, high = (sum(lows), sum(highs)) if _adds_up(target) else (min(lows), max(highs))
    assert target.amount is not None
    unit = target.amount.unit
    if low == high:
        return Amount(value=to_number(low), unit=unit)
    return Amount(comparator="between", value=to_number(low), upper=to_number(high), unit=unit)


def _judged(
    target: Target, together: Amount, lacking: tuple[str, ...] | None, slack: Fraction
) -> tuple[PartsVerdict, str]:
    assert target.amount is not None
    assert target.metric is not None
    low, high = Fraction(together.value), Fraction(together.upper or together.value)
    least = Fraction(target.amount.value) - slack
    most = Fraction(target.amount.upper or target.amount.value) + slack
    floor, ceiling = _bounds(target)
    complete, sums = lacking == (), _adds_up(target)
    said = f"together {together}" if sums else f"they aim at {together}"
    # A sum only grows by what is lacking; a range may go either way.
    if floor and not ceiling and low >= least and (complete or sums):
        return "ensured", f"{said}, and at least {_words(target, target.amount.value)} would do"
    if ceiling and low > most and (complete or sums):
        return "beyond", f"{said}, more than {target.amount}"
    if not complete:
        return "incomplete", f"{said}, and {_how_many(lacking)}"
    if floor and high < least:
        return "short", f"{said}, less than {target.amount}"
    if (not floor or low >= least) and (not ceiling or high <= most):
        return "ensured", f"{said}, as {target.amount} asks"
    return "open", f"{said}, and {target.amount} may be met or not"


def _bounds(target: Target) -> tuple[bool, bool]:
    """Whether less than the number, and whether more than it, is worse."""
    assert target.amount is not None
    assert target.metric is not None
    match target.amount.comparator:
        case "at_least" | "more_than":
            return True, False
        case "at_most" | "less_than":
            return False, True
        case _:
            direction = target.metric.direction
            return direction != "lower", direction != "higher"


def _lacking(target: Target, parts: list[Target], level: str | None) -> tuple[str, ...] | None:
    """The parts of a region, of one level, that have no target here; None if that is not known."""
    # Deferred: only who compares wholes pays for the catalog.
    from regiontargets.catalog import regions

    assert target.region is not None
    assert target.period is not None
    there = {each.region.code for each in parts if each.region is not None}
    try:
        known = regions.children(regions[target.region.code])
    except LookupFailed:
        return None
    of_level = [each for each in known if each.level == level and _is_there(each, target)]
    if not there <= {each.code for each in of_level}:
        return None
    return tuple(sorted(each.code for each in of_level if each.code not in there))


def _is_there(region: Region, target: Target) -> bool:
    assert target.period is not None
    end = target.period.end
    begun = region.valid_from is None or region.valid_from <= end
    return begun and (region.valid_to is None or region.valid_to >= end)


def _how_many(lacking: tuple[str, ...] | None) -> str:
    if lacking is None:
        return "how many parts there are is not known"
    return f"{len(lacking)} part{' has' if len(lacking) == 1 else 's have'} no such target"


def _words(target: Target, value: Decimal | Fraction) -> str:
    assert target.amount is not None
    return str(Amount(value=value, unit=target.amount.unit))
