"""What stands between tokens: as the file says, or by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

CJK = "⺀-〿぀-ヿ㄀-㄰㆐-ㇿ㈀-鿿豈-﫿︰-﹏＀-￯\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
"""Chinese and Japanese characters and their punctuation, beside which no space is put."""

_CJK = re.compile(f"[{CJK}]")
_CLOSING = frozenset([",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "’", "”", "’s", "'s"])
_OPENING = frozenset(["(", "[", "{", "“", "‘", "$", "€", "£", "¥"])
_SPACES = re.compile(r"(?:^|\|)Spaces(After|Before)=([^|]*)")
_NO_SPACE = re.compile(r"(?:^|\|)SpaceAfter=No(?:\||$)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
_LETTERS = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
_ESCAPES = {value: f"\\{key}" for key, value in _LETTERS.items()}


def is_by_character(tokens: Sequence[str]) -> bool:
    """Whether tokens are the single characters of a text with Chinese in it."""
    return all(len(token) == 1 for token in tokens) and any(map(_CJK.match, tokens))


def between(before: str, after: str) -> str:
    """What stands between two tokens by rule.

    >>> between("GDP", "grew"), between("增长", "6"), between("5", "%")
    (' ', '', '')
    """
    beside = _CJK.match(before[-1:]) or _CJK.match(after[:1])
    return "" if beside or after in _CLOSING or before in _OPENING else " "


def stated_after(misc: str) -> str | None:
    r"""What a token's miscellaneous say stands after it; None if nothing.

    >>> stated_after("SpaceAfter=No"), stated_after(r"SpacesAfter=\s\n"), stated_after("_")
    ('', ' \n', None)
    """
    for which, spaces in _SPACES.findall(misc):
        if which == "After":
            return unescaped(spaces)
    return "" if _NO_SPACE.search(misc) else None


def stated_before(misc: str) -> str:
    """What a token's miscellaneous say stands before it, at the beginning of a text."""
    for which, spaces in _SPACES.findall(misc):
        if which == "Before":
            return unescaped(spaces)
    return ""


def misc_from(before: str, after: str, usual: str) -> str:
    r"""The miscellaneous that say this; an underscore for what is usual.

    >>> misc_from("", "", " "), misc_from("", "\n", " "), misc_from("", " ", " ")
    ('SpaceAfter=No', 'SpacesAfter=\\n', '_')
    """
    parts: list[str] = []
    if after == "" and usual != "":
        parts.append("SpaceAfter=No")
    elif after != usual:
        parts.append(f"SpacesAfter={escaped(after)}")
    if before:
        parts.append(f"SpacesBefore={escaped(before)}")
    return "|".join(parts) or "_"


def escaped(spaces: str) -> str:
    """White space as UDPipe writes it; what it has no letter for by its number."""
    return "".join(_ESCAPES.get(char, f"\\u{ord(char):04x}") for char in spaces)


def unescaped(spaces: str) -> str:
    """White space as UDPipe writes it, as it is."""

    def one(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else _LETTERS.get(match[2], match[2])

    return _ESCAPE.sub(one, spaces)
