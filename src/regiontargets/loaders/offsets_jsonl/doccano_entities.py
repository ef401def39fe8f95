"""doccano's spans: triples, or objects with ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from regiontargets.documents import AnnotatedDocument, Utf16Offsets

from ..json_records import Json
from ..json_values import attributes_from, fields_from
from ..record_findings import RecordFindings
from .spans import SpanReader, ranges

_ENTITY = ("id", "name", "label", "start_offset", "end_offset", "fragments")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")


@dataclass(slots=True)
class ReadEntities:
    """The spans of a record.

    Attributes:
        reader: holds the spans and what could not be read.
        ids: for each number in the record the id of its span.
        categories: what is said of the whole text.
    """

    reader: SpanReader
    ids: dict[str, str] = field(default_factory=dict[str, str])
    categories: list[Json] = field(default_factory=list[Json])


def read_entities(text: str, listed: Json, findings: RecordFindings) -> ReadEntities:
    """Read spans in whatever shape they come."""
    items = listed if isinstance(listed, list) else []
    names = [item.get("name", item.get("id")) for item in items if isinstance(item, dict)]
    found = ReadEntities(SpanReader(text, findings, utf16=True, names=names))
    for item in items:
        if isinstance(item, str) or (isinstance(item, dict) and "start_offset" not in item):
            found.categories.append(item)
        elif isinstance(item, dict):
            _read_object(item, found)
        else:
            start, end, label = item if isinstance(item, list) and len(item) == 3 else [None] * 3
            place = found.reader.place(item, start, end)
            if place is not None:
                found.reader.add(place, label)
    _say_doubts(items, found, findings)
    return found


def _read_object(item: dict[str, Json], found: ReadEntities) -> None:
    place = found.reader.place(item, item.get("start_offset"), item.get("end_offset"))
    if place is None:
        return
    label = item.get("label")
    span = found.reader.add(
        place,
        str(label) if type(label) is int else label,
        name=item.get("name", item.get("id")),
        fragments=item.get("fragments"),
        attributes=attributes_from(item, _ENTITY),
    )
    found.ids[str(item.get("id"))] = span.id


def _say_doubts(items: Iterable[Json], found: ReadEntities, findings: RecordFindings) -> None:
    if found.reader.offsets.has_astral and found.reader.spans:
        findings.note(
            "F078",
            "the offsets are read as UTF-16 units, as doccano counts",
            reason="the text holds characters beyond U+FFFF, and the record quotes nothing to "
            "check them by",
            suggestion="If the project counts graphemes, or the file was made by a program that "
            "counts code points, correct the offsets after such a character.",
        )
    if any(isinstance(item, dict) and type(item.get("label")) is int for item in items):
        findings.note(
            "F078",
            "labels are numbers",
            reason="this export names labels by their ids in the project",
            suggestion="Map them in a label map, or export the project as JSONL with text labels.",
        )


def is_bare(document: AnnotatedDocument) -> bool:
    """Whether triples hold all of it: no ids, attributes, fragments or links."""
    numbered = enumerate(document.spans, start=1)
    return not document.links and all(
        span.id == f"T{at}" and not span.attributes and len(span.fragments) == 1
        for at, span in numbered
    )


def triples_from(document: AnnotatedDocument) -> list[Json]:
    """The spans as [start, end, label]."""
    convert = Utf16Offsets(document.text).to_utf16
    return [[convert(span.start), convert(span.end), span.label] for span in document.spans]


def entities_from(document: AnnotatedDocument) -> list[Json]:
    """The spans as objects; ids that are no numbers get one, and keep their own as `name`."""
    offsets = Utf16Offsets(document.text)
    numbers = entity_numbers(document)
    oldest = _is_oldest(document)
    found: list[Json] = []
    for at, span in enumerate(document.spans, start=1):
        stated: dict[str, Json] = {
            "label": int(span.label) if oldest and _NUMBER.fullmatch(span.label) else span.label,
            "start_offset": offsets.to_utf16(span.start),
            "end_offset": offsets.to_utf16(span.end),
        }
        if not oldest or span.id != f"T{at}":
            stated["id"] = numbers[span.id]
            if not _NUMBER.fullmatch(span.id):
                stated["name"] = span.id
        if len(span.fragments) != 1:
            stated["fragments"] = ranges(span, offsets)
        found.append(stated | fields_from(span.attributes, _ENTITY))
    return found


def entity_numbers(document: AnnotatedDocument) -> dict[str, int]:
    """A number for each span, none of which a relation to nowhere means by chance."""
    kept = document.metadata.get("doccano")
    lost = kept.get("unread_relations") if isinstance(kept, dict) else None
    used = [
        relation.get(end)
        for relation in (lost if isinstance(lost, list) else [])
        if isinstance(relation, dict)
        for end in ("from_id", "to_id")
    ]
    numbers = (each for each in used if type(each) is int)
    return numbers_of((span.id for span in document.spans), above=max(numbers, default=0))


def numbers_of(names: Iterable[str], *, above: int = 0) -> dict[str, int]:
    """A number for each id: its own if it is one, else one that is free.

    >>> numbers_of(["7", "T1"])
    {'7': 7, 'T1': 8}
    """
    listed = list(names)
    numbers = {name: int(name) for name in listed if _NUMBER.fullmatch(name)}
    free = max(above, *numbers.values(), 0) + 1
    for name in listed:
        if name not in numbers:
            numbers[name] = free
            free += 1
    return numbers


def _is_oldest(document: AnnotatedDocument) -> bool:
    """Whether the document came with numbers for labels and without ids."""
    kept = document.metadata.get("doccano")
    return isinstance(kept, dict) and kept.get("shape") == "annotations"
