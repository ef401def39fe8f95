"""A file's records, each in the dialect it is of."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from ..json_records import BrokenRecord, Json, JsonRecord, json_records
from ..record_findings import RecordFindings, broken
from . import spacy
from .dialects import DIALECTS


def documents_of(file: InputFile) -> Iterator[AnnotatedDocument | Finding]:
    """The document of every record, with what is wrong with the records that are none."""
    for record in json_records(file.text):
        if isinstance(record, BrokenRecord):
            yield broken("F070", file.name, record)
            continue
        for value in spacy.unpacked(record.value):
            yield from _read_record(file, JsonRecord(value, record.line, record.repairs))


def _read_record(file: InputFile, record: JsonRecord) -> Iterator[AnnotatedDocument | Finding]:
    findings = RecordFindings(file.name, record.line)
    findings.repairs("F071", record)
    dialect = next((each for each in DIALECTS if each.owns(record.value)), None)
    with paused_collector():
        document = dialect.read(record.value, findings) if dialect else None
    if document is None:
        findings.error(
            "F072",
            "a record is of no known dialect" if dialect is None else "a record has no text",
            text=_keys(record.value),
            suggestion="Expected a text with spans, label, entities, ents or extractions.",
        )
        yield from findings.found
    else:
        yield document


def _keys(value: Json) -> str:
    return ", ".join(value) if isinstance(value, dict) else str(value)
