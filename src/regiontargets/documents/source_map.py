"""From offsets in a document's text back to lines and columns of its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from regiontargets.findings import Excerpt, Place

_WINDOW = 60
"""Characters an excerpt keeps on either side of what it points at."""


class SourceMap:
    r"""Where each piece of a document's text stands in the file it was read from.

    A loader that takes text out of a file with markup in it (the native Markdown) states
    which runs of the text came from where; one whose text is a whole file needs no runs.

    Args:
        path: the file, as findings shall name it.
        raw: the file's text, unaltered.
        runs: (offset in the document's text, offset in `raw`), ascending in both. Between two
            entries both advance together.

    >>> smap = SourceMap("a.md", "one\n[two]{.metric}", [(0, 0), (4, 5)])
    >>> str(smap.place(4, 7))
    'a.md:2:2'
    """

    __slots__ = ("_line_starts", "_raw_starts", "_text_starts", "attribute_ranges", "path", "raw")

    def __init__(
        self, path: str | None, raw: str, runs: Sequence[tuple[int, int]] = ((0, 0),)
    ) -> None:
        self.path = path
        self.raw = raw
        self._text_starts = [text for text, _ in runs]
        self._raw_starts = [start for _, start in runs]
        self._line_starts: list[int] | None = None
        # Where the value of a span's attribute stands in the file, by (span id, attribute).
        self.attribute_ranges: dict[tuple[str, str], tuple[int, int]] = {}

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the file that a range of the text came from."""
        first = bisect_right(self._text_starts, start) - 1
        raw_start = start - self._text_starts[first] + self._raw_starts[first]
        if end <= start:
            return raw_start, raw_start
        last = bisect_right(self._text_starts, end - 1) - 1
        return raw_start, end - self._text_starts[last] + self._raw_starts[last]

    def place(self, start: int, end: int) -> Place:
        """The place of a range of the document's text."""
        return self.raw_place(*self.raw_range(start, end))

    def excerpt(self, start: int, end: int) -> Excerpt:
        """The line around a range of the document's text, cut to a window when long."""
        return self.raw_excerpt(*self.raw_range(start, end))

    def raw_place(self, start: int, end: int) -> Place:
        """The place of a range of the file itself."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end))
        return Place(self.path, line, column, end_line, end_column)

    def raw_excerpt(self, start: int, end: int) -> Excerpt:
        """The line around a range of the file itself, cut to a window when long."""
        line, column = self._position(start)
        line_start, line_end = start - column + 1, self._line_end(line)
        if line_end > line_start and self.raw[line_end - 1] == "\r":
            line_end -= 1
        left = max(line_start, start - _WINDOW)
        right = min(line_end, max(start, min(end, start + 2 * _WINDOW)) + _WINDOW)
        return Excerpt(
            self.raw[left:right], left - line_start + 1, left > line_start, right < line_end
        )

    def _line_end(self, line: int) -> int:
        starts = self._line_starts or []
        return starts[line] - 1 if line < len(starts) else len(self.raw)

    def _position(self, offset: int) -> tuple[int, int]:
        if self._line_starts is None:
            self._line_starts = line_starts(self.raw)
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def line_starts(text: str) -> list[int]:
    r"""The offset at which each line begins; a line ends with its newline.

    >>> line_starts("a\nbc\n")
    [0, 2, 5]
    """
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
