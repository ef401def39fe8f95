"""The annotations of a file, by the text they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from regiontargets.findings import Finding

from ..input_file import InputFile
from ..json_records import BrokenRecord, Json, json_records
from ..record_findings import RecordFindings, broken

_ITEMS = ("items", "@graph", "rows")
_COLLECTION = ("@context", "type", "total", "first", "source", "aside", *_ITEMS)


@dataclass(slots=True)
class Item:
    """One annotation, and the line on which its record begins."""

    annotation: dict[str, Json]
    line: int


@dataclass(slots=True)
class Group:
    """The annotations of one text.

    Attributes:
        source: the text's own description, with its id, and with its `value` if it is there.
        items: its annotations, in the order of the file.
        aside: annotations that an earlier reading set aside.
        fields: what else the collection says.
    """

    source: dict[str, Json]
    items: list[Item] = field(default_factory=list[Item])
    aside: list[Json] = field(default_factory=list[Json])
    fields: dict[str, Json] = field(default_factory=dict[str, Json])
    line: int = 1


def groups_of(file: InputFile) -> Iterator[Group | Finding]:
    """The groups of a file, those of annotations outside a collection at the end."""
    loose: list[Item] = []
    for record in json_records(file.text):
        if isinstance(record, BrokenRecord):
            yield broken("F085", file.name, record)
            continue
        findings = RecordFindings(file.name, record.line)
        findings.repairs("F089", record)
        value = record.value
        if isinstance(value, dict) and "target" in value:
            loose.append(Item(value, record.line))
        elif isinstance(value, dict) and (items := _items_of(value)) is not None:
            yield from _groups_in(value, items, record.line, findings)
        else:
            findings.error(
                "F085",
                "a record is no annotation, and no collection of any",
                text=str(value),
                reason="it has no target, and no items, rows or first page within the file",
            )
        yield from findings.found
    yield from _by_source(loose, None).values()


def source_of(annotation: Mapping[str, Json]) -> dict[str, Json]:
    """The text that an annotation speaks of, as far as it says."""
    target = annotation.get("target")
    first = target[0] if isinstance(target, list) and target else target
    if isinstance(first, str):
        return {"id": first.split("#char=")[0]}
    source = first.get("source", annotation.get("uri")) if isinstance(first, dict) else None
    if isinstance(source, list) and source:  # Hypothesis accepts a list of addresses.
        source = source[0]
    if isinstance(source, dict):
        return source
    return {"id": source} if isinstance(source, str) else {}


def is_link(annotation: Mapping[str, Json]) -> bool:
    """Whether an annotation links others rather than marking text."""
    motivation = annotation.get("motivation")
    linking = motivation == "linking" or (isinstance(motivation, list) and "linking" in motivation)
    return linking and not any("source" in end or "selector" in end for end in ends_of(annotation))


def ends_of(annotation: Mapping[str, Json]) -> list[dict[str, Json]]:
    """The targets of an annotation as objects."""
    target = annotation.get("target")
    listed = target if isinstance(target, list) else [target]
    return [end if isinstance(end, dict) else {"id": end} for end in listed]


def _items_of(collection: dict[str, Json]) -> list[Json] | None:
    for name in _ITEMS:
        listed = collection.get(name)
        if isinstance(listed, list):
            return listed
    first = collection.get("first")
    if isinstance(first, dict) and isinstance(first.get("items"), list):
        return _items_of(first)
    return (
        [] if collection.get("type") == "AnnotationCollection" and "source" in collection else None
    )


def _groups_in(
    collection: dict[str, Json], listed: list[Json], line: int, findings: RecordFindings
) -> Iterator[Group]:
    items: list[Item] = []
    for each in listed:
        if isinstance(each, dict) and "target" in each:
            items.append(Item(each, line))
        else:
            findings.error("F085", "an item is no annotation", text=str(each))
    source = collection.get("source")
    groups = _by_source(items, source if isinstance(source, dict) else None)
    if not groups and isinstance(source, dict):
        groups[""] = Group(source)
    aside = collection.get("aside")
    for number, group in enumerate(groups.values()):
        group.line = line
        group.fields = {k: collection[k] for k in collection if k not in _COLLECTION}
        if number == 0 and isinstance(aside, list):
            group.aside += aside
        yield group


def _by_source(items: list[Item], shared: dict[str, Json] | None) -> dict[str, Group]:
    """Groups by the id of their source; links and those without one join the first."""
    groups: dict[str, Group] = {}
    homeless: list[Item] = []
    usual = str(shared.get("id", "")) if shared is not None else None
    for item in items:
        source = source_of(item.annotation)
        name = str(source.get("id", "" if source.get("value") is None else source["value"]))
        if is_link(item.annotation) or not source:
            homeless.append(item)
            continue
        if shared is not None and name == usual:
            source = shared
        group = groups.setdefault(name, Group(source, line=item.line))
        group.items.append(item)
    if homeless:
        first = groups or {"": Group(shared or {}, line=homeless[0].line)}
        groups = first
        next(iter(groups.values())).items += homeless
    return groups
