"""What the README and the pages show is what happens."""

import doctest
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUTPUTS = runpy.run_path(str(ROOT / "update/page_outputs.py"))
WALKED: list[Path] = OUTPUTS["PAGES"]
PAGES = [ROOT / "README.md", *sorted({*(ROOT / "docs").rglob("*.md")} - {*WALKED})]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXPECTED = re.compile(r"^(?P<code>[^#\n].*)\n# (?P<shown>.+)$", re.MULTILINE)


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> list[str]:
    return [each[1] for each in BLOCK.finditer(page.read_text(encoding="utf-8"))]


WITH_CODE = [page for page in PAGES if blocks(page)]


@pytest.mark.parametrize("page", WALKED, ids=named)
def test_a_page_that_is_walked_through_shows_what_is_printed(page: Path) -> None:
    """If not, look at what has changed; `python update/page_outputs.py` rewrites the pages."""
    assert page.read_text(encoding="utf-8") == OUTPUTS["rewritten"](page)


@pytest.mark.parametrize("page", WITH_CODE, ids=named)
def test_every_block_runs_and_shows_what_it_says(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.startswith(">>>"):
            run_as_session(block, names, page)
            continue
        exec(compile(block, str(page), "exec"), names)  # noqa: S102 - the page's own code
        for match in EXPECTED.finditer(block):
            assert repr(eval(match["code"], names)) == match["shown"]  # noqa: S307


def run_as_session(block: str, names: dict[str, object], page: Path) -> None:
    test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), 0)
    # Each test has its own copy of the names; what a block defines is there in the next.
    doctest.DebugRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, clear_globs=False)
    names.update(test.globs)


def test_the_first_commands_are_the_two() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    console = re.search(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert console is not None
    commands = [line.split("#")[0].strip(" $") for line in console[1].splitlines()]
    assert commands == ["make demo", "make test"]


LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
OUTSIDE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "examples/README.md")]


@pytest.mark.parametrize("page", OUTSIDE, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
