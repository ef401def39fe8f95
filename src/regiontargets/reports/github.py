"""Annotations on the lines of a pull request, by GitHub's workflow commands."""

from __future__ import annotations

from regiontargets.findings import Finding
from regiontargets.validators import Report

from .cells import shown

NAME = "github"
TITLE = "annotations on the lines of a pull request on GitHub"

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - commands have none
    """The report as workflow commands, one line a finding.

    >>> from regiontargets.findings import Finding, Place
    >>> print(render(Report.of([Finding("U006", "number without a unit",
    ...                                 place=Place("a.md", 3, 14, 3, 15))])))
    ::error title=U006,file=a.md,line=3,endLine=3,col=14,endColumn=15::number without a unit
    """
    return "\n".join(_command(finding) for finding in report)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "title": finding.code,
        "file": place.file,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
    }
    said = ",".join(
        f"{name}={_escaped(str(value), _PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    return f"::{_COMMANDS[finding.severity]} {said}::{_escaped(_text(finding), _DATA)}"


def _text(finding: Finding) -> str:
    """Message, reason and suggestion on lines of their own, and what a table's place is."""
    row = "" if finding.place.row is None else f"{shown(str(finding.place))}: "
    why = f"why: {shown(finding.reason)}" if finding.reason else ""
    help_ = f"help: {shown(finding.suggestion)}" if finding.suggestion else ""
    return "\n".join(part for part in (row + shown(finding.message), why, help_) if part)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """As the runner reads it: its own signs by their codes, and nothing that it cannot show."""
    return "".join(escapes.get(char) or shown(char) for char in text)
