"""The SARIF report, held to the standard's schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from regiontargets.findings import Excerpt, Finding, Fix, Place, Related
from regiontargets.reports import render
from regiontargets.validators import Report

PUBLISHED = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"

FINDINGS = [
    Finding(
        "U003",
        "percent where percentage points are meant",
        "error",
        Place("data/my article.md", 3, 14, 3, 21),
        "0.5 percent",
        "it is itself in percent",
        "Write 0.5 percentage points.",
        Fix("Write points", "0.5 percentage points"),
    ),
    Finding("F123", "torn", "note", Place("/data/a.md", 2), text="\ud800"),
    Finding("U001", "unknown unit", "warning", Place("t.csv", row=7, field="unit")),
    Finding("R005", "a target without a region"),
    Finding(
        "E006",
        "the evidence says about",
        place=Place("t.csv", 4, row=3, field="value"),
        related=Related(
            "the evidence states this",
            Place("t.csv", 4, 9, end_column=15, row=3, field="quote"),
            Excerpt("about 5%"),
        ),
    ),
]


def log(*findings: Finding) -> Any:
    return json.loads(render(Report.of(findings), "sarif"))


@pytest.mark.parametrize("findings", [FINDINGS, []], ids=["findings", "none"])
def test_it_is_valid(findings: list[Finding]) -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))

    errors = jsonschema.Draft4Validator(schema).iter_errors(log(*findings))

    assert [error.message for error in errors] == []


def test_a_result_has_its_rule_its_place_its_words_and_its_fix() -> None:
    made = log(FINDINGS[0])["runs"][0]

    assert made["columnKind"] == "unicodeCodePoints"
    (rule,) = made["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("U003", "PercentForPercentagePoint")
    assert rule["shortDescription"]["text"].startswith("Percent where percentage points")
    region = {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 21}
    uri = {"uri": "data/my%20article.md"}
    assert made["results"] == [
        {
            "ruleId": "U003",
            "ruleIndex": 0,
            "level": "error",
            "message": {
                "text": "percent where percentage points are meant: it is itself in percent. "
                "Write 0.5 percentage points."
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": uri,
                        "region": {**region, "snippet": {"text": "0.5 percent"}},
                    }
                }
            ],
            "fixes": [
                {
                    "description": {"text": "Write points"},
                    "artifactChanges": [
                        {
                            "artifactLocation": uri,
                            "replacements": [
                                {
                                    "deletedRegion": region,
                                    "insertedContent": {"text": "0.5 percentage points"},
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ]


def test_a_row_of_a_table_is_a_logical_place() -> None:
    (result,) = log(FINDINGS[2])["runs"][0]["results"]

    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "t.csv"}},
            "logicalLocations": [{"fullyQualifiedName": "row 7, unit", "kind": "member"}],
        }
    ]


def test_what_a_formats_file_gets_wrong_is_a_rule_by_its_code() -> None:
    assert log(FINDINGS[1])["runs"][0]["tool"]["driver"]["rules"] == [{"id": "F123"}]


def test_the_words_of_a_quote_that_say_otherwise_are_a_related_location() -> None:
    (result,) = log(FINDINGS[-1])["runs"][0]["results"]

    assert result["relatedLocations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "t.csv"},
                "region": {"startLine": 4},
            },
            "logicalLocations": [{"fullyQualifiedName": "row 3, quote", "kind": "member"}],
            "message": {"text": "the evidence states this"},
        }
    ]


def test_a_row_of_a_table_has_its_number_its_column_and_its_fix() -> None:
    place = Place("t.csv", 8, row=7, field="unit")
    found = Finding("U001", "m", place=place, text="yaun", fix=Fix("Write the name", "yuan"))

    (result,) = log(found)["runs"][0]["results"]

    assert "fixes" not in result
    assert result["properties"] == {
        "row": 7,
        "field": "unit",
        "fix": {"description": "Write the name", "replacement": "yuan"},
    }


def test_the_file_of_a_sheet_is_its_workbook() -> None:
    found = Finding("U001", "m", place=Place("t.xlsx[2022]", row=7, field="unit"))

    (result,) = log(found)["runs"][0]["results"]

    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "t.xlsx"}
    (named,) = result["locations"][0]["logicalLocations"]
    assert named["fullyQualifiedName"] == "[2022] row 7, unit"
    assert "file=t.xlsx::" in render(Report.of([found]), "github")
