"""Looking closely at a large table only where nothing like it was found right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from regiontargets.model import Period

from .columns import FactTable, PartOf
from .comparing import Comparison
from .derived import DERIVED
from .engine import Scope, rows_with_problems
from .evidence.aim_for_outcome import may_say_otherwise
from .evidence.names import names_told
from .evidence.setting import Setting
from .evidence.year_unlike_evidence import another_time
from .facts import RecordKind
from .shapes import GroupRule, RecordRule, Rule
from .table_facts import Fields, TableFacts

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
        among: list[GroupRule] = []
        for rule in rules:
            if isinstance(rule, RecordRule):
                self._rules.setdefault(family_of(rule), []).append(rule)
                if "setting" in rule.reads:
                    self._rules.setdefault("settings", []).append(rule)
            if isinstance(rule, GroupRule):
                among.append(rule)
        self._comparison = Comparison(among)

    @property
    def compares(self) -> bool:
        """Whether a rule holds records against each other."""
        return self._comparison.is_wanted

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
        return self._comparison.facts(TableFacts(rows))

    def left(self, sifted: Sifted) -> tuple[list[int], Scope]:
        """The rows to be looked at closely, and which rules may find something in which of them."""
        among = self._comparison.at_odds(sifted.facts(), sifted.superseding)
        rows = sorted({*sifted.doubtful, *(row for each in among.values() for row in each)})
        place = {row: at for at, row in enumerate(rows)}
        return rows, Scope(
            [place[row] for row in sifted.doubtful],
            {code: [place[row] for row in each] for code, each in among.items()},
        )


class Screened(Fields, Protocol):
    """Rows of a table that stand for others."""

    def rows_with_findings(self) -> set[int]:
        """The rows whose cells are at odds with each other, or say nothing known."""
        ...


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
