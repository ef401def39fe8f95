"""Rewrite what the tutorial and the how-tos show: `python update/page_outputs.py`.

Each page is a script that is walked through from top to bottom in an empty folder: a block with a
title is a file of that name, `python` is run, and so is each `$ regiontargets …` of a `console`. What
they print takes the place of what the page showed; a command that showed nothing still does not.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from regiontargets.cli import main as command_line

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "docs/tutorial.md", *sorted((ROOT / "docs/how-to").glob("*.md"))]
FENCE = re.compile(
    r'^(?P<indent> *)```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^ *```$',
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<shown>(?:(?!\$ ).*\n)*)", re.MULTILINE)
INSTALLS = ("python3 -m venv", ". .venv/", "pip install")


def main() -> None:
    """Rewrite every page."""
    for page in PAGES:
        page.write_text(rewritten(page), encoding="utf-8")


def rewritten(page: Path) -> str:
    """A page with what its blocks print today."""
    names: dict[str, object] = {}
    text = page.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder, chdir(folder), patch.dict(os.environ, COLUMNS="140"):
        Path("examples").symlink_to(ROOT / "examples")
        return FENCE.sub(lambda fence: _block(fence, names), text)


def _block(fence: re.Match[str], names: dict[str, object]) -> str:
    opening, text = fence[0].split("\n", 1)[0], fence["text"]
    if fence["title"]:
        path = Path(fence["title"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    elif fence["kind"] == "console":
        text = COMMAND.sub(_command, text)
    elif fence["kind"] == "python" and text.startswith(">>>"):
        text = _session(text, names)
    elif fence["kind"] == "python":
        exec(compile(text, "page", "exec"), names)
    return f"{opening}\n{text}{fence['indent']}```"


def _command(match: re.Match[str]) -> str:
    command, shown = match["command"], match["shown"]
    if command.startswith(INSTALLS):
        return match[0]
    program, *arguments = shlex.split(command, comments=True)
    if program != "regiontargets":
        raise ValueError(f"a command that cannot be run: {command}")
    with redirect_stdout(StringIO()) as printed, redirect_stderr(StringIO()):
        status = command_line(arguments)
    if status not in (0, 1):
        raise ValueError(f"exit status {status}: {command}")
    if shown.strip():
        shown = "".join(f"{line.rstrip()}\n" for line in printed.getvalue().strip().splitlines())
    return f"$ {command}\n{shown}"


def _session(text: str, names: dict[str, object]) -> str:
    return "".join(_example(each, names) for each in doctest.DocTestParser().get_examples(text))


def _example(example: doctest.Example, names: dict[str, object]) -> str:
    with redirect_stdout(StringIO()) as printed:
        exec(compile(example.source, "page", "single"), names)
    first, *more = example.source.splitlines()
    return "\n".join([f">>> {first}", *(f"... {line}" for line in more), printed.getvalue()])


if __name__ == "__main__":
    main()
