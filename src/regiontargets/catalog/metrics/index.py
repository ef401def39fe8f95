"""From what people write to codes: a name as it stands, then its terms in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from .amounts import is_percentage, without_amount
from .asides import is_age_of, is_base, is_scale, is_unit, says_share
from .dates import without_base_year, without_dates
from .entry import Entry
from .spelling import LONGEST, fold, simplified
from .term_index import Codes, TermIndex, put
from .words import GROWTH, REDUCTION, Terms, vocabulary

# What a table puts before a name: "1. ", "(2)", "三、", "其中:".
_NUMBERED = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.、)]+(?!\d)|$)|其中[::])\s*"
)
_BRACKETED = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_BETWEEN = re.compile(r"(?<!\d),\s*|,\s+|[;、]\s*")
_UNIT_BEHIND = re.compile(r"^(.*\S)\s*[,/:;]\s*([^,/:;()]+)$|^(.*\S)\s*(%)$")


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
        self._vocabulary = vocabulary()
        self._terms = TermIndex(entries, self._vocabulary.weak, self._vocabulary.surplus)
        for entry in entries.values():
            # A derived growth metric is found as the growth of what grows.
            for name in () if entry.derived else entry.names():
                self._add(name, entry)
            for code in entry.codes():
                put(self._codes, code.casefold(), entry.code)
        for each, names in own.items():
            plain = [simplified(fold(name)) for name in names]
            for name in plain:
                self._names.pop(name, None)
                self._terms.codes.pop(self._vocabulary.terms(name), None)
            for name in plain:
                self._add(name, entries[each])

    def _add(self, name: str, entry: Entry) -> None:
        folded = fold(name)
        put(self._names, folded, entry.code)
        self._terms.add(self._vocabulary.terms(folded), entry)

    @property
    def names(self) -> Mapping[str, Iterable[str]]:
        """The codes by their names, folded."""
        return self._names

    @property
    def terms(self) -> Mapping[Terms, Iterable[str]]:
        """The codes by the terms of their names."""
        return self._terms.codes

    def find(self, text: str) -> Codes:
        """The codes of every metric that the text may mean; none where it is no name."""
        if len(text) > LONGEST:
            return ()
        folded = _NUMBERED.sub("", simplified(fold(text))).strip()
        exact = self._codes.get(text.strip().casefold()) or self._names.get(folded)
        return exact or self._by_parts(folded, text)

    def _by_parts(self, folded: str, text: str) -> Codes:
        terms = self._vocabulary.terms(folded)
        if found := self._terms.find(terms):
            return found
        # Units live by their case, which folding takes away: GW, MtCO2e.
        text = unicodedata.normalize("NFKC", text).strip()
        if behind := _UNIT_BEHIND.match(folded):
            codes = self.find(behind[1] or behind[3])
            written = _UNIT_BEHIND.match(text) or behind
            unit = written[2] or written[4]
            if codes and (is_unit(unit) or self._is_aside(unit, codes)):
                return codes if self._fits_unit(unit, codes) else ()
        return (
            self._by_brackets(folded, text)
            or self._undated(folded)
            or self._without_amount(folded)
            or self._terms.covered(terms)
        )

    def _undated(self, folded: str) -> Codes:
        """What is left without dates; a base year only of what falls or grows."""
        plain = without_base_year(folded)
        if plain != folded and not self._vocabulary.terms(plain) & {GROWTH, REDUCTION}:
            return ()
        plain = without_dates(plain)
        return self.find(plain) if plain and plain != folded else ()

    def _without_amount(self, folded: str) -> Codes:
        plain = without_amount(folded)
        codes = self.find(plain) if plain and plain != folded else ()
        return codes if not is_percentage(folded) or all(map(self._terms.is_rate, codes)) else ()

    def _by_brackets(self, folded: str, text: str) -> Codes:
        if _BRACKETED.search(folded) is None:
            return ()
        # Units live by their case, which folding takes away: GW, MtCO2e.
        written = [_parts(each) for each in _BRACKETED.findall(text)]
        units = [part for parts in written for part in parts if _counts_in(part)]
        left = iter(written)
        plain = _BRACKETED.sub(lambda each: _without_units(each[0], next(left, [])), folded)
        codes = self._terms.find(self._vocabulary.terms(plain)) or self._qualified(plain)
        return codes if all(self._fits_unit(each, codes) for each in units) else ()

    def _qualified(self, folded: str) -> Codes:
        """The codes of what stands outside brackets, as far as what stands inside agrees."""
        outside = " ".join(_BRACKETED.sub(" ", folded).split())
        if not outside:
            return ()
        found = dict.fromkeys(self.find(outside))
        qualifiers: list[str] = []
        for each in (part for inside in _BRACKETED.findall(folded) for part in _parts(inside)):
            also = self.find(each)
            if also:
                common = [code for code in also if code in found]
                found = dict.fromkeys(common or [*found, *also]) if found else {}
            elif not self._is_aside(each, found):
                qualifiers.append(each)
        if not qualifiers:
            return tuple(found)
        # A qualifier may change what is meant: "industrial output (year on year)".
        terms = self._vocabulary.terms(" ".join((outside, *qualifiers)))
        return self._terms.find(terms) or self._terms.covered(terms)

    def _is_aside(self, text: str, codes: Iterable[str]) -> bool:
        """Whether words in brackets say nothing of what is measured: "total", its ages."""
        if not self._fits_unit(text, codes):
            return False
        if self._vocabulary.terms(without_dates(fold(text))) <= self._vocabulary.weak:
            return True
        if is_base(text):
            return all(self._entries[each].fields["unit"] == "ratio" for each in codes)
        known = (self._entries[each].fields.get("definition", "") for each in codes)
        return all(is_age_of(text, each) for each in known)

    def _fits_unit(self, text: str, codes: Iterable[str]) -> bool:
        """Whether metrics may be told so: GDP in percent is its growth, or a share in something."""
        return not says_share(text) or all(map(self._terms.is_rate, codes))


def _parts(inside: str) -> list[str]:
    """What stands in one pair of brackets, each thing by itself."""
    return [part for part in _BETWEEN.split(inside) if part.strip()]


def _counts_in(text: str) -> bool:
    return is_scale(text) or is_unit(text)


def _without_units(bracketed: str, written: list[str]) -> str:
    """A pair of brackets, with what stands in it, without the units."""
    parts = zip(_parts(bracketed[1:-1]), written, strict=False)
    kept = [part for part, as_written in parts if not _counts_in(as_written)]
    return f" ({', '.join(kept)}) " if kept else " "
