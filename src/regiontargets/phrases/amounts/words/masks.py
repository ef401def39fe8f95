"""Lexicons that are asked together: whether a token may begin or end a phrase of any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..lexicon import Lexicon
from .bounds import BoundPhrases
from .change import ChangePhrases
from .never import NeverPhrases
from .numbers import NumberPhrases
from .units import UnitPhrases


@dataclass(frozen=True, slots=True)
class Masks:
    """The bits of lexicons, by the place that they are asked about.

    Attributes:
        going_on: directly behind digits: what makes them another number.
        comparing: there: a comparator before the unit.
        units: there: a unit.
        adding: there: what may add to a number before its unit.
        joining: behind a number and its unit: the other end of a range.
        tolerating: there: a tolerance.
        passing: there: what may stand between the numbers of a list.
        dividing: there: a denominator.
        growing: there: a noun or adverb of change.
        bounding: before a number: a comparator, or what may stand between.
        referring: before it: what makes a number with a unit no amount.
        signing: before it: a currency, a minus in words, a factor.
        rating: anywhere before it: a denominator.
    """

    going_on: int
    comparing: int
    units: int
    adding: int
    joining: int
    tolerating: int
    passing: int
    dividing: int
    growing: int
    bounding: int
    referring: int
    signing: int
    rating: int

    @classmethod
    def of(
        cls,
        numbers: NumberPhrases,
        units: UnitPhrases,
        bounds: BoundPhrases,
        change: ChangePhrases,
        never: NeverPhrases,
    ) -> Masks:
        """The masks of the lexicons, once each has its bit."""
        return cls(
            going_on=_bits(numbers.goes_on, numbers.scales, numbers.short_scales),
            comparing=_bits(numbers.inside, bounds.after),
            units=_bits(units.names, units.symbols),
            adding=_bits(
                numbers.goes_on,
                numbers.scales,
                numbers.short_scales,
                numbers.inside,
                bounds.after,
                units.per,
            ),
            joining=_bits(bounds.join, bounds.join_between),
            tolerating=_bits(bounds.after, bounds.tolerance),
            passing=_bits(change.list_join, bounds.padding, never.year_before),
            dividing=_bits(units.per, units.per_time),
            growing=_bits(change.after, change.behind),
            bounding=_bits(bounds.before, bounds.padding, bounds.between),
            referring=_bits(never.ordinal_before, never.day_parts, units.per, units.per_before),
            rating=_bits(units.per_before, units.per_bare),
            signing=_bits(units.money_before, numbers.negative, numbers.times_before),
        )


def _bits(*lexicons: Lexicon[Any]) -> int:
    return sum(each.bit for each in lexicons)
