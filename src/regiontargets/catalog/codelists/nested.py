"""What YAML and TOML have in common: rows from mappings and lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regiontargets.findings import Finding, Place

from .row import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its line.

    Attributes:
        line: where it begins.
        value: text, a list, or a mapping.
    """

    line: int
    value: str | list[Node] | dict[str, Node]


def nested_rows(path: str, node: Node, kind: str) -> Table:
    """The rows of a file.

    Args:
        path: the file, as findings shall show it.
        node: its whole content: a list of mappings; or a mapping from code to fields, which may
            stand under a key named after what it lists. Text beside them, such as `theme`, holds
            for every row that does not state its own.
        kind: what is listed: `metrics`, `regions` or `units`.
    """
    rows: list[Row] = []
    findings: list[Finding] = []
    for each in _records(path, node, kind):
        if isinstance(each, Finding):
            findings.append(each)
        else:
            rows.append(each)
    return Table(tuple(rows), tuple(findings))


def _records(path: str, node: Node, kind: str) -> Iterator[Row | Finding]:
    if isinstance(node.value, dict) and kind in node.value:
        node = node.value[kind]
    if isinstance(node.value, str):
        yield _no_row(path, node)
        return
    if isinstance(node.value, list):
        for each in node.value:
            yield _row(path, each) if isinstance(each.value, dict) else _no_row(path, each)
        return
    common = {name: each for name, each in node.value.items() if isinstance(each.value, str)}
    theme = {"theme": common.pop("theme")} if "theme" in common else {}
    for code, each in node.value.items():
        if isinstance(each.value, dict):
            yield _row(path, Node(each.line, {**theme, **each.value}), code)
        elif isinstance(each.value, list):
            yield _no_row(path, each)


def _row(path: str, node: Node, code: str | None = None) -> Row:
    cells: dict[str, Cell] = {} if code is None else {"code": code}
    lines: dict[str, int] = {}
    for name, value, line in _cells(node):
        cells[name], lines[name] = value, line
    return Row(path, node.line, cells, lines)


def _cells(node: Node, prefix: str = "") -> Iterator[tuple[str, Cell, int]]:
    """Fields with their text; those of a mapping within as `names.zh`."""
    assert isinstance(node.value, dict)
    for name, each in node.value.items():
        if isinstance(each.value, dict):
            yield from _cells(each, f"{prefix}{name}.")
        elif isinstance(each.value, list):
            yield f"{prefix}{name}", tuple(_flat(each)), each.line
        else:
            yield f"{prefix}{name}", each.value, each.line


def _flat(node: Node) -> Iterator[str]:
    if isinstance(node.value, str):
        yield node.value
    else:
        within = node.value.values() if isinstance(node.value, dict) else node.value
        for each in within:
            yield from _flat(each)


def _no_row(path: str, node: Node) -> Finding:
    return Finding(
        "F102",
        "this is no row of fields",
        place=Place(path=path, line=node.line),
        suggestion="Write a mapping from field to value, with a code.",
    )
