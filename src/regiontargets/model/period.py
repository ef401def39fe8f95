"""When a value holds or is due."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias, get_args

from pydantic import Field, model_validator

from .frozen import FrozenModel, as_mapping

PeriodKind: TypeAlias = Literal[
    "year", "half", "quarter", "month", "day", "span", "deadline", "plan", "fiscal"
]
"""How the period was stated."""

PERIOD_KINDS: tuple[PeriodKind, ...] = get_args(PeriodKind)

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Period(FrozenModel):
    """A stretch of days, inclusive at both ends, or a bare deadline.

    Raises:
        ValueError: it ends before it starts, or has no start and is no deadline.

    >>> Period.of_year(2022)
    Period(start=datetime.date(2022, 1, 1), end=datetime.date(2022, 12, 31), kind='year', year=2022)
    >>> print(Period(end=date(2025, 12, 31), kind="deadline"))
    by 2025
    """

    start: date | None = None
    """The first day; None for a bare deadline ("by 2025")."""
    end: date = Field(examples=["2025-12-31"])
    """The last day."""
    kind: PeriodKind
    """How it was stated."""
    year: int = Field(default=0, examples=[2025])
    """The year it is known by: that of its last day, or the one that names a fiscal year."""
    text: str | None = Field(default=None, repr=False)
    """The words as stated; they do not take part in comparison."""

    @model_validator(mode="before")
    @classmethod
    def _year_of_its_end(cls, data: object) -> object:
        fields = as_mapping(data)
        if fields is None or fields.get("year"):
            return data
        end = fields.get("end")
        if isinstance(end, str) and end[:4].isdecimal():
            return {**fields, "year": int(end[:4])}
        return {**fields, "year": end.year} if isinstance(end, date) else data

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.start is None and self.kind != "deadline":
            raise ValueError("only a deadline has no start")
        if self.start is not None and self.start > self.end:
            raise ValueError("the period ends before it starts")
        return self

    @classmethod
    def of_year(cls, year: int, *, text: str | None = None) -> Period:
        """A calendar year."""
        return cls(start=date(year, 1, 1), end=date(year, 12, 31), kind="year", text=text)

    @classmethod
    def by_year(cls, year: int, *, text: str | None = None) -> Period:
        """A deadline at the last day of a year."""
        return cls(end=date(year, 12, 31), kind="deadline", text=text)

    @property
    def days(self) -> int | None:
        """How many days it lasts; None for a bare deadline."""
        return None if self.start is None else (self.end - self.start).days + 1

    def covers(self, other: Period) -> bool:
        """Whether the other lies within this one; a bare deadline covers all before it.

        >>> Period.by_year(2025).covers(Period.of_year(2024))
        True
        """
        if other.end > self.end:
            return False
        return self.start is None or (other.start is not None and other.start >= self.start)

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import card

        return card(self)

    def _key(self) -> tuple[object, ...]:
        return self.start, self.end, self.kind, self.year

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __str__(self) -> str:
        start, end = self.start, self.end
        if start is None:
            return f"by {_end_words(end)}"
        match self.kind:
            case "year":
                return str(self.year)
            case "half":
                return f"{start.year} H{1 if start.month <= 6 else 2}"
            case "quarter":
                return f"{start.year} Q{(start.month + 2) // 3}"
            case "month":
                return f"{_MONTHS[start.month - 1]} {start.year}"
            case "day":
                return end.isoformat()
            case "fiscal":
                return f"FY {self.year} ({start.isoformat()} to {end.isoformat()})"
            case _:
                return _span_words(start, end)


def _end_words(end: date) -> str:
    return str(end.year) if (end.month, end.day) == (12, 31) else end.isoformat()


def _span_words(start: date, end: date) -> str:
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return f"{start.year}–{end.year}"
    return f"{start.isoformat()} to {end.isoformat()}"
