"""Finds bracketed spans: one pass with a stack, no recursion; then the text without them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from .attributes import Attributes, AttributeSyntaxError, read_attributes
from .comments import COMMENT, COMMENT_START, WHOLE_LINES
from .vocabulary import MAX_DEPTH, RECORD_CLASSES

_MARK = re.compile(
    rf"\\[\[\]\\{{]|\\<(?={COMMENT_START[1:]})|{WHOLE_LINES}|{COMMENT}"
    r"|\[|\]\{?|\{(?=[.#][^\s{}.#=\"'])|\n[ \t]*(?=\r?\n)",
    re.MULTILINE,
)
_LINE_END = re.compile(r"\r?\n")


@dataclass(slots=True)
class Bracketed:
    """One span in the file.

    Attributes:
        opened: where its opening bracket stands.
        closed: where its text ends: at the closing bracket.
        attributes: its attribute block.
    """

    opened: int
    closed: int
    attributes: Attributes


@dataclass(slots=True)
class Trouble:
    """Something that is not well formed: a code, why, and where in the file."""

    code: str
    reason: str
    start: int
    end: int


@dataclass(slots=True)
class Scan:
    """What one pass over a file found.

    Attributes:
        spans: in the order of their opening brackets.
        troubles: in the order in which they were met.
        removed: the ranges that are annotation, not text.
        comments: those of them that are comments to whoever checks the file.
    """

    spans: list[Bracketed] = field(default_factory=list[Bracketed])
    troubles: list[Trouble] = field(default_factory=list[Trouble])
    removed: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    comments: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


def scan(raw: str, start: int = 0) -> Scan:
    """Every bracketed span behind `start`.

    A span stays within its paragraph, as in Pandoc; a bracket without attributes is text.

    >>> found = scan("[Hubei]{.region} grew [1]")
    >>> [(span.opened, span.closed) for span in found.spans], found.troubles
    ([(0, 6)], [])
    """
    scanner = _Scanner(raw)
    position = start
    while match := _MARK.search(raw, position):
        position = scanner.step(match)
    scanner.end_paragraph()
    scanner.found.spans.sort(key=lambda span: span.opened)
    return scanner.found


class _Scanner:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.found = Scan()
        self.open: list[int] = []
        self.paragraph = 0

    def step(self, match: re.Match[str]) -> int:
        """Deal with one mark; returns where to go on."""
        mark, at = match[0], match.start()
        if mark[0] == "\\":
            self.found.removed.add((at, at + 1))
        elif mark == "[":
            self.open.append(at)
        elif mark == "]":
            if self.open:
                self.open.pop()
        elif mark == "]{":
            return self._close(at)
        elif mark[0] in " \t<":
            self._comment(match)
        elif mark == "{":
            return self._attributes_without_bracket(at)
        else:
            self.end_paragraph()
        return match.end()

    def _comment(self, match: re.Match[str]) -> None:
        """Take a comment out of the text, with the end of its line where it fills that."""
        end = match.end()
        if match["lines"] is not None and (line_end := _LINE_END.match(self.raw, end)):
            end = line_end.end()
        self.found.comments.append((match.start(), end))
        self.found.removed.add((match.start(), end))

    def end_paragraph(self) -> None:
        """No bracket may be left open at a blank line."""
        records = [span for span in self.found.spans[self.paragraph :] if _is_record(span)]
        records.sort(key=lambda span: span.opened)
        following = iter(records)
        for opened in self.open:
            # In `[[Hubei]{.region} … [5%]{.target}` it is the amount that was not closed: a record
            # encloses the others, so it gets the outer bracket.
            record = next((each for each in following if each.opened > opened), None)
            left_open = opened if record is None else self._exchange(record, opened)
            reason = "it is not closed before its paragraph ends"
            self._trouble("F001", reason, left_open, left_open + 1)
        self.open.clear()
        self.paragraph = len(self.found.spans)

    def _exchange(self, record: Bracketed, opened: int) -> int:
        """Open a record at another bracket; returns the one it had."""
        inner, record.opened = record.opened, opened
        self.found.removed.discard((inner, inner + 1))
        self.found.removed.add((opened, opened + 1))
        return inner

    def _close(self, at: int) -> int:
        try:
            attributes = read_attributes(self.raw, at + 1)
        except AttributeSyntaxError as error:
            return self._malformed(at, error)
        if not self.open:
            reason = "there is no opening bracket before it in its paragraph"
            self._trouble("F002", reason, at, attributes.end)
            self.found.removed.add((at, attributes.end))
            return attributes.end
        self._keep(self.open.pop(), at, attributes)
        self.found.removed.add((at, attributes.end))
        return attributes.end

    def _attributes_without_bracket(self, at: int) -> int:
        """`[Hubei{.region}`: the closing bracket was forgotten, and this is where it belongs."""
        if not self.open:
            return at + 1
        try:
            attributes = read_attributes(self.raw, at)
        except AttributeSyntaxError:
            return at + 1
        opened = self.open.pop()
        self._trouble("F001", "it is not closed before its attributes", opened, opened + 1)
        self._keep(opened, at, attributes)
        self.found.removed.add((at, attributes.end))
        return attributes.end

    def _malformed(self, at: int, error: AttributeSyntaxError) -> int:
        """Keep what could be read, and the annotation out of the text."""
        self._trouble("F003", error.reason, error.start, error.end)
        if not self.open:
            return at + 1
        opened, end = self.open.pop(), error.partial.end
        self.found.removed.add((at, end))
        if error.partial.classes:
            self._keep(opened, at, error.partial)
        else:
            self.found.removed.add((opened, opened + 1))
        return end

    def _keep(self, opened: int, closed: int, attributes: Attributes) -> None:
        self.found.removed.add((opened, opened + 1))
        if len(self.open) >= MAX_DEPTH:
            reason = f"brackets are nested more than {MAX_DEPTH} deep"
            self._trouble("F001", reason, opened, opened + 1)
            return
        self.found.spans.append(Bracketed(opened, closed, attributes))

    def _trouble(self, code: str, reason: str, start: int, end: int) -> None:
        self.found.troubles.append(Trouble(code, reason, start, end))


def _is_record(span: Bracketed) -> bool:
    return any(name in RECORD_CLASSES for name, _ in span.attributes.classes)


class Stripped:
    """The text of a file without what was removed, and the way from the one to the other.

    >>> stripped = Stripped("[Hubei]{.region}!", 0, [(0, 1), (6, 16)])
    >>> stripped.text, stripped.offset(1), stripped.offset(16)
    ('Hubei!', 0, 5)
    """

    def __init__(self, raw: str, start: int, removed: Collection[tuple[int, int]]) -> None:
        self.runs: list[tuple[int, int]] = []
        pieces: list[str] = []
        length, position = 0, start
        for gap_start, gap_end in [*sorted(removed), (len(raw), len(raw))]:
            if gap_start > position:
                self.runs.append((length, position))
                pieces.append(raw[position:gap_start])
                length += gap_start - position
            position = max(position, gap_end)
        if not self.runs:
            self.runs.append((0, start))
        self.text = "".join(pieces)
        self._raw_starts = [raw_start for _, raw_start in self.runs]

    def offset(self, raw_offset: int) -> int:
        """The offset in the text that a place in the file has, or would have, if removed."""
        index = bisect_right(self._raw_starts, raw_offset) - 1
        if index < 0:
            return 0
        text_start, raw_start = self.runs[index]
        next_start = self.runs[index + 1][0] if index + 1 < len(self.runs) else len(self.text)
        return min(text_start + raw_offset - raw_start, next_start)
