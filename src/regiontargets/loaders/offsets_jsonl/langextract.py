"""LangExtract: extractions with the interval at which their text was found.

An extraction that the tool could not find (a null interval) is set aside and reported; one that
it found only nearly (`match_fuzzy`, `match_lesser`, `match_greater`) is kept and reported.

LangExtract refuses extractions with keys it does not know, but leaves `attributes` free: ids,
fragments and what else it has no place for stand there under `span_id`, `span_fragments` and
`span_attributes`. Attributes that are named like its own fields get a final underscore.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from regiontargets.documents import AnnotatedDocument, AttributeValue, Span

from ..json_links import merged_links, other_links
from ..json_records import Json
from ..json_values import (
    as_metadata,
    attribute_from,
    attributes_from,
    fields_from,
    json_from,
    metadata_fields,
    metadata_from,
    read_key,
    written_key,
)
from ..quoted_offsets import Placed
from ..record_findings import RecordFindings
from .spans import SpanReader, ranges, say_passed_over

NAME = "langextract"

_STATUSES = ("match_exact", "match_greater", "match_lesser", "match_fuzzy")
_FIELDS = ("extraction_index", "group_index", "description", "alignment_status", "token_interval")
_SPAN = ("span_id", "span_fragments", "span_attributes")
_TAKEN = (*_FIELDS, *_SPAN, "extraction_text")
_RECORD = ("text", "extractions", "metadata", "links")


def recognises(keys: Collection[str]) -> bool:
    """Whether there are extractions with a class or an interval."""
    return bool({"extractions.extraction_class", "extractions.char_interval"} & set(keys))


def owns(record: Json) -> bool:
    """Whether it has extractions."""
    return isinstance(record, dict) and "extractions" in record


def read(record: Json, findings: RecordFindings) -> AnnotatedDocument | None:
    """The document; extractions that were not found are in its metadata."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    listed = record["extractions"]
    items = [_object(item) for item in listed] if isinstance(listed, list) else []
    names = [_object(item.get("attributes")).get("span_id") for item in items]
    reader = SpanReader(str(record["text"]), findings, names=names)
    for item in items:
        _read_extraction(item, reader, findings)
    links, lost = merged_links([], record.get("links"), {span.id for span in reader.spans})
    for each in lost:
        findings.error("F077", "a link leads to no span", text=str(each))
    kept = {"shape": "extractions"} | {
        name: as_metadata(record[name]) for name in record if name not in _RECORD
    }
    if reader.unread:
        kept["unread"] = as_metadata(list[Json](reader.unread))
    metadata = metadata_from(_object(record.get("metadata")), (NAME,))
    return AnnotatedDocument(
        str(record["text"]),
        tuple(reader.spans),
        tuple(links),
        metadata | {NAME: kept},
        tuple(findings.found),
    )


def write(document: AnnotatedDocument, findings: RecordFindings) -> Json:
    """The record, as LangExtract itself loads it."""
    kept = json_from(document.metadata.get(NAME))
    own = dict(_object(kept))
    own.pop("shape", None)
    unread = own.pop("unread", None)
    links = other_links(document.links, ())
    say_passed_over(findings, "LangExtract", document.spans, links)
    metadata = metadata_fields(
        document.metadata, (NAME,), (NAME,) if isinstance(kept, dict) else ()
    )
    spans = enumerate(document.spans, start=1)
    return {
        "extractions": [
            *(_extraction(document, span, at) for at, span in spans),
            *(unread if isinstance(unread, list) else []),
        ],
        "text": document.text,
        **own,
        **({"metadata": metadata} if metadata else {}),
        **({"links": links} if links else {}),
    }


def _read_extraction(item: dict[str, Json], reader: SpanReader, findings: RecordFindings) -> None:
    quote, interval = item.get("extraction_text"), _object(item.get("char_interval"))
    start, end = interval.get("start_pos"), interval.get("end_pos")
    text = quote if isinstance(quote, str) else ""
    if start is None and end is None:
        findings.error(
            "F074",
            "an extraction has no place in the text",
            text=text,
            reason="LangExtract did not find its words",
            suggestion=_where(reader.offsets.text, text),
        )
        reader.unread.append(item)
        return
    status = item.get("alignment_status")
    exact = status in (None, "match_exact")
    place = reader.place(item, start, end, text if exact and text else None)
    if place is None:
        return
    if not exact:
        _say_inexact(str(status), text, place, reader, findings)
    attributes = _object(item.get("attributes"))
    reader.add(
        place,
        item.get("extraction_class"),
        name=attributes.get("span_id"),
        fragments=attributes.get("span_fragments"),
        attributes=_attributes(item, reader.offsets.text[place.start : place.end]),
    )


def _say_inexact(
    status: str, quote: str, place: Placed, reader: SpanReader, findings: RecordFindings
) -> None:
    found = reader.offsets.text[place.start : min(place.end, place.start + 60)]
    findings.warning(
        "F075",
        f"an extraction was found only nearly ({status[:20]})",
        text=quote,
        reason=f"the text there reads {found!r}",
        suggestion="Check that these are the words that were meant.",
    )


def _where(text: str, quote: str) -> str:
    at = text.find(quote) if quote else -1
    if at < 0:
        return "Its words do not stand in the text; it may have been made up."
    again = text.find(quote, at + 1) >= 0
    return f"Its words stand at {at}{' and elsewhere' if again else ' and nowhere else'}."


def _attributes(item: dict[str, Json], found: str) -> dict[str, AttributeValue]:
    stated = item.get("attributes")
    own = {name: item[name] for name in _FIELDS if item.get(name) is not None}
    free = {
        written_key(name, _TAKEN): value
        for name, value in _object(stated).items()
        if name not in _SPAN
    }
    attributes = attributes_from(free, ()) | attributes_from(own, ())
    quote = item.get("extraction_text")
    if quote != found and isinstance(quote, str):
        attributes["extraction_text"] = quote
    for name, value in _object(_object(stated).get("span_attributes")).items():
        attributes[name] = attribute_from(value)
    return attributes


def _extraction(document: AnnotatedDocument, span: Span, position: int) -> dict[str, Json]:
    found = document.text[span.start : span.end]
    quote = span.attributes.get("extraction_text")
    stale = isinstance(quote, str) and quote not in ("", found)
    odd = {
        name: value
        for name, value in span.attributes.items()
        if _is_odd(name, value) and not (stale and name == "extraction_text")
    }
    rest = {name: value for name, value in span.attributes.items() if name not in odd}
    fields = fields_from(rest, ())
    attributes = {
        read_key(name, _TAKEN): value for name, value in fields.items() if name not in _TAKEN
    }
    attributes |= _span_attributes(span, position, odd)
    return {
        "extraction_class": span.label,
        "extraction_text": str(quote) if stale else found,
        "char_interval": {"start_pos": span.start, "end_pos": span.end},
        "alignment_status": None,
        **{name: fields.get(name) for name in _FIELDS if name != "token_interval"},
        **({"token_interval": fields["token_interval"]} if "token_interval" in fields else {}),
        "attributes": attributes,
    }


def _span_attributes(
    span: Span, position: int, odd: Mapping[str, AttributeValue]
) -> dict[str, Json]:
    found: dict[str, Json] = {}
    if span.id != f"T{position}":
        found["span_id"] = span.id
    if len(span.fragments) != 1:
        found["span_fragments"] = ranges(span)
    if odd:
        found["span_attributes"] = {name: json_from(value) for name, value in odd.items()}
    return found


def _is_odd(name: str, value: AttributeValue) -> bool:
    """Whether an attribute is named like something of LangExtract's, but is not that."""
    first = name.split(".")[0]
    if first not in _TAKEN:
        return first.rstrip("_") in _SPAN
    if name in ("extraction_index", "group_index"):
        return type(value) is not int
    if name == "description":
        return not isinstance(value, str)
    if name in ("token_interval.start_index", "token_interval.end_index"):
        return type(value) is not int
    return name != "alignment_status" or value not in _STATUSES


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}
