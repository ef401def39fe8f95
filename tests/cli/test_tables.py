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


@pytest.mark.parametrize(
    ("piped", "place"),
    [
        ("region,metric,value,year\nFujan,gdp_growth,5%,2022\n", "<stdin>:row 1, region"),
        ("\ufeff地区；\n", None),
        ("地区;指标;目标值;年份\n胡北;gdp_growth;5%;2022\n", "<stdin>:row 1, 地区"),
        (
            '[{"region":"Fujan","metric":"gdp_growth","value":"5%","year":2022}]',
            "<stdin>:row 1, region",
        ),
        ("---\ntitle: region, metric\nregion: x\nmetric: y\n---\nNothing.\n", None),
        ("Region, value: nothing is marked here.\n", None),
    ],
)
def test_what_is_piped_in_is_a_table_if_its_first_line_names_columns(
    piped: str,
    place: str | None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode())))
    status, lines, _ = run(capsys, "-", "--no-config")
    assert (status, [line.split(": ")[0] for line in lines]) == (
        (0, []) if place is None else (1, [place])
    )


def test_nothing_to_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 2
    assert run(capsys, "-", "t.csv")[0] == 2


def test_standard_input_cannot_be_mended(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ROWS.encode())))
    status, _, err = run(capsys, "-", "--input-format", "csv", "--fix")
    assert status == 2
    assert "standard input cannot be mended" in err


def test_a_folder_is_mended_file_by_file_and_what_cannot_be_read_stays(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    good = ROWS.replace("wo,", "region,")
    Path("data").mkdir()
    for name, region in (("a.csv", "Hubei"), ("b.csv", "Hunan")):
        Path("data", name).write_text(good.replace("Hubei", region), encoding="utf-8")
    Path("data/c.csv").write_bytes(b"\0\0")
    status, lines, err = run(capsys, "data", "--fix")
    assert (status, err) == (1, "2 fixes made in 2 files.\n")
    assert [line.split(": ")[1][:4] for line in lines] == ["F132"]
    assert Path("data/a.csv").read_text(encoding="utf-8") == good.replace("percnet", "percent")
    assert Path(table).read_text(encoding="utf-8") == ROWS


def test_a_dry_run_prints_a_difference_and_fails_if_there_is_one(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [table, "--columns", "wo=region", "--fix", "--dry-run"]
    status, lines, err = run(capsys, *given)
    assert (status, err) == (1, "1 fix would be made in 1 file.\n")
    assert lines[-2:] == [f"-{ROWS.splitlines()[1]}", f"+{GOOD.splitlines()[1]}"]
    run(capsys, table, "--columns", "wo=region", "--fix")
    assert run(capsys, *given) == (0, [], "")
