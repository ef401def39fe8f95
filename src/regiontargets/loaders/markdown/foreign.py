"""What other formats hold and the native classes do not: foreign labels, typed values, links."""

from __future__ import annotations

import json
from typing import cast

from regiontargets.documents import AttributeValue, Link, Span


def read_span(span: Span) -> Span:
    """A `.mention`, with its own label and attributes back in place."""
    label = str(span.attributes.get("label", ""))
    return Span(span.id, label, span.fragments, _attributes(_data(span.attributes.get("data"))))


def read_link(link_id: str, values: dict[str, AttributeValue]) -> Link:
    """A `.link`, with its arguments and attributes back in place."""
    data = _data(values.get("data"))
    pairs = [_pair(each) for each in _list(data.get("arguments"))]
    attributes = _attributes(data.get("attributes"))
    return Link(
        link_id,
        str(values.get("label", "")),
        tuple(pair for pair in pairs if pair is not None),
        attributes,
    )


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
    return _mapping(data)


def _attributes(data: object) -> dict[str, AttributeValue]:
    return {key: _value(value) for key, value in _mapping(data).items()}


def _value(value: object) -> AttributeValue:
    if isinstance(value, list):
        return tuple(_value(each) for each in _list(cast("object", value)))
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    return str(value)


def _pair(value: object) -> tuple[str, str] | None:
    parts = _list(value)
    return (str(parts[0]), str(parts[1])) if len(parts) == 2 else None


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
