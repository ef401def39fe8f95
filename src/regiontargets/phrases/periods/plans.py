"""What is numbered and so names its days: five-year plans and the congresses of a party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .calendar import Stretch, day, lasting
from .scene import Expression, Scene, Unresolved
from .tables import rows


@cache
def plans() -> dict[tuple[str, int], Stretch]:
    """The days of every plan on record, by country and number."""
    return {
        (row["country"], int(row["number"])): Stretch(
            _first_day(row["start"]), _last_day(row["end"]), "plan"
        )
        for row in rows("five_year_plans.tsv")
    }


def _first_day(text: str) -> date:
    year, _, month = text.partition("-")
    return day(int(year), int(month or 1), 1)


def _last_day(text: str) -> date:
    year, _, month = text.partition("-")
    return lasting(day(int(year), int(month or 12), 1), 1)[1]


@dataclass(frozen=True, slots=True)
class Plan:
    """A five-year plan by its number: China's, unless the country is another one."""

    number: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The years it covers."""
        country = (scene.country or "CN").upper()
        found = plans().get((country, self.number))
        if found is None and country not in {each for each, _ in plans()}:
            found = plans().get(("CN", self.number))
        if found is None:
            raise Unresolved(f"no five-year plan number {self.number} is on record for {country}")
        return (found,)


@cache
def congresses() -> dict[int, Stretch]:
    """The days of every congress on record, by number."""
    return {
        int(row["number"]): Stretch(
            date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), "span"
        )
        for row in rows("party_congresses.tsv")
    }


@dataclass(frozen=True, slots=True)
class Congress:
    """A national congress of the Communist Party of China: 十八大 opened on 8 November 2012."""

    number: int

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The days it sat."""
        del scene
        found = congresses().get(self.number)
        if found is None:
            raise Unresolved(f"no party congress number {self.number} is on record")
        return (found,)


@dataclass(frozen=True, slots=True)
class Stated:
    """A plan with its years beside it: "the 14th Five-Year Plan (2021-2025)"."""

    of: Expression
    years: Expression

    def resolve(self, scene: Scene) -> tuple[Stretch, ...]:
        """The plan, where the years agree; else what is stated twice has two readings."""
        stated = self.years.resolve(scene)
        try:
            named = self.of.resolve(scene)
        except Unresolved:
            return stated
        days = {(each.first, each.end) for each in named}
        agreed = [each for each in stated if (each.first, each.end) in days]
        return named if agreed else (*named, *stated)
