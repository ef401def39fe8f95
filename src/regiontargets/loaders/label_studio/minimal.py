"""JSON-MIN: a flat record for each annotation, without the ids of its regions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Finding

from ..json_records import Json
from ..record_findings import RecordFindings
from .results import LISTS
from .tasks import documents_from_task

_ANNOTATION = {
    "annotation_id": "id",
    "annotator": "completed_by",
    "created_at": "created_at",
    "updated_at": "updated_at",
    "lead_time": "lead_time",
}
"""What JSON-MIN calls the fields of an annotation, and what the full export does."""

_TASK = ("id", "agreement")


def is_minimal(keys: Collection[str]) -> bool:
    """Whether these are the keys of a record of JSON-MIN."""
    return "annotation_id" in keys and "annotator" in keys and "data" not in keys


def document_from_minimal(
    record: dict[str, Json], findings: RecordFindings
) -> Iterator[AnnotatedDocument | Finding]:
    """The document of a record, by way of the task it was exported from."""
    fields = {name: record[name] for name in record if name not in (*_ANNOTATION, *_TASK)}
    outputs = {name: value for name, value in fields.items() if _is_output(value)}
    annotation: dict[str, Json] = {
        _ANNOTATION[name]: record[name] for name in _ANNOTATION if record.get(name) is not None
    }
    annotation["result"] = _results(outputs)
    task: dict[str, Json] = {name: record[name] for name in _TASK if name in record}
    task["data"] = {name: value for name, value in fields.items() if name not in outputs}
    task["annotations"] = [annotation]
    return documents_from_task(task, findings)


def _is_output(value: Json) -> bool:
    """Whether it is what a control tag put out for regions, rather than data."""
    return isinstance(value, list) and any(
        isinstance(item, dict) and "start" in item and "end" in item for item in value
    )


def _results(outputs: dict[str, Json]) -> list[Json]:
    """The results; those that mark one range of text speak of one region."""
    ids: dict[str, str] = {}
    results: list[Json] = []
    labelled = sorted(outputs.items(), key=lambda output: not _has_labels(output[1]))
    for name, items in labelled:
        for item in items if isinstance(items, list) else []:
            if not isinstance(item, dict):
                results.append({"from_name": name, "value": item})
                continue
            kind = next((kind for kind in ("labels", *LISTS) if LISTS.get(kind, kind) in item), "")
            kind = kind if kind != "textarea" or isinstance(item["text"], list) else ""
            where = f"{item.get('start')}-{item.get('end')}"
            if kind == "labels" or where not in ids:
                ids[where] = f"T{len(results) + 1}"
            results.append({"id": ids[where], "from_name": name, "type": kind, "value": item})
    return results


def _has_labels(items: Json) -> bool:
    return isinstance(items, list) and any(
        isinstance(item, dict) and "labels" in item for item in items
    )
