"""A dataset as the annotated documents that state it: the way back from assembling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from regiontargets.documents import AnnotatedDocument
from regiontargets.documents.annotated_document import MetadataValue
from regiontargets.model import Dataset, Quote, Record, Source

from .annotated_spans import SpansOfSource

T = TypeVar("T", Record, Quote)


class Annotated(NamedTuple):
    """One source as a document.

    Attributes:
        document: its text with spans; the ids of those of records are the records' own, without
            the source's before them.
        stated: the record or quote that a span states, by the span's id.
    """

    document: AnnotatedDocument
    stated: dict[str, Record | Quote]


def annotated(dataset: Dataset) -> Iterator[Annotated]:
    """Each source that has a text, with what it states as spans.

    A record is a span labelled target or observation around its words; its fields are spans that
    its attributes refer to (`region=#m1`), or words where the text does not state them. Labels and
    attributes are those of the default label map, so that loading gives the records again.
    """
    records, quotes = by_source(dataset.records), by_source(dataset.quotes)
    for source in dataset.sources:
        if source.text is None:
            continue
        spans = SpansOfSource(source)
        spans.reserve([*records.get(source.id, ()), *quotes.get(source.id, ())])
        for record in records.get(source.id, ()):
            spans.add_record(record)
        for quote in quotes.get(source.id, ()):
            spans.add_quote(quote)
        document = AnnotatedDocument(source.text, tuple(spans.found), metadata=_metadata(source))
        yield Annotated(document, spans.stated)


def by_source(items: Iterable[T]) -> dict[str, list[T]]:
    """The records or quotes whose words stand in a source, by the source's id."""
    found: dict[str, list[T]] = {}
    for each in items:
        words = each.evidence
        if words is None and isinstance(each, Record):
            words = each.mentions.amount
        if words is not None:
            found.setdefault(words.source, []).append(each)
    return found


def _metadata(source: Source) -> dict[str, MetadataValue]:
    names = ("title", "publisher", "published", "place", "language", "url")
    said = {name: getattr(source, name) for name in names}
    return {name: value for name, value in said.items() if value is not None}
