"""SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath, PureWindowsPath
from typing import TypeAlias
from urllib.parse import quote

from regiontargets._version import __version__
from regiontargets.findings import Finding, Fix, Place, Related
from regiontargets.validators import Report, UnknownRule, page, rule

NAME = "sarif"
TITLE = "SARIF 2.1.0, for code scanning services and editors"

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Value: TypeAlias = "str | int | bool | list[Object] | Object"
Object: TypeAlias = "dict[str, Value]"


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - JSON has no colours
    """The report as a SARIF log of one run.

    >>> import json
    >>> json.loads(render(Report()))["version"]
    '2.1.0'
    """
    codes = {code: index for index, (code, _) in enumerate(report.summary.codes)}
    driver: Object = {
        "name": "regiontargets",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in report],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> Object:
    try:
        found = rule(code)
    except UnknownRule:  # what a format's file gets wrong has no page of its own
        return {"id": code}
    about = page(found)
    return {
        "id": code,
        "name": type(found).__name__,
        "shortDescription": {"text": about.title},
        "help": {"text": "\n\n".join(f"{head}\n{text}" for head, text in about.sections.items())},
        "defaultConfiguration": {"level": found.severity},
    }


def _result(finding: Finding, codes: dict[str, int]) -> Object:
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": codes[finding.code],
        "level": finding.severity,
        "message": {"text": _message(finding)},
    }
    if location := _location(finding.place, finding.text):
        result["locations"] = [location]
    if finding.related is not None and (other := _related(finding.related)):
        result["relatedLocations"] = [other]
    if finding.place.row is not None:
        result["properties"] = _of_a_row(finding)
    elif finding.fix is not None and finding.place.path and finding.place.line is not None:
        result["fixes"] = [_fix(finding.fix, finding.place)]
    return result


def _of_a_row(finding: Finding) -> Object:
    """The record, the column and the new cell: SARIF has no places in tables to put a fix at."""
    said: Object = {"row": finding.place.row or 0}
    if finding.place.field is not None:
        said["field"] = finding.place.field
    if finding.fix is not None:
        said["fix"] = {
            "description": finding.fix.description,
            "replacement": finding.fix.replacement,
        }
    return said


def _message(finding: Finding) -> str:
    parts: Iterable[str] = (finding.message, finding.reason)
    sentence = ": ".join(part for part in parts if part)
    return f"{sentence}. {finding.suggestion}".strip()


def _location(place: Place, text: str = "") -> Object:
    location: Object = {}
    if place.file:
        physical: Object = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line is not None:
            physical["region"] = _region(place, text)
        location["physicalLocation"] = physical
    if place.row is not None:
        sheet = (place.path or "").removeprefix(place.file or "")
        named = f"{sheet} row {place.row}".strip() + (f", {place.field}" if place.field else "")
        location["logicalLocations"] = [{"fullyQualifiedName": named, "kind": "member"}]
    return location


def _related(related: Related) -> Object:
    place = related.place
    if place.row is not None:  # its columns count from the beginning of the cell, not of the line
        place = replace(place, column=None, end_column=None)
    message: Object = {"text": related.message}
    return {**_location(place), "message": message}


def _region(place: Place, text: str = "") -> Object:
    region: Object = {"startLine": place.line or 1}
    if place.column is not None:
        region["startColumn"] = place.column
    if place.end_line is not None:
        region["endLine"] = place.end_line
    if place.end_column is not None:
        region["endColumn"] = place.end_column
    if text:
        region["snippet"] = {"text": text}
    return region


def _fix(fix: Fix, place: Place) -> Object:
    replacement: Object = {
        "deletedRegion": _region(place),
        "insertedContent": {"text": fix.replacement},
    }
    change: Object = {
        "artifactLocation": {"uri": _uri(place.path or "")},
        "replacements": [replacement],
    }
    return {"description": {"text": fix.description}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    r"""A path as a URI reference, relative where the path is.

    >>> _uri("my data/目标.csv"), _uri("C:\\data\\a.md")
    ('my%20data/%E7%9B%AE%E6%A0%87.csv', 'file:///C:/data/a.md')
    """
    windows = PureWindowsPath(path)
    if windows.drive:
        return f"file:///{quote(windows.as_posix(), safe='/:')}"
    quoted = quote(PurePath(path).as_posix(), safe="/", errors="replace")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
