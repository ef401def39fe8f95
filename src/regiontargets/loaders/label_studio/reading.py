"""A file's tasks, one record after the other."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from ..json_records import BrokenRecord, JsonRecord, json_records
from ..record_findings import RecordFindings, broken
from .minimal import document_from_minimal, is_minimal
from .tasks import documents_from_task


def documents_of(file: InputFile) -> Iterator[AnnotatedDocument | Finding]:
    """The documents of every task, with what is wrong with the records that are none."""
    for record in json_records(file.text):
        if isinstance(record, BrokenRecord):
            yield broken("F060", file.name, record)
            continue
        findings = RecordFindings(file.name, record.line)
        findings.repairs("F061", record)
        with paused_collector():
            documents = list(_read_record(record, findings))
        yield from documents


def _read_record(
    record: JsonRecord, findings: RecordFindings
) -> Iterator[AnnotatedDocument | Finding]:
    task = record.value
    if isinstance(task, dict) and isinstance(task.get("data"), dict):
        yield from documents_from_task(task, findings)
    elif isinstance(task, dict) and is_minimal(task.keys()):
        yield from document_from_minimal(task, findings)
    else:
        findings.error(
            "F060",
            "a record is no task",
            reason="it has no data, and is not of JSON-MIN either",
            suggestion="Export the project as JSON or JSON-MIN.",
        )
        yield from findings.found
