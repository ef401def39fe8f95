"""JSON Lines and JSON arrays of flat objects; numbers keep the digits they are written with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO, cast

from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place

from .encoding import encoding_of
from .table import Table, from_mappings


def read_json_lines(
    stream: Callable[[], BinaryIO], name: str, *, encoding: str | None = None
) -> Table:
    """Read an object a line.

    Raises:
        LoadError: it is not text, or no line holds an object.
    """
    found = encoding_of(stream, name, encoding)
    findings: list[Finding] = []
    lines: list[int] = []
    records: list[dict[str, str]] = []
    with stream() as opened:
        text = opened.read().decode(found)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            _add(line, number, name, records, lines, findings)
    if not records:
        raise LoadError(f"{name} holds no table: no line of it is a JSON object.")
    return from_mappings(name, records, lines, findings=findings)


def _add(
    line: str,
    number: int,
    name: str,
    records: list[dict[str, str]],
    lines: list[int],
    findings: list[Finding],
) -> None:
    try:
        record = record_of(parsed(line))
        findings += _named_twice(record, Place(name, line=number, row=len(records) + 1))
        records.append(record)
        lines.append(number)
    except ValueError as error:
        findings.append(_left_out(Place(name, line=number), line, str(error)))


def read_json(stream: Callable[[], BinaryIO], name: str, *, encoding: str | None = None) -> Table:
    """Read an array of objects, or an object whose one array holds them.

    Raises:
        LoadError: it is no JSON, or holds no such array.
    """
    with stream() as opened:
        text = opened.read().decode(encoding_of(stream, name, encoding))
    try:
        value = parsed(text)
    except ValueError as error:
        raise LoadError(f"{name} is no JSON: {error}.") from None
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        arrays: list[object] = [each for each in fields.values() if isinstance(each, list)]
        value = arrays[0] if len(arrays) == 1 else None
    if not isinstance(value, list) or not value:
        raise LoadError(f"{name} holds no table: it is no JSON array of objects.")
    findings: list[Finding] = []
    records = list(_records(cast("list[object]", value), name, findings))
    return from_mappings(name, records, (), findings=findings)


def _records(items: list[object], name: str, findings: list[Finding]) -> Iterator[dict[str, str]]:
    for number, item in enumerate(items, 1):
        try:
            record = record_of(item)
            findings += _named_twice(record, Place(name, row=number))
            yield record
        except ValueError as error:
            findings.append(_left_out(Place(name, row=number), str(item), str(error)))
            yield {}


def parsed(text: str) -> object:
    """The value of a JSON text, its numbers as they are written.

    Raises:
        ValueError: it is no JSON, or nested too deeply.

    >>> parsed('{"value": 1.50}')
    {'value': '1.50'}
    """
    try:
        value: object = json.loads(
            text,
            parse_float=str,
            parse_int=str,
            parse_constant=str,
            object_pairs_hook=_named_once,
        )
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return value


def _named_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The fields of an object; of two with one name neither is lost.

    >>> _named_once([("value", "1"), ("value", "2")])
    {'value': '1', 'value (field 2)': '2'}
    """
    fields: dict[str, object] = dict(pairs)
    if len(fields) == len(pairs):
        return fields
    fields.clear()
    for number, (name, value) in enumerate(pairs, 1):
        fields[f"{name}{_AGAIN.format(number)}" if name in fields else name] = value
    return fields


_AGAIN = " (field {})"
_NAMED_AGAIN = re.compile(r"(.*) \(field \d+\)", re.DOTALL)


def _named_twice(record: Mapping[str, str], place: Place) -> list[Finding]:
    """What is told of an object in which two fields have one name."""
    pairs = ((name, found[1]) for name in record if (found := _NAMED_AGAIN.fullmatch(name)))
    return [
        Finding(
            "F143",
            f"a second field is named {first[:60]!r}",
            "warning",
            replace(place, field=name),
            record[name][:200],
            reason="a name may stand once in an object; the first was taken",
            suggestion="Give each field a name of its own, or leave one of them out.",
        )
        for name, first in pairs
        if first in record
    ]


def record_of(item: object) -> dict[str, str]:
    """A flat record; what is nested in it is kept as JSON.

    Raises:
        ValueError: it is no object.
    """
    if not isinstance(item, dict):
        raise ValueError("it is no object")
    fields = cast("dict[object, object]", item)
    return {" ".join(str(name).split()): cell(value) for name, value in fields.items()}


def cell(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        try:
            return json.dumps(value, ensure_ascii=False)
        except RecursionError:
            raise ValueError("it is nested too deeply") from None
    return str(value).strip()


def _left_out(place: Place, text: str, reason: str) -> Finding:
    return Finding(
        "F145",
        "a record that cannot be read was left out",
        "error",
        place,
        text.strip()[:200],
        reason,
        "Write a record as one JSON object of names and values.",
    )
