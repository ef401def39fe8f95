"""One object as a small table of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from pydantic import BaseModel

from regiontargets.model import Amount, Metric, Period, Quote, Record, Region, Source

from .markup import escaped, running, shortened, view
from .readings import amount_words, metric_words, region_words, when_words

Facts: TypeAlias = "Mapping[str, object]"

_LONGEST_TEXT = 600


def card(item: BaseModel) -> str:
    """A target, observation, region, metric, amount, period, quote or source for a notebook."""
    return view(fact_table(item))


def fact_table(item: BaseModel) -> str:
    """What is known of an object, one fact a row; what is not known has none."""
    kind = type(item).__name__
    rows = [
        f'<tr><th scope="row">{escaped(name)}</th>'
        f"<td>{escaped(shortened(str(value), 400))}</td></tr>"
        for name, value in _facts(item).items()
        if value not in (None, "", ())
    ]
    if isinstance(item, Record):
        rows.append(_in_context(item))
    caption = f"{kind}: {escaped(shortened(_title(item)))}"
    return (
        f'<table class="rt-card"><caption>{caption}</caption><tbody>{"".join(rows)}</tbody></table>'
    )


def _title(item: BaseModel) -> str:
    if isinstance(item, Record):
        return item.id
    return item.name if isinstance(item, (Region, Metric)) else str(item)


def _facts(item: BaseModel) -> Facts:
    for kind, facts in _FACTS.items():
        if isinstance(item, kind):
            return facts(item)
    return {}


def _of_record(item: BaseModel) -> Facts:
    assert isinstance(item, Record)
    facts: dict[str, object] = {
        "region": item.region or region_words(item),
        "metric": item.metric or metric_words(item),
        "amount": amount_words(item),
        "when": when_words(item),
    }
    for name in ("baseline", "issuer", "announced", "commitment", "supersedes"):
        facts[name] = getattr(item, name, None)
    aggregation = getattr(item, "aggregation", "at_end")
    facts["within the period"] = None if aggregation == "at_end" else aggregation.replace("_", " ")
    facts["put together"] = "from mentions in a sentence" if item.inferred else None
    return {**facts, **item.extra}


def _in_context(record: Record) -> str:
    words = record.evidence
    if words is None:
        return ""
    before, after = running(words.prefix), running(words.suffix)
    kind = type(record).__name__.lower()
    exact = f'<mark class="rt-{kind}">{running(words.exact[:_LONGEST_TEXT])}</mark>'
    return f'<tr><th scope="row">stated as</th><td>{before}{exact}{after}</td></tr>'


def _of_region(item: BaseModel) -> Facts:
    assert isinstance(item, Region)
    existed = f"{item.valid_from or '…'} to {item.valid_to or 'today'}"
    return {
        "code": f"{item.code} ({item.scheme})",
        "other codes": _pairs(item.codes),
        "level": item.level,
        "names": _pairs(item.names),
        "part of": item.parent,
        "members": ", ".join(item.members),
        "existed": existed if item.valid_from or item.valid_to else None,
        "succeeded by": ", ".join(item.successors),
    }


def _of_metric(item: BaseModel) -> Facts:
    assert isinstance(item, Metric)
    low, high = item.bounds.low, item.bounds.high
    bounded = low is not None or high is not None
    return {
        "code": item.code,
        "unit": item.unit,
        "kind": item.kind,
        "better": None if item.direction == "none" else item.direction,
        "bounds": f"{'…' if low is None else low} to {'…' if high is None else high}"
        if bounded
        else None,
        "prices": item.basis,
        "growth of": item.growth_of,
        "its growth": item.growth,
        "names": _pairs(item.names),
        "elsewhere": _pairs(item.external),
        "definition": item.definition,
        "source": item.source,
    }


def _of_amount(item: BaseModel) -> Facts:
    assert isinstance(item, Amount)
    return {
        "comparator": item.comparator.replace("_", " "),
        "value": item.value,
        "upper": item.upper,
        "unit": item.unit or "none stated",
        "change": item.change,
        "prices": item.basis,
        "stated as": item.text,
    }


def _of_period(item: BaseModel) -> Facts:
    assert isinstance(item, Period)
    return {
        "from": item.start,
        "to": item.end,
        "kind": item.kind,
        "known as": item.year,
        "stated as": item.text,
    }


def _of_quote(item: BaseModel) -> Facts:
    assert isinstance(item, Quote)
    return {
        "words": item.text,
        "speaker": item.speaker,
        "role": item.role,
        "affiliation": item.affiliation,
        "kind": "direct" if item.direct else "reported",
    }


def _of_source(item: BaseModel) -> Facts:
    assert isinstance(item, Source)
    names = ("id", "publisher", "published", "place", "language", "url", "path")
    return {name: getattr(item, name) for name in names}


def _pairs(pairs: Mapping[str, str]) -> str:
    return ", ".join(f"{value} ({name})" for name, value in pairs.items())


_FACTS: dict[type[BaseModel], Callable[[BaseModel], Facts]] = {
    Record: _of_record,
    Region: _of_region,
    Metric: _of_metric,
    Amount: _of_amount,
    Period: _of_period,
    Quote: _of_quote,
    Source: _of_source,
}
