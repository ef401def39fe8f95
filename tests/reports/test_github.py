"""The annotations for GitHub."""

from __future__ import annotations

from regiontargets.findings import Finding, Place
from regiontargets.reports import render
from regiontargets.validators import Report


def one(finding: Finding) -> str:
    return render(Report.of([finding]), "github")


def test_message_reason_and_suggestion_are_lines_of_one_command() -> None:
    finding = Finding(
        "U003",
        "0.5% where points are meant",
        "warning",
        Place("a.md", 3, 14, 3, 21),
        reason="it is in percent",
        suggestion="Write points.",
    )

    assert one(finding) == (
        "::warning title=U003,file=a.md,line=3,endLine=3,col=14,endColumn=21::"
        "0.5%25 where points are meant%0Awhy: it is in percent%0Ahelp: Write points."
    )


def test_a_note_is_a_notice_and_a_row_is_told_in_the_text() -> None:
    finding = Finding("U001", "unknown unit", "note", Place("t.csv", row=7, field="unit"))

    assert one(finding) == "::notice title=U001,file=t.csv::t.csv:row 7, unit: unknown unit"


def test_nothing_in_a_finding_can_begin_a_command_of_its_own() -> None:
    evil = "a\n::error::b,c:d%0A\r\x1b"

    printed = one(Finding("F001", evil, place=Place(evil, 1), reason=evil))

    assert len(printed.splitlines()) == 1
    assert "file=a%0A%3A%3Aerror%3A%3Ab%2Cc%3Ad%250A%0D\\x1b,line=1" in printed
