"""What other formats hold and the native classes do not: foreign labels, typed values, links."""

from __future__ import annotations

import json

from regiontargets.documents import AttributeValue, Link, Span


def read_span(span: Span) -> Span:
    """A `.mention`, with its own label and attributes back in place."""
    label = str(span.attributes.get("label", ""))
    return Span(span.id, label, span.fragments, _attributes(_data(span.attributes.get("data"))))


def read_link(link_id: str, values: dict[str, AttributeValue]) -> Link:
    """A `.link`, with its arguments and attributes back in place."""
    data = _data(values.get("data"))
    arguments = data.get("arguments")
    pairs = [
        (str(pair[0]), str(pair[1]))
        for pair in (arguments if isinstance(arguments, list) else [])
        if isinstance(pair, list) and len(pair) == 2
    ]
    attributes = _attributes(data.get("attributes"))
    return Link(link_id, str(values.get("label", "")), tuple(pairs), attributes)


def span_data(span: Span) -> str:
    """The `data=` of a foreign span; empty where it has no attributes."""
    return _dumped(span.attributes) if span.attributes else ""


def link_data(link: Link) -> str:
    """The `data=` of a link."""
    return _dumped({"arguments": link.arguments, "attributes": dict(link.attributes)})


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _data(value: AttributeValue) -> dict[str, object]:
    if not isinstance(value, str):
        return {}
    try:
        data = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _attributes(data: object) -> dict[str, AttributeValue]:
    if not isinstance(data, dict):
        return {}
    return {str(key): _value(value) for key, value in data.items()}


def _value(value: object) -> AttributeValue:
    if isinstance(value, list):
        return tuple(_value(each) for each in value)
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    return str(value)
