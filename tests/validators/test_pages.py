"""The pages under docs/rules are those of the rules, and their examples are true."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "update/rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_the_ones_that_are_checked_in(generator: ModuleType) -> None:
    folder = ROOT / "docs/rules"
    checked_in = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}

    assert checked_in == generator.pages(), "run: python update/rule_pages.py"


def test_every_family_has_its_section(generator: ModuleType) -> None:
    for title in generator.FAMILIES.values():
        assert f"\n## {title}\n" in generator.index()
