"""The attribute block of a bracketed span: `{.class #id key=value key="a value"}`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

_TOKEN = re.compile(
    r"""
    \s*(?:
        \.(?P<cls>[^\s{}.\#="']+)
      | \#(?P<id>[^\s{}="']+)
      | (?P<key>[^\s{}.\#="'][^\s{}="']*)=
        (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)' | (?P<bare>[^\s{}"']*) )
    )(?=[\s}])
    """,
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"\s*\}")
_RESUME = re.compile(r"[}\[\n]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BARE = re.compile(r"[^\s{}\"'\\]+")
MAX_BLOCK = 10_000
"""A longer attribute block is not one."""


Placed: TypeAlias = tuple[str, tuple[int, int]]
"""A piece of a block with its range in the file."""


@dataclass(slots=True)
class Attributes:
    """What one block says, each part with its range in the file.

    Attributes:
        classes: each class with its range.
        id: the id, if there is one, with its range.
        values: each attribute's value with the range of the value.
        keys: the range of each attribute as a whole.
        repeated: attributes and ids that stand in it twice, with the range of the second.
        end: where the block ends.
    """

    classes: list[Placed] = field(default_factory=list[Placed])
    id: Placed | None = None
    values: dict[str, Placed] = field(default_factory=dict[str, Placed])
    keys: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    repeated: list[Placed] = field(default_factory=list[Placed])
    end: int = 0


class AttributeSyntaxError(Exception):
    """The block cannot be read; `start` and `end` tell where.

    `partial` is what could be read of it, up to the place where reading is to go on.
    """

    def __init__(self, reason: str, start: int, end: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.start = start
        self.end = end
        self.partial = Attributes(end=start)


def read_attributes(raw: str, start: int) -> Attributes:
    """The block whose opening brace stands at `start`.

    Raises:
        AttributeSyntaxError: it is not closed, or something in it is no class, id or attribute.

    >>> found = read_attributes('{.region #hb code=CN-HB}', 0)
    >>> found.classes[0][0], found.id[0], found.values["code"][0]
    ('region', 'hb', 'CN-HB')
    """
    block, position = Attributes(), start + 1
    limit = min(len(raw), start + MAX_BLOCK)
    while True:
        if end := _END.match(raw, position, limit):
            block.end = end.end()
            return block
        token = _TOKEN.match(raw, position, limit)
        if token is None:
            error = _unreadable(raw, start, position, limit)
            error.partial = block
            block.end = _resume(raw, position)
            raise error
        _add(block, token)
        position = token.end()


def _resume(raw: str, position: int) -> int:
    """Behind the brace that closes the block; where another bracket comes first, before that.

    A block that nobody closed must not swallow the annotation behind it.
    """
    end = _RESUME.search(raw, position)
    return position if end is None or end[0] != "}" else end.end()


def _add(block: Attributes, token: re.Match[str]) -> None:
    kind = token.lastgroup or ""
    if kind == "cls":
        block.classes.append((token["cls"], token.span("cls")))
    elif kind == "id":
        if block.id is not None:
            block.repeated.append((f"#{token['id']}", token.span("id")))
        block.id = block.id or (token["id"], token.span("id"))
    else:
        key, value = token["key"], token[kind]
        if kind in ("double", "single"):
            value = _ESCAPE.sub(r"\1", value)
        if key in block.values:
            block.repeated.append((key, (token.start("key"), token.end())))
            return
        block.values[key] = (value, token.span(kind))
        block.keys[key] = (token.start("key"), token.end())


def _unreadable(raw: str, start: int, position: int, limit: int) -> AttributeSyntaxError:
    while position < limit and raw[position].isspace() and raw[position] != "\n":
        position += 1
    line_end = raw.find("\n", position, limit)
    line_end = limit if line_end < 0 else line_end
    brace = raw.find("}", position, line_end)
    if brace < 0:
        return AttributeSyntaxError("the brace is never closed", start, line_end)
    word = re.compile(r"[^\s}]*").match(raw, position, brace)
    end = word.end() if word and word.end() > position else brace
    return AttributeSyntaxError(
        f"{raw[position:end]!r} is neither a .class, an #id nor a key=value", position, end
    )


def write_value(value: str) -> str:
    r"""A value as it stands after the equals sign, quoted only where it must be.

    >>> write_value("CN-HB"), write_value('a "b"')
    ('CN-HB', '"a \\"b\\""')
    """
    if _BARE.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
