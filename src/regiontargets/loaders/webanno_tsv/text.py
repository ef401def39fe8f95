"""The text of a WebAnno TSV file, and where its tokens stand in it.

The file holds the text of each sentence, not what stands between two. As in INCEpTION, the
offsets of the tokens say how much that is: a line end, then blanks.
"""

from __future__ import annotations

from typing import NamedTuple

from regiontargets.documents import Utf16Offsets
from regiontargets.findings import Finding, Severity

from .escapes import text_pieces, unescape_text
from .rows import Row, Sentence, Table

_LONGEST_GAP = 100_000
"""How many characters may lie between two tokens: an absurd offset must not fill the memory."""


class Unit(NamedTuple):
    """A token or sub-token: its range in the text, its token's number and that one's range."""

    start: int
    end: int
    token: int
    token_start: int
    token_end: int


class Text:
    """The text of a file.

    Args:
        table: the file.
        utf16: whether its offsets count UTF-16 units; else code points.

    Attributes:
        text: the whole text.
        runs: (offset in the text, offset in the file), for a source map.
        units: for each sentence its rows' units; None for a row that has no place.
        bounds: for each sentence its range in the text.
        drifted: how many tokens are not what stands at their offsets.
        findings: what had to be mended.
    """

    def __init__(self, table: Table, *, utf16: bool) -> None:
        self.runs = [(0, 0)]
        self.units: list[list[Unit | None]] = []
        self.bounds: list[tuple[int, int]] = []
        self.drifted = 0
        self.findings: list[Finding] = []
        self._table = table
        self._utf16 = utf16
        self._pieces: list[str] = []
        self._length = 0
        self._counted = 0
        self._tokens = 0
        for sentence in table.sentences:
            self._sentence(sentence)
        self.text = "".join(self._pieces)

    def _sentence(self, sentence: Sentence) -> None:
        stated = "\n".join(unescape_text(line) for _, line in sentence.texts)
        if sentence.rows and not sentence.texts:
            stated = self._rebuilt(sentence)
        base = self._base(sentence, stated)
        self._add(self._gap(sentence, base))
        start = self._length
        self._map(sentence)
        self._add(stated)
        self._counted += self._measure(stated)
        self.bounds.append((start, self._length))
        self.units.append(self._units(sentence, stated, base or 0, start))

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _measure(self, text: str) -> int:
        return Utf16Offsets(text).length if self._utf16 else len(text)

    def _rebuilt(self, sentence: Sentence) -> str:
        """A sentence's text from its tokens, with blanks where they leave room."""
        message = "this sentence has no #Text= line"
        reason = "its text is rebuilt from its tokens, with blanks between them"
        self._report("F036", message, sentence.rows[0], reason)
        pieces: list[str] = []
        reached = sentence.rows[0].begin
        for row in sentence.rows:
            if "." not in row.unit and 0 <= row.begin - reached <= _LONGEST_GAP:
                pieces += " " * (row.begin - reached), row.text
                reached = row.begin + self._measure(row.text)
        return "".join(pieces)

    def _base(self, sentence: Sentence, stated: str) -> int | None:
        """The offset at which the sentence begins, as its first token has it."""
        if not sentence.rows:
            return None
        first = sentence.rows[0]
        before = stated[: max(0, stated.find(first.text))]
        if not before or not before.isspace():
            return first.begin
        message = "the sentence begins before its first token"
        self._report("F044", message, first, "only blanks stand before the token")
        return first.begin - self._measure(before)

    def _gap(self, sentence: Sentence, base: int | None) -> str:
        """What stands between the sentence before and this one; it is counted."""
        first = not self._pieces
        gap = 1 if base is None else base - self._counted
        if not 0 <= gap <= _LONGEST_GAP:
            message = "the sentence cannot stand where its tokens say"
            reason = f"the text before it ends at {self._counted}; it is put after that"
            self._report("F037", message, sentence.rows[0], reason)
            gap = 1
        if first and (base is None or base != gap):
            gap = 0
        self._counted += gap
        return " " * gap if first or not gap else "\n" + " " * (gap - 1)

    def _map(self, sentence: Sentence) -> None:
        position = self._length
        for start, line in sentence.texts:
            for piece, at in text_pieces(line):
                self.runs.append((position, start + at))
                position += len(piece)
            position += 1

    def _units(self, sentence: Sentence, stated: str, base: int, start: int) -> list[Unit | None]:
        offsets = Utf16Offsets(stated) if self._utf16 and not stated.isascii() else None
        token_start, token_end, within = start, start, False
        found: list[Unit | None] = []
        drifted: list[Row] = []
        for row in sentence.rows:
            begin, end = row.begin - base, row.end - base
            if not 0 <= begin <= end <= (offsets.length if offsets else len(stated)):
                message = f"{row.unit} stands outside of its sentence"
                self._report("F034", message, row, "what is annotated on it is lost")
                found.append(None)
                continue
            if offsets:
                begin, end = offsets.to_code_points(begin), offsets.to_code_points(end)
            if not _same(stated[begin:end], row.text):
                drifted.append(row)
            if "." not in row.unit or not within:
                self._tokens += 1
                token_start, token_end, within = start + begin, start + end, True
            found.append(Unit(start + begin, start + end, self._tokens, token_start, token_end))
        self._drift(drifted, stated, base)
        return found

    def _drift(self, drifted: list[Row], stated: str, base: int) -> None:
        if drifted:
            self.drifted += len(drifted)
            row = drifted[0]
            others = f" (and {len(drifted) - 1} more)" if len(drifted) > 1 else ""
            there = stated[max(0, row.begin - base) : max(0, row.end - base)][:60]
            message = f"{row.unit} is not what stands at its offsets{others}"
            reason = f"{there!r} stands there; the offsets are kept"
            self._report("F035", message, row, reason)

    def _report(self, code: str, message: str, row: Row, reason: str) -> None:
        lost = code in ("F034", "F037")
        shown = f"{row.unit}\t{row.begin}-{row.end}\t{row.text}"
        severity: Severity = "error" if lost else "warning"
        self.findings.append(self._table.finding(code, severity, message, row.start, shown, reason))


def _same(there: str, token: str) -> bool:
    return there == token or unescape_text(token) == there or token.split() == there.split()


def text_of(table: Table) -> Text:
    """The text of a file, read with the count under which more tokens stand at their offsets."""
    text = Text(table, utf16=True)
    if not text.drifted or text.text.isascii():
        return text
    other = Text(table, utf16=False)
    if other.drifted >= text.drifted:
        return text
    message = "the offsets count code points"
    reason = (
        "this format counts UTF-16 units; so read, more tokens are what stands at their offsets"
    )
    other.findings.insert(0, table.finding("F038", "warning", message, 0, "", reason))
    return other
