"""What the README and the pages show is what happens.

A page is a script: a block with a title is a file of that name, `python` is run and what it shows
compared, and in the tutorial and the how-tos each `$ regiontargets …` of a `console` is run too.
"""

import doctest
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from regiontargets.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r'^(?P<indent> *)```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^ *```$',
    re.MULTILINE | re.DOTALL,
)
EXPECTED = re.compile(r"^(?P<code>[^#\n].*)\n# (?P<shown>.+)$", re.MULTILINE)
INSTALLS = ("python3 -m venv", ". .venv/", "pip install")


@dataclass(frozen=True)
class Block:
    kind: str
    title: str | None
    text: str


def blocks(page: Path) -> list[Block]:
    found = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [
        Block(each["kind"], each["title"], dedented(each["text"], each["indent"])) for each in found
    ]


def dedented(text: str, indent: str) -> str:
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def is_walked_through(page: Path) -> bool:
    """Whether the page's commands, too, are to be typed as they stand."""
    return page.stem == "tutorial" or page.parent.name == "how-to"


WITH_CODE = [
    page
    for page in PAGES
    if is_walked_through(page) or any(each.kind == "python" for each in blocks(page))
]


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_runs_and_shows_what_it_says(
    page: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.title is not None:
            path = Path(block.title)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.kind == "python":
            run_python(block.text, names, page)
        elif block.kind == "console" and is_walked_through(page):
            run_console(block.text, capsys)


def run_python(block: str, names: dict[str, object], page: Path) -> None:
    if block.startswith(">>>"):
        test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), 0)
        # Each test has its own copy of the names; what a block defines is there in the next.
        doctest.DebugRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, clear_globs=False)
        names.update(test.globs)
        return
    exec(compile(block, str(page), "exec"), names)  # noqa: S102 - the page's own code
    for match in EXPECTED.finditer(block):
        assert repr(eval(match["code"], names)) == match["shown"]  # noqa: S307


def run_console(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    for session in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = session.partition("\n")
        if command.startswith(INSTALLS):
            continue
        program, *arguments = shlex.split(command, comments=True)
        assert program == "regiontargets", f"a command that no test can run: {command}"
        capsys.readouterr()
        status = main(arguments)
        printed = capsys.readouterr().out
        assert status in (0, 1), command
        if shown.strip():
            assert lines(printed) == lines(shown), command


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def test_the_first_commands_are_the_two() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    console = re.search(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert console is not None
    commands = [line.split("#")[0].strip(" $") for line in console[1].splitlines()]
    assert commands == ["make demo", "make test"]
