"""Which findings are wanted, and how severe they are."""

from __future__ import annotations

import pytest

from regiontargets.findings import Finding
from regiontargets.model import Dataset, Records, Target
from regiontargets.validators import Selection, UnknownRule, validate_dataset


@pytest.mark.parametrize(
    ("select", "ignore", "wanted", "unwanted"),
    [
        ((), (), ("U003", "Y008", "F010"), ()),
        (("U",), (), ("U002", "U003"), ("Y008", "F010")),
        (("U003", "Y"), (), ("U003", "Y002"), ("U002",)),
        ((), ("Y",), ("U003",), ("Y002", "Y008")),
        (("Y",), ("Y008",), ("Y002",), ("Y008", "U003")),
        (("Y008",), ("Y",), ("Y008",), ("Y002",)),
        (("Y008",), ("Y008",), (), ("Y008",)),
        (("F",), (), ("F010", "F120"), ("U003",)),
    ],
)
def test_the_longest_beginning_decides(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
) -> None:
    selection = Selection(select, ignore)

    assert all(selection.wants(code) for code in wanted)
    assert not any(selection.wants(code) for code in unwanted)


def test_what_is_off_by_default_runs_when_selected_by_code_or_family() -> None:
    assert not Selection().wants("E009", default=False)
    assert not Selection(ignore=("U",)).wants("E009", default=False)
    assert Selection(select=("U002",)).wants("U002", default=False)
    assert Selection(select=("U",)).wants("U002", default=False)


@pytest.mark.parametrize("code", ["Z", "U9", "u003", "", "F0000", "Ü\x1b[31m"])
def test_a_code_that_no_rule_begins_with_is_refused(code: str) -> None:
    with pytest.raises(UnknownRule, match="no rule's code is or begins with"):
        Selection(select=(code,))


def test_a_severity_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'fatal' is no severity; error, warning, note are"):
        Selection(severities={"U": "fatal"})  # type: ignore[dict-item]


def test_severities_are_set_by_the_longest_beginning_for_loading_findings_too() -> None:
    dataset = Dataset(targets=Records([Target(id="t")])).with_findings([Finding("F010", "torn")])

    report = validate_dataset(dataset, severities={"Y": "error", "R005": "note", "F": "warning"})

    severities = {finding.code: finding.severity for finding in report}
    assert severities == {"F010": "warning", "M003": "error", "R005": "note", "Y008": "error"}


def test_findings_of_loading_go_through_the_same_selection() -> None:
    dataset = Dataset().with_findings([Finding("F010", "torn"), Finding("F020", "bent")])

    assert [each.code for each in validate_dataset(dataset, ignore=["F01"])] == ["F020"]
