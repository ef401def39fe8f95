import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from regiontargets.cli import COMMANDS, main

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = str(EXAMPLES / "article.md")
MISTAKES = str(EXAMPLES / "mistakes.md")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: regiontargets {command}")


def test_exit_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "validate", ARTICLE)[0] == 0
    assert run(capsys, "validate", MISTAKES)[0] == 1
    assert run(capsys, "validate", "nowhere.md")[0] == 2


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.md", b"ok \xff", "is not UTF-8 text: byte 0xff on line 1"),
        ("a.md", b"\x00\x01", "is not text: it holds NUL characters"),
        ("a.md", b"", "holds no text"),
        ("a.md", b"---\ntitle: A\n---\n", "holds no text"),
        ("a.xyz", b"text", "no format recognises"),
        ("a.json", b"{", "no format recognises"),
        ("a.json", b'{"format": "regiontargets-dataset", "version": 7}', "has version 7"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(
    name: str, data: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    status, out, err = run(capsys, "validate", str(path))
    assert (status, out) == (2, "")
    assert err.startswith("regiontargets: ")
    assert message in err
    assert len(err.splitlines()) == 1


def test_a_folder_tells_of_the_bad_file_and_reads_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.md").write_bytes(b"\xff")
    (tmp_path / "good.md").write_text("[[5%]{.amount}]{.target metric=gdp_growth}")
    status, out, _ = run(capsys, "validate", "--format", "json", str(tmp_path))
    body = json.loads(out)
    assert status == 1
    assert "F132" in {finding["code"] for finding in body["findings"]}
    assert {Path(finding["path"]).name for finding in body["findings"]} == {"bad.md", "good.md"}


def test_select_and_ignore(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "validate", "--format", "concise", "--select", "u003,Y", MISTAKES)
    assert [line.split(" ")[1] for line in out.splitlines()] == ["U003", "Y002"]
    _, out, _ = run(capsys, "validate", "--format", "concise", "--ignore", "U,R,M,F", MISTAKES)
    assert [line.split(" ")[1] for line in out.splitlines()] == ["Y002"]
    status, _, err = run(capsys, "validate", "--select", "Q9", MISTAKES)
    assert status == 2
    assert "Q9" in err


def test_the_json_report_has_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "validate", "--format", "json", MISTAKES)
    body = json.loads(out)
    assert set(body) == {"version", "findings", "summary"}
    keys = "code severity message path line column end_line end_column row field text reason"
    assert set(body["findings"][0]) == {*keys.split(), "suggestion", "fix"}


def test_standard_input_is_native_markdown_unless_recognised(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "[[x]{.region} [5%]{.amount}]{.target metric=gdp_growth period=2022}"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    status, out, _ = run(capsys, "validate", "--format", "concise", "-")
    assert (status, out.splitlines()[0][:20]) == (1, "<stdin>:1:3: R001 un")


def test_show_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "show", ARTICLE)
    assert status == 0
    lines = out.splitlines()
    assert lines[0] == "7 targets, 1 observation, 1 quote from 1 source"
    assert any(line.startswith("Shandong") and "400 enterprises" in line for line in lines)


def test_convert_goes_to_a_dataset_and_to_other_formats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "targets.json"
    assert run(capsys, "convert", ARTICLE, str(target))[0] == 0
    assert run(capsys, "validate", str(target))[0] == 0
    status, _, err = run(capsys, "convert", ARTICLE, str(target))
    assert status == 2
    assert "exists" in err
    assert run(capsys, "convert", ARTICLE, str(tmp_path / "article.ann"))[0] == 0
    assert (tmp_path / "article.txt").is_file()
    assert run(capsys, "show", str(tmp_path / "article.ann"))[1].startswith("7 targets")


def test_parse_explains_each_word(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "parse", "力争到2025年研发投入强度达到2.5%左右")
    assert status == 0
    assert "amount (aim) at 16–22: about 2.5%" in out
    assert "period at 2–8: by 2025" in out
    assert run(capsys, "parse", "nothing here")[0] == 1
    assert run(capsys, "parse", "last year", "--published", "someday")[0] == 2


def test_explain_shows_a_rule_or_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain", "u003")[1].startswith("# U003")
    assert run(capsys, "explain", "F001")[1].startswith("# F001: a bracket that is never closed")
    assert "Y002" in run(capsys, "explain")[1]
    assert run(capsys, "explain", "X1")[0] == 2


def test_formats_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "formats")[1]
    assert {line.split(" ")[0] for line in out.splitlines()} > {"markdown", "brat", "dataset"}


@pytest.mark.parametrize("name", ["Dataset", "Target", "Amount"])
def test_schemas_are_schemas(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(run(capsys, "schema", name)[1])
    jsonschema.Draft202012Validator.check_schema(schema)


def test_labels_drafts_a_map(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "labels", ARTICLE)[1]
    assert 'region = ["region"]' in out


def test_regions_and_metrics_are_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "regions", "山东")[1].startswith("Shandong (CN-SD)")
    assert run(capsys, "regions", "Atlantis")[0] == 1
    assert run(capsys, "metrics", "R&D intensity")[1].startswith("R&D intensity (rd_intensity, %)")
    assert run(capsys, "metrics", "no such thing at all")[0] == 1


def test_a_report_can_be_written_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.json"
    status, out, _ = run(capsys, "validate", MISTAKES, "--format", "json", "--output", str(path))
    assert (status, out) == (1, "")
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize(
    ("fail_on", "expected"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)]
)
def test_how_bad_it_must_be_to_fail_is_said(
    fail_on: str, expected: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("region,metric,value\nHubei,gdp_growth,7%\n", encoding="utf-8")
    assert run(capsys, "validate", str(path), "--fail-on", fail_on)[0] == expected
    assert run(capsys, "validate", MISTAKES, "--fail-on", fail_on)[0] == (fail_on != "never")


def test_colour_is_for_terminals_unless_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert "\x1b[" not in run(capsys, "validate", MISTAKES)[1]
    assert "\x1b[1;31m" in run(capsys, "validate", MISTAKES, "--color", "always")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in run(capsys, "validate", MISTAKES, "--color", "never")[1]


def test_codes_may_be_given_more_than_once(capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--select", "U003", "--select", "Y", "--format", "concise")
    _, out, _ = run(capsys, "validate", MISTAKES, *given)
    assert [line.split(" ")[1] for line in out.splitlines()] == ["U003", "Y002"]


def test_what_can_be_mended_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text("region,metric,value,year\nHubei,gdp,5 yaun,2022\n", encoding="utf-8")
    assert run(capsys, "validate", str(path))[1].endswith(
        "1 error in 1 record\n1 of them can be mended with --fix.\n"
    )
    status, _, err = run(capsys, "validate", str(path), "--fix")
    assert (status, err) == (0, "1 fix made in 1 file.\n")


def test_the_configuration_counts_for_every_command_that_loads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text("region,metric,wo,year\nHubei,gdp_growth,7%,2022\n", encoding="utf-8")
    Path("regiontargets.toml").write_text('columns = {amount = "wo"}\n', encoding="utf-8")
    assert "7%" in run(capsys, "show", "t.csv")[1]
    assert "7%" in run(capsys, "compare", "t.csv")[1]
    assert "7%" not in run(capsys, "compare", "t.csv", "--no-config")[1]
