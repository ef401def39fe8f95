"""spaCy: `Doc.to_json()`, records with entities as triples, and training pairs.

Three shapes: `ents` (and groups of `spans` by key) as objects, `entities` as [start, end, label]
in a record or in the second half of a pair [text, {"entities": …}]. A file with `classes` and
`annotations` (a list of such pairs, as the NER text annotator saves) is unpacked first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from regiontargets.documents import AnnotatedDocument, AttributeValue, Span

from ..json_links import merged_links, other_links
from ..json_records import Json
from ..json_values import (
    as_metadata,
    json_from,
    metadata_fields,
    metadata_from,
)
from ..record_findings import RecordFindings
from .spans import SpanReader, say_passed_over, stated_object

NAME = "spacy"

_SPAN = ("start", "end", "label", "name", "fragments", "group", "text")
_RECORD = ("text", "ents", "entities", "links", "meta")


def recognises(keys: Collection[str]) -> bool:
    """Whether there are ents with offsets, or entities that are not another tool's."""
    own = {"ents.start", "ents.label", "annotations.entities"}
    return bool(own & set(keys)) or ("entities" in keys and "entities.start_offset" not in keys)


def owns(record: Json) -> bool:
    """Whether it is a pair, or an object with ents, entities, or spans by key."""
    if isinstance(record, list):
        return len(record) == 2 and isinstance(record[0], str) and isinstance(record[1], dict)
    if not isinstance(record, dict) or "text" not in record:
        return False
    return "ents" in record or "entities" in record or isinstance(record.get("spans"), dict)


def unpacked(record: Json) -> Iterator[Json]:
    """The pairs of an annotator's file, or the record itself."""
    if not isinstance(record, dict) or "classes" not in record:
        yield record
        return
    pairs = record.get("annotations")
    for pair in pairs if isinstance(pairs, list) else []:
        if pair is not None:
            yield pair


def read(record: Json, findings: RecordFindings) -> AnnotatedDocument | None:
    """The document."""
    shape, fields = "ents", record
    if isinstance(record, list):
        shape, fields = "pair", {"text": record[0], **_object(record[1])}
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        return None
    if shape == "ents" and "ents" not in fields and "entities" in fields:
        shape = "entities"
    listed, groups = fields.get("ents" if shape == "ents" else "entities"), fields.get("spans")
    reader = _read_spans(str(fields["text"]), listed, groups, findings)
    ids = {span.id for span in reader.spans}
    links, lost = merged_links([], fields.get("links"), ids)
    for each in lost:
        findings.error("F077", "a link leads to no span", text=str(each))
    meta = fields.get("meta")
    grouped = isinstance(groups, dict)
    kept: dict[str, Json] = {
        "shape": shape,
        "fields": {
            name: fields[name]
            for name in fields
            if name not in _RECORD and not (name == "spans" and grouped)
        },
        "unread": reader.unread,
        "quotes": [True] if reader.has_quotes else [],
        "empty_groups": [name for name in _object(groups) if not _object(groups)[name]],
    }
    if meta is not None and not isinstance(meta, dict):
        kept["meta"] = meta
    own = {name: as_metadata(value) for name, value in kept.items() if value not in ("", {}, [])}
    metadata = metadata_from(_object(meta), (NAME,)) | ({NAME: own} if own else {})
    return AnnotatedDocument(
        str(fields["text"]), tuple(reader.spans), tuple(links), metadata, tuple(findings.found)
    )


def write(document: AnnotatedDocument, findings: RecordFindings) -> Json:
    """The record, in the shape it came in if that holds all of it, else with ents."""
    kept = json_from(document.metadata.get(NAME))
    own = _object(kept)
    shape = str(own.get("shape") or "ents")
    links = other_links(document.links, ())
    say_passed_over(findings, "spaCy", document.spans, links)
    bare = all(
        span.id == f"T{at}" and set(span.attributes) <= {"kb_id"} and len(span.fragments) == 1
        for at, span in enumerate(document.spans, start=1)
    )
    key = "entities" if shape != "ents" and bare else "ents"
    quoted = document.text if own.get("quotes") else None
    ents, groups = _stated_spans(document, quoted, triples=key == "entities")
    empty = own.get("empty_groups")
    groups |= {str(name): [] for name in empty} if isinstance(empty, list) else {}
    unread, left_out = own.get("unread"), (NAME,) if isinstance(kept, dict) else ()
    meta = metadata_fields(document.metadata, (NAME,), left_out)
    stated: dict[str, Json] = {
        key: [*ents, *(unread if isinstance(unread, list) else [])],
        **_object(own.get("fields")),
        **({"spans": groups} if groups else {}),
        **({"meta": own.get("meta", meta)} if meta or "meta" in own else {}),
        **({"links": links} if links else {}),
    }
    if shape == "pair" and bare:
        return [document.text, stated]
    return {"text": document.text, **stated}


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _read_spans(text: str, listed: Json, groups: Json, findings: RecordFindings) -> SpanReader:
    items = listed if isinstance(listed, list) else []
    grouped = [
        (name, item)
        for name, members in _object(groups).items()
        for item in (members if isinstance(members, list) else [members])
    ]
    named = [item for item in (*items, *(item for _, item in grouped)) if isinstance(item, dict)]
    reader = SpanReader(text, findings, names=[item.get("name") for item in named])
    for item in items:
        reader.add_object(item, _from_triple(item), _SPAN, name="name")
    for group, item in grouped:
        reader.add_object(item, _from_triple(item), _SPAN, name="name", group=group)
    return reader


def _from_triple(item: Json) -> Json:
    """A span as an object; a fourth member of a list is an entity's id in a knowledge base."""
    if isinstance(item, list) and len(item) in (3, 4):
        return dict(zip(("start", "end", "label", "kb_id"), item, strict=False))
    return item


def _stated_spans(
    document: AnnotatedDocument, quoted: str | None, *, triples: bool
) -> tuple[list[Json], dict[str, Json]]:
    """The spans in ents, and those that end the document and are in groups."""
    if triples:
        return [
            [span.start, span.end, span.label, *map(json_from, span.attributes.values())]
            for span in document.spans
        ], {}
    first = _first_grouped(document.spans)
    ents: list[Json] = []
    groups: dict[str, list[Json]] = {}
    for at, span in enumerate(document.spans):
        if at >= first:
            own = {name: value for name, value in span.attributes.items() if name != "group"}
            span = replace(span, attributes=own)
        stated = stated_object(span, at + 1, _SPAN, name="name", quoted=quoted)
        group = document.spans[at].attributes.get("group") if at >= first else None
        (ents if group is None else groups.setdefault(str(group), [])).append(stated)
    return ents, dict(groups)


def _first_grouped(spans: Sequence[Span]) -> int:
    """Where the spans begin that can stand in groups and be read in the same order."""
    seen: set[str] = set()
    last: AttributeValue = None
    at = len(spans)
    while at > 0:
        group = spans[at - 1].attributes.get("group")
        if not isinstance(group, str) or (group in seen and group != last):
            break
        seen.add(group)
        last, at = group, at - 1
    return at
