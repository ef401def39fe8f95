"""What the rows of a large table are compared by with others, and which may be at odds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from regiontargets.model import Amount, Metric, Period

from .columns import FactTable
from .consistency.out_of_proportion import (
    DEVIATIONS,
    LEAST_SIBLINGS,
    LEAST_SPREAD,
    MARGIN,
    NORMAL,
)
from .consistency.sameness import change_of, interval_in
from .facts import Facts
from .shapes import GroupRule
from .units.siblings import FEW, size_of
from .units.siblings import LEAST_SPREAD as LEAST_SPREAD_OF_SIZES

if TYPE_CHECKING:
    import polars as pl


class Comparison:
    """What the selected rules hold records against each other by."""

    def __init__(self, rules: Sequence[GroupRule]) -> None:
        self._codes = [rule.code for rule in rules]
        self._numbers: dict[object, int] = {}

    @property
    def is_wanted(self) -> bool:
        """Whether a rule holds records against each other."""
        return bool(self._codes)

    def facts(self, table: FactTable) -> list[dict[str, Any]]:
        """What each row is compared by with others."""
        columns = [table.column(name) for name in _COMPARED]
        known: dict[tuple[int, ...], dict[str, Any]] = {}
        found: list[dict[str, Any]] = []
        for codes in zip(*(column.codes for column in columns), strict=True):
            if codes not in known:
                values: dict[str, Any] = {
                    name: column.values[code]
                    for name, column, code in zip(_COMPARED, columns, codes, strict=True)
                }
                compared = _compared(Facts(**values))
                known[codes] = {name: self._number(each) for name, each in compared.items()}
            found.append(known[codes])
        return found

    def _number(self, value: object) -> object:
        """What is compared, words as numbers: they are sooner told apart."""
        if not isinstance(value, str):
            return value
        return self._numbers.setdefault(value, len(self._numbers))

    def at_odds(
        self, facts: Iterable[pl.DataFrame], superseding: Sequence[int]
    ) -> dict[str, list[int]]:
        """The rows, ascending, among which each rule may find something.

        Args:
            facts: of every row what it is compared by, all of a metric together.
            superseding: the rows that say which other record they replace.
        """
        found = {MAY_FIND[code]: list[int]() for code in self._codes}
        for part in facts:
            for ask, rows in found.items():
                rows += ask(part)
        among = {code: sorted(found[MAY_FIND[code]]) for code in self._codes}
        if among.get(_CONTRADICTORY):
            among[_CONTRADICTORY] = sorted({*among[_CONTRADICTORY], *superseding})
        return among


_CONTRADICTORY = "D002"
_IS_RATE = {"growth": True, "share": True, "level": False, "count": False}
"""The kinds of metrics that D004 compares: rates with each other, sizes with what they are of."""

_USUAL = LEAST_SPREAD_OF_SIZES + 1 - 1e-6
_ALMOST = 1 - 1e-9
"""Sizes are compared as binary fractions here: what is almost out of line is looked at exactly."""

_COMPARED = ("kind", "metric", "change", "amount", "region", "period")


def _compared(facts: Facts) -> dict[str, Any]:
    metric, amount, region, period = facts.metric, facts.amount, facts.region, facts.period
    found: dict[str, Any] = {
        "kind": facts.kind,
        "metric": metric and metric.code,
        "is_rate": None if metric is None else _IS_RATE.get(metric.kind),
        "change": facts.change,
        "region": region and region.code,
        "level": region and region.level,
        "parent": region and region.parent,
        "time": None if period is None else _number(period.end),
        "since": _since(period),
    }
    if metric is not None and amount is not None:
        found |= _sizes(metric, amount, change_of(facts) == "level")
    return found


def _sizes(metric: Metric, amount: Amount, level: bool) -> dict[str, Any]:
    """How great an amount is, as U004 and as D004 compare it."""
    found: dict[str, Any] = {}
    compared = size_of(metric, amount)
    if compared is not None:
        found |= {"unit": compared[0], "log": compared[1]}
    in_metric = interval_in(amount, metric.unit)
    unit = amount.unit if in_metric is None else metric.unit
    interval = interval_in(amount, unit) if level else None
    if interval is not None and interval.low is not None:
        high = None if interval.high is None else float(interval.high)
        found |= {"amount_unit": unit or "", "low": float(interval.low), "high": high}
    return found


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _since(period: Period | None) -> int:
    """The first day, as far as it tells times apart: "in 2025" and "by 2025" are the same."""
    if period is None or period.start is None or period.kind in ("year", "deadline"):
        return 0
    return _number(period.start)


def _at_one_time(facts: pl.DataFrame) -> list[int]:
    """Records of one kind, region, metric and time: only they can repeat or contradict."""
    import polars as pl

    known = facts.filter(pl.col("region").is_not_null() & pl.col("metric").is_not_null())
    same = pl.struct("kind", "region", "metric", "time")
    return _rows(known.filter(same.is_duplicated()))


def _out_of_scale(facts: pl.DataFrame) -> list[int]:
    """All of a metric and change of which one is far from the others of its region or level.

    A slip lies more than a power of ten beyond what is usual, which is half of one at least.
    """
    import polars as pl

    what = ("metric", "change", "unit")
    sized = facts.filter(pl.col("log").is_not_null(), pl.col("region").is_not_null())
    log = pl.col("log")
    wide = sized.group_by(what).agg(width=log.max() - log.min()).filter(pl.col("width") > _USUAL)
    sized = sized.join(wide.select(what), on=what, how="semi")
    of_region, of_level = (*what, "region"), (*what, "level")
    far = (
        pl.when(pl.len().over(of_region) > 2)
        .then(~_near(of_region))
        .when(pl.col("level").is_not_null() & (pl.len().over(of_level) > 2))
        .then(~_near(of_level))
        .otherwise(_from_ends(what) > _USUAL)
    )
    flagged = sized.filter(far).select("metric", "change").unique()
    same = facts.join(flagged, on=["metric", "change"], how="semi", nulls_equal=True)
    return _rows(same)


def _near(group: Sequence[str]) -> pl.Expr:
    """Whether a value lies near the middle of its group, wherever exactly that is.

    Records that say the same count once there: where there may be some, and among few, the
    middle may be anywhere between the least and the greatest.
    """
    import polars as pl

    log = pl.col("log")
    from_middle = (log - log.median().over(group)).abs()
    apart = pl.struct("region", "log").n_unique().over(group) == pl.len().over(group)
    many = pl.len().over(group) > FEW
    return (_from_ends(group) <= _USUAL) | (apart & many & (from_middle <= _USUAL))


def _from_ends(group: Sequence[str]) -> pl.Expr:
    """How far a value is from the one that is farthest from it."""
    import polars as pl

    log = pl.col("log")
    return pl.max_horizontal(log.max().over(group) - log, log - log.min().over(group))


def _out_of_proportion(facts: pl.DataFrame) -> list[int]:
    """All of one kind, metric and time among which one stands out, or parts exceed their whole."""
    import polars as pl

    valued = facts.filter(
        pl.col("low").is_not_null(),
        pl.col("region").is_not_null(),
        pl.col("time").is_not_null(),
    )
    rates = valued.filter(pl.col("is_rate"))
    sizes = valued.filter(~pl.col("is_rate"))
    return sorted({*_rows(_with_outliers(rates)), *_rows(_with_great_parts(sizes))})


_TOGETHER = ("kind", "metric", "time", "since", "amount_unit")


def _with_outliers(rates: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    among = (*_TOGETHER, "level")
    low = pl.col("low")
    wide = rates.group_by(among).agg(width=low.max() - low.min(), count=pl.len())
    wide = wide.filter(
        pl.col("width") > DEVIATIONS * LEAST_SPREAD, pl.col("count") >= LEAST_SIBLINGS
    )
    kept = rates
    rates = rates.join(wide.select(among), on=among, how="semi", nulls_equal=True)
    rates = rates.with_columns(distance=(low - low.median().over(among)).abs())
    deviation = pl.col("distance").median().over(among)
    usual = DEVIATIONS * pl.max_horizontal(pl.lit(LEAST_SPREAD), NORMAL * deviation)
    # Where a region stands twice, records that say the same move the middle.
    twice = pl.col("region").n_unique().over(among) < pl.len().over(among)
    outlying = rates.filter(twice | (pl.col("distance") > usual * _ALMOST))
    times = outlying.select(_TOGETHER).unique()
    return kept.join(times, on=_TOGETHER, how="semi", nulls_equal=True)


def _with_great_parts(sizes: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    wholes = sizes.group_by(*_TOGETHER, pl.col("region").alias("parent")).agg(
        whole=pl.col("high").min()
    )
    parts = sizes.join(wholes, on=[*_TOGETHER, "parent"], how="inner", nulls_equal=True)
    together = pl.col("low").sum().over(*_TOGETHER, "parent", "level")
    great = parts.filter(
        (pl.col("low") > pl.col("whole") * _ALMOST)
        | (together > pl.col("whole") * float(1 + MARGIN) * _ALMOST)
    )
    return sizes.join(great.select(_TOGETHER).unique(), on=_TOGETHER, how="semi", nulls_equal=True)


def _rows(facts: pl.DataFrame) -> list[int]:
    return facts["row"].sort().to_list()


MAY_FIND: dict[str, Callable[[pl.DataFrame], list[int]]] = {
    "D001": _at_one_time,
    "D002": _at_one_time,
    "D003": _at_one_time,
    "D004": _out_of_proportion,
    "U004": _out_of_scale,
}
"""Where each rule that holds records against each other may find something; else it need not look.
A test holds the list to the rules that there are."""
