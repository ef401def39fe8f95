"""The few colours of a report on a terminal."""

from __future__ import annotations

from typing import Literal, TypeAlias

Ink: TypeAlias = Literal["error", "warning", "note", "gutter", "strong", "plain"]
"""What a piece of a report is coloured as."""

_CODES: dict[Ink, str] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "gutter": "1;34",
    "strong": "1",
    "plain": "",
}


def paint(text: str, ink: Ink, *, colour: bool) -> str:
    r"""The text in a colour, by ANSI escapes, if colours are wanted.

    >>> paint("error", "error", colour=True)
    '\x1b[1;31merror\x1b[0m'
    """
    code = _CODES[ink]
    return f"\x1b[{code}m{text}\x1b[0m" if colour and code and text else text
