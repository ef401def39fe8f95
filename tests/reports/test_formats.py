"""The other formats of a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regiontargets import reports
from regiontargets.findings import Finding, Fix, Place
from regiontargets.reports import MODULES, UnknownReportFormat, render, report_formats
from regiontargets.validators import Report

IN_TEXT = Finding(
    "U003",
    "percent where percentage points are meant",
    "error",
    Place("a.md", 3, 14, 3, 21),
    "0.5 per\u202ecent",
    "R&D intensity is itself in percent",
    "Write 0.5 percentage points.",
)
IN_TABLE = Finding(
    "U001",
    "unknown unit 'yaun'",
    "warning",
    Place("t.csv", row=7, field="unit"),
    "yaun",
    fix=Fix("Write the usual name", "yuan"),
)
REPORT = Report.of([IN_TEXT, IN_TABLE], records=2)


def test_concise_is_one_line_a_finding() -> None:
    assert render(REPORT, "concise") == (
        "a.md:3:14: U003 percent where percentage points are meant\n"
        "t.csv:row 7, unit: U001 unknown unit 'yaun'"
    )


def test_json_has_every_key_of_every_finding() -> None:
    assert json.loads(render(REPORT, "json")) == {
        "version": 1,
        "findings": [
            {
                "code": "U003",
                "severity": "error",
                "message": "percent where percentage points are meant",
                "path": "a.md",
                "line": 3,
                "column": 14,
                "end_line": 3,
                "end_column": 21,
                "row": None,
                "field": None,
                "text": "0.5 per\u202ecent",
                "reason": "R&D intensity is itself in percent",
                "suggestion": "Write 0.5 percentage points.",
                "fix": None,
            },
            {
                "code": "U001",
                "severity": "warning",
                "message": "unknown unit 'yaun'",
                "path": "t.csv",
                "line": None,
                "column": None,
                "end_line": None,
                "end_column": None,
                "row": 7,
                "field": "unit",
                "text": "yaun",
                "reason": None,
                "suggestion": None,
                "fix": {"description": "Write the usual name", "replacement": "yuan"},
            },
        ],
        "summary": {
            "errors": 1,
            "warnings": 1,
            "notes": 0,
            "codes": {"U001": 1, "U003": 1},
            "records": 2,
            "suppressed": 0,
        },
    }


def test_json_is_pure_ascii_so_that_half_a_character_cannot_break_it() -> None:
    broken = Report.of([Finding("F020", "half a character", text="\ud83d")])

    assert render(broken, "json").isascii()


def test_every_format_in_the_folder_is_registered() -> None:
    folder = Path(reports.__file__).parent
    modules = [
        path.stem
        for path in folder.glob("*.py")
        if "\ndef render(report: Report, *" in path.read_text(encoding="utf-8")
    ]
    assert sorted(modules) == sorted(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_format_bears_its_modules_name_and_renders_nothing_and_something(name: str) -> None:
    assert report_formats()[name].TITLE
    assert isinstance(render(Report(), name), str)
    assert "U003" in render(REPORT, name)


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UnknownReportFormat, match=r"no report format 'pdf'\. Known: text"):
        render(REPORT, "pdf")
