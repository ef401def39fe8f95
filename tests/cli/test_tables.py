"""Tables on the command line: columns, standard input, exit statuses."""

import io
import sys
from pathlib import Path

import pytest

from regiontargets.cli import main

ROWS = "wo,indicator,value,unit,year\nHubei,gdp_growth,5,percnet,2022\n"
GOOD = ROWS.replace("percnet", "percent")


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(ROWS, encoding="utf-8")
    return "t.csv"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    status = main(["validate", "--format", "concise", *arguments])
    captured = capsys.readouterr()
    return status, captured.out.splitlines(), captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["t.csv", "--columns", "wo=region"],
        ["--columns", "wo=region", "t.csv"],
        ["t.csv", "--columns", "region=wo", "year=period"],
        ["t.csv", "--columns", "wo=region", "--columns", "year=period"],
        ["--columns", "columns.toml", "t.csv"],
    ],
)
def test_columns_are_given_one_by_one_or_in_a_file(
    table: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("columns.toml").write_text('region = "wo"\n', encoding="utf-8")
    status, lines, _ = run(capsys, *arguments)
    assert status == 1
    assert [line.split(": ")[0] for line in lines] == [f"{table}:row 1, unit"]


def test_a_column_may_say_the_same_in_every_row(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(table).write_text("wo,value\nHubei,5%\n", encoding="utf-8")
    given = ["wo=region", "=gdp_growth=metric", "=2022=period"]
    assert run(capsys, table, "--columns", *given) == (0, [], "")


def test_a_role_that_there_is_not_is_told(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, table, "--columns", "wo=regoin")
    assert status == 2
    assert "Did you mean 'region'?" in err


@pytest.mark.parametrize(("rows", "expected"), [(ROWS, 1), (GOOD, 0)])
def test_a_table_is_read_from_standard_input(
    rows: str,
    expected: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.encode())))
    given = ["-", "--input-format", "csv", "--columns", "wo=region", "--no-config"]
    status, lines, _ = run(capsys, *given)
    assert status == expected
    assert [line.split(": ")[0] for line in lines] == ["<stdin>:row 1, unit"][:expected]


def test_nothing_to_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 2
    assert run(capsys, "-", "t.csv")[0] == 2
