"""From annotated documents to a dataset."""

from __future__ import annotations

from collections.abc import Iterable

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Finding
from regiontargets.model import Dataset, Observation, Quote, Record, Records, Source, Target
from regiontargets.model.origin import Origin

from .drafts import drafts
from .label_map import LabelMap
from .quotes import quotes
from .reading import Metrics, Reader, Regions
from .records import RecordBuilder
from .roles import Roles
from .sources import source_of, unique_id
from .text_origin import TextOrigin


def assemble(
    documents: Iterable[tuple[AnnotatedDocument, str | None]],
    *,
    labels: LabelMap,
    regions: Regions,
    metrics: Metrics,
) -> Dataset:
    """The dataset that some documents, each with the path of its file, make together.

    Args:
        documents: each document with the file it comes from (None: no file).
        labels: which label plays which role.
        regions: the catalog that region names and codes are looked up in.
        metrics: the catalog that metric names and codes are looked up in.
    """
    records: list[Record] = []
    quoted: list[Quote] = []
    sources: list[Source] = []
    findings: list[Finding] = []
    origins: dict[str, Origin] = {}
    taken: set[str] = set()
    counted: dict[str | None, int] = {}
    for document, path in documents:
        number = counted.get(path, 0)
        counted[path] = number + 1
        source = source_of(document, unique_id(path, number, taken), path)
        taken.add(source.id)
        sources.append(source)
        roles = Roles(document, labels)
        builder = RecordBuilder(roles, source, _reader(roles, source, regions, metrics))
        records += [builder.build(draft) for draft in drafts(roles)]
        quoted += quotes(roles, source)
        roles.report_unmapped_labels()
        findings += [*document.findings, *roles.findings]
        origins[source.id] = TextOrigin(document, path)
    dataset = Dataset(
        targets=Records(each for each in records if isinstance(each, Target)),
        observations=Records(each for each in records if isinstance(each, Observation)),
        quotes=Records(quoted),
        sources=Records(sources),
        findings=tuple(findings),
    )
    return dataset.with_origins(origins)


def _reader(roles: Roles, source: Source, regions: Regions, metrics: Metrics) -> Reader:
    """A reader that knows which regions the document names without doubt."""
    reader = Reader(regions, metrics, source.published)
    for span in roles.having("region"):
        region = reader.region(roles.document.slice(span), roles.text_of(span, "code"))
        if region is not None:
            reader.context.append(region)
    return reader
