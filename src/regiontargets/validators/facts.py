"""What is known of one record, whatever it came from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal, TypeAlias

from regiontargets.model import (
    Aggregation,
    Amount,
    Baseline,
    Change,
    Commitment,
    Evidence,
    Metric,
    Observation,
    Period,
    Record,
    Region,
    Source,
    Target,
)
from regiontargets.phrases import Mention

from .evidence.setting import Pieces, Setting
from .statements import Statement

RecordKind: TypeAlias = Literal["target", "observation"]
"""Which of the two a record is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one record that rules may read; None where nothing is known.

    Amounts and periods are equal whatever words state them, and a rule is asked once for all
    equal ones: it takes the words from `amount_words` and `period_words`, not from the values.

    Attributes:
        id: the record's id.
        kind: target or observation.
        region: where.
        metric: what about.
        amount: how much.
        change: what the amount is.
        period: when.
        baseline: what a target is measured against.
        equivalents: an observation's value as restated.
        issuer: who set a target.
        announced: when a target was set, if the record says so.
        published: when its source was published.
        commitment: how firmly a target is meant.
        aggregation: how values within the period are taken together.
        absent: whether the source says on purpose that no number is set.
        supersedes: the id of the target that this one replaces.
        inferred: whether the record was put together, not marked as one.
        source: the id of its source.
        country: the country its region lies in, by ISO 3166-1.
        language: its source's.
        evidence: the words that state all of it.
        evidence_span: where they stand in their source; None if they are not in one piece.
        source_text: the whole text of the source.
        source_names: the source's title, publisher and place, a line each.
        amount_evidence: the part of the evidence that states the amount: all of it, or the words
            of a mention outside it.
        region_mentioned, period_mentioned: whether words of the source are marked as stating it.
        region_words, metric_words, amount_words, period_words: the words that state a field.
        equivalent_words: those that state each equivalent.
        statements: what the evidence states of the amount, what agrees best first.
        times: the periods that the evidence states.
        pieces: the text of the source, cut into sentences and lines.
        setting: what stands around the evidence in its source.
        unread_region, unread_metric, unread_amount, unread_period, unread_baseline,
            unread_equivalents, unread_unit: the words of a field that could not be read.

    >>> Facts(kind="target").amount is None
    True
    """

    id: str = ""
    kind: RecordKind = "target"
    region: Region | None = None
    metric: Metric | None = None
    amount: Amount | None = None
    change: Change = "level"
    period: Period | None = None
    baseline: Baseline | None = None
    equivalents: tuple[Amount, ...] = ()
    issuer: str | None = None
    announced: date | None = None
    published: date | None = None
    commitment: Commitment | None = None
    aggregation: Aggregation | None = None
    absent: bool = False
    supersedes: str | None = None
    inferred: bool = False
    source: str | None = None
    country: str | None = None
    language: str | None = None
    evidence: str | None = None
    evidence_span: tuple[int, int] | None = None
    source_text: str | None = None
    source_names: str = ""
    amount_evidence: str | None = None
    region_mentioned: bool = False
    period_mentioned: bool = False
    region_words: str | None = None
    metric_words: str | None = None
    amount_words: str | None = None
    period_words: str | None = None
    equivalent_words: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Mention[Period], ...] = ()
    pieces: Pieces | None = None
    setting: Setting | None = None
    unread_region: str | None = None
    unread_metric: str | None = None
    unread_amount: str | None = None
    unread_period: str | None = None
    unread_baseline: str | None = None
    unread_equivalents: str | None = None
    unread_unit: str | None = None


FACTS: tuple[str, ...] = tuple(each.name for each in fields(Facts))
"""The names of all facts."""

_NOTHING = Evidence.model_construct(source="", exact="")

_ISO_CODES = {"EL": "GR", "UK": "GB"}
"""Where NUTS names a country otherwise than ISO 3166-1."""

Extract: TypeAlias = Callable[[Record, Source | None], Hashable]


def _words(field: Literal["region", "metric", "amount", "period"]) -> Extract:
    def extract(record: Record, _: Source | None) -> str | None:
        mention: Evidence | None = getattr(record.mentions, field)
        if mention is not None:
            return mention.exact
        value = getattr(record, field)
        return value.text if isinstance(value, (Amount, Period)) else None

    return extract


def _evidence_of_amount(record: Record, _: Source | None) -> str | None:
    evidence, mention = record.evidence, record.mentions.amount
    if evidence is None or mention is None:
        return (evidence or mention or _NOTHING).exact or None
    outer, inner = evidence.span, mention.span
    within = outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1]
    return evidence.exact if within or mention.exact in evidence.exact else mention.exact


def _evidence_span(record: Record, _: Source | None) -> tuple[int, int] | None:
    evidence = record.evidence
    return None if evidence is None or evidence.fragments else evidence.span


def _source_names(_: Record, source: Source | None) -> str:
    if source is None:
        return ""
    return "\n".join(filter(None, (source.title, source.publisher, source.place)))


def _mentioned(field: Literal["region", "period"]) -> Extract:
    def extract(record: Record, _: Source | None) -> bool:
        mention: Evidence | None = getattr(record.mentions, field)
        return mention is not None and mention.start is not None  # a cell's words are none

    return extract


def _unread(field: str) -> Extract:
    return lambda record, _: record.unread.get(field)


def _of_target(name: str, default: Hashable = None) -> Extract:
    return lambda record, _: getattr(record, name) if isinstance(record, Target) else default


def _of_source(name: str) -> Extract:
    return lambda _, source: None if source is None else getattr(source, name)


def _field(name: str) -> Extract:
    return lambda record, _: getattr(record, name)


def _country_of(region: Region) -> str | None:
    """By the code alone: no catalog is needed for it."""
    if region.scheme == "gb2260":
        return "CN"
    if region.scheme in ("iso3166-1", "iso3166-2", "nuts"):
        return _ISO_CODES.get(region.code[:2], region.code[:2])
    return None


EXTRACTS: dict[str, Extract] = {
    **{
        name: _field(name)
        for name in ("id", "region", "metric", "amount", "change", "period", "inferred")
    },
    "kind": lambda record, _: "target" if isinstance(record, Target) else "observation",
    "equivalents": lambda record, _: record.equivalents if isinstance(record, Observation) else (),
    **{
        name: _of_target(name)
        for name in (
            *("baseline", "issuer", "announced", "commitment", "aggregation", "supersedes"),
        )
    },
    "absent": _of_target("absent", default=False),
    "published": _of_source("published"),
    "language": _of_source("language"),
    "source": lambda record, _: record.evidence.source if record.evidence else None,
    "country": lambda record, _: _country_of(record.region) if record.region else None,
    "evidence": lambda record, _: record.evidence.exact if record.evidence else None,
    "evidence_span": _evidence_span,
    "source_text": _of_source("text"),
    "source_names": _source_names,
    "amount_evidence": _evidence_of_amount,
    "region_mentioned": _mentioned("region"),
    "period_mentioned": _mentioned("period"),
    "region_words": _words("region"),
    "metric_words": _words("metric"),
    "amount_words": _words("amount"),
    "period_words": _words("period"),
    "equivalent_words": lambda record, _: tuple(
        mention.exact for mention in record.mentions.equivalents
    ),
    **{
        f"unread_{name}": _unread(name)
        for name in ("region", "metric", "amount", "period", "baseline", "equivalents", "unit")
    },
}
"""How each fact is taken from a record and its source."""
