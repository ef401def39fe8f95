"""What `validate --format json` writes, as a JSON Schema."""

from __future__ import annotations

from typing import get_args

from regiontargets.findings import Severity

_PLACES = {
    "path": "The file.",
    "line": "The 1-based line.",
    "column": "The 1-based column, in code points.",
    "end_line": "The line on which it ends.",
    "end_column": "The column behind its last character.",
    "row": "In a table: the 1-based data record.",
    "field": "In a table: the name of the column.",
}
_WORDS = {
    "text": "The offending text.",
    "reason": "Why it is wrong.",
    "suggestion": "What to do about it.",
}
_COUNTS = ("errors", "warnings", "notes", "records", "suppressed")

Schema = dict[str, object]


def report_schema() -> Schema:
    """The schema of version 1 of the report.

    >>> report_schema()["title"]
    'Report'
    """
    return {
        "title": "Report",
        "description": "What is wrong with some data, where, why and what to do.",
        **_closed({"version": {"const": 1}, "findings": _list(_finding()), "summary": _summary()}),
    }


def _finding() -> Schema:
    numbers = {"line", "column", "end_line", "end_column", "row"}
    places = {
        name: {"type": ["integer" if name in numbers else "string", "null"], "description": words}
        for name, words in _PLACES.items()
    }
    words = {
        name: {"type": ["string", "null"], "description": said} for name, said in _WORDS.items()
    }
    fix = _closed({"description": {"type": "string"}, "replacement": {"type": "string"}})
    return _closed(
        {
            "code": {"type": "string", "description": "The rule's code.", "examples": ["U003"]},
            "severity": {"enum": [*get_args(Severity)]},
            "message": {"type": "string", "description": "What is wrong, in one sentence."},
            **places,
            **words,
            "fix": {"anyOf": [fix, {"type": "null"}], "description": "A safe mend."},
        }
    )


def _summary() -> Schema:
    count: Schema = {"type": "integer", "minimum": 0}
    codes: Schema = {"type": "object", "additionalProperties": count}
    return _closed({**dict.fromkeys(_COUNTS, count), "codes": codes})


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _closed(properties: Schema) -> Schema:
    """An object that has these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
