"""What the README and the pages show is what happens."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXPECTED = re.compile(r"^(?P<code>[^#\n].*)\n# (?P<shown>.+)$", re.MULTILINE)


def blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "page", [p for p in PAGES if blocks(p)], ids=lambda page: str(page.relative_to(ROOT))
)
def test_every_block_runs_and_shows_what_it_says(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(page):
        exec(compile(block, str(page), "exec"), names)  # noqa: S102 - the page's own code
        for match in EXPECTED.finditer(block):
            assert repr(eval(match["code"], names)) == match["shown"]  # noqa: S307


def test_the_first_commands_are_the_two() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    console = re.search(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert console is not None
    commands = [line.split("#")[0].strip(" $") for line in console[1].splitlines()]
    assert commands == ["make demo", "make test"]
