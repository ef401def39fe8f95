r"""How WebAnno TSV writes characters that mean something to it.

In the text of a sentence (`#Text=`) only control characters and the backslash are escaped;
in the values of annotations also what separates them. Files of version 3.0 and 3.1 escape
text as Java does (`\u00fc`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMED = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b", "\\": "\\"}
_HEX = "[0-9a-fA-F]"
_TEXT_ESCAPE = re.compile(
    rf"\\u+(d[89ab]{_HEX}{{2}})\\u+(d[c-f]{_HEX}{{2}})|\\u+({_HEX}{{4}})|\\(.)",
    re.DOTALL | re.IGNORECASE,
)
_VALUE_ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_VALUE_SPECIAL = re.compile(r"->|[\\\[\]|_;\t\n*]")
_VALUE_WRITTEN = {"\t": "\\t", "\n": "\\n"}
_UNIT = re.compile(r"\\.|[^\\]|\\", re.DOTALL)
# INCEpTION puts a backslash before each of these, or before the letter that names it.
_TEXT_SPECIAL = re.compile(r"[\x00-\x1f\\]")
_TEXT_WRITTEN = {char: f"\\{name}" for name, char in _NAMED.items()}


def unescape_text(line: str) -> str:
    r"""The text that a `#Text=` line states.

    >>> unescape_text("a\\tb \\\\ f\\u00fcr \\x")
    'a\tb \\ für \\x'
    """
    return "".join(piece for piece, _ in text_pieces(line)) if "\\" in line else line


def text_pieces(line: str) -> Iterator[tuple[str, int]]:
    """The pieces of text in a line, each with where it stands in it.

    Each escape ends a piece: after it, text and line no longer advance together.
    """
    position = 0
    for found in _TEXT_ESCAPE.finditer(line):
        if found.start() > position:
            yield line[position : found.start()], position
        yield _escaped(found), found.start()
        position = found.end()
    yield line[position:], position


def _escaped(found: re.Match[str]) -> str:
    high, low, unit, char = found.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if unit:
        half = 0xD800 <= int(unit, 16) < 0xE000  # of a pair that is not there
        return "\ufffd" if half else chr(int(unit, 16))
    return _NAMED.get(char, char if char < " " else found[0])


def escape_text(line: str) -> str:
    r"""A line of text as `#Text=` states it.

    >>> escape_text("a\tb\r \\")
    'a\\tb\\r \\\\'
    """
    return _TEXT_SPECIAL.sub(lambda found: _TEXT_WRITTEN.get(found[0], "\\" + found[0]), line)


def unescape_value(value: str) -> str:
    r"""The value that stands in a column.

    >>> unescape_value("a\\|b \\-> c\\_d")
    'a|b -> c_d'
    """
    if "\\" not in value:
        return value
    return _VALUE_ESCAPE.sub(_value_escaped, value)


def _value_escaped(found: re.Match[str]) -> str:
    return {"t": "\t", "n": "\n"}.get(found[1], found[1])


def escape_value(value: str) -> str:
    r"""A value as it stands in a column.

    >>> escape_value("a|b -> c_d")
    'a\\|b \\-> c\\_d'
    """
    return _VALUE_SPECIAL.sub(lambda found: _VALUE_WRITTEN.get(found[0], "\\" + found[0]), value)


def split_cell(cell: str, separator: str) -> list[str]:
    r"""The stacked values of a cell, escapes left as they are.

    >>> split_cell("PER[1]|a\\|b[2]", "|")
    ['PER[1]', 'a\\|b[2]']
    """
    if "\\" not in cell:
        return cell.split(separator)
    parts = [[""]]
    for found in _UNIT.finditer(cell):
        if found[0] == separator:
            parts.append([])
        else:
            parts[-1].append(found[0])
    return ["".join(part) for part in parts]


def number_of(value: str) -> tuple[str, str | None]:
    """A value without the number in brackets that tells annotations apart, and the number.

    >>> number_of("PER[12]"), number_of("PER")
    (('PER', '12'), ('PER', None))
    """
    if not value.endswith("]"):
        return value, None
    start = value.rfind("[")
    escapes = start - len(value[:start].rstrip("\\"))
    inner = value[start + 1 : -1]
    if start < 0 or escapes % 2 or not inner:
        return value, None
    return value[:start], inner
