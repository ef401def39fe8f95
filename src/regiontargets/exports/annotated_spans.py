"""What a source states, as spans of its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from regiontargets.documents import AttributeValue, Span
from regiontargets.errors import PhraseError
from regiontargets.model import Amount, Evidence, Period, Quote, Record, Source, Target
from regiontargets.phrases import parse_amount, parse_period

Fragments = tuple[tuple[int, int], ...]
Attributes = dict[str, AttributeValue]


class SpansOfSource:
    """Makes the spans of one source.

    Attributes:
        found: the spans, each leaf before the records that refer to it.
        stated: the record or quote that a span states, by the span's id.
    """

    def __init__(self, source: Source) -> None:
        self.found: list[Span] = []
        self.stated: dict[str, Record | Quote] = {}
        self._source = source
        self._length = len(source.text or "")
        self._leaves: dict[tuple[object, ...], str] = {}
        self._taken: set[str] = set()
        self._number = 0

    def reserve(self, items: Iterable[Record | Quote]) -> None:
        """Keep the ids of records and quotes from leaves."""
        self._taken |= {self.local(each.id) for each in items}

    def local(self, name: str) -> str:
        """The id of a record without that of its source before it."""
        return name.removeprefix(f"{self._source.id}#")

    def add_record(self, record: Record) -> None:
        """Add a record and its fields; one whose words are not located in the text is left out."""
        words = self._located(record.evidence)
        number = self._located(record.mentions.amount)
        if words is None:
            if number is None:
                return
            words = ((number[0][0], number[0][0]),)  # no run of words encloses it: a point
        kind = "target" if isinstance(record, Target) else "observation"
        self._add(kind, self.local(record.id), words, self._attributes(record))
        self.stated[self.local(record.id)] = record

    def add_quote(self, quote: Quote) -> None:
        """Add a quote and its speaker."""
        words = self._located(quote.evidence)
        if words is None:
            return
        about: Attributes = {"role": quote.role, "affiliation": quote.affiliation}
        speaker = self._leaf("speaker", quote.speaker_evidence, about)
        said: Attributes = {"speaker": speaker or quote.speaker, "indirect": not quote.direct}
        self._add("quote", self.local(quote.id), words, {**said, **({} if speaker else about)})
        self.stated[self.local(quote.id)] = quote

    def _attributes(self, record: Record) -> Attributes:
        mentions = record.mentions
        region = record.region.code if record.region else _unknown_code(record, "region")
        metric = record.metric.code if record.metric else _unknown_code(record, "metric")
        amount = self._leaf("amount", mentions.amount) or amount_words(record.amount)
        for each in mentions.equivalents:
            self._leaf("amount", each, {"equivalent": True})
        fields: Attributes = {
            "region": self._leaf("region", mentions.region, {"code": region}) or region,
            "metric": self._leaf("metric", mentions.metric, {"code": metric}) or metric,
            "amount": amount,
            "period": self._leaf("period", mentions.period) or self._period_words(record.period),
            "change": change_of(record),
        }
        return {**fields, **(self._aim(record) if isinstance(record, Target) else {})}

    def _aim(self, target: Target) -> Attributes:
        """What only a target has."""
        base = target.baseline
        label = "period" if base is None or base.period is not None else "amount"
        words = None
        if base is not None:
            words = self._period_words(base.period) if base.period else amount_words(base.amount)
        replaced = target.supersedes
        own = replaced is not None and self.local(replaced) in self._taken
        return {
            "baseline": self._leaf(label, target.mentions.baseline) or words,
            "issuer": target.issuer,
            "announced": target.announced.isoformat() if target.announced else None,
            "commitment": target.commitment,
            "aggregation": target.aggregation,
            "absent": target.absent,
            "supersedes": f"#{self.local(replaced)}" if replaced and own else replaced,
        }

    def _leaf(
        self, label: str, evidence: Evidence | None, attributes: Attributes | None = None
    ) -> str | None:
        """The reference to a mention, which is added once; None if the text does not state it."""
        words = self._located(evidence)
        if words is None:
            return None
        said = attributes or {}
        key = (label, words, *said.items())
        if key not in self._leaves:
            self._leaves[key] = self._free_id()
            self._add(label, self._leaves[key], words, said)
        return f"#{self._leaves[key]}"

    def _free_id(self) -> str:
        self._number += 1
        while f"m{self._number}" in self._taken:
            self._number += 1
        return f"m{self._number}"

    def _add(self, label: str, name: str, words: Fragments, attributes: Attributes) -> None:
        said = {key: value for key, value in attributes.items() if value not in (None, False)}
        self.found.append(Span(name, label, words, said))

    def _located(self, evidence: Evidence | None) -> Fragments | None:
        if evidence is None or evidence.source != self._source.id or evidence.span is None:
            return None
        words = evidence.fragments or (evidence.span,)
        return words if all(start <= end <= self._length for start, end in words) else None

    def _period_words(self, period: Period | None) -> str | None:
        """Words that are read as a period."""
        for words in (str(period), period.text) if period else ():
            try:
                if words and parse_period(words, published=self._source.published) == period:
                    return words
            except PhraseError:
                continue
        return None


def amount_words(amount: Amount | None) -> str | None:
    """Words that are read as an amount.

    >>> amount_words(Amount(comparator="at_least", value=5, unit="percent"))
    'at least 5%'
    """
    for words in (amount.text, str(amount)) if amount else ():
        read = words and _read(words)
        if words and read and _number_of(read) == _number_of(amount):
            return words
    return None


def change_of(record: Record) -> str:
    """The change that a record's words are to be read with.

    A decline is a negative growth in a record, and positive in the words that state it.
    """
    amount, words = record.amount, record.mentions.amount
    if record.change == "level" and amount is not None and words is not None and amount.value < 0:
        read = _read(words.exact)
        if read is not None and read.unit == amount.unit and read.value > 0:
            return "decline"
    return record.change


def _read(words: str) -> Amount | None:
    try:
        return parse_amount(words)
    except PhraseError:
        return None


def _number_of(amount: Amount | None) -> tuple[object, ...] | None:
    if amount is None:
        return None
    return (amount.comparator, amount.value, amount.upper, amount.unit)


def _unknown_code(record: Record, field: Literal["region", "metric"]) -> str | None:
    """The code that an annotator gave and no catalog knows, if that is what could not be read."""
    words, mention = record.unread.get(field), getattr(record.mentions, field)
    return None if mention is not None and mention.exact == words else words
