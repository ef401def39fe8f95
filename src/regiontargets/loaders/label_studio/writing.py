"""Documents back to tasks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from regiontargets.documents import AnnotatedDocument, Link
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..format import Written
from ..json_links import is_binary, other_links
from ..json_records import Json
from ..json_values import json_from, json_text, metadata_fields
from ..record_findings import RecordFindings
from .region_results import Results
from .relations import relation_from
from .tasks import KEPT


def tasks_from(documents: Sequence[AnnotatedDocument]) -> Written:
    """The tasks; neighbours that came from one task go back into one."""
    tasks: list[str] = []
    findings: list[Finding] = []
    numbered = enumerate(documents)
    for _, group in groupby(numbered, key=lambda each: _task_key(*each)):
        members = [document for _, document in group]
        with paused_collector():
            tasks.append(json_text(_task(members, findings)))
    return Written({".json": "[\n" + ",\n".join(tasks) + "\n]\n"}, tuple(findings))


def _task_key(position: int, document: AnnotatedDocument) -> str:
    """Equal for neighbours that are annotations of one task."""
    task = _kept(document).get("task")
    known = isinstance(task, dict) and "id" in task
    own = metadata_fields(document.metadata, (), (KEPT,))
    return json_text([task, document.text, own]) if known else str(position)


def _kept(document: AnnotatedDocument) -> dict[str, Json]:
    kept = json_from(document.metadata.get(KEPT))
    return kept if isinstance(kept, dict) else {}


def _task(documents: Sequence[AnnotatedDocument], findings: list[Finding]) -> dict[str, Json]:
    first = documents[0]
    kept = _kept(first)
    field = str(kept.get("text_field") or "text")
    own = (KEPT,) if isinstance(first.metadata.get(KEPT), dict) else ()
    data: dict[str, Json] = {field: first.text}
    data |= metadata_fields(first.metadata, (field, KEPT), own)
    annotations = [_annotation(each, field, findings) for each in documents]
    if len(annotations) == 1 and annotations[0] == {"result": []}:
        annotations = []
    aside, task = kept.get("set_aside"), kept.get("task")
    return {
        **(task if isinstance(task, dict) else {}),
        "data": data,
        "completions" if kept.get("completions") else "annotations": [
            *annotations,
            *(aside if isinstance(aside, list) else []),
        ],
    }


def _annotation(
    document: AnnotatedDocument, field: str, findings: list[Finding]
) -> dict[str, Json]:
    kept = _kept(document)
    fields, aside = kept.get("annotation"), kept.get("results")
    said = RecordFindings(None)
    results = Results(document, kept, field).all(said)
    ids = {span.id for span in document.spans}
    binary = [link for link in document.links if is_binary(link, ids)]
    results += [relation_from(link, at) for at, link in enumerate(binary, start=1)]
    others = other_links(document.links, binary)
    _say_links(document.links, len(others), said)
    findings += said.found
    return {
        **(fields if isinstance(fields, dict) else {}),
        "result": [*results, *(aside if isinstance(aside, list) else [])],
        **({"links": others} if others else {}),
    }


def _say_links(links: Sequence[Link], others: int, said: RecordFindings) -> None:
    if others:
        said.warning(
            "F064",
            f"{others} of {len(links)} links have no place in Label Studio",
            reason="its relations lead from one region to one other",
            suggestion="They are kept under the annotation's 'links', which other tools ignore.",
        )
