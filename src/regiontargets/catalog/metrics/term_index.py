"""From terms to codes: what a name is about, in any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .index_rows import IndexRow
from .name_table import Codes, NameTable
from .words import GDP, GROWTH, RATE, REDUCTION, SHARE, VALUE_ADDED, Terms

_BASIS = frozenset({"real", "nominal"})
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
    """What texts mean by the terms that they are made of.

    Args:
        rows: what lookups need of the metrics, by code.
        weak: terms that can be left out when nothing matches with them.
        surplus: terms that what is looked up may have beside those of a name.
    """

    def __init__(self, rows: Mapping[str, IndexRow], weak: Terms, surplus: Terms) -> None:
        self._rows = rows
        self._surplus = surplus
        self._names = NameTable(weak)

    def add(self, terms: Terms, row: IndexRow) -> None:
        """Take up a name of a metric."""
        self._names.add(terms, row)

    @property
    def codes(self) -> dict[Terms, Codes]:
        """The codes by the terms of their names."""
        return self._names.codes

    def find(self, terms: Terms) -> Codes:
        """The codes that terms may mean; the first reading that finds any decides."""
        return (
            self._names.known(terms)
            or self._at_prices(terms)
            or self._grown(terms, self._names.known)
            or self._reduced(terms)
            or self._names.known(terms - _THE_ECONOMY | _implied(terms))
            or self._rate_of(terms)
            or self._per_people(terms)
            or self._names.nearest(terms)
            or self._grown(terms, self._names.nearest)
            or self._without_surplus(terms)
            or self._implied_rate(terms)
        )

    def covered(self, terms: Terms) -> Codes:
        """The metric with a name that terms hold whole, where its other names hold the rest.

        None where several come as near.
        """
        found = self._names.covered(terms - self._surplus - {GROWTH})
        if GROWTH in terms:
            grown = (self._rows[code].growth for code in found)
            found = tuple(code for code in grown if code)
        return found if len(found) == 1 else ()

    def is_rate(self, code: str) -> bool:
        """Whether a metric is told in percent or per mille."""
        return self._rows[code].unit in _OF_RATES

    def _without_surplus(self, terms: Terms) -> Codes:
        left = terms - self._surplus
        return self.find(left) if left and left != terms else ()

    def _implied_rate(self, terms: Terms) -> Codes:
        """What is called a rate in full: reclaimed water utilization."""
        codes = self._names.known(terms | {RATE}) if terms & _TOLD_AS_RATES else ()
        return tuple(each for each in codes if self.is_rate(each))

    def _at_prices(self, terms: Terms) -> Codes:
        """What is left of "GDP at current prices", where that is its basis."""
        if not terms & _BASIS or GROWTH in terms:
            return ()
        codes = self._names.known(terms - _BASIS) or self._names.nearest(terms - _BASIS)
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
        codes = (f"{code}_reduction" for code in self._names.known(terms - {REDUCTION}))
        return tuple(code for code in codes if code in self._rows)

    def _fits(self, code: str, terms: Terms) -> bool:
        """Whether nothing is said of prices that goes against the metric's basis."""
        basis = self._basis(code)
        return basis is None or not (terms & _BASIS - {basis})

    def _basis(self, code: str) -> str | None:
        return self._rows[code].basis or None

    def _rate_of(self, terms: Terms) -> Codes:
        """What is a rate without saying so: the consumer inflation rate."""
        codes = self._names.known(terms - {RATE}) if RATE in terms else ()
        return tuple(each for each in codes if self.is_rate(each))

    def _per_people(self, terms: Terms) -> Codes:
        """What is measured per so many people, and is said to be: homicide rate per 100,000."""
        for per, units in _PER.items():
            if per in terms:
                codes = self._names.known(terms - {per})
                return tuple(c for c in codes if self._rows[c].unit.endswith(units))
        return ()


def _implied(terms: Terms) -> Terms:
    """What goes without saying: an industry's share in GDP is that of its value added."""
    if SHARE in terms and terms & _THE_ECONOMY:
        return frozenset({GDP, VALUE_ADDED})
    if SHARE not in terms or not terms & {GDP, VALUE_ADDED}:
        return frozenset()
    return frozenset({GDP, VALUE_ADDED})
