"""By polars or without it, a table has the same cells, lines and findings."""

from __future__ import annotations

import io
from functools import partial
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from regiontargets.errors import LoadError
from regiontargets.tables import FrameColumns, Table, delimited_frame
from regiontargets.tables.delimited import read_delimited

pytest.importorskip("polars")

HEADER = "region,value,quote"
CELL = st.one_of(
    st.sampled_from(["湖北", "7", "", " ", "a b", "x\u3000", "\xa0x", "\x1c7", "7\x1f", "é"]),
    st.text(st.sampled_from('ab7 ",;\t\r\n\0\x1c湖。'), max_size=6),
)
QUOTED = CELL.map(lambda cell: '"' + cell.replace('"', '""') + '"')
LINE = st.lists(st.one_of(CELL, QUOTED), min_size=1, max_size=4).map(",".join)
END = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\n"])


def read(data: bytes, *, framed: bool) -> Table | str:
    with mock.patch.object(delimited_frame, "LEAST", 1 if framed else 1 << 60):
        try:
            return read_delimited(partial(io.BytesIO, data), "t.csv")
        except LoadError as error:
            return error.message


def told(table: Table | str) -> object:
    """All that a table says, its cells and their places."""
    if isinstance(table, str):
        return table
    cells = {
        name: [*map(column.value, range(table.rows))] for name, column in table.columns.items()
    }
    places = [table.place(row) for row in range(table.rows)]
    return cells, places, list(table.findings)


@given(lines=st.lists(st.tuples(LINE, END), max_size=5), mark=st.booleans(), ends=st.booleans())
@example(lines=[('a,"b\nc",d', "\n"), ("e,f,g", "\n")], mark=False, ends=True)
@example(lines=[("a,b", "\n"), ("c,d,e,f", "\n")], mark=False, ends=True)
@example(lines=[("a,b,", "\r\n"), ('"x""y",,""', "\r\n")], mark=True, ends=False)
@example(lines=[('a,b"c"d,"e', "\n"), ("f,g,h", "\n")], mark=False, ends=True)
@example(lines=[("a,b\r,c", "\n")], mark=False, ends=True)
@settings(max_examples=300, deadline=None)
def test_cells_lines_and_findings_are_the_same(
    lines: list[tuple[str, str]], mark: bool, ends: bool
) -> None:
    text = HEADER + "\n" + "".join(line + end for line, end in lines)
    data = (text if ends else text.rstrip("\r\n")).encode("utf-8-sig" if mark else "utf-8")

    assert told(read(data, framed=True)) == told(read(data, framed=False))


@pytest.mark.parametrize(
    "lines",
    [
        ["a,7,力争"],
        ["a,7,", "b,,力争"],
        ['"a, b",7,"力""争"'],
        ['a,7,"one\ntwo"', "b,8,three"],
        [" a ,7\u3000, x"],
    ],
)
def test_a_well_formed_table_is_read_by_polars(lines: list[str]) -> None:
    data = "\n".join([HEADER, *lines, ""]).encode()
    table = read(data, framed=True)

    assert isinstance(table, Table)
    assert isinstance(table.columns, FrameColumns)
    assert told(table) == told(read(data, framed=False))


@pytest.mark.parametrize(
    "lines",
    [
        ["a,7"],
        ["a,7,x,y"],
        ["", "a,7,x"],
        ['a,7,"x'],
        ["a,7,x\0"],
        ["a,7,x\ry"],
        ['a,"7"8,x'],
        ["a,7," + "x" * 140_000],
    ],
)
def test_what_is_not_well_formed_is_read_without_it(lines: list[str]) -> None:
    data = "\n".join([HEADER, *lines, ""]).encode()
    table = read(data, framed=True)

    assert isinstance(table, str) or not isinstance(table.columns, FrameColumns)
    assert told(table) == told(read(data, framed=False))


def test_another_encoding_is_read_without_it() -> None:
    data = f"{HEADER}\n湖北,7,力争\n".encode("gb18030")
    table = read(data, framed=True)

    assert isinstance(table, Table)
    assert [each.code for each in table.findings] == ["F140"]
    assert told(table) == told(read(data, framed=False))
