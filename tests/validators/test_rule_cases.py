"""Every rule against its passing, failing and near-miss cases (cases/*.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from regiontargets.findings import Finding
from regiontargets.validators import rules, validate_dataset

DEFAULT = [rule.code for rule in rules() if rule.default]


def test_a_rule_finds_exactly_what_its_case_says(
    rule_case: Any, as_plain: Callable[[Finding], dict[str, Any]]
) -> None:
    report = validate_dataset(rule_case.dataset, select=[*DEFAULT, rule_case.code])

    own = [finding for finding in report if finding.code == rule_case.code]
    assert [as_plain(finding) for finding in own] == rule_case.findings


def test_one_cause_is_found_by_one_rule(rule_case: Any) -> None:
    report = validate_dataset(rule_case.dataset)

    codes = {finding.code for finding in report} - {rule_case.code}
    assert codes == set(rule_case.also)


def test_every_rule_has_passing_and_failing_cases(all_cases: list[Any]) -> None:
    for rule in rules():
        own = [case for case in all_cases if case.code == rule.code]
        assert any(case.findings for case in own), f"{rule.code} has no failing case"
        assert any(not case.findings for case in own), f"{rule.code} has no passing case"
