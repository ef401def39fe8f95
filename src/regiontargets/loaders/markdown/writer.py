"""From an annotated document back to native Markdown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable

from regiontargets.documents import AnnotatedDocument, AttributeValue, Span

from . import foreign
from .attributes import write_value
from .comments import COMMENT_START
from .front_matter import write_front_matter
from .vocabulary import (
    ATTRIBUTES,
    CONTINUED_CLASS,
    FLAG_CLASSES,
    FOREIGN_CLASS,
    FRAGMENT_CLASS,
    LEAF_CLASSES,
    LINK_CLASS,
    RECORD_CLASSES,
    auto_id,
)

_BLANK_LINE = re.compile(r"\n[ \t]*(?=\r?\n)")
# A backslash at the end of a run comes to stand before a bracket of ours.
_LITERAL = re.compile(
    rf"\\(?=[\[\]\\{{]|{COMMENT_START}|\Z)|<(?={COMMENT_START[1:]})"
    r"|\[|\]|\{(?=[.#])|\n[ \t]*(?=\r?\n)"
)
_SAFE_ID = re.compile(r"[^\s{}.#=\"']+")


def write_document(document: AnnotatedDocument) -> str:
    """The document as native Markdown; reading it gives an equal document."""
    front = write_front_matter(document.metadata)
    if not front and document.text.startswith("---"):
        front = "---\n---\n"  # Else the text itself would be taken for one.
    return front + _Writer(document).body()


class _Piece:
    """One run of a span that can stand in one pair of brackets."""

    __slots__ = ("block", "end", "order", "start")

    def __init__(self, start: int, end: int, order: int, block: str) -> None:
        self.start = start
        self.end = end
        self.order = order
        self.block = block


class _Writer:
    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.text = document.text
        self.breaks = [match.start() for match in _BLANK_LINE.finditer(self.text)]
        self.out: list[str] = []
        # Brackets of the text itself that are open: their index in `out`; None: a span's bracket.
        self.open_literals: list[int | None] = []
        self.comments = deque(sorted(document.comments, key=lambda each: each.at))

    def body(self) -> str:
        pieces = sorted(self._pieces(), key=lambda piece: (piece.start, -piece.end, piece.order))
        position = 0
        open_pieces: list[_Piece] = []
        for piece in pieces:
            position = self._close_until(open_pieces, position, piece.start)
            position = self._copy(position, piece.start)
            self._open()
            if piece.end == piece.start:
                self._close(piece)
            else:
                open_pieces.append(piece)
        position = self._close_until(open_pieces, position, len(self.text))
        self._copy(position, len(self.text))
        self._escape_unmatched(0)
        return "".join(self.out) + "".join(self._links())

    def _close_until(self, open_pieces: list[_Piece], position: int, until: int) -> int:
        while open_pieces and open_pieces[-1].end <= until:
            piece = open_pieces.pop()
            position = self._copy(position, piece.end, through=False)
            self._close(piece)
        return position

    def _pieces(self) -> Iterable[_Piece]:
        """Every span cut where it would cross another one or a blank line."""
        ends: list[int] = []
        spans = sorted(
            enumerate(self.document.spans), key=lambda item: (item[1].start, -item[1].end, item[0])
        )
        for number, (order, span) in enumerate(spans, start=1):
            whole = len(span.fragments) == 1 and span.fragments[0]
            cuts = self._cuts(span, ends)
            own_id = span.id != auto_id(number) or len(span.fragments) > 1 or bool(cuts)
            block = _block(span, own_id)
            if whole and not cuts:
                yield _Piece(*whole, order, block)
                continue
            yield from self._runs(span, order, block, cuts)

    def _runs(self, span: Span, order: int, block: str, cuts: list[int]) -> Iterable[_Piece]:
        for index, (start, end) in enumerate(span.fragments):
            stops = [cut for cut in cuts if start < cut < end]
            for run, (left, right) in enumerate(zip([start, *stops], [*stops, end], strict=True)):
                if index or run:
                    name = CONTINUED_CLASS if run else FRAGMENT_CLASS
                    block = f"{{.{name} of=#{span.id}}}"
                yield _Piece(left, right, order, block)

    def _cuts(self, span: Span, ends: list[int]) -> list[int]:
        """Where it must be cut: at the end of any span that it starts inside of and outlasts."""
        while ends and ends[-1] <= span.start:
            ends.pop()
        cuts = {end for end in ends if span.start < end < span.end}
        cuts.update(self._breaks_within(span))
        ends.append(span.end)
        ends.sort(reverse=True)
        return sorted(cuts)

    def _breaks_within(self, span: Span) -> Iterable[int]:
        low, high = bisect_left(self.breaks, span.start), bisect_left(self.breaks, span.end)
        for at in self.breaks[low:high]:
            # Both sides of the blank line get brackets of their own; the break stays between them.
            yield at + 1

    def _copy(self, start: int, end: int, *, through: bool = True) -> int:
        """Copy the text between two places, with the comments in it and, if wanted, at its end."""
        position = start
        while self.comments and self.comments[0].at < end + through:
            comment = self.comments.popleft()
            position = self._copy_text(position, min(max(comment.at, position), end))
            self.out.append(comment.text)
        return self._copy_text(position, end)

    def _copy_text(self, start: int, end: int) -> int:
        position = start
        for match in _LITERAL.finditer(self.text, start, end):
            self.out.append(self.text[position : match.start()])
            position = match.end()
            self._literal(match[0], self.text[match.end() : match.end() + 1])
        self.out.append(self.text[position:end])
        return max(start, end)

    def _literal(self, char: str, following: str) -> None:
        """Brackets of the text stay as they are where they pair up and no brace follows."""
        if char == "[":
            self.open_literals.append(len(self.out))
            self.out.append("[")
        elif char == "]" and self.open_literals and self.open_literals[-1] is not None:
            index = self.open_literals.pop()
            if following == "{" and index is not None:
                self.out[index] = "\\["
            self.out.append("\\]" if following == "{" else "]")
        elif char[0] == "\n":
            self.out.append(char)
            self._escape_unmatched(0)
        else:
            self.out.append("\\" + char)

    def _open(self) -> None:
        self.open_literals.append(None)
        self.out.append("[")

    def _close(self, piece: _Piece) -> None:
        self._escape_unmatched(1)
        self.out.append(f"]{piece.block}")

    def _escape_unmatched(self, down_to_span: int) -> None:
        while self.open_literals:
            index = self.open_literals.pop()
            if index is None:
                if down_to_span:
                    return
                continue
            self.out[index] = "\\["

    def _links(self) -> Iterable[str]:
        for link in self.document.links:
            data = write_value(foreign.link_data(link))
            yield f"[]{{.{LINK_CLASS} #{link.id} label={_text(link.label)} data={data}}}"


def _block(span: Span, own_id: bool) -> str:
    parts = [f"#{span.id}"] if own_id else []
    if not _native(span):
        data = foreign.span_data(span)
        parts.append(f"label={_text(span.label)}")
        parts += [f"data={write_value(data)}"] if data else []
        return _braced([f".{FOREIGN_CLASS}", *parts])
    flags = [f".{name}" for name in span.attributes if name in FLAG_CLASSES]
    values = [
        f"{key}={_text(str(value))}"
        for key, value in span.attributes.items()
        if key not in FLAG_CLASSES
    ]
    return _braced([f".{span.label}", *flags, *parts, *values])


def _native(span: Span) -> bool:
    if span.label not in LEAF_CLASSES | RECORD_CLASSES:
        return False
    if span.start == span.end and span.label in LEAF_CLASSES:
        return False
    return all(_says(span.label, key, value) for key, value in span.attributes.items())


def _says(label: str, key: str, value: AttributeValue) -> bool:
    """Whether the native annotation has such an attribute on such a class."""
    if key in FLAG_CLASSES:
        return value is True and label in FLAG_CLASSES[key]
    return isinstance(value, str) and label in ATTRIBUTES.get(key, ())


def _text(value: str) -> str:
    return write_value(value) if value else '""'


def _braced(parts: list[str]) -> str:
    return "{" + " ".join(parts) + "}"
