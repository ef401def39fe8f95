"""A task of the JSON export: one document for each of its annotations."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Finding

from ..json_records import Json
from ..json_values import as_metadata, metadata_from
from ..record_findings import RecordFindings
from .regions import Regions
from .text_field import text_field

KEPT = "label_studio"
"""The metadata key under which everything is kept that only Label Studio understands."""


def documents_from_task(
    task: dict[str, Json], findings: RecordFindings
) -> Iterator[AnnotatedDocument | Finding]:
    """The documents of a task; one without spans if nobody has annotated it."""
    data = task["data"]
    assert isinstance(data, dict)
    key = "completions" if "completions" in task and "annotations" not in task else "annotations"
    annotations, aside = _sorted_out(task.get(key), findings)
    results = [result for each in annotations for result in _results(each, findings)]
    field = text_field(data, results, findings)
    if field is None:
        yield from findings.found
        return
    kept: dict[str, Json] = {
        "task": {name: task[name] for name in task if name not in ("data", key)},
        "set_aside": aside,
        "text_field": "" if field == "text" else field,
        "completions": key == "completions",
    }
    for annotation in annotations or [{}]:
        yield _document(data, field, annotation, kept, findings)
        findings = RecordFindings(findings.path, findings.line)


def _sorted_out(listed: Json, findings: RecordFindings) -> tuple[list[dict[str, Json]], list[Json]]:
    """The annotations that count, and those that do not."""
    counted: list[dict[str, Json]] = []
    aside: list[Json] = []
    if not isinstance(listed, list):
        if listed is not None:
            findings.error("F067", "the task's annotations are no list", text=str(listed))
        return counted, aside
    for annotation in listed:
        if not isinstance(annotation, dict):
            findings.error("F067", "an annotation is no object", text=str(annotation))
            aside.append(annotation)
        elif annotation.get("was_cancelled") or annotation.get("skipped"):
            findings.note(
                "F069", f"annotation {annotation.get('id')} was cancelled and is left out"
            )
            aside.append(annotation)
        else:
            counted.append(annotation)
    return counted, aside


def _results(annotation: dict[str, Json], findings: RecordFindings) -> list[Json]:
    results = annotation.get("result")
    if isinstance(results, list):
        return results
    if results is not None:
        findings.error("F067", "an annotation's results are no list", text=str(results))
    return []


def _document(
    data: dict[str, Json],
    field: str,
    annotation: dict[str, Json],
    kept: dict[str, Json],
    findings: RecordFindings,
) -> AnnotatedDocument:
    text = data[field]
    assert isinstance(text, str)
    findings.half_characters("F061", text)
    other_texts = {name for name, value in data.items() if isinstance(value, str) and name != field}
    regions = Regions(text, findings, other_texts)
    results = annotation.get("result")
    regions.read(results if isinstance(results, list) else [])
    regions.read_links(annotation.get("links"))
    fields = {name: annotation[name] for name in annotation if name not in ("result", "links")}
    mine = {**kept, "annotation": fields, **regions.kept(field)}
    known = {name: as_metadata(value) for name, value in mine.items() if value}
    return AnnotatedDocument(
        text,
        tuple(regions.spans),
        tuple(regions.links),
        metadata_from(data, (field, KEPT)) | ({KEPT: known} if known else {}),
        tuple(findings.found),
    )
