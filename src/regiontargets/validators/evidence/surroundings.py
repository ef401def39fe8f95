"""Which quotes have something around them that may speak against their rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from regiontargets.model import Period, Source

from ..facts import RecordKind
from ..table_facts import Fields, TableFacts
from .aim_for_outcome import may_say_otherwise
from .setting import Pieces, setting_of
from .year_unlike_evidence import another_time

_OF_ROW = ("kind", "period", "published", "country")


class Surroundings:
    """What stands around quotes in their sources, each source cut into pieces once."""

    def __init__(self) -> None:
        self._pieces: dict[str, Pieces] = {}

    def speaking(self, rows: Fields) -> list[int]:
        """The rows around whose quotes something stands that may speak against them."""
        table = TableFacts(rows)
        columns = [rows.column("span"), rows.column("source"), *map(table.column, _OF_ROW)]
        known: dict[tuple[int, ...], bool] = {}
        found: list[int] = []
        for row, codes in enumerate(zip(*(column.codes for column in columns), strict=True)):
            if codes not in known:
                pairs = zip(columns, codes, strict=True)
                values: list[Any] = [column.values[code] for column, code in pairs]
                known[codes] = self._speaks(*values)
            if known[codes]:
                found.append(row)
        return found

    def _speaks(
        self,
        span: tuple[int, int] | None,
        source: Source | None,
        kind: RecordKind,
        period: Period | None,
        published: date | None,
        country: str | None,
    ) -> bool:
        if span is None or span[0] < 0 or source is None or source.text is None:
            return False
        setting = setting_of(span, self._of(source.text))
        if setting is None:
            return False
        before = f"{setting.intro} {setting.before}".strip()
        if before and may_say_otherwise(kind, before, published):
            return True
        return period is not None and another_time(setting, period, published, country) is not None

    def _of(self, text: str) -> Pieces:
        if text not in self._pieces:
            self._pieces[text] = Pieces(text)
        return self._pieces[text]
