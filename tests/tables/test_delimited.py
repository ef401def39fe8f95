"""CSV and TSV: what is recognised, and what is wrong with a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from regiontargets.errors import LoadError
from regiontargets.tables import Table, read_tables

Read = Callable[..., Table]


@pytest.fixture
def read_csv() -> Read:
    def read(content: str | bytes, name: str = "t.csv", encoding: str | None = None) -> Table:
        data = content if isinstance(content, bytes) else content.encode()
        (table,) = read_tables(name, data=data, encoding=encoding)
        return table

    return read


def rows(table: Table) -> list[list[str]]:
    return [[table.cell(row, name) for name in table.columns] for row in range(table.rows)]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_recognised(delimiter: str, read_csv: Read) -> None:
    table = read_csv(f"region{delimiter}value\nHubei{delimiter}7%\n")
    assert list(table.columns) == ["region", "value"]
    assert rows(table) == [["Hubei", "7%"]]
    assert not table.findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_the_encoding_is_recognised(encoding: str, read_csv: Read) -> None:
    table = read_csv("地区,目标值\n湖北,7%左右\n".encode(encoding))
    assert list(table.columns) == ["地区", "目标值"]
    assert rows(table) == [["湖北", "7%左右"]]
    assert [each.code for each in table.findings] == (["F140"] if encoding == "gb18030" else [])


def test_a_declared_encoding_is_not_reported(read_csv: Read) -> None:
    assert not read_csv("地区\n湖北\n".encode("gb18030"), encoding="gb18030").findings


def test_quotes_delimiters_and_line_ends_inside_cells(read_csv: Read) -> None:
    table = read_csv('a,b\n"x, ""y""\nz",1\n2,3\n')
    assert rows(table) == [['x, "y"\nz', "1"], ["2", "3"]]
    assert list(table.lines) == [2, 4]


def test_ragged_rows_are_reported_and_kept(read_csv: Read) -> None:
    table = read_csv("a,b\n1\n1,2,3\n4,5\n")
    assert rows(table) == [["1", ""], ["1", "2 3"], ["4", "5"]]
    assert [(f.code, f.severity, f.place.row, f.place.line) for f in table.findings] == [
        ("F141", "warning", 1, 2),
        ("F141", "error", 2, 3),
    ]


@pytest.mark.parametrize("rest", ["3,4\n5,6\n", '3,"4"\n5,6\n'])
def test_an_unclosed_quote_hides_nothing_behind_it(rest: str, read_csv: Read) -> None:
    table = read_csv(f'a,b\n1,"2\n{rest}')
    assert rows(table) == [["1", '"2'], ["3", "4"], ["5", "6"]]
    assert [(f.code, f.place.line) for f in table.findings] == [("F142", 2)]


def test_ten_thousand_unclosed_quotes_take_no_longer_than_as_many_rows(read_csv: Read) -> None:
    assert read_csv("a,b\n" + '1,"2\n' * 10_000).rows == 10_000


def test_columns_without_a_name_and_with_one_that_is_taken(read_csv: Read) -> None:
    table = read_csv("a,,a\n1,2,3\n")
    assert list(table.columns) == ["a", "column 2", "a (column 3)"]
    assert [each.code for each in table.findings] == ["F143", "F143"]


def test_formulas_and_huge_numbers_stay_text(read_csv: Read) -> None:
    assert rows(read_csv("a,b\n=1+1,1e999999999\n")) == [["=1+1", "1e999999999"]]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a,b\n\0\0\n", b"\xff\xff\xff\xff,1"])
def test_what_is_no_table_is_one_clear_message(content: bytes, read_csv: Read) -> None:
    with pytest.raises(LoadError):
        read_csv(content)


def test_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="cannot read"):
        read_tables(str(tmp_path / "none.csv"))


def test_there_is_no_such_encoding(read_csv: Read) -> None:
    with pytest.raises(LoadError, match="no encoding named"):
        read_csv("a\n1\n", encoding="klingon")
