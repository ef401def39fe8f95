"""Metrics that come near to a name which none of them bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from math import log

from .spelling import LONGEST, fold, simplified
from .words import Terms, vocabulary

MOST = 5
MOST_MENDED = 8
_CLOSE = 0.75
_SHORTEST = 3
_MOST_COMPARED = 500


class Suggestions:
    """Codes by a slip of the pen, then by shared terms, the rare ones counting most.

    Args:
        written: codes by name, folded.
        names: codes by the terms of their names.
    """

    def __init__(
        self, written: Mapping[str, Iterable[str]], names: Mapping[Terms, Iterable[str]]
    ) -> None:
        self._written = written
        self._names = names
        self._by_term: defaultdict[str, list[Terms]] = defaultdict(list)
        for terms in names:
            for term in terms:
                self._by_term[term].append(terms)

    def near(self, text: str) -> tuple[str, ...]:
        """At most five codes, the nearest first."""
        if len(text) > LONGEST:
            return ()
        folded = simplified(fold(text)).strip()
        codes = (*self._misspelt(folded), *self._related(folded))
        return tuple(dict.fromkeys(codes))[:MOST]

    def _misspelt(self, folded: str) -> list[str]:
        """The codes of names that are written almost so: 城镇华率, unemploymet rate."""
        if len(folded) < _SHORTEST:
            return []
        # Names that begin or end alike are few enough to be compared.
        head, tail, longest = folded[:2], folded[-2:], len(folded) + 2
        alike = [
            name
            for name in self._written
            if len(folded) - 2 <= len(name) <= longest and (name[:2] == head or name[-2:] == tail)
        ]
        close = get_close_matches(folded, alike[:_MOST_COMPARED], n=1, cutoff=_CLOSE)
        return [code for name in close for code in self._written[name]]

    def _related(self, folded: str) -> Iterable[str]:
        terms = sorted(vocabulary().terms(folded))
        wanted = frozenset(map(self._mended, terms[:MOST_MENDED])) | frozenset(terms)
        near = {name for term in wanted for name in self._by_term.get(term, ())}
        best = sorted(near, key=lambda name: (-self._likeness(wanted, name), sorted(name)))
        return (code for name in best[: MOST * 4] for code in self._names[name])

    def _mended(self, term: str) -> str:
        if term in self._by_term or len(term) < 4:
            return term
        close = get_close_matches(term, self._by_term, n=1, cutoff=_CLOSE)
        return close[0] if close else term

    def _likeness(self, wanted: Terms, name: Terms) -> float:
        shared = sum(map(self._weight, wanted & name))
        return shared / (shared + sum(map(self._weight, wanted ^ name)))

    def _weight(self, term: str) -> float:
        return log(1 + len(self._names) / (1 + len(self._by_term.get(term, ()))))
