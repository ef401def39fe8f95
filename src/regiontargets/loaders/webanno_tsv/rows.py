"""A WebAnno TSV file cut into its header, sentences and rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from regiontargets.documents import SourceMap
from regiontargets.findings import Excerpt, Finding, Place, Severity

from .schema import PREFIXES, Layer, layer_from

FORMAT = "#FORMAT="
TEXT = "#Text="
SENTENCE_ID = "#Sentence.id="
_VERSION = re.compile(r"#FORMAT=WebAnno TSV 3(\.[0-9]+)?\s*").fullmatch
_ROW = re.compile(r"([0-9]+-[0-9]+(?:\.[0-9]+)?)\t([0-9]{1,15})-([0-9]{1,15})(?:\t(.*))?").fullmatch


class Row(NamedTuple):
    """One token or sub-token, with its cells as they stand."""

    unit: str
    begin: int
    end: int
    text: str
    cells: list[str]
    start: int


@dataclass(slots=True)
class Sentence:
    """One sentence: its text lines, rows and comments, and where they stand in the file."""

    start: int
    texts: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    rows: list[Row] = field(default_factory=list[Row])
    identifier: str = ""
    comments: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])


class Table:
    """What the file holds, before anything in it is understood.

    Args:
        name: the file, as findings shall show it.
        raw: its text.

    Attributes:
        layers: as the header declares them.
        comments: the header's other lines, and where they stand.
        sentences: in order.
        findings: what could not be read.
    """

    def __init__(self, name: str, raw: str) -> None:
        self.layers: list[Layer] = []
        self.comments: list[tuple[int, str]] = []
        self.sentences: list[Sentence] = []
        self.findings: list[Finding] = []
        self._places = SourceMap(name, raw)
        self._last = (-1, -1, Place(), Excerpt(""))
        self._columns = 0
        self._open: Sentence | None = None
        self._read(raw)

    def finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        start: int,
        text: str = "",
        reason: str = "",
    ) -> Finding:
        """A finding about the text that stands at `start` in the file."""
        end = start + len(text)
        shown = text if len(text) <= 200 else text[:197] + "..."
        if self._last[:2] != (start, end):  # a long row may have many findings
            place = self._places.raw_place(start, end)
            self._last = (start, end, place, self._places.raw_excerpt(start, end))
        _, _, place, excerpt = self._last
        return Finding(code, message, severity, place, shown, reason, excerpt=excerpt)

    def _report(
        self, code: str, severity: Severity, message: str, start: int, text: str, reason: str = ""
    ) -> None:
        self.findings.append(self.finding(code, severity, message, start, text, reason))

    def _read(self, raw: str) -> None:
        first = raw.partition("\n")[0].rstrip("\r")
        if not _VERSION(first):
            reason = "it begins with #FORMAT=WebAnno TSV 3.3 or an earlier 3.x"
            self._report("F030", "warning", "the header names no version 3", 0, first, reason)
        position = 0
        for line in raw.split("\n"):
            self._line(line.removesuffix("\r"), position)
            position += len(line) + 1

    def _line(self, line: str, start: int) -> None:
        if found := _ROW(line):
            self._row(found, line, start)
        elif line.startswith("#"):
            self._comment(line, start)
        elif not line.strip():
            if self._open and (self._open.rows or self._open.texts):
                self._open = None
        else:
            reason = "a row begins with SENTENCE-TOKEN, a tab, BEGIN-END and a tab"
            self._report("F032", "error", "this line is no token", start, line, reason)

    def _comment(self, line: str, start: int) -> None:
        if not self.sentences and line[:6] in PREFIXES:
            self._layer(line, start)
        elif not self.sentences and line.startswith(FORMAT):
            return
        elif not self.sentences and not line.startswith((TEXT, SENTENCE_ID)):
            self.comments.append((start, line))
        else:
            sentence = self._sentence(start, after_rows=False)
            if line.startswith(TEXT):
                sentence.texts.append((start + len(TEXT), line[len(TEXT) :]))
            elif line.startswith(SENTENCE_ID):
                sentence.identifier = line[len(SENTENCE_ID) :]
            else:
                sentence.comments.append((start, line))

    def _layer(self, line: str, start: int) -> None:
        layer = layer_from(line, self._columns)
        if layer is None:
            self._report("F031", "error", "this line declares no layer", start, line)
        else:
            self.layers.append(layer)
            self._columns += len(layer.columns)

    def _sentence(self, start: int, *, after_rows: bool) -> Sentence:
        """The sentence that is open; a comment after rows opens another."""
        if self._open is None or (self._open.rows and not after_rows):
            self._open = Sentence(start)
            self.sentences.append(self._open)
        return self._open

    def _row(self, found: re.Match[str], line: str, start: int) -> None:
        unit, begin, end, rest = found.groups()
        text, *cells = (rest or "").split("\t")
        cells = self._fitted(cells, line, start)
        row = Row(unit, int(begin), int(end), text, cells, start)
        self._sentence(start, after_rows=True).rows.append(row)

    def _fitted(self, cells: list[str], line: str, start: int) -> list[str]:
        """A cell for each column. INCEpTION ends a row with a tab, others do not."""
        wanted = self._columns
        while len(cells) != wanted and cells and not cells[-1]:
            cells.pop()
        if len(cells) != wanted:
            message = f"this row has {len(cells)} columns, the header declares {wanted}"
            severity: Severity = "error" if len(cells) < wanted else "warning"
            self._report("F033", severity, message, start, line)
        return [*cells[:wanted], *["_"] * (wanted - len(cells))]
