"""The pages under docs/rules are those of the rules, and their examples are true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from regiontargets.api import load, validate
from regiontargets.validators import Report, Rule, page, rules

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generator(update_script: Callable[[str], ModuleType]) -> ModuleType:
    return update_script("rule_pages")


def test_the_generated_pages_are_the_ones_that_are_checked_in(generator: ModuleType) -> None:
    folder = ROOT / "docs/rules"
    checked_in = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}

    assert checked_in == generator.pages(), "run: python update/rule_pages.py"


def test_every_family_has_its_section(generator: ModuleType) -> None:
    for title in generator.FAMILIES.values():
        assert f"\n## {title}\n" in generator.index()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
class TestExample:
    def test_the_example_yields_exactly_its_code(self, rule: Rule, tmp_path: Path) -> None:
        report = validated(page(rule).annotated("Example"), tmp_path, rule)

        assert {finding.code for finding in report} == {rule.code}

    def test_what_stands_instead_yields_nothing(self, rule: Rule, tmp_path: Path) -> None:
        assert list(validated(page(rule).annotated("Instead"), tmp_path, rule)) == []


def validated(text: str, folder: Path, rule: Rule) -> Report:
    path = folder / ("example.json" if text.startswith("{") else "example.md")
    path.write_text(text, encoding="utf-8")
    select = [each.code for each in rules() if each.default or each is rule]
    return validate(load(path), select=[*select, "F"])
