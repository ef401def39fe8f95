"""Relations between regions: in Label Studio from one to another, with a direction."""

from __future__ import annotations

from regiontargets.documents import Link

from ..json_records import Json
from ..json_values import attribute_from, attributes_from, json_from

ROLES = ("from", "to")
"""What the two ends of a relation are called where the file does not say."""

_RELATION = ("id", "from_id", "to_id", "type", "labels", "roles", "attributes", "direction")


def links_from_relation(relation: dict[str, Json], before: int) -> list[Link]:
    """A link for each label of a relation; `before` is the number of links that came before."""
    roles = relation.get("roles")
    first, second = roles if isinstance(roles, list) and len(roles) == 2 else ROLES
    ends = str(relation.get("from_id")), str(relation.get("to_id"))
    arguments = ((str(first), ends[0]), (str(second), ends[1]))
    attributes = attributes_from(relation, _RELATION)
    direction, own = relation.get("direction", "right"), relation.get("attributes")
    if direction != "right":
        attributes["direction"] = attribute_from(direction)
    if isinstance(own, dict):
        attributes |= {name: attribute_from(value) for name, value in own.items()}
    listed = relation.get("labels")
    labels = [str(label) for label in listed] if isinstance(listed, list) else []
    given = relation.get("id")
    return [
        Link(f"R{number}" if given is None else str(given), label, arguments, attributes)
        for number, label in enumerate(labels or [""], start=before + 1)
    ]


def relation_from(link: Link, position: int) -> dict[str, Json]:
    """A binary link as a relation; its id is left out if it is what reading would call it."""
    direction = link.attributes.get("direction")
    native = isinstance(direction, str) and direction != "right"
    found: dict[str, Json] = {
        "type": "relation",
        "from_id": link.arguments[0][1],
        "to_id": link.arguments[1][1],
        "direction": json_from(direction) if native else "right",
        "labels": [link.label] if link.label else [],
    }
    roles = [role for role, _ in link.arguments]
    if roles != list(ROLES):
        found["roles"] = list[Json](roles)
    if link.id != f"R{position}":
        found["id"] = link.id
    own: dict[str, Json] = {
        name: json_from(value)
        for name, value in link.attributes.items()
        if not (native and name == "direction")
    }
    if own:
        found["attributes"] = own
    return found
