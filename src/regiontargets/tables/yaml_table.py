"""YAML: a list of flat mappings. Every scalar stays as it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place

from .encoding import encoding_of
from .table import Table, from_mappings

if TYPE_CHECKING:
    from yaml.nodes import Node

_NULLS = ("", "~", "null", "Null", "NULL")
_DEEPEST = 50


def read_yaml(stream: Callable[[], BinaryIO], name: str, *, encoding: str | None = None) -> Table:
    """Read a list of mappings, or a mapping whose one list holds them.

    Raises:
        LoadError: it is no YAML, holds no such list, or uses aliases, which can be made to grow
            without bounds.
    """
    with stream() as opened:
        text = opened.read().decode(encoding_of(stream, name, encoding))
    findings: list[Finding] = []
    lines: list[int] = []
    records: list[dict[str, str]] = []
    for node in _items(_root(text, name), name):
        line = node.start_mark.line + 1
        pairs = _pairs(node)
        if pairs is None:
            message = "a record that cannot be read was left out"
            place = Place(name, line=line)
            findings.append(Finding("F145", message, place=place, reason="it is no mapping"))
            continue
        records.append({" ".join(_text(key).split()): _text(value) for key, value in pairs})
        lines.append(line)
    return from_mappings(name, records, lines, findings=findings)


def _root(text: str, name: str) -> Node:
    import yaml  # deferred: costs time that only a YAML file needs

    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise LoadError(f"{name} uses YAML aliases.", suggestion="Write values out.")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise LoadError(f"{name} is nested more than {_DEEPEST} levels deep.")
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" on line {mark.line + 1}" if mark is not None else ""
        reason = getattr(error, "problem", None) or "it cannot be parsed"
        raise LoadError(f"{name} is no YAML: {reason}{where}.") from None
    if root is None:
        raise LoadError(f"{name} holds no table: it is empty.")
    return root


def _items(root: Node, name: str) -> list[Node]:
    from yaml.nodes import SequenceNode

    pairs = _pairs(root)
    lists = [value for _, value in pairs or () if isinstance(value, SequenceNode)]
    if len(lists) == 1:
        root = lists[0]
    if not isinstance(root, SequenceNode) or not root.value:
        raise LoadError(f"{name} holds no table: it is no YAML list of mappings.")
    return list(root.value)


def _pairs(node: Node) -> list[tuple[Node, Node]] | None:
    """The keys and values of a mapping; None for anything else."""
    from yaml.nodes import MappingNode

    return list(node.value) if isinstance(node, MappingNode) else None


def _text(node: Node) -> str:
    from yaml.nodes import ScalarNode

    if isinstance(node, ScalarNode):
        plain = not node.style and node.value in _NULLS
        return "" if plain else str(node.value).strip()
    pairs = _pairs(node)
    if pairs is None:
        return "; ".join(_text(each) for each in node.value)
    return "; ".join(f"{_text(key)}: {_text(value)}" for key, value in pairs)
