"""What one annotation says beside where it stands: its label, its comment, the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from regiontargets.documents import AttributeValue

from ..json_records import Json
from ..json_values import attribute_from, attributes_from, fields_from, json_from

_TAGS = ("tagging", "classifying")
_TAKEN = ("@context", "id", "type", "target", "body", "attributes")
_HYPOTHESIS = ("id", "target", "tags", "text", "document")
_PROPERTIES = (
    *("motivation", "creator", "created", "modified", "generator", "generated", "audience"),
    *("rights", "canonical", "via", "stylesheet", "bodyValue", "body"),
)
"""The properties that an annotation has in the standard."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an annotation says.

    Attributes:
        label: its first tag.
        attributes: everything else.
    """

    label: str
    attributes: Mapping[str, AttributeValue]


def is_hypothesis(annotation: Mapping[str, Json]) -> bool:
    """Whether an annotation is of Hypothesis rather than of the W3C.

    >>> is_hypothesis({"uri": "https://example.org", "target": [], "tags": []})
    True
    """
    return "uri" in annotation and "@context" not in annotation and "body" not in annotation


def said_by(annotation: Mapping[str, Json]) -> Said:
    """What an annotation says, whichever it is."""
    if is_hypothesis(annotation):
        return _said_by_hypothesis(annotation)
    listed = annotation.get("body")
    bodies: list[Json] = [listed]
    if listed is None or isinstance(listed, list):
        bodies = listed or []
    label, rest = _label(bodies, annotation.get("motivation"))
    fields: dict[str, Json] = {name: annotation[name] for name in annotation if name not in _TAKEN}
    comments = [body for body in rest if _comment(body) is not None]
    if len(comments) == 1:
        fields["comment"] = _comment(comments[0])
        rest = [body for body in rest if body is not comments[0]]
    if rest:
        fields["body"] = rest
    if fields.get("motivation") == "tagging":
        del fields["motivation"]
    attributes = attributes_from(fields, ())
    own = annotation.get("attributes")
    for name, value in own.items() if isinstance(own, dict) else ():
        attributes[name] = attribute_from(value)
    return Said(label, attributes)


def annotation_fields(
    label: str, attributes: Mapping[str, AttributeValue], taken: Collection[str] = ()
) -> dict[str, Json]:
    """The body and properties of an annotation that says this, but for properties `taken`."""
    native = {name: attributes[name] for name in attributes if _is_property(name, taken)}
    fields = _stated(label, native)
    if said_by(fields) != Said(label, native):
        native, fields = {}, _stated(label, {})
    own: dict[str, Json] = {
        name: json_from(value) for name, value in attributes.items() if name not in native
    }
    if own:
        fields["attributes"] = own
    return fields


def _stated(label: str, native: Mapping[str, AttributeValue]) -> dict[str, Json]:
    fields = fields_from(native, ())
    comment, rest = fields.pop("comment", None), fields.pop("body", [])
    others = rest if isinstance(rest, list) else [rest]
    tags = [body for body in others if isinstance(body, dict) and body.get("label") is True]
    bodies: list[Json] = [
        {name: value for name, value in body.items() if name != "label"} for body in tags
    ]
    if label and not tags:
        bodies.append({"type": "TextualBody", "purpose": "tagging", "value": label})
    if comment is not None:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": comment})
    bodies += [body for body in others if all(body is not tag for tag in tags)]
    return {"motivation": "tagging", **fields, **({"body": bodies} if bodies else {})}


def _said_by_hypothesis(row: Mapping[str, Json]) -> Said:
    listed = row.get("tags")
    tags = [str(tag) for tag in listed] if isinstance(listed, list) else []
    fields: dict[str, Json] = {name: row[name] for name in row if name not in _HYPOTHESIS}
    if len(tags) > 1:
        fields["tags"] = list[Json](tags[1:])
    if row.get("text"):
        fields["comment"] = row["text"]
    return Said(tags[0] if tags else "", attributes_from(fields, ()))


def _label(bodies: list[Json], motivation: Json) -> tuple[str, list[Json]]:
    """The first tag, and the other bodies; a body without a purpose has the annotation's."""
    tags = motivation in _TAGS
    for body in bodies:
        if not isinstance(body, dict):
            continue
        value = body.get("value", body.get("source"))
        is_tag = body.get("purpose") in _TAGS or (tags and "purpose" not in body)
        if is_tag and isinstance(value, str) and value:
            usual = body == {"type": "TextualBody", "purpose": "tagging", "value": value}
            rest = [each for each in bodies if each is not body]
            return value, rest if usual else [{**body, "label": True}, *rest]
    return "", bodies


def _comment(body: Json) -> str | None:
    """The words of a plain comment."""
    if not isinstance(body, dict) or body.get("purpose") != "commenting":
        return None
    plain = body.keys() == {"type", "purpose", "value"} and body["type"] == "TextualBody"
    value = body.get("value")
    return value if plain and isinstance(value, str) else None


def _is_property(name: str, taken: Collection[str]) -> bool:
    first = name.split(".")[0]
    return name == "comment" or (first in _PROPERTIES and first not in taken)
