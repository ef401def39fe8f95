"""For programs: every finding with its place, in JSON."""

from __future__ import annotations

import json
from typing import TypeAlias

from regiontargets.findings import Finding
from regiontargets.validators import Report, Summary

NAME = "json"
TITLE = "for programs: every finding with its place"

VERSION = 1
"""The version of the schema: it counts up when something in it changes its meaning."""

Value: TypeAlias = "str | int | dict[str, Value] | None"


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - JSON has no colours
    """The report as JSON; lines and columns are 1-based, in code points.

    >>> import json
    >>> sorted(json.loads(render(Report())))
    ['findings', 'summary', 'version']
    """
    whole = {
        "version": VERSION,
        "findings": [finding_object(finding) for finding in report],
        "summary": _summary(report.summary),
    }
    # ASCII only: half a surrogate pair or a bidi control in a text stays harmless everywhere.
    return json.dumps(whole, indent=2)


def finding_object(finding: Finding) -> dict[str, Value]:
    """One finding as a JSON object; null where something does not apply."""
    place = finding.place
    fix: dict[str, Value] | None = None
    if finding.fix is not None:
        fix = {"description": finding.fix.description, "replacement": finding.fix.replacement}
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "row": place.row,
        "field": place.field,
        "text": finding.text or None,
        "reason": finding.reason or None,
        "suggestion": finding.suggestion or None,
        "fix": fix,
    }


def _summary(summary: Summary) -> dict[str, Value]:
    return {
        "errors": summary.errors,
        "warnings": summary.warnings,
        "notes": summary.notes,
        "codes": dict(summary.codes),
        "records": summary.records,
        "suppressed": summary.suppressed,
    }
