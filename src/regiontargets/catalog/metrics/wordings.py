"""A name amid what stands around it: a unit, brackets, dates, an amount, words of form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from .amounts import is_percentage, without_amount
from .asides import is_age_of, is_base, is_scale, is_unit, says_share
from .dates import without_base_year, without_dates
from .index_rows import IndexRow
from .name_table import Codes
from .spelling import fold
from .term_index import TermIndex
from .words import GROWTH, REDUCTION, vocabulary

_BRACKETED = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_BETWEEN = re.compile(r"(?<!\d),\s*|,\s+|[;、]\s*")
_UNIT_BEHIND = re.compile(r"^(.*\S)\s*[,/:;]\s*([^,/:;()]+)$|^(.*\S)\s*(%)$")

_MARK = re.compile(r"[%‰,/:;()\[\]【】〔〕]")
_MOST_MARKS = 16
"""No name has so many signs around it; each may be one more to leave out."""


class Wordings:
    """What texts mean that are no names as they stand.

    Args:
        find: gives the codes that a shorter text means.
        terms: the metrics by the terms of their names.
        rows: what lookups need of the metrics, by code.
        definition: gives the definition of the metric of a code.
    """

    def __init__(
        self,
        find: Callable[[str], Codes],
        terms: TermIndex,
        rows: Mapping[str, IndexRow],
        definition: Callable[[str], str],
    ) -> None:
        self._find = find
        self._terms = terms
        self._rows = rows
        self._definition = definition

    def find(self, folded: str, text: str) -> Codes:
        """The codes that a text may mean.

        Args:
            folded: the text, folded.
            text: as it is written, since units live by their case: GW, MtCO2e.
        """
        terms = vocabulary().terms(folded)
        if found := self._terms.find(terms):
            return found
        if len(_MARK.findall(folded)) > _MOST_MARKS:
            return ()
        text = unicodedata.normalize("NFKC", text).strip()
        if behind := _UNIT_BEHIND.match(folded):
            codes = self._find(behind[1] or behind[3])
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
        if plain != folded and not vocabulary().terms(plain) & {GROWTH, REDUCTION}:
            return ()
        plain = without_dates(plain)
        return self._find(plain) if plain and plain != folded else ()

    def _without_amount(self, folded: str) -> Codes:
        plain = without_amount(folded)
        codes = self._find(plain) if plain and plain != folded else ()
        return codes if not is_percentage(folded) or all(map(self._terms.is_rate, codes)) else ()

    def _by_brackets(self, folded: str, text: str) -> Codes:
        if _BRACKETED.search(folded) is None:
            return ()
        written = [_parts(each) for each in _BRACKETED.findall(text)]
        units = [part for parts in written for part in parts if _counts_in(part)]
        left = iter(written)
        plain = _BRACKETED.sub(
            lambda each: _without_units(each[0], next(left, list[str]())), folded
        )
        codes = self._terms.find(vocabulary().terms(plain)) or self._qualified(plain)
        return codes if all(self._fits_unit(each, codes) for each in units) else ()

    def _qualified(self, folded: str) -> Codes:
        """The codes of what stands outside brackets, as far as what stands inside agrees."""
        outside = " ".join(_BRACKETED.sub(" ", folded).split())
        if not outside:
            return ()
        found = dict.fromkeys(self._find(outside))
        qualifiers: list[str] = []
        for each in (part for inside in _BRACKETED.findall(folded) for part in _parts(inside)):
            also = self._find(each)
            if also:
                common = [code for code in also if code in found]
                found = dict.fromkeys(common or [*found, *also]) if found else {}
            elif not self._is_aside(each, found):
                qualifiers.append(each)
        if not qualifiers:
            return tuple(found)
        # A qualifier may change what is meant: "industrial output (year on year)".
        terms = vocabulary().terms(" ".join((outside, *qualifiers)))
        return self._terms.find(terms) or self._terms.covered(terms)

    def _is_aside(self, text: str, codes: Iterable[str]) -> bool:
        """Whether words in brackets say nothing of what is measured: "total", its ages."""
        if not self._fits_unit(text, codes):
            return False
        if vocabulary().terms(without_dates(fold(text))) <= vocabulary().weak:
            return True
        if is_base(text):
            return all(self._rows[each].unit == "ratio" for each in codes)
        return all(is_age_of(text, self._definition(each)) for each in codes)

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
