"""Looking closely at a large table only where nothing like it was found right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from .columns import Column, FactTable
from .comparing import Comparison
from .derived import DERIVED
from .engine import Scope, rows_with_problems
from .evidence.names import names_told
from .evidence.surroundings import Surroundings
from .facts import Facts
from .problem import Problem
from .shapes import GroupRule, RecordRule, Rule, SettingRule
from .table_facts import Fields, TableFacts

if TYPE_CHECKING:
    import polars as pl

Family: TypeAlias = Literal["cells", "regions", "names", "quotes", "silent", "settings"]
"""What a rule about single records looks at; see `family_of`.

Of those that heed what stands around a quote, "silent" asks whether the quote leaves it open, and
"settings" what stands there.
"""

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
            if isinstance(rule, SettingRule):
                self._rules.setdefault("silent", []).append(LeftOpen(rule))
                self._rules.setdefault("settings", []).append(rule)
            if isinstance(rule, GroupRule):
                among.append(rule)
        self._comparison = Comparison(among)
        self._surroundings = Surroundings()
        self._last: tuple[Screened, TableFacts] | None = None

    @property
    def compares(self) -> bool:
        """Whether a rule holds records against each other."""
        return self._comparison.is_wanted

    def wants(self, family: Family) -> bool:
        """Whether a rule of the family is to be run; cells are read in any case."""
        return family in self._rules or family == "cells"

    def faulty(self, rows: Screened, family: Family) -> set[int]:
        """The rows in which a rule of the family finds anything, or whose cells are at odds."""
        table: FactTable = self._facts_of(rows)
        if family == "quotes":
            table = ByThemselves(table)
        found = rows_with_problems(self._rules.get(family, ()), table)
        if family == "cells":
            found |= rows.rows_with_findings()
        return found

    def _facts_of(self, rows: Screened) -> TableFacts:
        """The facts of some rows; those of the last ones are kept, for another family."""
        if self._last is None or self._last[0] is not rows:
            self._last = rows, TableFacts(rows)
        return self._last[1]

    def set_otherwise(self, rows: Screened) -> list[int]:
        """The rows around whose quotes something stands that may speak against them."""
        return self._surroundings.speaking(rows)

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


class LeftOpen(RecordRule):
    """Finds the records of which a rule asks what stands around their quotes."""

    def __init__(self, rule: SettingRule) -> None:
        self._rule = rule
        self.reads = tuple(name for name in rule.reads if name != _SETTING)  # type: ignore[misc]

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Ask the rule."""
        if self._rule.leaves_open(facts):
            yield Problem("the quote does not say", field="evidence")


class ByThemselves:
    """The facts of rows, without what stands around their quotes."""

    def __init__(self, table: FactTable) -> None:
        self._table = table

    def column(self, fact: str) -> Column:
        """One fact of every row."""
        if fact != _SETTING:
            return self._table.column(fact)
        return Column([None], [0] * len(self._table.column("kind").codes))

    def number(self, row: int) -> int:
        """The row itself."""
        return row


_SETTING = "setting"
