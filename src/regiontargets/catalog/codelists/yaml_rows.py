"""Rows of YAML: a mapping from code to fields, or a list of mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regiontargets.findings import Finding

from .nested import Node, nested_rows
from .row import Table, repeated_key, unreadable

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
    if node is None:
        return unreadable(path, "it is empty")
    repeated: list[Finding] = []
    rows = nested_rows(path, _node(path, node, node.start_mark.line + 1, repeated), kind)
    return Table.joined([rows, Table(findings=tuple(repeated))])


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


def _node(path: str, node: yaml.Node, line: int, repeated: list[Finding]) -> Node:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return Node(line, _mapping(path, node, repeated))
    if isinstance(node, yaml.SequenceNode):
        items = (_node(path, each, each.start_mark.line + 1, repeated) for each in node.value)
        return Node(line, list(items))
    plain = getattr(node, "style", None) is None
    return Node(line, "" if plain and node.value in _EMPTY else str(node.value))


def _mapping(path: str, node: yaml.MappingNode, repeated: list[Finding]) -> dict[str, Node]:
    values: dict[str, Node] = {}
    for key, value in node.value:
        # What has a key begins with it: a mapping's own mark is that of its first field.
        name, line = str(key.value), key.start_mark.line + 1
        if name in values:
            repeated.append(repeated_key(path, line, name))
        else:
            values[name] = _node(path, value, line, repeated)
    return values
