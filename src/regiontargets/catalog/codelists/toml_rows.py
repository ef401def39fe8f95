"""Rows of TOML: a table a code, or an array of tables."""

from __future__ import annotations

import re
import tomllib
from typing import cast

from .nested import Node, nested_rows
from .row import Table, unreadable

_AT = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(["']?)([^"'=#\s\[\]]+)\1\s*=""")


def read_toml(path: str, text: str, kind: str) -> Table:
    r"""The rows of a TOML text.

    >>> table = read_toml("own.toml", '[well_being]\nunit = "percent"\n', "metrics")
    >>> table.rows[0].text("code"), table.rows[0].place("unit").line
    ('well_being', 2)
    """
    try:
        content = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (text.count("\n") + 1, None)
        return unreadable(path, _AT.sub("", str(error)).strip(), line, column)
    except RecursionError:
        return unreadable(path, "it is nested too deeply")
    return nested_rows(path, _node(content, _Lines(text), ()), kind)


class _Lines:
    """The lines of headers and keys, which tomllib does not tell."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[str, int, str], int] = {}
        table, times = "", {"": 0}
        for number, line in enumerate(text.splitlines(), 1):
            if header := _HEADER.match(line):
                table = header[1].replace('"', "").replace("'", "")
                times[table] = times.get(table, -1) + 1
                self._lines.setdefault((table, times[table], ""), number)
            elif key := _KEY.match(line):
                self._lines.setdefault((table, times[table], key[2]), number)

    def of(self, keys: tuple[str | int, ...]) -> int:
        """The line of a table, or of a key in it; 1 where that is not known."""
        names = [each for each in keys if isinstance(each, str)]
        index = next((each for each in keys if isinstance(each, int)), 0)
        whole = self._lines.get((".".join(names), index, ""))
        last = names.pop() if names else ""
        return whole or self._lines.get((".".join(names), index, last), 1)


def _node(value: object, lines: _Lines, keys: tuple[str | int, ...]) -> Node:
    line = lines.of(keys)
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        return Node(line, {name: _node(each, lines, (*keys, name)) for name, each in table.items()})
    if isinstance(value, list):
        array = cast("list[object]", value)
        return Node(line, [_node(each, lines, (*keys, at)) for at, each in enumerate(array)])
    return Node(line, str(value).lower() if isinstance(value, bool) else str(value))
