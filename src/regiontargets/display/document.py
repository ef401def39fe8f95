"""An annotated document: its text with what annotators marked, before anything is typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from regiontargets.assembly import LabelMap
from regiontargets.documents import AnnotatedDocument, Span
from regiontargets.documents.source_map import SourceMap
from regiontargets.errors import RegionTargetsError
from regiontargets.findings import Finding

from .finding_places import Position, offsets_at, position_in
from .marks import Mark, MarkKind
from .source_marks import finding_mark
from .text_view import MOST_MARKS, text_view

_LONGEST_PHRASE = 200


def document_html(document: AnnotatedDocument) -> str:
    """The text with its spans highlighted and its findings underlined.

    >>> doc = AnnotatedDocument("Hubei grew.", spans=(Span("s1", "region", ((0, 5),)),))
    >>> '<mark class="rt-region" title="region">Hubei</mark> grew.' in document_html(doc)
    True
    """
    counts = f"{len(document.spans):,} spans, {len(document.links):,} links"
    title = document.metadata.get("title")
    language = document.metadata.get("language")
    return text_view(
        str(title) if title else "Annotated document",
        counts,
        document.text,
        list(islice(document_marks(document), MOST_MARKS)),
        document.findings,
        str(language) if language else None,
    )


def document_marks(document: AnnotatedDocument) -> Iterator[Mark]:
    """The spans and findings of a document as marks."""
    labels = LabelMap.default()
    published = document.metadata.get("published")
    day = published if isinstance(published, date) else None
    for span in document.spans:
        role = labels.role(span.label)
        kind: MarkKind = "other" if role is None or role == "ignore" else role
        title = _title(span, kind, document.slice(span), day)
        for start, end in span.fragments:
            yield Mark(start, end, kind, title)
    if document.source_map is not None:
        for finding in document.findings:
            yield from _underlined(document, document.source_map, finding)


def _underlined(
    document: AnnotatedDocument, source_map: SourceMap, finding: Finding
) -> Iterator[Mark]:
    def position(offset: int) -> Position | None:
        return position_in(source_map.place(offset, offset), finding.place.path)

    span = offsets_at(position, len(document.text), finding.place)
    if span is not None:
        yield finding_mark(finding, *span)


def _title(span: Span, kind: MarkKind, words: str, published: date | None) -> str:
    """The label, the reading of an amount or period, and what the attributes say."""
    reading = _reading(kind, words, published)
    said = [f"{name}={value}" for name, value in islice(span.attributes.items(), 10)]
    label = f"{span.label}: {reading}" if reading else span.label
    return " · ".join([label, *said])


def _reading(kind: MarkKind, words: str, published: date | None) -> str:
    if kind not in ("amount", "period") or len(words) > _LONGEST_PHRASE:
        return ""
    # Deferred: the phrases of both languages load when a document first has one.
    from regiontargets.phrases import parse_amount, parse_period

    try:
        if kind == "amount":
            return str(parse_amount(words))
        return str(parse_period(words, published=published))
    except RegionTargetsError:
        return "not understood"
