"""Looking closely at a large table only where nothing like it was found right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from regiontargets.model import Amount, Metric, Period

from .columns import FactTable, PartOf
from .consistency.out_of_proportion import (
    DEVIATIONS,
    LEAST_SIBLINGS,
    LEAST_SPREAD,
    MARGIN,
    NORMAL,
)
from .consistency.sameness import change_of, interval_in
from .derived import DERIVED
from .engine import Scope, rows_with_problems
from .evidence.aim_for_outcome import may_say_otherwise
from .evidence.names import names_told
from .evidence.setting import Setting
from .evidence.year_unlike_evidence import another_time
from .facts import Facts, RecordKind
from .shapes import GroupRule, RecordRule, Rule
from .table_facts import Fields, TableFacts
from .units.siblings import FEW, size_of
from .units.siblings import LEAST_SPREAD as LEAST_SPREAD_OF_SIZES

if TYPE_CHECKING:
    import polars as pl

Family: TypeAlias = Literal["cells", "regions", "names", "quotes", "settings"]
"""What a rule about single records looks at; see `family_of`."""

_BY_PLACE = frozenset(("source_text", "evidence_span"))
_BY_WORDS = frozenset(("evidence", "amount_evidence", *DERIVED))


def family_of(rule: RecordRule) -> Family | None:
    """What a rule looks at beside the cells; None for what is known without asking it.

    A quote that stands in its source word for word is right for the rules that read the source,
    and one that bears a name of the region for the rule about names.
    """
    reads = frozenset(rule.reads)
    if "region" in reads and "evidence" in reads:
        return "names"
    if reads & _BY_PLACE:
        return None
    if reads & _BY_WORDS:
        return "quotes"
    return "regions" if reads & {"region", "unread_region"} else "cells"


class Sieve(Protocol):
    """Sorts rows into those that are right and those that may be wrong."""

    def sifted(self) -> Sifted:
        """All rows of the table."""
        ...


class Sifted(Protocol):
    """What is left of a table."""

    @property
    def doubtful(self) -> Sequence[int]:
        """The rows that may be wrong by themselves, ascending."""
        ...

    @property
    def superseding(self) -> Sequence[int]:
        """Those that say which other record they replace."""
        ...

    def facts(self) -> Iterable[pl.DataFrame]:
        """Of every row what it is compared by with others, all of a metric together."""
        ...


class Screen:
    """What the selected rules say of rows, family by family."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[Family | None, list[RecordRule]] = {}
        self._among: list[GroupRule] = []
        self._numbers: dict[object, int] = {}
        for rule in rules:
            if isinstance(rule, RecordRule):
                self._rules.setdefault(family_of(rule), []).append(rule)
                if "setting" in rule.reads:
                    self._rules.setdefault("settings", []).append(rule)
            if isinstance(rule, GroupRule):
                self._among.append(rule)

    @property
    def compares(self) -> bool:
        """Whether a rule holds records against each other."""
        return bool(self._among)

    def wants(self, family: Family) -> bool:
        """Whether a rule of the family is to be run; cells are read in any case."""
        return family in self._rules or family == "cells"

    def faulty(self, rows: Screened, family: Family) -> set[int]:
        """The rows in which a rule of the family finds anything, or whose cells are at odds."""
        table: FactTable = TableFacts(rows)
        if family == "settings":
            table = PartOf(table, _set_otherwise(table))
        found = rows_with_problems(self._rules.get(family, ()), table)
        if family == "cells":
            found |= rows.rows_with_findings()
        return found

    def names(self, rows: Screened) -> list[tuple[str, ...]]:
        """The names that tell of each row's region, in the order in which to look for them."""
        column = TableFacts(rows).column("region")
        known = [() if each is None else names_told(each) for each in column.values]
        return [known[code] for code in column.codes]

    def facts(self, rows: Screened) -> list[dict[str, Any]]:
        """What each row is compared by with others."""
        table = TableFacts(rows)
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

    def left(self, sifted: Sifted) -> tuple[list[int], Scope]:
        """The rows to be looked at closely, and which rules may find something in which of them."""
        found = {_AMONG[rule.code]: list[int]() for rule in self._among}
        for part in sifted.facts():
            for ask, rows in found.items():
                rows += ask(part)
        among = {rule.code: sorted(found[_AMONG[rule.code]]) for rule in self._among}
        if among.get(_CONTRADICTORY):
            among[_CONTRADICTORY] = sorted({*among[_CONTRADICTORY], *sifted.superseding})
        rows = sorted({*sifted.doubtful, *(row for each in among.values() for row in each)})
        place = {row: at for at, row in enumerate(rows)}
        return rows, Scope(
            [place[row] for row in sifted.doubtful],
            {code: [place[row] for row in each] for code, each in among.items()},
        )


_CONTRADICTORY = "D002"
_IS_RATE = {"growth": True, "share": True, "level": False, "count": False}
"""The kinds of metrics that D004 compares: rates with each other, sizes with what they are of."""

_USUAL = LEAST_SPREAD_OF_SIZES + 1 - 1e-6
_ALMOST = 1 - 1e-9
"""Sizes are compared as binary fractions here: what is almost out of line is looked at exactly."""

_COMPARED = ("kind", "metric", "change", "amount", "region", "period")


_OF_SETTING = ("setting", "kind", "period", "published", "country")


def _set_otherwise(table: FactTable) -> list[int]:
    """The rows around whose quotes something stands that may speak against them.

    What stands around a quote is of no kind: each is looked at, where there is any.
    """
    columns = [table.column(name) for name in _OF_SETTING]
    known: dict[tuple[int, ...], bool] = {}
    found: list[int] = []
    for row, codes in enumerate(zip(*(column.codes for column in columns), strict=True)):
        if codes not in known:
            pairs = zip(columns, codes, strict=True)
            values: list[Any] = [column.values[code] for column, code in pairs]
            known[codes] = _speaks(*values)
        if known[codes]:
            found.append(row)
    return found


def _speaks(
    setting: Setting | None,
    kind: RecordKind,
    period: Period | None,
    published: date | None,
    country: str | None,
) -> bool:
    if setting is None:
        return False
    before = f"{setting.intro} {setting.before}".strip()
    if before and may_say_otherwise(kind, before, published):
        return True
    return period is not None and another_time(setting, period, published, country) is not None


class Screened(Fields, Protocol):
    """Rows of a table that stand for others."""

    def rows_with_findings(self) -> set[int]:
        """The rows whose cells are at odds with each other, or say nothing known."""
        ...


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


_AMONG: dict[str, Callable[[pl.DataFrame], list[int]]] = {
    "D001": _at_one_time,
    "D002": _at_one_time,
    "D003": _at_one_time,
    "D004": _out_of_proportion,
    "U004": _out_of_scale,
}
"""Where each rule that holds records against each other may find something; else it need not look.
A test holds the list to the rules that there are."""
