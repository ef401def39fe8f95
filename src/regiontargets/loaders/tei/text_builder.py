"""The text of a TEI file, put together while it is parsed."""

from __future__ import annotations

import re
from collections.abc import Callable

_WORDS = re.compile(r"[^ \t\r\n]+")
"""White space in XML is these four; a no-break space is part of the text."""


class TextBuilder:
    r"""Collects characters, makes white space single, and knows where each came from.

    >>> builder = TextBuilder()
    >>> for chunk in ("GDP", "  \n grew"):
    ...     builder.characters(chunk, 0, preserve=False)
    >>> builder.break_line(); builder.characters("by 5%", 0, preserve=False)
    >>> builder.text
    'GDP grew\nby 5%'
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._waiting: list[Callable[[int], None]] = []
        self._between = ""
        self.length = 0
        self.runs: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """All of it, without white space at its end that nothing follows."""
        return "".join(self._pieces)

    def characters(self, data: str, offset: int, *, preserve: bool) -> None:
        """Add characters that stand at an offset of the file."""
        if preserve:
            self._add(data, offset)
            return
        at = 0
        for word in _WORDS.finditer(data):
            if word.start() > at or (at == 0 and word.start() > 0):
                self.space()
            self._add(word.group(), offset + word.start())
            at = word.end()
        if at < len(data):
            self.space()

    def space(self) -> None:
        """White space: a single space, if a word follows in the same line."""
        if not self._between and self.length:
            self._between = " "

    def break_line(self) -> None:
        """The next word begins a new line."""
        if self.length:
            self._between = "\n"

    def join(self) -> None:
        """The next word goes on where the last one ended."""
        self._between = ""

    def at_next_word(self, tell: Callable[[int], None]) -> None:
        """Be told where the next word begins."""
        self._waiting.append(tell)

    def settle(self) -> None:
        """Tell those who wait for a word that none follows."""
        for tell in self._waiting:
            tell(self.length)
        self._waiting = []

    def _add(self, data: str, offset: int) -> None:
        if not data:
            return
        if self._between:
            self._pieces.append(self._between)
            self.length += 1
            self._between = ""
        self.settle()
        if not self.runs or offset - self.length != self.runs[-1][1] - self.runs[-1][0]:
            self.runs.append((self.length, offset))
        self._pieces.append(data)
        self.length += len(data)
