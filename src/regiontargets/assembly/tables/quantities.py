"""The amount that the cells of a row state together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import cast

from regiontargets.errors import UnitError
from regiontargets.model import COMPARATORS, Amount, Period
from regiontargets.model.amount import Comparator
from regiontargets.model.number import multiply, to_number
from regiontargets.phrases import AmountError, find_periods, parse_amount
from regiontargets.units import UnitReading, read_unit, unit_name

from .column_names import fold, known
from .footnotes import without_marks

_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_LONGEST = 60
_AROUND = " \t,:;()，：；（）"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two cells of a row that disagree, or one that says nothing known.

    Attributes:
        role: whose cell is reported.
        message: what is wrong.
        reason: what the other cell says.
        unlisted: whether the cell itself says nothing that is known.
    """

    role: str
    message: str
    reason: str = ""
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was read of the cells that state an amount.

    Attributes:
        amount: the amount, if it could be read.
        words: as the cells state it; amounts are equal whatever words state them.
        unread: the words of an amount that could not be read.
        unread_unit: the words of a unit that could not be read.
        conflicts: where the cells disagree.
        period: when, if the cell of the amount says that too ("2025年7%").
    """

    amount: Amount | None = None
    words: str | None = None
    unread: str | None = None
    unread_unit: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    period: Period | None = None


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is nothing ("-", "n/a")."""
    return not cell or (len(cell) <= _LONGEST and fold(cell) in known("missing"))


def read_quantity(value: str, lower: str, upper: str, unit: str, comparator: str) -> Quantity:
    """Read the cells of a row that state an amount; words in a cell and the others must agree.

    >>> read_quantity("1.2", "", "", "万亿元", "以上").amount
    Amount(comparator='at_least', value=Decimal('1200000000000'), unit='CNY')
    >>> read_quantity("5.5%左右", "", "", "个百分点", "").conflicts[0].role
    'unit'
    """
    value, lower, upper, unit, comparator = (
        "" if is_missing(each) else each for each in (value, lower, upper, unit, comparator)
    )
    stated = value or lower or upper
    if not stated:
        return Quantity()
    reading = (_unit(unit) or _scale(unit)) if unit else None
    unread_unit = unit if unit and reading is None else None
    amount, period = _amount(stated, unit), None
    if amount is None:
        rest, period = _without_period(without_marks(stated))
        amount = _amount(rest, unit) if rest != stated else None
        if amount is None:
            return Quantity(unread=stated, unread_unit=unread_unit)
        value, lower, upper, stated = (
            rest if each == stated else each for each in (value, lower, upper, stated)
        )
    conflicts: list[Conflict] = []
    amount = _with_unit(amount, stated, unit, reading, conflicts)
    if value or lower:
        amount = _with_upper(amount, upper, unit, conflicts)
    elif amount.comparator == "exactly":
        amount = _as(amount, "at_most")
    if lower and not value and amount.comparator == "exactly":
        amount = _as(amount, "at_least")
    amount = _with_comparator(amount, comparator, conflicts)
    words = _joined(stated, unit if amount.unit != own_unit(stated) else "")
    amount = amount.model_copy(update={"text": words})
    return Quantity(amount, words, None, unread_unit, tuple(conflicts), period)


def _amount(words: str, unit: str) -> Amount | None:
    """The amount of a cell; words that need their unit to be read are read with it."""
    if _NUMBER.fullmatch(words):
        try:
            return Amount.model_construct(value=to_number(words.replace(",", "")))
        except ValueError:
            return None
    found = _parsed(words)
    return found if found is not None or not unit else _parsed(_joined(words, unit))


def _without_period(words: str) -> tuple[str, Period | None]:
    """The words of an amount without the one period beside it, and that period.

    >>> rest, period = _without_period("到2025年达到60%以上")
    >>> print(rest, period)
    达到60%以上 by 2025
    """
    if len(words) > _LONGEST:
        return words, None
    found = find_periods(words)
    if len(found) != 1 or found[0].reading is None:
        return words, None
    rest = f"{words[: found[0].start]} {words[found[0].end :]}"
    return rest.strip(_AROUND), found[0].reading


@lru_cache(maxsize=8192)
def _parsed(words: str) -> Amount | None:
    try:
        return parse_amount(words)
    except AmountError:
        return _parsed(f"{words} people") if _BARE_RATE.search(words) else None


_BARE_RATE = re.compile(r"(?:^|\s)per (?:10,?000|100,?000|million)$", re.IGNORECASE | re.ASCII)
"""A rate that leaves out of whom, as no other rate does: 4 per 100,000."""


def own_unit(words: str) -> str | None:
    """The unit that the cell of an amount states itself.

    >>> own_unit("5.5%"), own_unit("5.5")
    ('percent', None)
    """
    if _NUMBER.fullmatch(words):
        return None
    found = _parsed(words)
    return None if found is None else found.unit


@lru_cache(maxsize=4096)
def _unit(words: str) -> UnitReading | None:
    try:
        return read_unit(words)
    except UnitError:
        return _unit(f"{words} people") if _BARE_RATE.search(words) else None


_SCALE = re.compile(
    r"(?:in )?(?:'?000s?|(?P<noughts>1(?:0{0,2}(?:[ ,]?000)+|00))s?|(?P<word>[^\d\W]+))"
)


@lru_cache(maxsize=4096)
def _scale(words: str) -> UnitReading | None:
    """What a column says that gives the scale alone: "thousand", 万, "10,000", "'000"; no unit.

    >>> [each and each.scale for each in map(_scale, ("in millions", "万", "10,000", "'000", "MW"))]
    [Decimal('1000000'), Decimal('10000'), Decimal('10000'), Decimal('1000'), None]
    """
    found = _SCALE.fullmatch(words.strip().casefold()) if len(words) <= _LONGEST else None
    if found is None:
        return None
    if found["word"] is None:
        digits = re.sub(r"\D", "", found["noughts"] or "1000")
        return UnitReading("", Decimal(digits))
    one = _parsed(f"1 {found['word']}") or _parsed(f"1{found['word']}")
    if one is None or one.unit is not None or one.comparator != "exactly" or one.value == 1:
        return None
    return UnitReading("", Decimal(one.value)) if isinstance(one.value, Decimal) else None


def _joined(words: str, unit: str) -> str:
    space = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{words}{space}{unit}"


def _with_unit(
    amount: Amount,
    words: str,
    unit: str,
    reading: UnitReading | None,
    conflicts: list[Conflict],
) -> Amount:
    if reading is None or amount.change == "multiple":
        return amount
    if amount.unit is None:
        upper = None if amount.upper is None else multiply(amount.upper, reading.scale)
        value = multiply(amount.value, reading.scale)
        unit_read = reading.unit or None
        return amount.model_copy(update={"value": value, "upper": upper, "unit": unit_read})
    if reading.unit and amount.unit != reading.unit and not _is_spelling(amount.unit, reading.unit):
        conflicts.append(
            Conflict(
                "unit",
                f"the unit {unit[:60]!r} disagrees with {words[:60]!r}",
                f"the value is in {unit_name(amount.unit)}",
            )
        )
    return amount


def _is_spelling(one: str, other: str) -> bool:
    """Whether units say the same: what is counted may be named by any noun."""
    return "item" in (one, other)


def _with_upper(amount: Amount, words: str, unit: str, conflicts: list[Conflict]) -> Amount:
    if not words:
        return amount
    upper = _amount(words, unit)
    if upper is None:
        conflicts.append(Conflict("upper", f"cannot read {words[:60]!r} as an upper bound"))
        return amount
    reading = (_unit(unit) or _scale(unit)) if unit else None
    upper = _with_unit(upper, words, unit, reading, conflicts)
    if amount.upper is not None and amount.upper != upper.value:
        message = f"the upper bound {words[:60]!r} disagrees with the value"
        conflicts.append(Conflict("upper", message, f"which states {amount}"))
    elif upper.value < amount.value:
        message = f"the upper bound {words[:60]!r} is below the value"
        conflicts.append(Conflict("upper", message, f"which states {amount}"))
    elif amount.comparator == "exactly" and upper.value != amount.value:
        return amount.model_copy(update={"comparator": "between", "upper": upper.value})
    return amount


def _with_comparator(amount: Amount, words: str, conflicts: list[Conflict]) -> Amount:
    if not words:
        return amount
    comparator = comparator_of(words)
    if comparator is None:
        message = f"unknown comparator {words[:60]!r}"
        listed = f"it is one of {', '.join(COMPARATORS)}"
        conflicts.append(Conflict("comparator", message, listed, unlisted=True))
        return amount
    if comparator == amount.comparator:
        return amount
    if amount.comparator != "exactly" or comparator == "between":
        message = f"the comparator {words[:60]!r} disagrees with the value"
        conflicts.append(Conflict("comparator", message, f"which states {amount}"))
        return amount
    return _as(amount, comparator)


def comparator_of(words: str) -> Comparator | None:
    """The comparator that some words or a sign name.

    >>> comparator_of(">="), comparator_of("不低于"), comparator_of("perhaps")
    ('at_least', 'at_least', None)
    """
    found = known("comparators").get(fold(words))
    return cast("Comparator", found) if found else None


def _as(amount: Amount, comparator: Comparator) -> Amount:
    return amount.model_copy(update={"comparator": comparator})
