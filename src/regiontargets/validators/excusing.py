"""Rows of a table that excuse their own findings, by a column named `noqa`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from regiontargets.findings import Excerpt, Finding, Place
from regiontargets.findings.suppressions import unreadable, unused
from regiontargets.model import Dataset
from regiontargets.tables import Table

from .selection import Selection

COLUMN = "noqa"

_BLANKET = frozenset({"ALL", "*", "NOQA"})
_BETWEEN = re.compile(r"[\s,;，；、]+")
_CODE = re.compile(r"[A-Z]\d{0,3}")
_MOST_CODES = 50

_Where: TypeAlias = tuple[str | None, int | None]


class Left(NamedTuple):
    """What is left of findings.

    Attributes:
        findings: those that nothing excuses, and what is wrong with the excuses themselves.
        suppressed: how many were excused.
    """

    findings: list[Finding]
    suppressed: int


@dataclass(slots=True)
class _Excuse:
    """What one row excuses, and which of it was needed."""

    place: Place
    text: str
    codes: dict[str, bool] = field(default_factory=dict[str, bool])

    def covers(self, finding: Finding) -> bool:
        fitting = [code for code in self.codes if code in _BLANKET or finding.code.startswith(code)]
        self.codes.update(dict.fromkeys(fitting, True))
        return bool(fitting)

    def troubles(self, selection: Selection) -> Iterator[Finding]:
        line = Excerpt(self.text[:200], after=len(self.text) > 200)
        if not self.codes:
            yield unreadable(
                self.text,
                "it names no code, and is not `all`",
                "Write codes or their beginnings, such as U003 Y, or all.",
                self.place,
                line,
            )
        for code, was_used in self.codes.items():
            if not was_used and selection.looks_for("" if code in _BLANKET else code):
                yield unused(code, self.text, self.place, line)


class Excuses:
    """What the rows of some tables excuse, by file and row.

    >>> from regiontargets.tables import column_of
    >>> table = Table("t.csv", {"noqa": column_of(["", "U001"])}, 2)
    >>> excuses = Excuses.of_table(table)
    >>> found = [Finding("U001", "m", place=Place("t.csv", row=row)) for row in (1, 2)]
    >>> excuses.applied(found, Selection()).suppressed
    1
    """

    __slots__ = ("_by_row",)

    def __init__(self, stated: Iterable[tuple[Place, str]] = ()) -> None:
        self._by_row: Mapping[_Where, _Excuse] = {
            (place.path, place.row): _Excuse(replace(place, field=COLUMN), words, _codes(words))
            for place, words in stated
        }

    @classmethod
    def of_table(cls, table: Table) -> Excuses:
        """The excuses in a table's own column."""
        name = next((each for each in table.columns if _is_column(each)), None)
        if name is None:
            return cls()
        column = table.columns[name]
        filled = [bool(value) for value in column.values]
        rows = (row for row, code in enumerate(column.codes) if filled[code])
        return cls((table.place(row), column.value(row)) for row in rows)

    @classmethod
    def of_dataset(cls, dataset: Dataset) -> Excuses:
        """The excuses that the records of a dataset carry from the tables they stood in."""
        return cls(
            (dataset.locate(record)[0], words)
            for record in dataset.records
            if record.extra
            and (words := next((v for k, v in record.extra.items() if _is_column(k)), ""))
        )

    def applied(self, findings: list[Finding], selection: Selection) -> Left:
        """The findings that no row excuses, with one for each excuse that was not needed."""
        if not self._by_row:
            return Left(findings, 0)
        left = [each for each in findings if not self._cover(each)]
        wrong = [one for each in self._by_row.values() for one in each.troubles(selection)]
        return Left(left + selection.applied(wrong), len(findings) - len(left))

    def _cover(self, finding: Finding) -> bool:
        place = finding.place
        excuse = None if place.row is None else self._by_row.get((place.path, place.row))
        return excuse is not None and excuse.covers(finding)


def _is_column(name: str) -> bool:
    return name.strip().lower() == COLUMN


def _codes(words: str) -> dict[str, bool]:
    """The codes that some words name; none if one of them is no code."""
    named = [each for each in _BETWEEN.split(words.upper()[:1000]) if each][:_MOST_CODES]
    known = all(each in _BLANKET or _CODE.fullmatch(each) for each in named)
    return dict.fromkeys(named, False) if known else {}
