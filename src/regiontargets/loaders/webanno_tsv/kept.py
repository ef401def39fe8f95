"""What WebAnno TSV cannot hold, kept in comments.

INCEpTION passes over comment lines before a sentence. This library puts there what columns
cannot say: the metadata, and each span or link of which the columns say less than there is
(its own id, a number as a number, three arguments, the order of fragments).

| comment | what it holds |
|---|---|
| `#Metadata={…}` | the metadata |
| `#Span={"number": 3, "at": 0, …}` | the annotation with that number in brackets, whole |
| `#Link={"at": 0, …}` | a link, whole; a relation or slot of the same spans is a view of it |

`at` is the place among all spans or all links.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from regiontargets.documents import Link, Span
from regiontargets.documents.annotated_document import MetadataValue

from ..json_links import link_fields, link_from
from ..json_records import Json
from ..json_values import attribute_from, json_from, json_text
from ..metadata_line import metadata_from_line, metadata_to_line, one_line

Item = TypeVar("Item")

METADATA, SPAN, LINK = "#Metadata=", "#Span=", "#Link="


@dataclass(slots=True)
class Kept:
    """What the comments hold.

    Attributes:
        metadata: the document's.
        spans: (number, place, span).
        links: (id of the relation or slot that is a view of it, place, link).
    """

    metadata: dict[str, MetadataValue] = field(default_factory=dict[str, MetadataValue])
    spans: list[tuple[str, int, Span]] = field(default_factory=list[tuple[str, int, Span]])
    links: list[tuple[str, int, Link]] = field(default_factory=list[tuple[str, int, Link]])

    def take(self, comment: str, size: int) -> bool | None:
        """Take a comment; False if it cannot be read, None if it is one like others."""
        if comment.startswith(METADATA):
            stated = metadata_from_line(comment[len(METADATA) :])
            self.metadata |= stated or {}
            return stated is not None
        if comment.startswith(SPAN):
            return self._span(_object(comment[len(SPAN) :]), size)
        if comment.startswith(LINK):
            return self._link(_object(comment[len(LINK) :]))
        return None

    def _span(self, stated: Mapping[str, Json], size: int) -> bool:
        span = _span_from(stated, size)
        if span:
            self.spans.append((str(stated.get("number")), _place(stated), span))
        return span is not None

    def _link(self, stated: Mapping[str, Json]) -> bool:
        link = link_from(dict(stated))
        if link:
            self.links.append((str(stated.get("view")), _place(stated), link))
        return link is not None


def _object(text: str) -> Mapping[str, Json]:
    try:
        stated: Json = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return stated if isinstance(stated, dict) else {}


def _place(stated: Mapping[str, Json]) -> int:
    place = stated.get("at")
    return place if isinstance(place, int) else -1


def _span_from(stated: Mapping[str, Json], size: int) -> Span | None:
    match stated:
        case {"id": str(name), "label": str(label), "fragments": list(listed)}:
            fragments = [_fragment(each, size) for each in listed]
            attributes = stated.get("attributes")
            own = attributes if isinstance(attributes, dict) else {}
            known = [each for each in fragments if each]
            if not known or len(known) < len(fragments):
                return None
            held = {key: attribute_from(value) for key, value in own.items()}
            return Span(name, label, tuple(known), held)
        case _:
            return None


def _fragment(stated: Json, size: int) -> tuple[int, int] | None:
    match stated:
        case [int(start), int(end)] if 0 <= start <= end <= size:
            return start, end
        case _:
            return None


def metadata_comment(metadata: Mapping[str, MetadataValue]) -> list[str]:
    """The comment that keeps the metadata, if there is any."""
    return [METADATA + metadata_to_line(metadata)] if metadata else []


def span_comment(span: Span, place: int, number: str | None) -> str:
    """The comment that keeps a span."""
    fields: dict[str, Json] = {
        "number": number,
        "at": place,
        "id": span.id,
        "label": span.label,
        "fragments": [list(fragment) for fragment in span.fragments],
    }
    if span.attributes:
        fields["attributes"] = {name: json_from(each) for name, each in span.attributes.items()}
    return SPAN + one_line(json_text(fields))


def link_comment(link: Link, place: int, view: str | None) -> str:
    """The comment that keeps a link."""
    fields: dict[str, Json] = {"view": view, "at": place}
    return LINK + one_line(json_text(fields | link_fields(link)))


def placed(records: Iterable[tuple[int, Item]], others: Iterable[Item]) -> tuple[Item, ...]:
    """The records at their places, the others in order between them.

    >>> placed([(2, "c"), (0, "a")], ["b", "d"])
    ('a', 'b', 'c', 'd')
    """
    found: list[Item] = []
    waiting = sorted(records, key=lambda each: each[0], reverse=True)
    for item in others:
        while waiting and waiting[-1][0] <= len(found):
            found.append(waiting.pop()[1])
        found.append(item)
    return (*found, *(item for _, item in reversed(waiting)))
