"""The lines of a file, as the sentences of its documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from regiontargets.errors import LoadError
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from ..record_findings import RecordFindings
from .comments import pair_of
from .layout import Layout, columns_of, is_tag, layout_of, tag_in_misc

_RANGE = re.compile(r"([0-9]+)-([0-9]+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A token.

    Attributes:
        form: its characters.
        line: its line in the file, 1-based.
        column: its column in that line, 1-based.
        offset: where its characters begin in the file.
        tags: its tag in each layer.
        misc: what else is said of it.
    """

    form: str
    line: int
    column: int
    offset: int
    tags: tuple[str, ...]
    misc: str = "_"


@dataclass(slots=True)
class Sentence:
    """The tokens between two empty lines, and their text if a comment states it."""

    tokens: list[Token] = field(default_factory=list[Token])
    text: str | None = None


@dataclass(slots=True)
class Part:
    """The lines of one document.

    Attributes:
        start: where they begin in the file.
        end: where they end.
        line: the number of the first.
        pairs: the comments before its first token.
        sentences: its sentences.
        findings: what is wrong with its lines.
    """

    start: int
    line: int
    findings: RecordFindings
    end: int = 0
    pairs: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    sentences: list[Sentence] = field(default_factory=list[Sentence])

    @property
    def is_empty(self) -> bool:
        """Whether it has neither tokens nor a text."""
        return not self.sentences


def parts_of(file: InputFile) -> tuple[Layout, list[Part]]:
    """The documents of a file.

    Raises:
        LoadError: no line holds a token.
    """
    lines = file.text.split("\n")
    layout = layout_of([line.rstrip("\r") for line in lines])
    if layout is None:
        raise LoadError(f"{file.name} holds no tokens.")
    with paused_collector():
        parts = [part for part in _Lines(file, layout, lines).parts() if not part.is_empty]
    if parts and not layout.tags:
        parts[0].findings.error(
            "F081",
            "no column holds tags",
            suggestion="Name the columns in the first line: # global.columns = FORM NER",
        )
    return layout, parts


class _Lines:
    """Sorts lines into comments, tokens and the ends of sentences and documents."""

    def __init__(self, file: InputFile, layout: Layout, lines: list[str]) -> None:
        self._file, self._layout, self._lines = file, layout, lines
        self._part = self._new_part(0, 1)
        self._sentence = Sentence()
        self._passed_over = 0
        self._tag = "O"

    def parts(self) -> Iterator[Part]:
        """The documents, in order."""
        offset = 0
        for number, raw in enumerate(self._lines, start=1):
            line = raw.rstrip("\r")
            if self._begins_document(line):
                self._end_sentence()
                if not self._part.is_empty:
                    self._part.end = offset
                    yield self._part
                    self._part = self._new_part(offset, number)
            elif self._is_comment(line):
                self._comment(line)
            elif not line.strip():
                self._end_sentence()
            else:
                self._token(line, number, offset)
            offset += len(raw) + 1
        self._end_sentence()
        self._part.end = offset
        yield self._part

    def _new_part(self, offset: int, number: int) -> Part:
        return Part(offset, number, RecordFindings(self._file.name, number))

    def _begins_document(self, line: str) -> bool:
        return line.startswith(("-DOCSTART-", "# newdoc"))

    def _is_comment(self, line: str) -> bool:
        if not line.startswith("#"):
            return False
        cells = columns_of(line, self._layout.separator)
        tags = self._layout.tags[-1:]
        is_row = len(cells) == self._layout.width and any(is_tag(cells[at]) for at in tags)
        return not is_row or (line.startswith("# ") and pair_of(line) is not None)

    def _comment(self, line: str) -> None:
        pair = pair_of(line)
        if pair is None:
            return
        if pair[0] == "text":
            self._sentence.text = pair[1]
        elif self._part.is_empty and not self._sentence.tokens:
            self._part.pairs.append(pair)

    def _end_sentence(self) -> None:
        if self._sentence.tokens or self._sentence.text is not None:
            self._part.sentences.append(self._sentence)
        self._sentence = Sentence()
        self._passed_over = 0

    def _token(self, line: str, number: int, offset: int) -> None:
        layout = self._layout
        cells = columns_of(line, layout.separator)
        if len(cells) != layout.width:
            self._say_columns(line, number, len(cells))
            cells = self._mended(cells)
        if layout.form == 1 and self._is_no_token(cells[0]):
            return
        form = cells[layout.form]
        if not form.strip():
            return
        misc = cells[layout.misc] if layout.misc is not None else "_"
        tags = (tag_in_misc(misc),) if layout.in_misc else tuple(cells[at] for at in layout.tags)
        at = _column(line, cells, layout)
        self._sentence.tokens.append(Token(form, number, at + 1, offset + at, tags, misc))

    def _mended(self, cells: list[str]) -> list[str]:
        """The cells of a line with too many or too few, with its last tag where it belongs."""
        width, tags = self._layout.width, self._layout.tags
        last = cells[-1] if len(cells) > 1 and is_tag(cells[-1]) else "O"
        found = (cells + ["_"] * width)[:width]
        for at in tags:
            found[at] = last if at == tags[-1] else "O"
        return found

    def _is_no_token(self, number: str) -> bool:
        """Whether a line is an empty node, or a word of a token that was stated as a whole."""
        span = _RANGE.fullmatch(number)
        if span:
            self._passed_over = int(span[2]) if len(span[2]) < 10 else 0
            return False
        if "." in number:
            return True
        is_word = number.isascii() and number.isdigit() and len(number) < 10
        return is_word and int(number) <= self._passed_over

    def _say_columns(self, line: str, number: int, count: int) -> None:
        self._part.findings.at(number, 1)
        self._part.findings.error(
            "F080",
            f"the line has {count} columns, not {self._layout.width}",
            text=line,
            suggestion="Correct the line; its token is kept.",
        )


def _column(line: str, cells: list[str], layout: Layout) -> int:
    """Where the token begins in its line."""
    at = 0
    for cell in cells[: layout.form]:
        at = line.find(cell, at) + len(cell)
    return max(line.find(cells[layout.form], at), 0)
