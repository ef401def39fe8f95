"""From drafts to targets and observations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from regiontargets.documents import Span
from regiontargets.model import (
    AGGREGATIONS,
    CHANGES,
    COMMITMENTS,
    Aggregation,
    Amount,
    Baseline,
    Change,
    Evidence,
    Mentions,
    Metric,
    Observation,
    Period,
    Record,
    Region,
    Source,
    Target,
)
from regiontargets.phrases import find_aggregations, find_amounts

from .draft import Draft
from .normalising import as_growth, with_unit_of
from .reading import Reader
from .roles import Roles
from .sources import evidence_of

C = TypeVar("C", Region, Metric)

_CODELISTS: Mapping[str, tuple[str, ...]] = {
    "change": CHANGES,
    "commitment": COMMITMENTS,
    "aggregation": AGGREGATIONS,
}


@dataclass(slots=True)
class _Typed:
    """The values of one record, and the words of those that could not be read."""

    region: Region | None = None
    metric: Metric | None = None
    amount: Amount | None = None
    period: Period | None = None
    baseline: Baseline | None = None
    equivalents: tuple[Amount, ...] = ()


class RecordBuilder:
    """Types the drafts of one document."""

    def __init__(self, roles: Roles, source: Source, reader: Reader) -> None:
        self.roles = roles
        self.source = source
        self.reader = reader
        self.text = roles.document.text

    def build(self, draft: Draft) -> Record:
        """The target or observation that a draft is."""
        unread: dict[str, str] = {}
        typed = self._typed(draft, unread)
        said = self._said(draft)
        change: Change = said.get("change") or self._change(draft, typed)  # type: ignore[assignment]
        if typed.amount is not None:
            typed.amount = with_unit_of(typed.amount, typed.metric)
        metric, change, amount = as_growth(typed.metric, change, typed.amount, self.reader.metrics)
        common = {
            "id": f"{self.source.id}#{draft.span.id}",
            "region": typed.region,
            "metric": metric,
            "amount": amount,
            "change": change,
            "period": typed.period,
            "equivalents": typed.equivalents,
            "evidence": self._evidence(draft.span),
            "mentions": self._mentions(draft),
            "unread": unread,
            "inferred": draft.inferred,
        }
        if draft.kind == "observation":
            return Observation.model_validate(common)
        return Target.model_validate(
            {
                **common,
                "baseline": typed.baseline,
                "issuer": draft.literals.get("issuer"),
                "announced": said.get("announced"),
                "commitment": said.get("commitment"),
                "aggregation": said.get("aggregation") or self._aggregation(draft),
                "absent": bool(draft.literals.get("absent")),
                "supersedes": self._supersedes(draft),
            }
        )

    def _typed(self, draft: Draft, unread: dict[str, str]) -> _Typed:
        typed = _Typed()
        typed.region = self._coded(draft, "region", unread, self.reader.region)
        typed.metric = self._coded(draft, "metric", unread, self.reader.metric)
        if (words := self._words(draft, "amount")) is not None:
            typed.amount = self.reader.amount(words)
            _keep(unread, "amount", words, typed.amount)
        if (words := self._words(draft, "period")) is not None:
            typed.period = self.reader.period(words, typed.region)
            _keep(unread, "period", words, typed.period)
        if (words := self._words(draft, "baseline")) is not None:
            typed.baseline = self.reader.baseline(words, typed.region)
            _keep(unread, "baseline", words, typed.baseline)
        typed.equivalents = self._equivalents(draft, unread)
        self._report_second_mentions(draft)
        return typed

    def _coded(
        self,
        draft: Draft,
        field: str,
        unread: dict[str, str],
        read: Callable[[str, str | None], C | None],
    ) -> C | None:
        """A region or metric: by the code its mention gives, else by its words."""
        mention = draft.first(field)
        if mention is not None:
            words = self.roles.document.slice(mention)
            code = self.roles.text_of(mention, "code")
            value = read(words, code)
        else:
            words, code = draft.literals.get(field, ""), None
            if not words:
                return None
            value = read(words, words) or read(words, None)
        _keep(unread, field, code or words, value)
        return value

    def _words(self, draft: Draft, field: str) -> str | None:
        mention = draft.first(field)
        return draft.literals.get(field) if mention is None else self.roles.document.slice(mention)

    def _equivalents(self, draft: Draft, unread: dict[str, str]) -> tuple[Amount, ...]:
        found: list[Amount] = []
        for mention in draft.mentions.get("equivalents", ()):
            words = self.roles.document.slice(mention)
            amount = self.reader.amount(words)
            _keep(unread, "equivalents", words, amount)
            if amount is not None:
                found.append(amount)
        return tuple(found)

    def _said(self, draft: Draft) -> dict[str, object]:
        """The record's own attributes, without those whose value is not in their codelist."""
        said: dict[str, object] = {}
        for name, known in _CODELISTS.items():
            value = draft.literals.get(name)
            if value in known:
                said[name] = value
            elif value is not None:
                self._not_in_codelist(draft, name, value, known)
        if (announced := draft.literals.get("announced")) is not None:
            said["announced"] = self._announced(draft, announced)
        return said

    def _change(self, draft: Draft, typed: _Typed) -> Change:
        """What the amount's own words say it is, else the record's ("to grow [9 percent]")."""
        mention, amount = draft.first("amount"), typed.amount
        if amount is None or amount.change is not None or mention is None:
            return "level" if amount is None or amount.change is None else amount.change
        start = mention.start - draft.span.start
        for found in find_amounts(self._words_around(draft, typed.metric)):
            same = found.reading is not None and found.reading.value == amount.value
            if same and found.start < start + (mention.end - mention.start) and start < found.end:
                return (found.reading and found.reading.change) or "level"
        return "level"

    def _words_around(self, draft: Draft, metric: Metric | None) -> str:
        """A record's words; the name of a growth rate says nothing of what its amount is.

        In "GDP growth of 7 percentage points" nothing grows by points.
        """
        words = self.roles.document.slice(draft.span)
        named = draft.first("metric")
        if metric is None or metric.kind != "growth" or named is None:
            return words
        start, end = named.start - draft.span.start, named.end - draft.span.start
        if not 0 <= start < end <= len(words):
            return words
        return words[:start] + " " * (end - start) + words[end:]

    def _aggregation(self, draft: Draft) -> Aggregation:
        """What the record's words say (年均, 每年, 累计), where they say one thing; else at_end."""
        said = {
            each.aggregation for each in find_aggregations(self.roles.document.slice(draft.span))
        }
        return said.pop() if len(said) == 1 else "at_end"  # pyright: ignore[reportReturnType]

    def _announced(self, draft: Draft, value: str) -> date | None:
        period = self.reader.period(value)
        if period is not None and period.kind == "day":
            return period.end
        message = f"announced={value!r} is not a date"
        self.roles.report(
            "F123",
            message,
            draft.span,
            severity="error",
            attribute="announced",
            suggestion="Write it as 2022-02-17.",
        )
        return None

    def _not_in_codelist(self, draft: Draft, name: str, value: str, known: tuple[str, ...]) -> None:
        self.roles.report(
            "F123",
            f"{name}={value!r} is not in its codelist",
            draft.span,
            severity="error",
            attribute=name,
            suggestion=f"It is one of {', '.join(known)}.",
        )

    def _supersedes(self, draft: Draft) -> str | None:
        value = draft.literals.get("supersedes")
        if value is not None and value.startswith("#"):
            return f"{self.source.id}{value}"
        return value

    def _mentions(self, draft: Draft) -> Mentions:
        def evidence(field: str) -> Evidence | None:
            mention = draft.first(field)
            return None if mention is None else self._evidence(mention)

        return Mentions(
            region=evidence("region"),
            metric=evidence("metric"),
            amount=evidence("amount"),
            period=evidence("period"),
            baseline=evidence("baseline"),
            equivalents=tuple(self._evidence(m) for m in draft.mentions.get("equivalents", ())),
        )

    def _evidence(self, span: Span) -> Evidence:
        return evidence_of(self.text, self.source.id, span.fragments)

    def _report_second_mentions(self, draft: Draft) -> None:
        for field, mentions in draft.mentions.items():
            if field == "equivalents":
                continue
            for second in mentions[1:]:
                # A region of another code is context ("Hefei, the capital of Anhui").
                if field in ("region", "metric") and draft.first(field) is not None:
                    severity = "note"
                else:
                    severity = "warning"
                self.roles.report(
                    "F120",
                    f"a second {field} in one {draft.kind}",
                    second,
                    severity=severity,  # type: ignore[arg-type]
                    reason="a record states one; the first counts",
                    suggestion="Split the record in two, or mark a restated amount .equivalent.",
                )


def _keep(unread: dict[str, str], field: str, words: str, value: object) -> None:
    if value is None:
        unread[field] = words
