"""Rows of YAML: a mapping from code to fields, or a list of mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .nested import Node, nested_rows
from .row import Table, unreadable

if TYPE_CHECKING:
    import yaml

_DEEPEST = 8
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


def read_yaml(path: str, text: str, kind: str) -> Table:
    r"""The rows of a YAML text. Every value is text: `NO` is Norway's code, not a no.

    >>> table = read_yaml("own.yaml", "NO:\n  name: Norway\n", "regions")
    >>> table.rows[0].text("code"), table.rows[0].place("name").line
    ('NO', 2)
    """
    import yaml  # 15 ms, wanted for codelists in YAML only.

    try:
        if reason := _hostile(text):
            return unreadable(path, reason)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, None)
        return unreadable(path, str(error.problem or error.context), line, column)
    except yaml.YAMLError as error:
        return unreadable(path, str(error).partition("\n")[0])
    return unreadable(path, "it is empty") if node is None else nested_rows(path, _node(node), kind)


def _hostile(text: str) -> str:
    """Why the text must not be composed, which recurses and resolves aliases; else empty."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            return "YAML aliases are not read"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            return "it is nested too deeply"
    return ""


def _node(node: yaml.Node, key: yaml.Node | None = None) -> Node:
    import yaml

    # What has a key begins with it: a mapping's own mark is that of its first field.
    line = (key or node).start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Node(line, {str(name.value): _node(each, name) for name, each in node.value})
    if isinstance(node, yaml.SequenceNode):
        return Node(line, [_node(each) for each in node.value])
    plain = getattr(node, "style", None) is None
    return Node(line, "" if plain and node.value in _EMPTY else str(node.value))
