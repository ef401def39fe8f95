"""A Report: sorted, counted, and shown."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError

import pytest

from regiontargets.findings import Finding, Place
from regiontargets.validators import Report, Summary

LATE = Finding("U006", "number without a unit", place=Place("b.md", 1, 1))
EARLY = Finding("Y008", "a target without a period", "warning", Place("a.md", 9, 4))
EARLIER = Finding("F120", "a second region", "note", Place("a.md", 9, 2))
NOWHERE = Finding("R005", "a target without a region")


def test_findings_are_sorted_by_path_line_column_row_and_code() -> None:
    rows = [Finding(code, "", place=Place("c.csv", row=row)) for code, row in (("U", 2), ("M", 2))]

    report = Report.of([LATE, *rows, EARLY, NOWHERE, EARLIER])

    assert report.findings == (NOWHERE, EARLIER, EARLY, LATE, rows[1], rows[0])


def test_it_counts_by_severity_and_code() -> None:
    report = Report.of([LATE, EARLY, EARLIER, LATE], records=3)

    assert report.summary == Summary(2, 1, 1, (("F120", 1), ("U006", 2), ("Y008", 1)), 3)
    assert str(report.summary) == "2 errors, 1 warning and 1 note in 3 records"
    assert (report.errors, report.warnings, report.notes) == ((LATE, LATE), (EARLY,), (EARLIER,))


def test_only_errors_make_it_not_ok() -> None:
    assert Report.of([EARLY, EARLIER]).ok
    assert not Report.of([LATE]).ok


def test_it_is_a_collection_of_its_findings() -> None:
    report = Report.of([LATE, EARLY])

    assert len(report) == 2
    assert list(report) == [EARLY, LATE]
    assert not Report()


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Report().findings = ()  # type: ignore[misc]


def test_str_is_the_text_report_and_to_json_the_json_report() -> None:
    report = Report.of([LATE])

    assert str(report).startswith("error[U006]: number without a unit\n --> b.md:1:1")
    assert json.loads(report.to_json())["findings"][0]["code"] == "U006"
