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


class Suggestions:
    """Codes by the terms they share with a text, rare terms counting most."""

    def __init__(self, names: Mapping[Terms, Iterable[str]]) -> None:
        self._names = names
        self._by_term: defaultdict[str, list[Terms]] = defaultdict(list)
        for terms in names:
            for term in terms:
                self._by_term[term].append(terms)

    def near(self, text: str) -> tuple[str, ...]:
        """At most five codes, the nearest first."""
        if len(text) > LONGEST:
            return ()
        terms = sorted(vocabulary().terms(simplified(fold(text))))
        wanted = frozenset(map(self._mended, terms[:MOST_MENDED])) | frozenset(terms)
        near = {name for term in wanted for name in self._by_term.get(term, ())}
        best = sorted(near, key=lambda name: (-self._likeness(wanted, name), sorted(name)))
        codes = (code for name in best[: MOST * 4] for code in self._names[name])
        return tuple(dict.fromkeys(codes))[:MOST]

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
