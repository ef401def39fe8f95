"""Small pieces of HTML, with everything that comes from outside escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib import resources

from regiontargets.reports.cells import shown

_LINES = re.compile(r"([\n\t])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def escaped(text: str) -> str:
    r"""A text on one line: markup is inert, and control and bidi characters show their number.

    >>> escaped('<b title="x">\u202e')
    '&lt;b title=&quot;x&quot;&gt;\\u202e'
    """
    return escape(shown(text))


def running(text: str) -> str:
    r"""A text of several lines, for an element that keeps its white space.

    >>> running("5 < 6\n\x07")
    '5 &lt; 6\n\\x07'
    """
    pieces = _LINES.split(text.replace("\r\n", "\n"))
    return "".join(piece if piece in ("\n", "\t") else escaped(piece) for piece in pieces)


def shortened(text: str, longest: int = 160) -> str:
    """A text on one line, cut with an ellipsis where it is long.

    >>> shortened("one  two three", 8)
    'one two…'
    """
    text = " ".join(text[: 4 * longest].split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def lang(language: str | None) -> str:
    """A lang attribute, so that a screen reader speaks and a browser picks glyphs rightly.

    >>> lang("zh"), lang('"><script>')
    (' lang="zh"', '')
    """
    return f' lang="{language}"' if language and _LANGUAGE.fullmatch(language) else ""


def table(head: Sequence[str], rows: Iterable[str], caption: str = "") -> str:
    """A table of ready rows under a head of plain names."""
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    named = f"<caption>{caption}</caption>" if caption else ""
    return f"<table>{named}<thead><tr>{names}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def view(*parts: str) -> str:
    """An output for a notebook: one block with its style, without ids and scripts.

    Outputs have no ids, so that any number of them on a page cannot clash.
    """
    return f'<div class="rt-display"><style>{resource("display.css")}</style>{"".join(parts)}</div>'


@cache
def resource(name: str) -> str:
    """A file of this folder's `html`."""
    folder = resources.files(__name__.rpartition(".")[0]).joinpath("html")
    return folder.joinpath(name).read_text("utf-8").strip()


def counted(count: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "target"), counted(10000, "target")
    ('1 target', '10,000 targets')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
