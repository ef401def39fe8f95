"""Between what JSON states and what attributes and metadata hold.

Attributes are flat: `{"meta": {"user": 1}}` becomes `meta.user`, and goes back as it came. A
key that a format needs for itself is kept apart by a final underscore (`start_`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from math import isfinite
from typing import TypeAlias

from regiontargets.documents import AttributeValue
from regiontargets.documents.annotated_document import MetadataValue

from .json_records import MAX_DEPTH, Json

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Attributes: TypeAlias = Mapping[str, AttributeValue]


def attributes_from(
    fields: Mapping[str, Json], taken: Collection[str]
) -> dict[str, AttributeValue]:
    """The attributes that a JSON object states, but for the keys the format reads itself.

    >>> attributes_from({"start": 1, "meta": {"by": "A", "n": [1, 2]}, "end_": 5}, ("start", "end"))
    {'meta.by': 'A', 'meta.n': (1, 2), 'end': 5}
    """
    found: dict[str, AttributeValue] = {}
    rest = {read_key(key, taken): value for key, value in fields.items() if key not in taken}
    for name, value in _flat(rest, ""):
        while name in found:
            name += "_"
        found[name] = value
    return found


def fields_from(attributes: Attributes, taken: Collection[str]) -> dict[str, Json]:
    """The JSON object that states these attributes: what `attributes_from` reads.

    >>> fields_from({"meta.by": "A", "meta.n": (1, 2), "end": 5}, ("start", "end"))
    {'meta': {'by': 'A', 'n': [1, 2]}, 'end_': 5}
    """
    nested: dict[str, Json] = {}
    for name, value in attributes.items():
        *outer, last = _parts(name, attributes)
        inner = nested
        for part in outer:
            held = inner.setdefault(part, {})
            assert isinstance(held, dict)
            inner = held
        inner[last] = json_from(value)
    return {written_key(key, taken): _with_lists(value) for key, value in nested.items()}


def read_key(key: str, taken: Collection[str]) -> str:
    """The key without the underscore that keeps it apart from the format's own."""
    return key[:-1] if key.endswith("_") and key.rstrip("_") in taken else key


def written_key(key: str, taken: Collection[str]) -> str:
    """The key, kept apart by an underscore if the format has one like it."""
    return key + "_" if key.rstrip("_") in taken else key


def metadata_from(fields: Mapping[str, Json], taken: Collection[str]) -> dict[str, MetadataValue]:
    """The metadata that a JSON object states, but for the keys the format reads itself.

    JSON has no dates: a string of exactly the form of an ISO 8601 date is one, as in YAML.

    >>> metadata_from({"published": "2022-02-17", "text": "…"}, ("text",))
    {'published': datetime.date(2022, 2, 17)}
    """
    return {read_key(key, taken): _dated(fields[key]) for key in fields if key not in taken}


def metadata_fields(
    metadata: Mapping[str, MetadataValue], taken: Collection[str], left_out: Iterable[str] = ()
) -> dict[str, Json]:
    """The JSON object that states this metadata; dates become ISO 8601 strings."""
    gone = set(left_out)
    return {
        written_key(key, taken): json_from(value)
        for key, value in metadata.items()
        if key not in gone
    }


def _dated(value: Json) -> MetadataValue:
    """A JSON value as metadata, with its dates."""
    if isinstance(value, dict):
        return {key: _dated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item) for item in value]
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # The 31st of February is but a string.
            return value
    return value


def as_metadata(value: Json) -> MetadataValue:
    """A JSON value as metadata, dates left as the strings they are."""
    if isinstance(value, dict):
        return {key: as_metadata(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_metadata(item) for item in value]
    return value


def json_from(value: AttributeValue | MetadataValue) -> Json:
    """A value as JSON: a date as ISO 8601, a number that JSON lacks by its name."""
    if isinstance(value, dict):
        return {key: json_from(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_from(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value


def json_text(value: Json, *, indent: int | None = None) -> str:
    r"""A JSON value as text that can be saved as UTF-8.

    >>> json_text({"a": "𠮷"}), json_text("\ud842")
    ('{"a": "𠮷"}', '"\\ud842"')
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:  # Half of a surrogate pair: JSON can only escape it.
        return json.dumps(value, allow_nan=False, indent=indent)
    return text


def attribute_from(value: Json) -> AttributeValue:
    """A JSON value without objects in it as an attribute's value; an empty object is ()."""
    if isinstance(value, list | dict):
        return tuple(attribute_from(item) for item in value)
    return value


def _flat(fields: Mapping[str, Json], prefix: str) -> Iterator[tuple[str, AttributeValue]]:
    for key, value in fields.items():
        name = prefix + key
        if isinstance(value, list) and _holds_object(value):
            value = {str(index): item for index, item in enumerate(value)}
        if isinstance(value, dict) and value:
            yield from _flat(value, name + ".")
        else:
            yield name, attribute_from(value)


def _holds_object(value: Json) -> bool:
    if isinstance(value, list):
        return any(_holds_object(item) for item in value)
    return isinstance(value, dict) and bool(value)


def _parts(name: str, names: Collection[str]) -> list[str]:
    """The keys under which a dotted name nests; the whole name where it cannot."""
    parts = name.split(".")
    if len(parts) == 1 or len(parts) > MAX_DEPTH // 4 or not all(parts):
        return [name]
    outer = ""
    for part in parts[:-1]:
        outer = f"{outer}.{part}" if outer else part
        if outer in names:
            return [name]
    return parts


def _with_lists(value: Json) -> Json:
    """Objects with the keys 0, 1, 2 … as the lists that `_flat` made them of."""
    if not isinstance(value, dict):
        return value
    inner = {key: _with_lists(item) for key, item in value.items()}
    items = list(inner.values())
    in_order = all(key == str(index) for index, key in enumerate(inner))
    return items if in_order and _holds_object(items) else inner
