"""From terms to codes: what a name is about, in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from .index_rows import IndexRow
from .spelling import is_chinese
from .words import GDP, GROWTH, PER_CAPITA, RATE, REDUCTION, SHARE, VALUE_ADDED, Terms

Codes = tuple[str, ...]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_BASIS = frozenset({"real", "nominal"})
_RATES = frozenset({RATE, SHARE})
# What must stand in the name itself, since it changes what is measured.
_TELLING = frozenset({REDUCTION, PER_CAPITA, VALUE_ADDED, "real", "nominal", "urban", "rural"}) | {
    "foreign",
    "domestic",
    "female",
    "male",
    "woman",
    "youth",
    "child",
    "net",
    "export",
    "import",
}
_HALF_MEANT = frozenset({"new"})
_NEVER_MEANT = frozenset({"area", "annual", "planned", "kind", "recognized", "source"})
# What nobody states but as a rate.
_TOLD_AS_RATES = frozenset(
    {"actuallyused", "treatment", "recycling", "mechanization", "retention", "conservation"}
)
_THE_ECONOMY = frozenset({"economy"})
_PER = {
    "perthousand": ("/thousand_person", "permille"),
    "pertenthousand": ("/ten_thousand_person",),
    "perhundredthousand": ("/hundred_thousand_person",),
    "perthousandbirths": ("permille", "/thousand_birth"),
    "perhundredthousandbirths": ("birth", "/hundred_thousand_person"),
}
_OF_RATES = frozenset({"percent", "permille"})


class TermIndex:
    """The metrics by the terms of their names.

    Args:
        rows: what lookups need of the metrics, by code.
        weak: terms that can be left out when nothing matches with them.
        surplus: terms that what is looked up may have beside those of a name.

    Attributes:
        codes: the codes by the terms of their names.
    """

    def __init__(self, rows: Mapping[str, IndexRow], weak: Terms, surplus: Terms) -> None:
        self.codes: dict[Terms, Codes] = {}
        self._rows = rows
        self._weak = weak
        self._surplus = surplus
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

    def find(self, terms: Terms) -> Codes:
        """The codes that terms may mean; the first reading that finds any decides."""
        return (
            self._known(terms)
            or self._at_prices(terms)
            or self._grown(terms, self._known)
            or self._reduced(terms)
            or self._known(terms - _THE_ECONOMY | _implied(terms))
            or self._rate_of(terms)
            or self._per_people(terms)
            or self._nearest(terms)
            or self._grown(terms, self._nearest)
            or self._without_surplus(terms)
            or self._implied_rate(terms)
        )

    def covered(self, terms: Terms) -> Codes:
        """The metric with a name that terms hold whole, where its other names hold the rest.

        None where several come as near.
        """
        found = self._covered(terms - self._surplus - {GROWTH})
        if GROWTH in terms:
            grown = (self._rows[code].growth for code in found)
            found = tuple(code for code in grown if code)
        return found if len(found) == 1 else ()

    def _covered(self, terms: Terms) -> Codes:
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

    def is_rate(self, code: str) -> bool:
        """Whether a metric is told in percent or per mille."""
        return self._rows[code].unit in _OF_RATES

    def _starting(self, term: str) -> Iterable[Terms]:
        """The names that have a term for their first: enough to find every name within others."""
        if not self._by_first:
            for name in self._bare:
                self._by_first.setdefault(min(name), []).append(name)
        return self._by_first.get(term, ())

    def _without_surplus(self, terms: Terms) -> Codes:
        left = terms - self._surplus
        return self.find(left) if left and left != terms else ()

    def _implied_rate(self, terms: Terms) -> Codes:
        """What is called a rate in full: reclaimed water utilization."""
        codes = self._known(terms | {RATE}) if terms & _TOLD_AS_RATES else ()
        return tuple(each for each in codes if self.is_rate(each))

    def _known(self, terms: Terms) -> Codes:
        return self.codes.get(terms, ())

    def _at_prices(self, terms: Terms) -> Codes:
        """What is left of "GDP at current prices", where that is its basis."""
        if not terms & _BASIS or GROWTH in terms:
            return ()
        codes = self._known(terms - _BASIS) or self._nearest(terms - _BASIS)
        return tuple(code for code in codes if self._basis(code) in (terms | {None}))

    def _grown(self, terms: Terms, find: Callable[[Terms], Codes]) -> Codes:
        """The growth metrics of what is left when growth is taken away."""
        if GROWTH not in terms:
            return ()
        left = terms - {GROWTH}
        plain = left - _BASIS
        if not plain:
            return ()
        of = find(left) or find(plain) or find(plain | {VALUE_ADDED})
        codes = (self._rows[code].growth for code in of)
        return tuple(dict.fromkeys(code for code in codes if code and self._fits(code, left)))

    def _reduced(self, terms: Terms) -> Codes:
        """The metrics of the fall of what is left, where there are such (`pm25_reduction`)."""
        if REDUCTION not in terms:
            return ()
        codes = (f"{code}_reduction" for code in self._known(terms - {REDUCTION}))
        return tuple(code for code in codes if code in self._rows)

    def _fits(self, code: str, terms: Terms) -> bool:
        """Whether nothing is said of prices that goes against the metric's basis."""
        basis = self._basis(code)
        return basis is None or not (terms & _BASIS - {basis})

    def _basis(self, code: str) -> str | None:
        return self._rows[code].basis or None

    def _nearest(self, terms: Terms) -> Codes:
        """Those whose names have the same meaning terms, and the fewest differences beside."""
        bare = terms - self._weak or terms - _NEVER_MEANT
        if not bare:
            return ()
        names = self._spared(bare, terms)
        return self._of(terms, names) or self._of(terms, self._rate(bare))

    def _rate(self, bare: Terms) -> Iterable[Terms]:
        """A rate may be called a proportion: "forest coverage ratio"."""
        return self._rates.get(bare - _RATES | {RATE}, ()) if bare & _RATES else ()

    def _rate_of(self, terms: Terms) -> Codes:
        """What is a rate without saying so: the consumer inflation rate."""
        codes = self._known(terms - {RATE}) if RATE in terms else ()
        return tuple(each for each in codes if self.is_rate(each))

    def _per_people(self, terms: Terms) -> Codes:
        """What is measured per so many people, and is said to be: homicide rate per 100,000."""
        for per, units in _PER.items():
            if per in terms:
                codes = self._known(terms - {per})
                return tuple(c for c in codes if self._rows[c].unit.endswith(units))
        return ()

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


def _implied(terms: Terms) -> Terms:
    """What goes without saying: an industry's share in GDP is that of its value added."""
    if SHARE in terms and terms & _THE_ECONOMY:
        return frozenset({GDP, VALUE_ADDED})
    if SHARE not in terms or not terms & {GDP, VALUE_ADDED}:
        return frozenset()
    return frozenset({GDP, VALUE_ADDED})
