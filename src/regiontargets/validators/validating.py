"""From a dataset to the findings about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from regiontargets.findings import Finding, Place, Severity
from regiontargets.model import Dataset, Evidence, Record
from regiontargets.model.origin import Location

from .columns import DatasetFacts
from .engine import run
from .problem import Problem
from .report import Report
from .rule import Rule
from .selection import Selection

_SHOWN = 200
"""Characters of an offending text that a finding keeps."""


def validate_dataset(
    dataset: Dataset,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
) -> Report:
    """Run the rules over a dataset; what loading already found is part of the report.

    Args:
        dataset: what to check.
        select: codes or beginnings of codes ("U003", "U") to look for; empty: all that are on
            by default.
        ignore: codes or beginnings of codes to leave out.
        severities: another severity for a code or beginning of codes.

    Raises:
        UnknownRule: nothing begins with one of the codes.

    >>> print(validate_dataset(Dataset()).summary)
    no findings in 0 records
    """
    selection = Selection(tuple(select), tuple(ignore), dict(severities or {}))
    known = {_identity(finding) for finding in dataset.findings}
    found = [
        finding
        for finding in _findings(selection.rules(), dataset)
        if _identity(finding) not in known
    ]
    wanted = selection.applied(_distinct([*dataset.findings, *found]))
    return Report.of(wanted, records=len(dataset.records))


def reading_findings(dataset: Dataset) -> tuple[Finding, ...]:
    """What loading could not read, as findings: the part of the rules that loading runs."""
    return Report.of(_distinct(_findings(Selection().rules(reading=True), dataset))).findings


def _distinct(findings: list[Finding]) -> list[Finding]:
    """Each once: what several records refer to is wrong in one place."""
    seen: set[Finding] = set()
    kept: list[Finding] = []
    for finding in findings:
        if finding.place.line is None or finding not in seen:
            kept.append(finding)
            seen.add(finding)
    return kept


def _identity(finding: Finding) -> tuple[object, ...]:
    """What makes two findings the same; a saved dataset knows lines that a new run does not."""
    return finding.code, finding.place.path, finding.text, finding.message


def _findings(rules: Iterable[Rule], dataset: Dataset) -> list[Finding]:
    table = DatasetFacts(dataset)
    records = table.records
    return [
        _finding(dataset, records, rule, row, problem) for rule, row, problem in run(rules, table)
    ]


def _finding(
    dataset: Dataset, records: tuple[Record, ...], rule: Rule, row: int, problem: Problem
) -> Finding:
    place, excerpt = _locate(dataset, records[row], problem)
    reason = problem.reason
    if problem.other is not None:
        other, _ = dataset.locate(records[problem.other], None)
        reason = f"{reason} ({records[problem.other].id}, {other})"
    return Finding(
        rule.code,
        problem.message,
        problem.severity or rule.severity,
        place,
        _shortened(problem.text or _words_of(records[row], problem)),
        reason,
        problem.suggestion,
        problem.fix,
        excerpt,
    )


def _locate(dataset: Dataset, record: Record, problem: Problem) -> Location:
    words = _evidence_of(record, problem.field)
    if words is None or problem.span is None or not _is_one_run(words, record, problem):
        field = None if problem.field in (None, "evidence") else problem.field
        return dataset.locate(record, field)
    assert words.start is not None
    start, end = problem.span
    part = words.model_copy(
        update={
            "start": words.start + start,
            "end": words.start + end,
            "exact": words.exact[start:end],
        }
    )
    place, excerpt = dataset.locate_evidence(part)
    return _with_field(place, problem), excerpt


def _is_one_run(words: Evidence, record: Record, problem: Problem) -> bool:
    """Whether offsets in the words that the rule read are offsets in the source."""
    read = record.unread.get(problem.field or "", words.exact)
    return words.start is not None and not words.fragments and read == words.exact


def _with_field(place: Place, problem: Problem) -> Place:
    return replace(place, field=problem.field) if place.row is not None else place


def _evidence_of(record: Record, field: str | None) -> Evidence | None:
    if field == "evidence":
        return record.evidence
    found = getattr(record.mentions, field or "", None)
    if isinstance(found, tuple) and found:  # equivalents: the first stands for all
        found = found[0]
    return found if isinstance(found, Evidence) else None


def _words_of(record: Record, problem: Problem) -> str:
    if problem.field is None:
        return record.evidence.exact if record.evidence else ""
    if problem.field in record.unread:
        words = record.unread[problem.field]
    else:
        evidence = _evidence_of(record, problem.field)
        value = getattr(record, problem.field, None)
        words = evidence.exact if evidence else getattr(value, "text", None) or ""
    return words[slice(*problem.span)] if problem.span else words


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
