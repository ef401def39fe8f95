"""From what people write to codes: a name as it stands, then its terms in any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from .index_rows import IndexRow
from .name_table import Codes, put
from .spelling import LONGEST, fold, simplified
from .term_index import TermIndex
from .words import Terms, vocabulary

if TYPE_CHECKING:
    from .wordings import Wordings

# What a table puts before a name: "1. ", "(2)", "三、", "其中:".
_NUMBERED = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.、)]+(?!\d)|$)|其中[::])\s*"
)

_YEAR_ON_YEAR = re.compile(r"(?:%\s*)?\b(?:y/y|yoy)\b")


class NameIndex:
    """Every name of every metric, ready to be found.

    A text is tried as it stands; then by its terms; then, where it speaks of growth, as the
    growth of what is left; then without the terms that mean little ("the province's", "total").
    The first that finds anything decides.

    Args:
        rows: what lookups need of the metrics, by code.
        definition: gives the definition of the metric of a code.
        own: names, by code, that win over those of other metrics.
    """

    def __init__(
        self,
        rows: Mapping[str, IndexRow],
        definition: Callable[[str], str],
        own: Mapping[str, Iterable[str]],
    ) -> None:
        self._rows = rows
        self._definition = definition
        self._own = {code: [simplified(fold(each)) for each in own[code]] for code in own}
        self._codes: dict[str, Codes] = {}
        self.names: dict[str, Codes] = {}
        for row in rows.values():
            for name, _ in row.names:
                put(self.names, name, row.code)
            for code in (row.code, *row.elsewhere):
                put(self._codes, code.casefold(), row.code)
        for code, names in self._own.items():
            for name in names:
                self.names.pop(name, None)
            for name in names:
                put(self.names, name, code)

    @cached_property
    def term_index(self) -> TermIndex:
        """The metrics by the terms of their names, for what is no name as it stands."""
        index = TermIndex(self._rows, vocabulary().weak, vocabulary().surplus)
        for row in self._rows.values():
            for _, terms in row.names:
                index.add(frozenset(terms.split()), row)
        for code, names in self._own.items():
            own = [vocabulary().terms(name) for name in names]
            for each in own:
                index.codes.pop(each, None)
            for each in own:
                index.add(each, self._rows[code])
        return index

    @property
    def terms(self) -> Mapping[Terms, Iterable[str]]:
        """The codes by the terms of their names."""
        return self.term_index.codes

    def find(self, text: str) -> Codes:
        """The codes of every metric that the text may mean; none where it is no name."""
        if len(text) > LONGEST:
            return ()
        folded = _NUMBERED.sub("", simplified(fold(text))).strip()
        folded = _YEAR_ON_YEAR.sub(" yoy", folded).strip()
        exact = self._codes.get(text.strip().casefold()) or self.names.get(folded)
        return exact or self._wordings.find(folded, text)

    @cached_property
    def _wordings(self) -> Wordings:
        from .wordings import Wordings  # Its patterns are wanted for few texts.

        return Wordings(self.find, self.term_index, self._rows, self._definition)
