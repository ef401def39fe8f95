"""Expressions that are counted from the day of publication, or from a period named before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from regiontargets.model.period import PeriodKind

from .calendar import MONTHS_IN, Stretch, Unit, days_later, months_later, unit_stretch
from .scene import Expression, Scene, Unresolved


@dataclass(frozen=True, slots=True)
class Shifted:
    """This, last or next year, quarter, month: counted from the day of publication."""

    unit: Unit
    offset: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The unit the publication falls in, so many on."""
        return (unit_stretch(scene.today(), self.unit, self.offset),)


@dataclass(frozen=True, slots=True)
class NearYear:
    """The year a bare 全年 is of: the present one; in its first half as well the last.

    Reports of a year gone by are published in the first months of the next.
    """

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """One year or two."""
        today = scene.today()
        this, last = unit_stretch(today, "year"), unit_stretch(today, "year", -1)
        return (this, last) if today.month <= 6 else (this,)


@dataclass(frozen=True, slots=True)
class ThisDecade:
    """The decade the publication falls in; in 2020, which ends one, the next is as likely meant.

    A deadline looks ahead: "by the end of the decade", written in 2020, is 2030.
    """

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """One decade or two."""
        today = scene.today()
        this, following = unit_stretch(today, "decade"), unit_stretch(today, "decade", 1)
        if this.end.year > today.year:
            return (this,)
        return (following,) if scene.due else (this, following)


_UNCLEAR = "it refers to what its sentence named before, which has several readings"


@dataclass(frozen=True, slots=True)
class Named:
    """A year (quarter, month) told by the period the sentence named before: 上年, 当年.

    Where the sentence named none, `otherwise` holds if there is one.
    """

    offset: int
    otherwise: Expression | None = None
    unit: Unit = "year"

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The unit of the named period, so many on."""
        if scene.named is not None and self._tells(scene.named):
            return (unit_stretch(scene.named.end, self.unit, self.offset),)
        if scene.unclear:
            raise Unresolved(_UNCLEAR)
        if self.otherwise is not None:
            return self.otherwise.resolve(scene)
        reason = f"it is the {self.unit} of something named elsewhere, not in this sentence"
        raise Unresolved(reason)

    def _tells(self, named: Stretch) -> bool:
        """Whether a period lies within one such unit: a year tells no month."""
        return unit_stretch(named.first, self.unit).end >= named.end


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The same stretch of another year: 去年同期, "the same period of 2020".

    The other year is the one before, unless it is stated.
    """

    year: int | None = None
    otherwise: Expression | None = None

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The period the sentence named before, in the other year."""
        named = scene.named
        if scene.unclear:
            raise Unresolved(_UNCLEAR)
        if named is None and self.otherwise is not None:
            return self.otherwise.resolve(scene)
        if named is None:
            raise Unresolved("it is the same period as one named elsewhere, not in this sentence")
        years = -1 if self.year is None else self.year - named.end.year
        end = _same_end(named.end, years)
        return (Stretch(months_later(named.first, 12 * years), end, named.kind),)


@dataclass(frozen=True, slots=True)
class NearestMonth:
    """The first such month to come, or the last gone by: "next June", "last December"."""

    month: int
    direction: Literal["next", "last"]

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The month nearest to the publication's, which itself does not count."""
        today = scene.today()
        if self.direction == "next":
            offset = (self.month - today.month - 1) % 12 + 1
        else:
            offset = -((today.month - self.month - 1) % 12 + 1)
        return (unit_stretch(today, "month", offset),)


def _same_end(end: date, years: int) -> date:
    """The same day of another year; the end of February stays the end of February."""
    next_day = months_later(days_later(end, 1), 12 * years)
    return days_later(next_day, -1)


_NO_START = "it is a length of time without a start, and when the text was published is not known"


@dataclass(frozen=True, slots=True)
class Count:
    """So many years (quarters, months) to come or gone by, in whole calendar units.

    To come, the unit that the publication falls in is the first: "the next five years" in
    February 2022 are 2022-2026, as in the government work reports that open a term of office.
    Gone by, the last is the one before the publication's: 过去五年 in March 2023 is 2018-2022.
    """

    number: int
    unit: Unit
    direction: Literal["next", "past", "lasting"]
    """To come, gone by, or a bare length ("a 10-year project"), which is read as to come."""

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The units counted."""
        if self.number < 1:
            raise Unresolved(f"it counts no {self.unit}")
        unit, number = _plain_years(self.unit, self.number)
        offset = -number if self.direction == "past" else 0
        today = scene.today(_NO_START) if self.direction == "lasting" else scene.today()
        return (replace(unit_stretch(today, unit, offset, number), kind="span"),)


@dataclass(frozen=True, slots=True)
class Ago:
    """The year (month) so many before the publication's."""

    number: int
    unit: Unit

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """That one unit."""
        unit, number = _plain_years(self.unit, self.number)
        return (unit_stretch(scene.today(), unit, -number),)


@dataclass(frozen=True, slots=True)
class Until:
    """So many years that end with a given one: "the ten years to 2021"."""

    number: int
    unit: Unit
    last: Expression
    kind: PeriodKind = "span"

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The units counted back from the last."""
        unit, number = _plain_years(self.unit, self.number)
        if number < 1 or unit not in MONTHS_IN:
            raise Unresolved(f"it counts no whole {self.unit}")
        ends = [each.end for each in self.last.resolve(scene)]
        months = MONTHS_IN[unit] * number
        return tuple(
            Stretch(months_later(days_later(each, 1), -months), each, self.kind) for each in ends
        )


def _plain_years(unit: Unit, number: int) -> tuple[Unit, int]:
    """A decade to come or gone by is ten years, not a decade of the calendar."""
    if unit in {"decade", "century"}:
        return "year", number * MONTHS_IN[unit] // 12
    if unit == "half":
        return "month", number * 6
    return unit, number
