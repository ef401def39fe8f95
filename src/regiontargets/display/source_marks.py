"""What a dataset says of the text of one of its sources, as marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from regiontargets.findings import Finding
from regiontargets.model import Dataset, Evidence, Quote, Record, Source

from .finding_places import SourcePlaces
from .marks import Mark, MarkKind
from .readings import amount_words, metric_words, record_words, region_words, when_words

Decorated = Callable[[Record], tuple[str, str]]
"""The anchor and the badge of a record's first mark."""

_MOST_FINDINGS = 500
"""Findings underlined in one text; the list of findings has all."""


def source_marks(
    source: Source,
    records: Iterable[Record],
    quotes: Iterable[Quote],
    decorated: Decorated = lambda _: ("", ""),
) -> Iterator[Mark]:
    """The marks of records, their fields and quotes; words that have moved are not marked.

    Args:
        source: the document.
        records: those whose evidence is in it.
        quotes: those whose evidence is in it.
        decorated: what a page adds to each record's mark.
    """
    text = source.text or ""
    for record in records:
        kind: MarkKind = "target" if type(record).__name__ == "Target" else "observation"
        anchor, badge = decorated(record)
        words = record.evidence or record.mentions.amount
        yield from _runs(text, source, words, kind, record_words(record), anchor, badge)
        yield from _fields(text, source, record)
    for quote in quotes:
        by = ", ".join(part for part in (quote.speaker, quote.role, quote.affiliation) if part)
        yield from _runs(text, source, quote.evidence, "quote", f"quote: {by or 'nobody named'}")
        yield from _runs(text, source, quote.speaker_evidence, "speaker", f"speaker: {by}")


def finding_marks(
    dataset: Dataset, source: Source, findings: Iterable[Finding]
) -> Iterator[tuple[Finding, Mark]]:
    """Each finding whose place in the text can be told, with the mark that underlines it."""
    places = SourcePlaces(dataset, source)
    underlined = ((each, places.underlined(each)) for each in findings)
    found = ((each, finding_mark(each, *span)) for each, span in underlined if span is not None)
    return islice(found, _MOST_FINDINGS)


def finding_mark(finding: Finding, start: int, end: int) -> Mark:
    """The mark that underlines a finding."""
    return Mark(start, end, finding.severity, f"{finding.code}: {finding.message}")


def stands(text: str, evidence: Evidence) -> bool:
    """Whether the words stand in the text where the evidence says."""
    if evidence.start is None or evidence.end is None:
        return False
    if evidence.fragments:
        joined = " ".join(text[start:end] for start, end in evidence.fragments)
        return joined == evidence.exact
    return text[evidence.start : evidence.end] == evidence.exact


def _fields(text: str, source: Source, record: Record) -> Iterator[Mark]:
    mentions = record.mentions
    region, metric = record.region or region_words(record), record.metric or metric_words(record)
    amount = amount_words(record)
    yield from _runs(text, source, mentions.region, "region", f"region: {region}")
    yield from _runs(text, source, mentions.metric, "metric", f"metric: {metric}")
    yield from _runs(text, source, mentions.amount, "amount", f"amount: {amount}")
    yield from _runs(text, source, mentions.period, "period", f"period: {when_words(record)}")
    baseline = getattr(record, "baseline", None)
    yield from _runs(text, source, mentions.baseline, "period", f"baseline: {baseline}")
    for each in mentions.equivalents:
        yield from _runs(text, source, each, "amount", f"the same, restated: {amount}")


def _runs(
    text: str,
    source: Source,
    evidence: Evidence | None,
    kind: MarkKind,
    title: str,
    anchor: str = "",
    badge: str = "",
) -> Iterator[Mark]:
    if evidence is None or evidence.source != source.id or not stands(text, evidence):
        return
    whole = ((evidence.start or 0, evidence.end or 0),)
    for number, (start, end) in enumerate(evidence.fragments or whole):
        first = number == 0
        yield Mark(start, end, kind, title, anchor if first else "", badge if first else "")
