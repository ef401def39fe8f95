"""JSON files read record by record, so that one broken record never hides the others."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

from regiontargets.paused_collector import paused_collector

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""Anything that JSON can state."""

MAX_DEPTH = 64
"""How deeply a record may nest. Annotation formats need less than ten levels."""

_MAX_DIGITS = 4000
"""Python refuses to read integers of more than 4300 digits."""

_FEW = 20
"""Broken values after which the others are cut out before they are read."""

_WHITE = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(
    r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]',
    re.DOTALL,
)
"""A string (closed or not) or a bracket: all it takes to skip a broken value in one pass."""


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One value of a file.

    Attributes:
        value: the value.
        line: the line on which it begins, 1-based.
        repairs: what had to be mended to read it, a sentence each.
    """

    value: Json
    line: int
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A place where the file is not JSON.

    Attributes:
        line: 1-based.
        column: 1-based.
        text: what stands there.
        reason: why it cannot be read, one clause.
    """

    line: int
    column: int
    text: str
    reason: str


def json_records(text: str) -> Iterator[JsonRecord | BrokenRecord]:
    r"""The records of a JSON array, of JSON Lines, or of JSON values one after another.

    >>> [record.value for record in json_records('[{"a": 1}, {"a": 2}]')]
    [{'a': 1}, {'a': 2}]
    >>> for record in json_records('{"a": 1}\n{"a": \n{"a": 3}\n'):
    ...     print(record)
    JsonRecord(value={'a': 1}, line=1, repairs=())
    BrokenRecord(line=2, column=7, text='{"a":', reason='expecting value')
    JsonRecord(value={'a': 3}, line=3, repairs=())
    """
    reader = _RecordReader(text)
    start = _after_white(text, 0)
    inside = _after_white(text, start + 1)
    if text[start : start + 1] == "[" and text[inside : inside + 1] in ("", "{", "[", "]"):
        return reader.values(start + 1, in_array=True)
    return reader.lines_or_values(start)


def single_value(text: str) -> JsonRecord | None:
    """The one value that a text states; None if it states none, or more.

    >>> single_value('["a"]'), single_value("a")
    (JsonRecord(value=['a'], line=1, repairs=()), None)
    """
    record, end = _RecordReader(text).record_at(0)
    return record if isinstance(record, JsonRecord) and end == len(text) else None


def _after_white(text: str, position: int) -> int:
    match = _WHITE.match(text, position)
    return match.end() if match else position


class _RecordReader:
    """Decodes values of one text and knows on which line it is; goes forward only."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self._repairs: list[str] = []
        self._failures = 0
        self._first_line = self._line = first_line
        self._line_start = self._counted = 0
        self._decoder = self._new_decoder()

    def _new_decoder(self, *, long_integers: bool = False) -> json.JSONDecoder:
        return json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_float=self._float,
            parse_int=self._integer if long_integers else None,
        )

    def values(self, position: int, *, in_array: bool) -> Iterator[JsonRecord | BrokenRecord]:
        """The values from here on: of an array to its bracket, else to the end of the text."""
        comma = True
        while True:
            position = _after_white(self.text, position)
            char = self.text[position : position + 1]
            if char == "" or (char == "]" and in_array):
                if char == "" and in_array:
                    yield self._broken(position, "the file ends before its list is closed")
                return
            if char == "," and in_array:
                comma, position = True, position + 1
                continue
            if in_array and not comma:
                self._repairs.append("a comma is missing before this record")
            record, end = self.record_at(position)
            yield record
            if end is None:
                return
            comma, position = False, end

    def lines_or_values(self, start: int) -> Iterator[JsonRecord | BrokenRecord]:
        """JSON Lines; if the first line is no value by itself, values that span lines."""
        end = self.text.find("\n", start)
        first, _ = _RecordReader(self.text[start : len(self.text) if end < 0 else end]).record_at(0)
        if isinstance(first, BrokenRecord):
            whole, _ = _RecordReader(self.text[start:]).record_at(0)
            if isinstance(whole, JsonRecord):
                yield from self.values(start, in_array=False)
                return
        yield from self._lines()

    def _lines(self) -> Iterator[JsonRecord | BrokenRecord]:
        for number, line in enumerate(self.text.split("\n"), start=1):
            if not line.strip(" \t\r"):
                continue
            reader = _RecordReader(line, number)
            start = _after_white(line, 0)
            record, end = reader.record_at(start)
            if end is not None and line[end:].strip(" \t\r,") and isinstance(record, JsonRecord):
                record = reader._broken(end, "something stands after the record on its line")
            yield record

    def record_at(self, position: int) -> tuple[JsonRecord | BrokenRecord, int | None]:
        """The value at a position and where it ends; None: nothing after it can be read."""
        line, _ = self._place(position)
        try:
            with paused_collector():
                value, end = self._decode(position)
        except RecursionError:
            reason, at = f"it nests more than {MAX_DEPTH} levels deep", position
        except json.JSONDecodeError as error:
            reason, at = error.msg[:1].lower() + error.msg[1:], error.pos
        else:
            if not _too_deep(value):
                repairs, self._repairs = tuple(dict.fromkeys(self._repairs)), []
                return JsonRecord(value, line, repairs), end
            reason, at = f"it nests more than {MAX_DEPTH} levels deep", position
        self._repairs = []
        self._failures += 1
        return self._broken(at, reason, shown_from=position), self._skip(position)

    def _decode(self, position: int) -> tuple[Json, int]:
        if self._failures < _FEW or self.text[position : position + 1] not in ("{", "["):
            return self._raw_decode(self.text, position)
        # An error costs as much as the text is long: json counts its lines. So where there are
        # many, each value is cut out first.
        end = self._skip(position)
        try:
            value, length = self._raw_decode(self.text[position:end], 0)
        except json.JSONDecodeError as error:
            error.pos += position
            raise
        return value, position + length

    def _raw_decode(self, text: str, position: int) -> tuple[Json, int]:
        known = list(self._repairs)
        try:
            return self._decoder.raw_decode(text, position)
        except json.JSONDecodeError:
            raise
        except ValueError:  # An integer with more digits than Python converts.
            self._repairs = known
            return self._new_decoder(long_integers=True).raw_decode(text, position)

    def _skip(self, position: int) -> int | None:
        """Where the brackets opened from here are closed again; None if they never are."""
        depth = 0
        for token in _TOKEN.finditer(self.text, position):
            char = token.group()[0]
            depth += (char in "[{") - (char in "]}")
            if depth <= 0:
                return token.end() if depth == 0 else None
        return None

    def _broken(self, at: int, reason: str, shown_from: int = 0) -> BrokenRecord:
        line, column = self._place(at)
        begin = max(at - min(column - 1, 60), shown_from) if column > 1 else at
        shown = self.text[begin : at + 20].split("\n", 1)[0].strip()
        return BrokenRecord(line, column, shown, reason)

    def _place(self, position: int) -> tuple[int, int]:
        """Line and column; positions mostly ascend, and only what is new is looked at."""
        if position < self._line_start:
            self._line, self._line_start, self._counted = self._first_line, 0, 0
        newlines = self.text.count("\n", self._counted, position)
        if newlines:
            self._line += newlines
            self._line_start = self.text.rindex("\n", self._counted, position) + 1
        self._counted = max(self._counted, position)
        return self._line, position - self._line_start + 1

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
            self._repairs.append(f"the key {twice[:60]!r} stands twice; its last value is read")
        return found

    def _constant(self, name: str) -> None:
        self._repairs.append(f"{name} is not JSON; it is read as null")

    def _float(self, digits: str) -> float | None:
        value = float(digits)
        if isfinite(value):
            return value
        self._repairs.append(f"the number {digits[:20]} is too large; it is read as null")
        return None

    def _integer(self, digits: str) -> int | None:
        if len(digits) <= _MAX_DIGITS:
            return int(digits)
        self._repairs.append(f"a number of {len(digits)} digits is read as null")
        return None


def _too_deep(value: Json) -> bool:
    """Whether lists and objects nest beyond the limit; level by level, without recursion."""
    level: list[list[Json] | dict[str, Json]] = [value] if isinstance(value, list | dict) else []
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
