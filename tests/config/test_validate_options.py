"""How `regiontargets validate` uses configuration, comments and baseline."""

import json
from pathlib import Path

import pytest

from regiontargets.cli import main

RECORD = (
    "[[Hubei]{.region} wants [growth]{.metric code=gdp_growth} of [5]{.amount} bananas]{.target}"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(RECORD + "\n", encoding="utf-8")
    return tmp_path


def _codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    main(["validate", "a.md", "--format", "json", *arguments])
    return {each["code"] for each in json.loads(capsys.readouterr().out)["findings"]}


def test_the_configuration_is_found_and_can_be_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "regiontargets.toml").write_text('ignore = ["Y"]\n', encoding="utf-8")
    without = _codes(capsys, "--no-config")
    assert {code for code in without if code[0] == "Y"}
    assert _codes(capsys) == {code for code in without if code[0] != "Y"}


def test_files_excuse_and_the_summary_counts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"<!-- regiontargets: ignore-file Y -->\n\n{RECORD}\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    main(["validate", "a.md"])
    assert "1 suppressed" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_only_what_the_baseline_does_not_know_is_reported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["validate", "a.md", "--write-baseline", "known.json"]) == 0
    capsys.readouterr()
    assert _codes(capsys, "--baseline", "known.json") == set()
    assert main(["validate", "a.md", "--baseline", "known.json"]) == 0


@pytest.mark.usefixtures("folder")
def test_statistics_count_by_code(capsys: pytest.CaptureFixture[str]) -> None:
    main(["validate", "a.md", "--statistics"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["findings", "code", "fixable", "what", "it", "finds"]
    assert lines[2].split()[:2] == ["1", "U006"]


def test_a_wrong_configuration_stops_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "regiontargets.toml").write_text("selct = 1\n", encoding="utf-8")
    assert main(["validate", "a.md"]) == 2
    assert "Did you mean 'select'?" in capsys.readouterr().err


def test_init_writes_what_is_read_and_never_over_it(folder: Path) -> None:
    assert main(["init"]) == 0
    assert main(["validate", "a.md", "--statistics"]) in (0, 1)
    assert main(["init"]) == 2
    lines = (folder / "regiontargets.toml").read_text(encoding="utf-8").splitlines()
    told = [line[2:] for line in lines if " = " in line or line.startswith("# [")]
    (folder / "regiontargets.toml").write_text("\n".join(told), encoding="utf-8")
    from regiontargets.config import read_config

    assert read_config(folder / "regiontargets.toml").extend_select == ("E001",)


def test_without_anything_to_mend_the_file_stays(folder: Path) -> None:
    before = (folder / "a.md").read_bytes()
    main(["validate", "a.md", "--fix"])
    assert (folder / "a.md").read_bytes() == before


def test_dry_run_of_the_command_prints_the_difference_only(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = RECORD.replace("[5]{.amount} bananas", "[5 billion yuann]{.amount}")
    (folder / "a.md").write_text(text + "\n", encoding="utf-8")
    assert main(["validate", "a.md", "--dry-run"]) == 1
    assert capsys.readouterr().out.startswith("--- a.md\n+++ a.md\n")
    main(["validate", "a.md", "--fix"])
    mended = (folder / "a.md").read_text(encoding="utf-8")
    assert mended == text.replace("yuann", "yuan") + "\n"
