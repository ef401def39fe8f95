"""Prodigy: `text`, `spans`, `relations`, `meta`, and what the annotator answered."""

from __future__ import annotations

from collections.abc import Collection

from regiontargets.documents import AnnotatedDocument, Link

from ..json_links import is_binary, merged_links, other_links
from ..json_records import Json
from ..json_values import (
    as_metadata,
    attributes_from,
    fields_from,
    json_from,
    metadata_fields,
    metadata_from,
)
from ..quoted_offsets import Placed
from ..record_findings import RecordFindings
from .spans import SpanReader, say_passed_over, stated_object

NAME = "prodigy"

_SPAN = ("start", "end", "label", "id", "fragments", "text")
_RELATION = ("head_span", "child_span", "label", "id", "roles")
_ROLES = ("head", "child")
_RECORD = ("text", "meta", "spans", "relations", "links")


def recognises(keys: Collection[str]) -> bool:
    """Whether there are spans with offsets, or the hashes that Prodigy gives every task."""
    return "text" in keys and bool({"spans.start", "_task_hash", "_input_hash"} & set(keys))


def owns(record: Json) -> bool:
    """Any object with a text: one that no other dialect has claimed."""
    return isinstance(record, dict) and "text" in record


def read(record: Json, findings: RecordFindings) -> AnnotatedDocument | None:
    """The document; one whose answer was not to accept it has no spans, but keeps them."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    text, meta = str(record["text"]), record.get("meta")
    kept: dict[str, Json] = {name: record[name] for name in record if name not in _RECORD}
    if meta is not None and (meta == {} or not isinstance(meta, dict)):
        kept["meta"] = meta
    spans, relations = record.get("spans"), record.get("relations")
    if record.get("answer", "accept") != "accept":
        answer = str(record["answer"])[:20]
        findings.note("F075", f"the annotator's answer was {answer!r}", text=text)
        kept |= {name: record[name] for name in ("spans", "relations") if name in record}
        spans, relations = [], []
    elif relations == []:
        kept["relations"] = []
    reader = _read_spans(text, spans, findings)
    links, lost = _read_relations(reader, record, relations, findings)
    kept |= {"unread_spans": reader.unread} if reader.unread else {}
    kept |= {"unread_relations": lost} if lost else {}
    kept |= {"quotes": True} if reader.has_quotes else {}
    metadata = metadata_from(meta, (NAME,)) if isinstance(meta, dict) else {}
    if kept:
        metadata[NAME] = as_metadata(kept)
    return AnnotatedDocument(
        text, tuple(reader.spans), tuple(links), metadata, tuple(findings.found)
    )


def write(document: AnnotatedDocument, findings: RecordFindings) -> Json:
    """The record."""
    kept = json_from(document.metadata.get(NAME))
    own = dict(kept) if isinstance(kept, dict) else {}
    unread, lost = own.pop("unread_spans", []), own.pop("unread_relations", [])
    quoted = document.text if own.pop("quotes", None) else None
    ids = {span.id for span in document.spans}
    binary = [link for link in document.links if is_binary(link, ids)]
    links = other_links(document.links, binary)
    say_passed_over(findings, "Prodigy", document.spans, links)
    spans: list[Json] = [
        stated_object(span, at, _SPAN, name="id", quoted=quoted)
        for at, span in enumerate(document.spans, start=1)
    ]
    relations = _relations(document, binary)
    left_out = (NAME,) if isinstance(kept, dict) else ()
    fields: dict[str, Json] = {
        "meta": metadata_fields(document.metadata, (NAME,), left_out),
        "spans": [*spans, *(unread if isinstance(unread, list) else [])],
        "relations": [*relations, *(lost if isinstance(lost, list) else [])],
        "links": links,
    }
    stated = {name: value for name, value in fields.items() if value or name == "spans"}
    if "spans" in own:  # Set aside because the answer was not to accept them.
        stated = {"meta": fields["meta"]} if fields["meta"] else {}
    return {"text": document.text, **own, **stated}


def _read_spans(text: str, listed: Json, findings: RecordFindings) -> SpanReader:
    items = listed if isinstance(listed, list) else []
    names = [item.get("id") for item in items if isinstance(item, dict)]
    reader = SpanReader(text, findings, names=names)
    if listed is not None and not isinstance(listed, list):
        findings.error("F073", "the spans are no list", text=str(listed))
    for item in items:
        reader.add_object(item, item, _SPAN, name="id")
    return reader


def _read_relations(
    reader: SpanReader, record: dict[str, Json], listed: Json, findings: RecordFindings
) -> tuple[list[Link], list[Json]]:
    links: list[Link] = []
    lost: list[Json] = []
    ends = _Ends(reader, record.get("tokens"), findings) if listed else None
    for item in listed if isinstance(listed, list) else []:
        relation = item if isinstance(item, dict) else {}
        head, child = (ends.find(relation, role) if ends else None for role in _ROLES)
        if head is None or child is None:
            findings.error("F077", "a relation leads to no span", text=str(relation.get("label")))
            lost.append(item)
            continue
        roles = relation.get("roles")
        first, second = roles if isinstance(roles, list) and len(roles) == 2 else _ROLES
        name = reader.name(relation.get("id"), f"R{len(links) + 1}")
        label = relation.get("label")
        links.append(
            Link(
                name,
                "" if label is None else str(label),
                ((str(first), head), (str(second), child)),
                attributes_from(relation, _RELATION),
            )
        )
    merged, unread = merged_links(links, record.get("links"), {span.id for span in reader.spans})
    for each in unread:
        findings.error("F077", "a link leads to no span", text=str(each))
    return merged, lost


class _Ends:
    """Finds the spans that relations lead to, by id, by offsets, or by the index of a token."""

    def __init__(self, reader: SpanReader, tokens: Json, findings: RecordFindings) -> None:
        self._reader, self._findings = reader, findings
        self._tokens = tokens if isinstance(tokens, list) else []
        self._ids = {span.id for span in reader.spans}
        self._by_place: dict[tuple[int, int, str | None], str] = {}
        for span in reader.spans:
            for label in (span.label, None):
                self._by_place.setdefault((span.start, span.end, label), span.id)

    def find(self, relation: dict[str, Json], role: str) -> str | None:
        """The id of the span at one end."""
        stated = relation.get(f"{role}_span")
        if isinstance(stated, dict):
            if stated.get("id") is not None and str(stated["id"]) in self._ids:
                return str(stated["id"])
            return self._at(stated, stated.get("label"))
        index = relation.get(role)
        if type(index) is not int or not 0 <= index < len(self._tokens):
            return None
        token = self._tokens[index]
        return self._at(token, None) if isinstance(token, dict) else None

    def _at(self, stated: dict[str, Json], label: Json) -> str | None:
        start, end = stated.get("start"), stated.get("end")
        if type(start) is not int or type(end) is not int:
            return None
        wanted = label if isinstance(label, str) else None
        found = self._by_place.get((start, end, wanted)) or self._by_place.get((start, end, None))
        return found or self._made(stated, start, end)

    def _made(self, stated: dict[str, Json], start: int, end: int) -> str | None:
        place = self._reader.offsets.place(start, end)
        if not isinstance(place, Placed):
            return None
        self._findings.note(
            "F077",
            "a relation leads to words that are no span; one was made for it",
            text=self._reader.offsets.text[place.start : place.end],
        )
        label = stated.get("label")
        span = self._reader.add(place, label if isinstance(label, str) else "")
        self._by_place[start, end, None] = span.id
        return span.id


def _relations(document: AnnotatedDocument, binary: list[Link]) -> list[Json]:
    spans = {span.id: span for span in document.spans}
    first: dict[tuple[int, int, str], str] = {}
    for span in document.spans:
        first.setdefault((span.start, span.end, span.label), span.id)

    def end(name: str) -> dict[str, Json]:
        span = spans[name]
        stated: dict[str, Json] = {"start": span.start, "end": span.end, "label": span.label}
        for token in ("token_start", "token_end"):
            if token in span.attributes:
                stated[token] = json_from(span.attributes[token])
        known = first[span.start, span.end, span.label] == name
        return stated if known else stated | {"id": name}

    found: list[Json] = []
    for at, link in enumerate(binary, start=1):
        (first_role, head), (second_role, child) = link.arguments
        stated: dict[str, Json] = {
            "head_span": end(head),
            "child_span": end(child),
            "label": link.label,
        }
        if (first_role, second_role) != _ROLES:
            stated["roles"] = [first_role, second_role]
        if link.id != f"R{at}":
            stated["id"] = link.id
        found.append(stated | fields_from(link.attributes, _RELATION))
    return found
