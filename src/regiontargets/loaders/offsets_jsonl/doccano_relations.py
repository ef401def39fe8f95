"""doccano's relations: from one entity to another, with a type."""

from __future__ import annotations

import re

from regiontargets.documents import AnnotatedDocument, Link

from ..json_links import is_binary, merged_links, other_links
from ..json_records import Json
from ..json_values import attributes_from, fields_from
from ..record_findings import RecordFindings
from .doccano_entities import ReadEntities, entity_numbers, numbers_of

_RELATION = ("id", "name", "from_id", "to_id", "type", "roles")
_ROLES = ("from", "to")
_NUMBERED = re.compile(r"R(?:0|[1-9][0-9]{0,17})")


def read_relations(
    found: ReadEntities, record: dict[str, Json], findings: RecordFindings
) -> tuple[list[Link], list[Json]]:
    """The links, and the relations that lead nowhere."""
    links: list[Link] = []
    lost: list[Json] = []
    listed = record.get("relations")
    for item in listed if isinstance(listed, list) else []:
        relation = item if isinstance(item, dict) else {}
        ends = [found.ids.get(str(relation.get(f"{role}_id"))) for role in _ROLES]
        if ends[0] is None or ends[1] is None:
            findings.error("F077", "a relation leads to no span", text=str(relation.get("type")))
            lost.append(item)
            continue
        roles = relation.get("roles")
        first, second = roles if isinstance(roles, list) and len(roles) == 2 else _ROLES
        number = relation.get("id", len(links) + 1)
        name = found.reader.name(relation.get("name"), f"R{number}")
        kind = relation.get("type")
        links.append(
            Link(
                name,
                "" if kind is None else str(kind),
                ((str(first), ends[0]), (str(second), ends[1])),
                attributes_from(relation, _RELATION),
            )
        )
    spans = {span.id for span in found.reader.spans}
    merged, unread = merged_links(links, record.get("links"), spans)
    for each in unread:
        findings.error("F077", "a link leads to no span", text=str(each))
    return merged, lost


def relations_from(document: AnnotatedDocument) -> tuple[list[Json], list[Json]]:
    """The relations, and the links that are none."""
    known = {span.id for span in document.spans}
    numbers = entity_numbers(document)
    binary = [link for link in document.links if is_binary(link, known)]
    ids = {link.id: link.id[1:] if _NUMBERED.fullmatch(link.id) else link.id for link in binary}
    own = numbers_of(ids.values())
    found: list[Json] = []
    for link in binary:
        (first, start), (second, end) = link.arguments
        stated: dict[str, Json] = {
            "id": own[ids[link.id]],
            "from_id": numbers[start],
            "to_id": numbers[end],
            "type": link.label,
        }
        if not _NUMBERED.fullmatch(link.id):
            stated["name"] = link.id
        if (first, second) != _ROLES:
            stated["roles"] = [first, second]
        found.append(stated | fields_from(link.attributes, _RELATION))
    return found, other_links(document.links, binary)
