"""Folder, registry, names and pages of the rules agree."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from regiontargets import validators
from regiontargets.findings import SEVERITIES
from regiontargets.validators import RecordRule, Rule, UnknownRule, explain, page, rule, rules
from regiontargets.validators.columns import DatasetFacts
from regiontargets.validators.derived import DERIVED
from regiontargets.validators.facts import EXTRACTS, FACTS
from regiontargets.validators.pages import HEADINGS
from regiontargets.validators.registry import MODULES, class_name
from regiontargets.validators.shapes import GroupRule

FOLDER = Path(inspect.getfile(validators)).parent
FAMILIES = {
    "U": "units",
    "Y": "periods",
    "R": "regions",
    "M": "metrics",
    "D": "consistency",
    "E": "evidence",
}


def rule_files() -> Iterator[str]:
    for family in FAMILIES.values():
        for path in (FOLDER / family).glob("*.py"):
            if "\n    code = " in path.read_text(encoding="utf-8"):
                yield f"{family}.{path.stem}"


def test_every_rule_in_the_folder_is_registered_once() -> None:
    assert sorted(MODULES.values()) == sorted(rule_files())


def test_rules_stand_in_the_order_of_their_families_and_codes() -> None:
    order = "UYRMDE"
    assert list(MODULES) == sorted(MODULES, key=lambda code: (order.index(code[0]), code))


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.code)
class TestRule:
    def test_bears_the_name_of_its_file_and_its_registered_code(self, each: Rule) -> None:
        assert MODULES[each.code].startswith(FAMILIES[each.code[0]])
        assert type(each).__name__ == class_name(MODULES[each.code])
        assert re.fullmatch(r"[UYRMDE]\d{3}", each.code)

    def test_states_severity_and_facts(self, each: Rule) -> None:
        assert each.severity in SEVERITIES
        assert each.reads
        assert set(each.reads) <= set(FACTS)
        assert len(set(each.reads)) == len(each.reads)
        if isinstance(each, GroupRule):
            assert set(each.groups) <= set(each.reads)

    def test_has_a_whole_page(self, each: Rule) -> None:
        found = page(each)

        assert tuple(found.sections) == HEADINGS
        assert re.fullmatch(r"[A-Z][^\n]+\.", found.title)
        assert all(found.sections.values())
        assert found.annotated("Example") != found.annotated("Instead")

    def test_module_says_its_code_and_nothing_else(self, each: Rule) -> None:
        assert inspect.getmodule(type(each)).__doc__ == f"{each.code}."


def test_every_fact_can_be_taken_from_a_record_or_worked_out() -> None:
    assert set(EXTRACTS) | set(DERIVED) == set(FACTS)
    known = set(EXTRACTS)
    for fact, (reads, _) in DERIVED.items():
        assert set(reads) <= known
        known.add(fact)


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(UnknownRule, match="no rule 'U999'"):
        rule("U999")


def test_explain_takes_a_code_in_any_case() -> None:
    shown = explain(" u006 ")

    assert shown.startswith(
        "# U006: number_without_unit\n\nNumber without a unit. Severity: error."
    )
    assert "## Instead" in shown


def test_rules_read_only_the_facts_they_declare(all_cases: list[Any]) -> None:
    """Rules see facts that were not declared as missing: here, reading one is an error."""
    for each in rules():
        if not isinstance(each, RecordRule):
            continue
        for case in all_cases:
            table = DatasetFacts(case.dataset)
            columns = {fact: table.column(fact) for fact in each.reads}
            for row in range(len(table.records)):
                facts = {fact: column.value(row) for fact, column in columns.items()}
                list(each.check(SimpleNamespace(**facts)))  # type: ignore[arg-type]
