"""What was understood, in the words that tables and hover texts show."""

from __future__ import annotations

from regiontargets.model import Record, Target

_NOTHING = "–"


def region_words(record: Record) -> str:
    """The region's name, or the words that could not be read."""
    return record.region.name if record.region else _unread(record, "region")


def metric_words(record: Record) -> str:
    """The metric's name, or the words that could not be read."""
    return record.metric.name if record.metric else _unread(record, "metric")


def amount_words(record: Record) -> str:
    """The amount with its comparator and change in words, and as the source restates it."""
    if record.amount is None:
        if isinstance(record, Target) and record.absent:
            return "none set, on purpose"
        return _unread(record, "amount", "no number")
    shown = record.amount.model_copy(update={"change": record.change})
    return "".join([str(shown), *(f" ({each})" for each in record.equivalents)])


def when_words(record: Record) -> str:
    """The period, or the words that could not be read."""
    return str(record.period) if record.period else _unread(record, "period")


def stated_words(record: Record) -> str:
    """The words that a record was read from: those of its sentence, else those of its number."""
    # An empty mark states a record that no run of words encloses.
    if record.evidence is not None and record.evidence.exact:
        return record.evidence.exact
    mention = record.mentions.amount
    if mention is not None:
        return mention.exact
    return (record.amount.text or "") if record.amount else ""


def record_words(record: Record) -> str:
    """A record in one line, for hovering."""
    kind = type(record).__name__.lower()
    words = (region_words(record), metric_words(record), amount_words(record), when_words(record))
    return f"{kind}: {words[0]}, {words[1]}: {words[2]}, {words[3]}"


def _unread(record: Record, field: str, nothing: str = _NOTHING) -> str:
    words = record.unread.get(field)
    return nothing if words is None else f"{words} (not understood)"
