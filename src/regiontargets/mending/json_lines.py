"""Where the values of a JSON Lines file stand in its text, and what goes there instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from regiontargets.findings import Finding

from .edits import Edit, new_cell

_SPACE = re.compile(r"[ \t\r]*")
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


class Value(NamedTuple):
    """One value of an object: where it stands in its line, and what it is."""

    start: int
    end: int
    value: object


def edits(text: str, findings: Iterable[Finding]) -> Iterator[Edit]:
    """What the fixes of some findings change in the text of a table.

    A fix is left out where the value is no text, or not the one that its finding says.

    Args:
        text: the file's.
        findings: with places in it.
    """
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for finding in findings:
        fix, place = finding.fix, finding.place
        if fix is None or place.line is None or place.line > len(lines):
            continue
        start, line = starts[place.line - 1], lines[place.line - 1]
        if place.field is None:
            yield Edit(start, min(start + len(line) + 1, len(text)), "")
            continue
        at = values(line).get(place.field)
        cell = "" if at is None or at.value is None else at.value
        if at is None or not isinstance(cell, str):
            continue
        changed = new_cell(cell, finding.text, fix.replacement)
        if changed is not None:
            written = json.dumps(changed, ensure_ascii=line.isascii())
            yield Edit(start + at.start, start + at.end, written)


def values(line: str) -> dict[str, Value]:
    """The values of the object on a line, by their names as a table has them; the last one counts.

    >>> values('{"unit": "%", "value": 5}')["unit"]
    Value(start=9, end=12, value='%')
    """
    found: dict[str, Value] = {}
    at = _skip(line, 0)
    if not line.startswith("{", at):
        return {}
    try:
        while line[at] != "}":
            name, at = _DECODER.raw_decode(line, _skip(line, at + 1))
            start = _skip(line, _skip(line, at) + 1)
            value, end = _DECODER.raw_decode(line, start)
            found[" ".join(str(name).split())] = Value(start, end, value)
            at = _skip(line, end)
    except (ValueError, IndexError, RecursionError):
        return {}
    return found


def _skip(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return at if match is None else match.end()
