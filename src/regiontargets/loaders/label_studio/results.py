"""What one result of an annotation says: pure functions over its JSON."""

from __future__ import annotations

from collections.abc import Collection

from regiontargets.documents import AttributeValue

from ..json_records import Json
from ..json_values import attribute_from, attributes_from, json_from

RESULT = ("id", "from_name", "to_name", "type", "value", "meta")
"""The keys of a result that the reader takes apart itself."""

VALUE = ("start", "end", "text", "labels")
META = ("fragments", "attributes")

OWN = ("origin", "score", "readonly", "hidden", "locked", "parentID")
"""What a result may say of itself beside its value."""

LISTS = {"textarea": "text", "choices": "choices", "taxonomy": "taxonomy"}
"""Control tags whose value is a list, and the key under which it stands."""

SCALARS = ("number", "rating", "datetime")
"""Control tags with a single value, under their own name."""


def labels_of(result: dict[str, Json]) -> list[str] | None:
    """The labels of a region of plain text; None if the result is something else."""
    value = result.get("value")
    if result.get("type", "labels") != "labels" or not isinstance(value, dict):
        return None
    labels = value.get("labels")
    if not isinstance(labels, list) or _is_path(value.get("start")):
        return None
    return [label if isinstance(label, str) else str(label) for label in labels]


def has_offsets(result: dict[str, Json]) -> bool:
    """Whether it is a control's result on a region of plain text."""
    value = result.get("value")
    known = result.get("type") in (*LISTS, *SCALARS)
    if not known or not isinstance(value, dict):
        return False
    return "start" in value and "end" in value and not _is_path(value["start"])


def control_value(result: dict[str, Json]) -> AttributeValue:
    """What a control says of a region; None if it cannot be an attribute."""
    kind, value = result.get("type"), result.get("value")
    if not isinstance(kind, str) or not isinstance(value, dict):
        return None
    if kind in SCALARS:
        held = value.get(kind)
        return None if isinstance(held, list | dict) else held
    listed = value.get(LISTS.get(kind, ""))
    if isinstance(listed, str):
        return listed
    if not isinstance(listed, list) or any(isinstance(item, dict) for item in listed):
        return None
    single = len(listed) == 1 and isinstance(listed[0], str)
    return attribute_from(listed[0] if single else listed)


def control_extras(
    name: str, result: dict[str, Json], region: dict[str, Json]
) -> dict[str, AttributeValue]:
    """What a control's result says of itself (origin, score) other than its region's does."""
    own = {
        f"{name}.{key}": result[key]
        for key in OWN
        if key in result and result[key] != region.get(key)
    }
    return attributes_from(own, ())


def control_fields(kind: str, value: AttributeValue) -> dict[str, Json] | None:
    """The value of a control's result that reads as this; None if none does."""
    if kind in SCALARS:
        return {kind: value} if isinstance(value, str | int | float) else None
    if isinstance(value, str):
        return {LISTS[kind]: [value]} if kind in LISTS else None
    if not isinstance(value, tuple) or kind not in LISTS:
        return None
    if len(value) == 1 and isinstance(value[0], str):
        return None  # It would be read as the words alone.
    return {LISTS[kind]: [json_from(item) for item in value]}


def attributes_of(result: dict[str, Json]) -> dict[str, AttributeValue]:
    """What a region's result says beside offsets, label and ids."""
    fields: dict[str, Json] = {name: result[name] for name in result if name not in RESULT}
    value, meta = result.get("value"), result.get("meta")
    own: Json = None
    if isinstance(value, dict):
        used = (*VALUE, LISTS.get(str(result.get("type")), ""), str(result.get("type")))
        fields["value"] = {name: value[name] for name in value if name not in used}
    if isinstance(meta, dict):
        own = meta.get("attributes")
        fields["meta"] = {name: meta[name] for name in meta if name not in META}
    elif meta is not None:
        fields["meta"] = meta
    found = attributes_from({name: item for name, item in fields.items() if item != {}}, ())
    if isinstance(own, dict):
        found |= {name: attribute_from(item) for name, item in own.items()}
    return found


def why_no_span(result: dict[str, Json], other_texts: Collection[str]) -> str:
    """Why a result is no span; nothing if it speaks of the whole text, as it may."""
    kind, to_name, value = result.get("type"), result.get("to_name"), result.get("value")
    if isinstance(to_name, str) and to_name in other_texts:
        return f"it speaks of the task's other text, {to_name[:60]!r}"
    if not isinstance(value, dict):
        return "it has no value"
    if _is_path(value.get("start")):
        return "its offsets are paths into HTML, not places in plain text"
    if kind in (*LISTS, *SCALARS) and "start" not in value:
        return ""
    return f"results of type {str(kind)[:60]!r} are no spans of plain text"


def _is_path(value: Json) -> bool:
    return isinstance(value, str) and value.startswith("/")
