"""JSON Lines, JSON, YAML, Excel and Parquet hold the same table as CSV."""

import io
import json
import zipfile

import pytest

from regiontargets.errors import LoadError
from regiontargets.tables import Table, read_tables

RECORDS = [{"region": "Hubei", "value": 7.50}, {"region": "Hunan", "note": "x"}]


def read_only(name: str, data: bytes) -> Table:
    (table,) = read_tables(name, data=data)
    return table


def cells(table: Table) -> dict[str, list[str]]:
    return {name: [c.value(row) for row in range(table.rows)] for name, c in table.columns.items()}


def test_json_lines() -> None:
    table = read_only("t.jsonl", b'{"region": "Hubei", "value": 7.50}\n\n{"region": "Hunan"}\nx\n')
    assert cells(table) == {"region": ["Hubei", "Hunan"], "value": ["7.50", ""]}
    assert list(table.lines) == [1, 3]
    assert [(f.code, f.place.line) for f in table.findings] == [("F145", 4)]


@pytest.mark.parametrize("wrapped", [RECORDS, {"version": 1, "data": RECORDS}])
def test_json(wrapped: object) -> None:
    table = read_only("t.json", json.dumps(wrapped).encode())
    assert cells(table) == {"region": ["Hubei", "Hunan"], "value": ["7.5", ""], "note": ["", "x"]}


def test_yaml_keeps_scalars_as_they_are_written() -> None:
    table = read_only("t.yaml", b"- region: NO\n  value: 7.50\n- region: Hunan\n  year: ~\n- x\n")
    assert cells(table) == {"region": ["NO", "Hunan"], "value": ["7.50", ""], "year": ["", ""]}
    assert list(table.lines) == [1, 3]
    assert [(f.code, f.place.line) for f in table.findings] == [("F145", 5)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.json", "[" * 100_000),
        ("t.json", "{"),
        ("t.json", "[]"),
        ("t.jsonl", "[" * 100_000),
        ("t.yaml", "[" * 10_000),
        ("t.yaml", "a: [1"),
        ("t.yaml", ""),
        ("t.yaml", "a: &a [x]\nb: [*a, *a]"),
        ("t.xlsx", "not a workbook"),
        ("t.parquet", "not parquet"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(name: str, content: str) -> None:
    with pytest.raises(LoadError):
        read_tables(name, data=content.encode())


def test_excel_shows_percents_as_the_sheet_does() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["region", "value", "year"])
    book.active.append(["Hubei", 0.075, 2022.0])
    book.active["B2"].number_format = "0.0%"
    book.active.append(["Hunan", "=1+1", None])
    other = book.create_sheet("more")
    other.append(["region", "values", None])
    other.append(["Hubei", 5.5, "x"])
    other.merge_cells("B1:C1")
    book.create_sheet("empty")
    stream = io.BytesIO()
    book.save(stream)
    first, second = read_tables("t.xlsx", data=stream.getvalue())
    assert cells(first) == {
        "region": ["Hubei", "Hunan"],
        "value": ["7.5%", "=1+1"],
        "year": ["2022", ""],
    }
    assert str(second.place(0, "values")) == "t.xlsx[more]:row 1, values"
    assert [each.code for each in second.findings] == ["F143", "F144"]


def test_a_workbook_that_would_unpack_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("regiontargets.tables.excel.MOST_UNPACKED", 1000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "0" * 2000)
    with pytest.raises(LoadError, match="unpack"):
        read_tables("t.xlsx", data=stream.getvalue())


def test_parquet() -> None:
    polars = pytest.importorskip("polars")
    stream = io.BytesIO()
    polars.DataFrame({"region": ["Hubei", None], "value": [7.5, 8.0]}).write_parquet(stream)
    table = read_only("t.parquet", stream.getvalue())
    assert cells(table) == {"region": ["Hubei", ""], "value": ["7.5", "8"]}
