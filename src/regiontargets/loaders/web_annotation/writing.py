"""Documents to annotation collections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.documents.annotated_document import MetadataValue

from ..format import Written
from ..json_records import Json
from ..json_values import json_from, json_text, metadata_fields
from .annotation import annotation_fields
from .reading import KEPT, TERMS, USUAL

_CONTEXT = 32
"""Characters of prefix and suffix, as many as Hypothesis takes."""

_QUOTED = 4000
"""Characters of a span that are quoted at most, so that nested spans do not multiply a text."""


def collections_from(documents: Sequence[AnnotatedDocument]) -> Written:
    """A collection, or a list of them. Nothing is lost, so there are no findings."""
    found: list[Json] = [_collection(document) for document in documents]
    value = found[0] if len(found) == 1 else found
    return Written({".jsonld": json_text(value, indent=1) + "\n"})


def _collection(document: AnnotatedDocument) -> dict[str, Json]:
    kept = json_from(document.metadata.get(KEPT))
    own = kept if isinstance(kept, dict) else {}
    described, fields, aside = own.get("source"), own.get("fields"), own.get("aside")
    about: dict[str, Json] = described if isinstance(described, dict) else dict(USUAL)
    source: dict[str, Json] = {**about, "value": document.text}
    metadata = {name: value for name, value in document.metadata.items() if name != KEPT or not own}
    terms = _terms(metadata)
    source |= terms
    stated = {TERMS[name] for name in terms}
    rest = metadata_fields(metadata, (KEPT,), stated)
    if rest:
        source["metadata"] = rest
    items: list[Json] = [
        *(_span(document.text, span, about, at) for at, span in enumerate(document.spans, 1)),
        *(_link(link, at) for at, link in enumerate(document.links, 1)),
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        **(fields if isinstance(fields, dict) else {}),
        "total": len(items),
        "source": source,
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
        **({"aside": aside} if aside else {}),
    }


def _terms(metadata: Mapping[str, MetadataValue]) -> dict[str, Json]:
    """The metadata for which Dublin Core has a term, where it is words or a date."""
    found: dict[str, Json] = {}
    for term, name in TERMS.items():
        value = metadata.get(name)
        if isinstance(value, str) or type(value) is date:
            found[term] = json_from(value)
    return found


def _span(text: str, span: Span, about: Mapping[str, Json], position: int) -> dict[str, Json]:
    name = about.get("id")
    targets: list[Json] = [
        {
            **({"source": name} if name is not None else {}),
            "selector": _selectors(text, start, end),
        }
        for start, end in span.fragments
    ]
    return {
        **({} if span.id == f"A{position}" else {"id": span.id}),
        "type": "Annotation",
        **annotation_fields(span.label, span.attributes),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(text: str, start: int, end: int) -> Json:
    position: Json = {"type": "TextPositionSelector", "start": start, "end": end}
    if end - start > _QUOTED:
        return position
    quote: Json = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
    }
    return [position, quote]


def _link(link: Link, position: int) -> dict[str, Json]:
    return {
        **({} if link.id == f"L{position}" else {"id": link.id}),
        "type": "Annotation",
        **annotation_fields(link.label, link.attributes, taken=("motivation",)),
        "motivation": "linking",
        "target": [{"id": end, "role": role} for role, end in link.arguments],
    }
