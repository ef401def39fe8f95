"""From what people write to codes: a name as it stands, then its terms in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest
from typing import TypeVar

from .asides import is_age_of, is_scale, is_unit, says_share
from .dates import without_base_year, without_dates
from .entry import Entry
from .spelling import LONGEST, fold, is_chinese, simplified
from .words import GDP, GROWTH, RATE, REDUCTION, SHARE, VALUE_ADDED, Terms, vocabulary

Codes = tuple[str, ...]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

# What a table puts before a name: "1. ", "(2)", "三、", "其中:".
_NUMBERED = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.、)]+(?!\d)|$)|其中[::])\s*"
)
_BRACKETED = re.compile(r"\(([^()]*)\)")
_UNIT_BEHIND = re.compile(r"^(.*\S)\s*[,/:;]\s*([^,/:;()]+)$|^(.*\S)\s*(%)$")
_BASIS = frozenset({"real", "nominal"})
_RATES = frozenset({RATE, SHARE})
_THE_ECONOMY = frozenset({"economy"})
_PER = {
    "perthousand": ("/thousand_person", "permille"),
    "pertenthousand": ("/ten_thousand_person",),
    "perhundredthousand": ("/hundred_thousand_person",),
}
_OF_RATES = frozenset({"percent", "permille"})


class NameIndex:
    """Every name of every metric, ready to be found.

    A text is tried as it stands; then by its terms; then, where it speaks of growth, as the
    growth of what is left; then without the terms that mean little ("the province's", "total").
    The first that finds anything decides.

    Args:
        entries: the metrics by code.
        own: names, by code, that win over those of other metrics.
    """

    def __init__(self, entries: Mapping[str, Entry], own: Mapping[str, Iterable[str]]) -> None:
        self._entries = entries
        self._codes: dict[str, Codes] = {}
        self._names: dict[str, Codes] = {}
        self._terms: dict[Terms, Codes] = {}
        self._bare: dict[Terms, tuple[Terms, ...]] = {}
        self._rates: dict[Terms, tuple[Terms, ...]] = {}
        self._vocabulary = vocabulary()
        self._weak = self._vocabulary.weak
        for entry in entries.values():
            # A derived growth metric is found as the growth of what grows.
            for name in () if entry.derived else entry.names():
                self._add(name, entry)
            for code in entry.codes():
                _put(self._codes, code.casefold(), entry.code)
        for each, names in own.items():
            plain = [simplified(fold(name)) for name in names]
            for name in plain:
                self._names.pop(name, None)
                self._terms.pop(self._vocabulary.terms(name), None)
            for name in plain:
                self._add(name, entries[each])

    def _add(self, name: str, entry: Entry) -> None:
        code, folded = entry.code, fold(name)
        _put(self._names, folded, code)
        terms = self._vocabulary.terms(folded)
        if not terms or not _put(self._terms, terms, code):
            return
        bare = terms - self._weak or terms
        _put(self._bare, bare, terms)
        if not bare.isdisjoint(_RATES) and entry.fields["unit"] == "percent":
            _put(self._rates, bare - _RATES | {RATE}, terms)

    @property
    def names(self) -> Mapping[str, Iterable[str]]:
        """The codes by their names, folded."""
        return self._names

    @property
    def terms(self) -> Mapping[Terms, Iterable[str]]:
        """The codes by the terms of their names."""
        return self._terms

    def find(self, text: str) -> Codes:
        """The codes of every metric that the text may mean; none where it is no name."""
        if len(text) > LONGEST:
            return ()
        folded = _NUMBERED.sub("", simplified(fold(text))).strip()
        exact = self._codes.get(text.strip().casefold()) or self._names.get(folded)
        return exact or self._by_parts(folded, text)

    def _by_parts(self, folded: str, text: str) -> Codes:
        found = self._by_terms(folded)
        if found:
            return found
        # Units live by their case, which folding takes away: GW, MtCO2e.
        text = unicodedata.normalize("NFKC", text).strip()
        if behind := _UNIT_BEHIND.match(folded):
            codes = self.find(behind[1] or behind[3])
            written = _UNIT_BEHIND.match(text) or behind
            unit = written[2] or written[4]
            if codes and is_unit(unit):
                return codes if self._fits_unit(unit, codes) else ()
        return self._by_brackets(folded, text) or self._undated(folded)

    def _undated(self, folded: str) -> Codes:
        """What is left without dates; a base year only of what falls or grows."""
        plain = without_base_year(folded)
        if plain != folded and not self._vocabulary.terms(plain) & {GROWTH, REDUCTION}:
            return ()
        plain = without_dates(plain)
        return self.find(plain) if plain and plain != folded else ()

    def _by_brackets(self, folded: str, text: str) -> Codes:
        outside = _BRACKETED.sub(" ", folded).strip()
        if outside == folded or not outside:
            return ()
        found = dict.fromkeys(self.find(outside))
        written = _BRACKETED.findall(text)
        for each, as_written in zip_longest(_BRACKETED.findall(folded), written, fillvalue=""):
            also = self.find(each)
            if also:
                common = [code for code in also if code in found]
                found = dict.fromkeys(common or [*found, *also]) if found else {}
            elif found and not self._is_aside(as_written, found):
                return ()  # A qualifier that is not understood may change what is meant.
        return tuple(found)

    def _is_aside(self, text: str, codes: Iterable[str]) -> bool:
        """Whether words in brackets say nothing of what is measured: a unit, "total", its ages."""
        terms = self._vocabulary.terms(without_dates(fold(text)))
        if not self._fits_unit(text, codes):
            return False
        if terms <= self._weak or is_scale(text) or is_unit(text):
            return True
        known = (self._entries[each].fields.get("definition", "") for each in codes)
        return all(is_age_of(text, each) for each in known)

    def _fits_unit(self, text: str, codes: Iterable[str]) -> bool:
        """Whether metrics may be told so: GDP in percent is its growth, or a share in something."""
        return not says_share(text) or all(map(self._is_rate, codes))

    def _is_rate(self, code: str) -> bool:
        return self._entries[code].fields["unit"] in _OF_RATES

    def _by_terms(self, folded: str) -> Codes:
        terms = self._vocabulary.terms(folded)
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
        )

    def _known(self, terms: Terms) -> Codes:
        return tuple(self._terms.get(terms, ()))

    def _at_prices(self, terms: Terms) -> Codes:
        """What is left of "GDP at current prices", where that is its basis."""
        if not terms & _BASIS or GROWTH in terms:
            return ()
        codes = self._known(terms - _BASIS) or self._nearest(terms - _BASIS)
        return tuple(code for code in codes if self._basis(code) in terms)

    def _grown(self, terms: Terms, find: Callable[[Terms], Codes]) -> Codes:
        """The growth metrics of what is left when growth is taken away."""
        if GROWTH not in terms:
            return ()
        left = terms - {GROWTH}
        plain = left - _BASIS
        if not plain:
            return ()
        of = find(left) or find(plain) or find(plain | {VALUE_ADDED})
        codes = (self._entries[code].fields.get("growth") for code in of)
        return tuple(dict.fromkeys(code for code in codes if code and self._fits(code, left)))

    def _reduced(self, terms: Terms) -> Codes:
        """The metrics of the fall of what is left, where there are such (`pm25_reduction`)."""
        if REDUCTION not in terms:
            return ()
        codes = (f"{code}_reduction" for code in self._known(terms - {REDUCTION}))
        return tuple(code for code in codes if code in self._entries)

    def _fits(self, code: str, terms: Terms) -> bool:
        """Whether nothing is said of prices that goes against the metric's basis."""
        basis = self._basis(code)
        return basis is None or not (terms & _BASIS - {basis})

    def _basis(self, code: str) -> str | None:
        basis: str | None = self._entries[code].fields.get("basis")
        return basis

    def _nearest(self, terms: Terms) -> Codes:
        """Those whose names have the same meaning terms, and the fewest differences beside."""
        bare = terms - self._weak
        if not bare:
            return ()
        # A name of one meaning word lives by what stands beside it: "resident consumption".
        spare = _words(bare) - 1
        names = [each for each in self._bare.get(bare, ()) if len(each - terms) <= spare]
        return self._of(terms, names) or self._of(terms, self._rate(bare))

    def _rate(self, bare: Terms) -> Iterable[Terms]:
        """A rate may be called a proportion: "forest coverage ratio"."""
        return self._rates.get(bare - _RATES | {RATE}, ()) if bare & _RATES else ()

    def _rate_of(self, terms: Terms) -> Codes:
        """What is a rate without saying so: the consumer inflation rate."""
        codes = self._known(terms - {RATE}) if RATE in terms else ()
        return tuple(each for each in codes if self._is_rate(each))

    def _per_people(self, terms: Terms) -> Codes:
        """What is measured per so many people, and is said to be: homicide rate per 100,000."""
        for per, units in _PER.items():
            if per in terms:
                codes = self._known(terms - {per})
                return tuple(c for c in codes if self._entries[c].fields["unit"].endswith(units))
        return ()

    def _of(self, terms: Terms, names: Iterable[Terms]) -> Codes:
        differences = {name: len(terms ^ name) for name in names}
        least = min(differences.values(), default=0)
        near = (name for name, count in differences.items() if count == least)
        return tuple(dict.fromkeys(code for name in near for code in self._terms[name]))


def _put(table: dict[_Key, tuple[_Value, ...]], key: _Key, value: _Value) -> bool:
    """Add to what a table has under a key; whether it was not there before."""
    known = table.get(key, ())
    if value in known:
        return False
    table[key] = (*known, value)
    return True


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
