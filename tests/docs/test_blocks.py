"""Blocks that are not run are at least what they claim to be."""

import csv
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from regiontargets.cli import _parser
from regiontargets.loaders import InputFile, format_named

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "examples/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w*)[^\n]*\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"^\$ regiontargets (.*)$", re.MULTILINE)


def found(*kinds: str) -> Iterator[tuple[str, str]]:
    """Blocks of some kinds, each with its page and line."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            if fence["kind"] in kinds:
                line = text.count("\n", 0, fence.start()) + 1
                yield f"{page.relative_to(ROOT)}:{line}", dedented(fence)


def dedented(fence: re.Match[str]) -> str:
    lines = fence["text"].splitlines(keepends=True)
    return "".join(line.removeprefix(fence["indent"]) for line in lines)


DATA = list(found("toml", "json", "yaml", "xml", "csv"))
KINDS = {name: kind for kind in ("toml", "json", "yaml", "xml", "csv") for name, _ in found(kind)}
ANNOTATED = [each for each in found("markdown") if "{." in each[1]]
COMMANDS = [(name, each) for name, text in found("console") for each in COMMAND.findall(text)]


@pytest.mark.parametrize(("name", "text"), DATA, ids=[name for name, _ in DATA])
def test_data_can_be_read(name: str, text: str) -> None:
    match KINDS[name]:
        case "toml":
            tomllib.loads(text)
        case "json":
            json.loads(text)
        case "yaml":
            yaml.safe_load(text)
        case "xml":
            ET.fromstring(text)  # noqa: S314 - the page's own
        case _:
            assert len({len(row) for row in csv.reader(text.splitlines())}) == 1


@pytest.mark.parametrize(("name", "text"), ANNOTATED, ids=[name for name, _ in ANNOTATED])
def test_annotated_text_is_well_formed(name: str, text: str) -> None:
    """What a fragment refers to may stand elsewhere (F007)."""
    (document,) = format_named("markdown").read(InputFile("page.md", text.encode()))
    assert [each for each in document.findings if each.code != "F007"] == [], name


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[f"{n} {c}" for n, c in COMMANDS])
def test_a_command_has_such_arguments(name: str, command: str) -> None:
    given = shlex.split(command, comments=True)
    assert _parser(given).parse_args(given).command == given[0], name
