"""W3C Web Annotation: a collection for each source, an annotation for each record and mention.

The annotation of a record has its label as a tag, and what was understood as a described node in
the terms of `linked_nodes`; its target has a TextQuoteSelector and a TextPositionSelector, whose
positions count code points, as the standard says. The library's own loader reads the records again.

Source: W3C Recommendation "Web Annotation Data Model" (23 February 2017).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, cast

from regiontargets.loaders.web_annotation import write as write_documents
from regiontargets.model import Dataset, Evidence, Quote, Record, Source

from .annotated import Annotated, annotated, by_source
from .linked_nodes import metric_node, quote_node, record_node, region_node
from .linked_values import CONTEXT, Node, identifier

NAME = "web-annotation"
TITLE = "W3C Web Annotations of the sources (.jsonld)"

Stated: TypeAlias = "Record | Quote"

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", CONTEXT]


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write the annotations, with the text of each source where the dataset has it.

    Raises:
        OSError: the file cannot be written.
    """
    with_text = list(annotated(dataset))
    apart = list(_without_text(dataset))
    collections = [*map(_collection, with_text), *(_quoted(*each) for each in apart)]
    texts = [_text(each) for each in collections]
    text = texts[0] if len(texts) == 1 else "[" + ",\n".join(texts) + "]"
    path.write_bytes(
        f"{text}\n".encode("utf-8", "replace")
    )  # half a surrogate pair is no character
    written = {each.id for one in with_text for each in one.stated.values()}
    written |= {each.id for _, items in apart for each, _ in items}
    everything: list[Stated] = [*dataset.records, *dataset.quotes]
    return tuple(
        f"{each.id} is left out: no words state it."
        for each in everything
        if each.id not in written
    )


def _text(collection: Node) -> str:
    """The JSON of a collection, an annotation a line: the encoder in C knows no indentation."""
    page = cast("Node", collection["first"])
    items = ",\n".join(
        json.dumps(each, ensure_ascii=False) for each in cast("list[Node]", page["items"])
    )
    head = {name: value for name, value in collection.items() if name != "first"}
    front = json.dumps(head, ensure_ascii=False).removesuffix("}")
    start = json.dumps({name: value for name, value in page.items() if name != "items"})
    return f'{front},\n"first": {start.removesuffix("}")}, "items": [\n{items}\n]}}}}'


def _collection(one: Annotated) -> Node:
    """The collection that the loader's own writer makes, with what was understood added."""
    text = write_documents([one.document]).files[".jsonld"]
    collection = cast("Node", json.loads(text))
    collection["@context"] = _CONTEXT
    items = cast("dict[str, list[dict[str, list[Node]]]]", collection["first"])["items"]
    for span, item in zip(one.document.spans, items, strict=True):
        if span.id in one.stated:
            item["body"].append(_body(one.stated[span.id]))
    return collection


def _without_text(dataset: Dataset) -> Iterator[tuple[Source, list[tuple[Stated, Evidence]]]]:
    """What each source states whose text is not to hand, with the words that are."""
    known = {each.id: each for each in dataset.sources}
    records, quotes = by_source(dataset.records), by_source(dataset.quotes)
    for name in dict.fromkeys([*records, *quotes]):
        source = known.get(name, Source(id=name))
        items = [*records.get(name, ()), *quotes.get(name, ())]
        worded = [(each, each.evidence) for each in items if each.evidence and each.evidence.exact]
        if source.text is None and worded:
            yield source, worded


def _quoted(source: Source, items: list[tuple[Stated, Evidence]]) -> Node:
    """A collection about a source that is known by its address alone."""
    address = source.url or identifier("source", source.id)
    listed: list[Node] = [
        {
            "id": identifier("annotation", each.id),
            "type": "Annotation",
            "motivation": "tagging",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": type(each).__name__.lower()},
                _body(each),
            ],
            "target": {"source": address, "selector": _selectors(words)},
        }
        for each, words in items
    ]
    page: Node = {"type": "AnnotationPage", "startIndex": 0, "items": listed}
    head: Node = {"@context": _CONTEXT, "type": "AnnotationCollection", "total": len(listed)}
    return {**head, "first": page}


def _selectors(words: Evidence) -> list[Node]:
    found: list[Node] = [
        {
            "type": "TextQuoteSelector",
            "exact": words.exact,
            "prefix": words.prefix,
            "suffix": words.suffix,
        }
    ]
    if words.span is not None and not words.fragments:
        start, end = words.span
        found.insert(0, {"type": "TextPositionSelector", "start": start, "end": end})
    return found


def _body(stated: Stated) -> Node:
    """What was understood; region and metric are named inside, so that it speaks for itself."""
    if isinstance(stated, Quote):
        node = quote_node(stated)
    else:
        node = record_node(stated)
        if stated.region is not None:
            node["schema:observationAbout"] = _named(region_node(stated.region))
        if stated.metric is not None:
            node["schema:variableMeasured"] = _named(metric_node(stated.metric))
    return {"type": "SpecificResource", "purpose": "describing", "source": node}


def _named(node: Node) -> Node:
    wanted = ("@id", "@type", "skos:notation", "schema:name", "skos:prefLabel")
    return {name: node[name] for name in wanted if name in node}
