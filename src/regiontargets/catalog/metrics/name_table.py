"""Names as sets of terms: the same terms, the same that mean something, or one within another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from .index_rows import IndexRow
from .spelling import is_chinese
from .words import PER_CAPITA, RATE, REDUCTION, SHARE, VALUE_ADDED, Terms

Codes = tuple[str, ...]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_RATES = frozenset({RATE, SHARE})
# What must stand in the name itself, since it changes what is measured.
_TELLING = frozenset(
    {
        *(REDUCTION, PER_CAPITA, VALUE_ADDED, "real", "nominal", "urban", "rural", "foreign"),
        *("domestic", "female", "male", "woman", "youth", "child", "net", "export", "import"),
    }
)
_HALF_MEANT = frozenset({"new"})
_NEVER_MEANT = frozenset({"area", "annual", "planned", "kind", "recognized", "source"})


class NameTable:
    """The codes of metrics by the terms of their names.

    Args:
        weak: terms that can be left out when nothing matches with them.

    Attributes:
        codes: the codes by the terms of their names.
    """

    def __init__(self, weak: Terms) -> None:
        self.codes: dict[Terms, Codes] = {}
        self._weak = weak
        self._bare: dict[Terms, tuple[Terms, ...]] = {}
        self._rates: dict[Terms, tuple[Terms, ...]] = {}
        self._said: dict[str, set[str]] = {}
        self._by_first: dict[str, list[Terms]] = {}

    def add(self, terms: Terms, row: IndexRow) -> None:
        """Take up a name of a metric."""
        if not terms or not put(self.codes, terms, row.code):
            return
        bare = terms - self._weak or terms
        self._said.setdefault(row.code, set()).update(bare)
        put(self._bare, bare, terms)
        if not bare.isdisjoint(_RATES) and row.unit == "percent":
            put(self._rates, bare - _RATES | {RATE}, terms)

    def known(self, terms: Terms) -> Codes:
        """Those with a name of just these terms."""
        return self.codes.get(terms, ())

    def nearest(self, terms: Terms) -> Codes:
        """Those whose names have the same meaning terms, and the fewest differences beside."""
        bare = terms - self._weak or terms - _NEVER_MEANT
        if not bare:
            return ()
        names = self._spared(bare, terms)
        return self._of(terms, names) or self._of(terms, self._rate(bare))

    def covered(self, terms: Terms) -> Codes:
        """Those with a name that terms hold whole, where their other names hold the rest."""
        bare = terms - self._weak
        held: dict[int, dict[str, None]] = {}
        for name in self._names_within(bare):
            rest = bare - name
            if rest.isdisjoint(_TELLING) and not any(map(is_chinese, rest)):
                for code in self._of(terms, self._spared(name, terms)):
                    if rest <= self._said[code]:
                        held.setdefault(len(name), {})[code] = None
        return tuple(held[max(held)]) if held else ()

    def _spared(self, bare: Terms, terms: Terms) -> list[Terms]:
        """The names with these meaning words that miss little beside.

        A name of one meaning word lives by what stands beside it: "resident consumption".
        """
        spare = _words(bare) - 1
        return [name for name in self._bare.get(bare, ()) if len(name - terms) <= spare]

    def _names_within(self, terms: Terms) -> Iterable[Terms]:
        # A single word is too little to go by.
        near = (name for term in terms for name in self._starting(term) if len(name) > 1)
        return (name for name in near if name <= terms)

    def _starting(self, term: str) -> Iterable[Terms]:
        """The names that have a term for their first: enough to find every name within others."""
        if not self._by_first:
            for name in self._bare:
                self._by_first.setdefault(min(name), []).append(name)
        return self._by_first.get(term, ())

    def _rate(self, bare: Terms) -> Iterable[Terms]:
        """A rate may be called a proportion: "forest coverage ratio"."""
        return self._rates.get(bare - _RATES | {RATE}, ()) if bare & _RATES else ()

    def _of(self, terms: Terms, names: Iterable[Terms]) -> Codes:
        differences = {name: _distance(terms, name) for name in names}
        least = min(differences.values(), default=0)
        near = (name for name, count in differences.items() if count == least)
        return tuple(dict.fromkeys(code for name in near for code in self.codes[name]))


def put(table: dict[_Key, tuple[_Value, ...]], key: _Key, value: _Value) -> bool:
    """Add to what a table has under a key; whether it was not there before."""
    known = table.get(key, ())
    if value in known:
        return False
    table[key] = (*known, value)
    return True


def _distance(terms: Terms, name: Terms) -> int:
    """How far a name is from terms; what is new is told from what there is with more right."""
    return len(terms ^ name) + len((terms ^ name) & _HALF_MEANT)


def _words(terms: Terms) -> int:
    """How many words terms make: two Chinese characters that no phrase holds are one."""
    characters = sum(map(is_chinese, terms))
    return len(terms) - characters // 2
