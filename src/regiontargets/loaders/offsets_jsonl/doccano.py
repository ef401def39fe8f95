"""doccano: exports of sequence labelling, with and without relations, and of classification.

Four shapes are in use: `label` (since 1.5) and `labels` (before) with [start, end, label],
`entities` and `relations` with ids, and `annotations` with numbers for labels (the oldest JSON).
Categories of the whole text and comments are kept apart. Offsets count UTF-16 units, as the
browser does; the record quotes nothing by which that could be checked.
"""

from __future__ import annotations

from collections.abc import Collection

from regiontargets.documents import AnnotatedDocument
from regiontargets.documents.annotated_document import MetadataValue

from ..json_records import Json
from ..json_values import as_metadata, json_from, metadata_fields, metadata_from
from ..record_findings import RecordFindings
from .doccano_entities import entities_from, is_bare, read_entities, triples_from
from .doccano_relations import read_relations, relations_from
from .spans import say_passed_over

NAME = "doccano"

_SHAPES = ("label", "labels", "entities", "annotations")
_FIELDS = ("id", "Comments", "cats", "annotation_approver")
_TAKEN = (NAME, "text", "relations", "links", "meta", *_SHAPES, *_FIELDS)


def recognises(keys: Collection[str]) -> bool:
    """Whether there are entities with its offsets, or a list of labels beside a text."""
    found = set(keys)
    offsets = {"entities.start_offset", "annotations.start_offset"} & found
    beside_text = {"text", "data"} & found and {"label", "labels", "Comments"} & found
    return bool(offsets or beside_text) or {"text", "entities", "relations"} <= found


def owns(record: Json) -> bool:
    """Whether it has a list of labels, comments, or entities with these offsets."""
    if not isinstance(record, dict) or _text_key(record) not in record:
        return False
    lists = [record.get(name) for name in ("label", "labels", "Comments", "cats")]
    if any(isinstance(value, list) for value in lists) or {"entities", "relations"} <= set(record):
        return True
    listed = record.get("entities", record.get("annotations"))
    items = listed if isinstance(listed, list) else []
    return any(isinstance(item, dict) and "start_offset" in item for item in items)


def read(record: Json, findings: RecordFindings) -> AnnotatedDocument | None:
    """The document; categories of the whole text are in its metadata."""
    key = _text_key(record) if isinstance(record, dict) else ""
    if not isinstance(record, dict) or not isinstance(record.get(key), str):
        return None
    shape = next((name for name in _SHAPES if isinstance(record.get(name), list)), "entities")
    read_spans = read_entities(str(record[key]), record.get(shape), findings)
    links, lost = read_relations(read_spans, record, findings)
    kept: dict[str, Json] = {
        "shape": shape,
        "text_key": "" if key == "text" else key,
        "fields": {name: record[name] for name in _FIELDS if name in record},
        "categories": read_spans.categories,
        "unread": read_spans.reader.unread,
        "unread_relations": lost,
    }
    metadata = _metadata({name: record[name] for name in record if name != key}, kept)
    own = {name: as_metadata(value) for name, value in kept.items() if value or name == "nested"}
    return AnnotatedDocument(
        str(record[key]),
        tuple(read_spans.reader.spans),
        tuple(links),
        metadata | {NAME: own},
        tuple(findings.found),
    )


def write(document: AnnotatedDocument, findings: RecordFindings) -> Json:
    """The record, in the shape it came in if that holds all of it, else with entities."""
    kept = json_from(document.metadata.get(NAME))
    own = kept if isinstance(kept, dict) else {}
    shape = str(own.get("shape") or "entities")
    if shape in ("label", "labels") and is_bare(document):
        spans: list[Json] = triples_from(document)
    else:
        shape = shape if shape == "annotations" else "entities"
        spans = entities_from(document)
    relations, links = relations_from(document)
    say_passed_over(findings, "doccano", document.spans, links)
    lost = own.get("unread_relations")
    relations += lost if isinstance(lost, list) else []
    fields = own.get("fields")
    more = [each for name in ("categories", "unread") for each in _list(own.get(name))]
    return {
        **(fields if isinstance(fields, dict) else {}),
        str(own.get("text_key") or "text"): document.text,
        **_metadata_fields(document, own if isinstance(kept, dict) else None),
        shape: [*spans, *more],
        **({"relations": relations} if relations or shape == "entities" else {}),
        **({"links": links} if links else {}),
    }


def _text_key(record: dict[str, Json]) -> str:
    """Where the text stands: releases 1.3 to 1.6 called it `data`."""
    return "data" if "text" not in record and isinstance(record.get("data"), str) else "text"


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _metadata(record: dict[str, Json], kept: dict[str, Json]) -> dict[str, MetadataValue]:
    """Its other fields; those of `meta`, where there is one, are lifted out of it."""
    found = metadata_from(record, _TAKEN)
    meta = record.get("meta")
    if isinstance(meta, dict) and not found.keys() & meta.keys() and NAME not in meta:
        kept["nested"] = list[Json](meta)
        return found | metadata_from(meta, ())
    return found | ({} if meta is None else {"meta": as_metadata(meta)})


def _metadata_fields(document: AnnotatedDocument, kept: dict[str, Json] | None) -> dict[str, Json]:
    nested = kept.get("nested") if kept else None
    lifted = [name for name in _list(nested) if isinstance(name, str)]
    own = [*lifted, *([NAME] if kept is not None else [])]
    meta = {name: document.metadata[name] for name in lifted if name in document.metadata}
    stated = metadata_fields(document.metadata, _TAKEN, own)
    return stated | ({"meta": json_from(meta)} if isinstance(nested, list) else {})
