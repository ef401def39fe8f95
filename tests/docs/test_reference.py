"""Every public name has its place in the reference."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import regiontargets as rt

REFERENCE = Path(__file__).parents[2] / "docs/reference"
BLOCK = re.compile(
    r"^::: (?P<path>[\w.]+)\n(?:    options:\n)?(?:      members: \[(?P<members>[^\]]*)\])?",
    re.MULTILINE,
)
OBJECTS = {"units", "regions", "metrics", "__version__"}
"""What is no class or function; a sentence names it."""


def documented() -> set[int]:
    """The objects that the pages show, by identity."""
    found: set[int] = set()
    for page in sorted(REFERENCE.glob("*.md")):
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            found.update(map(id, shown(block["path"], block["members"])))
    return found


def shown(path: str, members: str | None) -> list[object]:
    """The object at a path, or its members where it is a module."""
    try:
        module = import_module(path)
    except ModuleNotFoundError:
        home, _, name = path.rpartition(".")
        return [getattr(import_module(home), name)]
    names = re.split(r",\s*", members) if members else vars(module)
    return [getattr(module, name) for name in names]


@pytest.mark.parametrize("name", sorted(set(rt.__all__) - OBJECTS))
def test_a_public_name_is_in_the_reference(name: str) -> None:
    assert id(getattr(rt, name)) in documented()


@pytest.mark.parametrize("name", sorted(OBJECTS - {"__version__"}))
def test_a_public_object_is_named_there(name: str) -> None:
    assert f"`rt.{name}`" in (REFERENCE / "api.md").read_text(encoding="utf-8")
