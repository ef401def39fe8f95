"""Characters as a terminal shows them: how wide they are, and which must not reach it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TAB = "    "
_JOINERS = "\u200c\u200d"
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NAMED = {"\n": "\\n", "\r": "\\r"}


@lru_cache(maxsize=4096)
def cell(char: str) -> tuple[str, int]:
    r"""What is shown for one character, and how many cells of a line that takes.

    East Asian wide characters take two cells and combining marks none. Control characters,
    those that turn the direction of writing and others that nobody sees are shown by their
    number, so that no text can steer a terminal or hide from its reader.

    >>> cell("元"), cell("\u0301")[1], cell("\x1b"), cell("\u202e")
    (('元', 2), 0, ('\\x1b', 4), ('\\u202e', 6))
    """
    if " " <= char <= "~":
        return char, 1
    if char == "\t":
        return _TAB, len(_TAB)
    category = unicodedata.category(char)
    if category in _HIDDEN and char not in _JOINERS:
        shown = _NAMED.get(char) or char.encode("unicode_escape").decode("ascii")
        return shown, len(shown)
    if category in ("Mn", "Me") or char in _JOINERS:
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def shown(text: str) -> str:
    r"""A text that is safe to print on one line.

    >>> print(shown("5\x1b[31m%\n元"))
    5\x1b[31m%\n元
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell(char)[0] for char in text)


def width(text: str) -> int:
    """How many cells a text takes as it is shown.

    >>> width("5亿元")
    5
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell(char)[1] for char in text)
