"""What a pattern over categories cannot do without: most rules are passed over at one look."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PARTS = re.compile(r"[A-Za-z]\w*|[()|?*+]")


def wanted(pattern: str) -> frozenset[str]:
    """Categories of which every match of a pattern has at least one; empty where there are none.

    >>> sorted(wanted("from? (Y4|YYYY) (to|dash) YR")), sorted(wanted("in? to?"))
    (['YR'], [])
    """
    return _alternatives(_PARTS.findall(pattern)) or frozenset()


def _alternatives(parts: Iterable[str]) -> frozenset[str] | None:
    """What one of the branches needs, joined; None if a branch needs nothing."""
    branches: list[list[frozenset[str]]] = [[]]
    groups, depth = list[str](), 0
    for part in parts:
        if depth or part == "(":
            depth += (part == "(") - (part == ")")
            groups.append(part)
            if not depth:
                branches[-1].append(_alternatives(groups[1:-1]) or frozenset())
                groups = []
        elif part == "|":
            branches.append([])
        elif part in ("?", "*"):
            branches[-1].pop()
        elif part != "+":
            branches[-1].append(frozenset([part]))
    needed = [min(filter(None, branch), key=len, default=None) for branch in branches]
    return None if None in needed else frozenset[str]().union(*(each for each in needed if each))
