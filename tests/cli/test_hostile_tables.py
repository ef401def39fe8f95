"""Files that are broken or meant to do harm: findings, or one clear message, in bounded time."""

import zipfile
from pathlib import Path

import pytest

from regiontargets.cli import main

HEAD = "region,metric,value,unit,year\n"
GOOD = "Hunan,gdp_growth,6.5,%,2022\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(
    capsys: pytest.CaptureFixture[str], *arguments: str, form: str = "concise"
) -> tuple[int, list[str], str]:
    status = main(["validate", "--no-config", "--format", form, *arguments])
    captured = capsys.readouterr()
    return status, captured.out.splitlines(), captured.err


def codes(lines: list[str]) -> list[str]:
    return [line.split(": ", 1)[1].split(" ")[0] for line in lines]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Hubei,gdp_growth,7,%,2022,more,cells\n", {"F141", "Y001"}),
        ("Hubei,gdp_growth,7\n", {"F141", "U006", "Y008"}),
        ('Hubei,gdp_growth,"7,%,2022\n', {"F142", "U009"}),
        ("Hubei,gdp,1e999999999,CNY,2022\n", {"U009"}),
        (f"Hubei,gdp,{'9' * 100_000},CNY,2022\n", {"U009"}),
        ("Hubei,gdp_growth,=1+1,%,2022\n", {"U009"}),
        ('"=HYPERLINK(""http://x"")",gdp_growth,7,%,2022\n', {"R001"}),
    ],
)
def test_what_is_wrong_with_one_row_is_told_and_the_others_are_read(
    content: str, expected: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("t.csv").write_text(HEAD + content + GOOD, encoding="utf-8")
    status, lines, err = run(capsys, "t.csv")
    assert set(codes(lines)) <= expected
    assert codes(lines)
    assert (status in (0, 1), err) == (True, "")


def test_a_table_without_a_header_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.csv").write_text(GOOD * 50, encoding="utf-8")
    status, lines, _ = run(capsys, "t.csv")
    assert (status, codes(lines)) == (1, ["F146"])


def test_a_missing_column_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.csv").write_text("metric,value,unit,year\ngdp_growth,7,%,2022\n", encoding="utf-8")
    assert codes(run(capsys, "t.csv")[1]) == ["F146"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("t.csv", b"", "it is empty"),
        ("t.csv", b"\n\n\n", "it is empty"),
        ("t.csv", b"\0\0,\0", "NUL characters"),
        ("t.csv", b"\xff\xff\xff\xff" * 50, "is not utf-8 or gb18030 text"),
        ("t.xlsx", b"no workbook", "is no Excel workbook"),
        ("t.yaml", b"- &a {region: Hubei, metric: gdp, value: 7%}\n- *a\n", "YAML aliases"),
        ("t.csv", ",".join(f"c{n}" for n in range(20_000)).encode(), "16,384 columns"),
    ],
)
def test_what_is_no_table_is_one_message(
    name: str, data: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)
    status, lines, err = run(capsys, name)
    assert (status, lines, len(err.splitlines())) == (2, [], 1)
    assert message in err


def test_a_workbook_that_unpacks_to_a_gibibyte_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with zipfile.ZipFile("t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(100):
                part.write(b"<row/>" * 200_000)
    status, _, err = run(capsys, "t.xlsx")
    assert status == 2
    assert "would unpack" in err


@pytest.mark.parametrize("form", ["text", "concise", "github", "html", "json", "sarif"])
def test_no_control_character_reaches_the_terminal(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = "Hu\x1b[31mbei\x1b]0;x\x07,gdp\u202e_growth,7 \x9bpct,%\x1b[2J,20\u206622\n"
    Path("t.csv").write_text(HEAD + row, encoding="utf-8")
    _, lines, _ = run(capsys, "t.csv", form=form)
    shown = "".join(lines)
    assert shown
    assert not {char for char in shown if char in "\x1b\x07\x9b\u202e\u2066"}


def test_no_control_character_of_a_file_name_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("\x1b[2J.csv", "\x1b[2J.md"):
        Path(name).write_text(f"{HEAD}[x]{{.regoin}},a,b,c,d\n", encoding="utf-8")
        for given in (name, f"{name}.none"):
            _, lines, err = run(capsys, given)
            assert "\x1b" not in "".join(lines) + err
            assert lines or err


def test_no_source_outside_its_folder_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    Path("secret.txt").write_text("Hubei aims at growth of 7%", encoding="utf-8")
    Path("corpus").mkdir()
    Path("corpus/own.txt").write_text("Hunan", encoding="utf-8")
    Path("corpus/link.txt").symlink_to("../secret.txt")
    rows = [
        f"Hubei,gdp_growth,7,%,2022,{name},Hubei aims at growth of 7%\n"
        for name in ("../secret.txt", "link.txt", "/etc/passwd", "corpus/../secret.txt")
    ]
    head = HEAD.replace("\n", ",source,quote\n")
    Path("t.csv").write_text(head + "".join(rows), encoding="utf-8")
    _, lines, _ = run(capsys, "t.csv", "--sources", "corpus", "--select", "F150")
    assert codes(lines) == ["F150"] * 4
