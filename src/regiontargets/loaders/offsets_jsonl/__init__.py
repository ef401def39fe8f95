"""JSON Lines of texts with spans by offset: one reader, four dialects.

- Prodigy: `spans` and `relations`. Offsets count code points.
- doccano: `label` or `labels` as triples, `entities` with `start_offset` and `relations`,
  `annotations` with numbers for labels. Offsets count UTF-16 units.
- spaCy: `ents` and groups of `spans` as of `Doc.to_json()`, `entities` as triples, training
  pairs. Offsets count code points.
- LangExtract: `extractions` with `char_interval`. Offsets count code points.

Each record says by its keys which dialect it is. What only its tool understands is kept in the
metadata under the dialect's name and written back; a document is written in the dialect that it
came in, and any other as Prodigy's, whose offsets mean the same in every tool. What a dialect
has no place for (fragments, links with more than two ends, attributes) stands under keys that
its tool passes over, and writing says so.

A JSON array of such records, and values that span lines, are read too.

Sources: prodi.gy/docs/api-interfaces; doccano `backend/data_export`; spaCy `Doc.to_json` and
`Example.from_dict`; LangExtract `data_lib.annotated_document_to_dict`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..format import Written
from ..input_file import InputFile
from ..json_outline import outline_of
from ..json_records import BrokenRecord, Json, JsonRecord, json_records
from ..json_values import json_text
from ..record_findings import RecordFindings, broken, with_strays
from . import doccano, langextract, prodigy, spacy
from .dialect import Dialect

NAME = "jsonl"
TITLE = "JSON Lines with offsets: Prodigy, doccano, spaCy, LangExtract"
SUFFIXES = (".jsonl", ".ndjson", ".json")

FINDINGS = {
    "F070": "A line is not JSON; it was left out.",
    "F071": "A slip in the file was mended while reading it.",
    "F072": "A record has no text, or is of no known dialect; it was left out.",
    "F073": "A span's offsets lead nowhere in the text; it was set aside.",
    "F074": "An extraction was not found in the text by its own tool; it was set aside.",
    "F075": "A tool or an annotator marks an annotation as uncertain, rejected or passed over.",
    "F076": "The text at a span's offsets is not the text that the record quotes.",
    "F077": "A relation leads to no span; it was set aside, or a span was made for it.",
    "F078": "The file does not say what its offsets count, or what a label is called.",
    "F079": "The dialect has no place for something: its tool will pass it over.",
}

DIALECTS: tuple[Dialect, ...] = (langextract, doccano, spacy, prodigy)
"""In the order in which they are tried; Prodigy's last, since it needs the least."""


def sniff(file: InputFile) -> bool:
    """Whether the keys of its first record are those of a dialect."""
    keys = outline_of(file, SUFFIXES)
    if {"annotator", "annotation_id"} <= keys:  # Label Studio's JSON-MIN.
        return False
    return any(dialect.recognises(keys) for dialect in DIALECTS)


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """A document for each record.

    Raises:
        LoadError: there is no text at all.
    """
    return with_strays(file.name, _documents(file))


def write(documents: Sequence[AnnotatedDocument], *, dialect: str | None = None) -> Written:
    """A line for each document.

    Args:
        documents: what to write.
        dialect: doccano, langextract, prodigy or spacy; None: the one each document came in.

    Raises:
        LoadError: there is no dialect of that name.
    """
    chosen = None if dialect is None else _named(dialect)
    lines: list[str] = []
    findings: list[Finding] = []
    for document in documents:
        said = RecordFindings(None, len(lines) + 1)
        lines.append(json_text((chosen or _own(document)).write(document, said)) + "\n")
        findings += said.found
    return Written({".jsonl": "".join(lines)}, tuple(findings))


def _named(name: str) -> Dialect:
    for dialect in DIALECTS:
        if name == dialect.NAME:
            return dialect
    known = ", ".join(sorted(each.NAME for each in DIALECTS))
    raise LoadError(f"there is no dialect named {name!r}.", suggestion=f"Known: {known}.")


def _own(document: AnnotatedDocument) -> Dialect:
    """The dialect that a document came in."""
    kept = (each for each in DIALECTS if isinstance(document.metadata.get(each.NAME), dict))
    return next(kept, prodigy)


def _documents(file: InputFile) -> Iterator[AnnotatedDocument | Finding]:
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
