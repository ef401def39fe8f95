"""JSON-LD: a graph of records, regions, metrics, units, sources and quotes.

What the terms mean stands in the file's own `@context`, which leads to published vocabularies (see
`linked_nodes`). The words that state a record are an annotation of the Web Annotation Vocabulary
(W3C Recommendation, 23 February 2017), with positions in code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from regiontargets.model import Dataset, Evidence

from .linked_nodes import (
    metric_node,
    quote_node,
    record_node,
    region_node,
    source_node,
    unit_node,
)
from .linked_values import CONTEXT, Node, identifier, reference

NAME = "json-ld"
TITLE = "linked data in published vocabularies (.jsonld)"


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write one graph.

    Raises:
        OSError: the file cannot be written.
    """
    # A node a line: files can be compared, and the encoder in C knows no indentation.
    nodes = ",\n".join(json.dumps(each, ensure_ascii=False) for each in graph(dataset))
    text = f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n{nodes}\n]}}\n'
    path.write_bytes(text.encode("utf-8", "replace"))  # half a surrogate pair is no character
    return ()


def graph(dataset: Dataset) -> Iterator[Node]:
    """The nodes of a dataset."""
    yield {
        "@id": identifier("dataset", "this"),
        "@type": "schema:Dataset",
        "schema:variableMeasured": [reference("metric", each.code) for each in dataset.metrics],
        "schema:spatialCoverage": [reference("region", each.key) for each in dataset.regions],
        "schema:isBasedOn": [reference("source", each.id) for each in dataset.sources],
        "schema:hasPart": [reference("record", each.id) for each in dataset.records],
    }
    yield from map(record_node, dataset.records)
    yield from map(region_node, dataset.regions)
    yield from map(metric_node, dataset.metrics)
    yield from map(unit_node, _units(dataset))
    yield from map(source_node, dataset.sources)
    yield from map(quote_node, dataset.quotes)
    for each in dataset.records:
        yield from _annotations("record", each.id, each.evidence)
    for quote in dataset.quotes:
        yield from _annotations("quote", quote.id, quote.evidence)


def _units(dataset: Dataset) -> Iterable[str]:
    of_metrics = [each.unit for each in dataset.metrics]
    baselines = [getattr(each, "baseline", None) for each in dataset.records]
    amounts = [each.amount for each in (*dataset.records, *baselines) if each is not None]
    return dict.fromkeys([*of_metrics, *(each.unit for each in amounts if each and each.unit)])


def _annotations(kind: str, key: str, evidence: Evidence | None) -> Iterator[Node]:
    """The words that state an object, as an annotation of their source."""
    if evidence is None or not evidence.exact:
        return
    selectors: list[Node] = [
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": evidence.exact,
            "oa:prefix": evidence.prefix,
            "oa:suffix": evidence.suffix,
        }
    ]
    if evidence.span is not None and not evidence.fragments:
        start, end = evidence.span
        selectors.append(
            {"@type": "oa:TextPositionSelector", "oa:start": _count(start), "oa:end": _count(end)}
        )
    yield {
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:describing"},
        "oa:hasBody": reference(kind, key),
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": reference("source", evidence.source),
            "oa:hasSelector": selectors,
        },
    }


def _count(number: int) -> Node:
    return {"@value": str(number), "@type": "xsd:nonNegativeInteger"}
