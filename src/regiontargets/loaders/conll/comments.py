"""Comments of the form `# key = value`: a document's metadata, and what columns cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regiontargets.documents import Link, Span
from regiontargets.documents.annotated_document import MetadataValue

from ..json_links import link_from
from ..json_records import Json, single_value
from ..json_values import attribute_from, json_from, json_text, metadata_fields, metadata_from

RESERVED = ("text", "sent_id", "span", "link", "newdoc", "newdoc id", "newpar", "global.columns")
"""Keys that are not metadata."""

_COMMENT = re.compile(r'#\s*("[^"\\]*(?:\\.[^"\\]*)*"|[^="]*?)\s*=\s?(.*)', re.DOTALL)
_PLAIN_KEY = re.compile(r"[^\s=#\"]+")
_JSON = re.compile(r'[\["{].*|-?[0-9][0-9.eE+-]*|true|false|null', re.DOTALL)


@dataclass(frozen=True, slots=True)
class StatedSpan:
    """A span in a comment; `tagged`: whether columns of tags mark it too."""

    span: Span
    tagged: bool


def pair_of(comment: str) -> tuple[str, str] | None:
    """The key and value of a comment; None for any other comment.

    >>> pair_of("# title = Growth"), pair_of("# newdoc")
    (('title', 'Growth'), None)
    """
    found = _COMMENT.fullmatch(comment)
    if not found or not found[1]:
        return None
    key = value_of(found[1])
    return (key if isinstance(key, str) else found[1]), found[2]


def line_of(key: str, value: Json) -> str:
    """The comment that states a value.

    >>> line_of("title", "Growth"), line_of("issue", 3), line_of("issue", "3")
    ('# title = Growth', '# issue = 3', '# issue = "3"')
    """
    plain = _PLAIN_KEY.fullmatch(key) and not _JSON.fullmatch(key)
    name = key if plain else json_text(key)
    return f"# {name} = {_value_text(value)}"


def value_of(text: str) -> Json:
    """A value: JSON if it is JSON, else the words themselves."""
    record = single_value(text) if _JSON.fullmatch(text) else None
    return text if record is None or record.repairs else record.value


def metadata_in(pairs: Iterable[tuple[str, str]]) -> dict[str, MetadataValue]:
    """The metadata that comments state."""
    stated = {key: value_of(value) for key, value in pairs if key not in RESERVED}
    return metadata_from(stated, RESERVED)


def metadata_lines(metadata: Mapping[str, MetadataValue]) -> list[str]:
    """The comments that state metadata."""
    return [line_of(key, value) for key, value in metadata_fields(metadata, RESERVED).items()]


def span_in(value: str) -> StatedSpan | None:
    """The span that a comment states; None if it states none."""
    stated = value_of(value)
    if not isinstance(stated, dict):
        return None
    name, label, listed = stated.get("id"), stated.get("label"), stated.get("at")
    own = stated.get("attributes", {})
    fragments = [_pair(each) for each in listed] if isinstance(listed, list) else []
    whole = [pair for pair in fragments if pair is not None]
    if not isinstance(name, str) or not isinstance(label, str) or not isinstance(own, dict):
        return None
    if not whole or len(whole) != len(fragments):
        return None
    attributes = {key: attribute_from(item) for key, item in own.items()}
    return StatedSpan(Span(name, label, tuple(whole), attributes), stated.get("tagged") is True)


def span_line(span: Span, *, tagged: bool) -> str:
    """The comment that states a span."""
    stated: dict[str, Json] = {
        "id": span.id,
        "label": span.label,
        "at": [[start, end] for start, end in span.fragments],
    }
    if tagged:
        stated["tagged"] = True
    if span.attributes:
        stated["attributes"] = {name: json_from(value) for name, value in span.attributes.items()}
    return line_of("span", stated)


def link_in(value: str) -> Link | None:
    """The link that a comment states; None if it states none."""
    return link_from(value_of(value))


def _pair(value: Json) -> tuple[int, int] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    start, end = value
    return (start, end) if type(start) is int and type(end) is int else None


def _value_text(value: Json) -> str:
    """Words as they are where they read as themselves, else JSON."""
    if isinstance(value, str) and value_of(value) == value and not set(value) & set("\t\n\r"):
        return value
    return json_text(value)
