"""A Frictionless Data Package: a folder of CSV files and the schema that joins them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from regiontargets.model import (
    AGGREGATIONS,
    CHANGES,
    COMMITMENTS,
    COMPARATORS,
    Dataset,
    Evidence,
    FrozenModel,
)
from regiontargets.model.metric import DIRECTIONS
from regiontargets.model.period import PERIOD_KINDS
from regiontargets.model.region import REGION_LEVELS

from .exact import cell_text, exact_columns, exact_records, write_csv
from .flat import Cell

NAME = "data-package"
TITLE = "a Frictionless Data Package (a folder)"

_TYPES = {
    **dict.fromkeys(("period_start", "period_end", "announced", "published"), "date"),
    **dict.fromkeys(("valid_from", "valid_to"), "date"),
    **dict.fromkeys(("year", "start", "end"), "integer"),
    **dict.fromkeys(("value", "upper"), "number"),
    **dict.fromkeys(("absent", "direct"), "boolean"),
}
_CODELISTS: dict[str, tuple[str, ...]] = {
    "comparator": COMPARATORS,
    "change": CHANGES,
    "period_kind": PERIOD_KINDS,
    "commitment": COMMITMENTS,
    "aggregation": AGGREGATIONS,
    "level": REGION_LEVELS,
    "direction": DIRECTIONS,
}
_SOURCES = ("id", "title", "publisher", "published", "place", "language", "url")
_REGIONS = ("key", "code", "scheme", "name", "level", "parent", "valid_from", "valid_to")
_METRICS = ("code", "name", "unit", "kind", "direction", "basis", "definition")
_QUOTES = ("id", "text", "speaker", "role", "affiliation", "direct")
_REFERS = {"region": ("regions", "key"), "metric": ("metrics", "code"), "source": ("sources", "id")}


def write(dataset: Dataset, path: Path) -> tuple[str, ...]:
    """Write the folder: datapackage.json and a CSV file each for what a dataset holds.

    Raises:
        OSError: the folder cannot be written.
    """
    path.mkdir(parents=True, exist_ok=True)
    resources: list[dict[str, object]] = []
    for name, (head, rows) in _tables(dataset).items():
        write_csv(
            path / f"{name}.csv",
            head,
            [[cell_text(row.get(each)) for each in head] for row in rows],
        )
        resources.append(_resource(name, head))
    package = {"profile": "tabular-data-package", "name": "regiontargets", "resources": resources}
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (path / "datapackage.json").write_text(text, encoding="utf-8")
    return ()


_Table = tuple[list[str], list[dict[str, Cell]]]


def _tables(dataset: Dataset) -> dict[str, _Table]:
    records = exact_records(dataset)
    for record, row in zip(dataset.records, records, strict=True):
        row["region"] = None if record.region is None else record.region.key
    regions = {each.key: {**_fields(each, _REGIONS), "key": each.key} for each in dataset.regions}
    metrics = {each.code: _fields(each, _METRICS) for each in dataset.metrics}
    quotes = [
        {**_fields(each, _QUOTES), "source": each.evidence.source if each.evidence else None}
        for each in dataset.quotes
    ]
    head = exact_columns()
    count = len(dataset.targets)
    return {
        "regions": ([*_REGIONS], [*regions.values()]),
        "metrics": ([*_METRICS], [*metrics.values()]),
        "sources": ([*_SOURCES], _sources(dataset)),
        "targets": (head, records[:count]),
        "observations": (head, records[count:]),
        "quotes": ([*_QUOTES, "source"], quotes),
    }


def _sources(dataset: Dataset) -> list[dict[str, Cell]]:
    """Every source; one that is only referred to has nothing but its id."""
    rows = {each.id: _fields(each, _SOURCES) for each in dataset.sources}
    spoken: list[Evidence | None] = [
        *(each.evidence for each in dataset.records),
        *(each.evidence for each in dataset.quotes),
    ]
    for evidence in spoken:
        if evidence is not None:
            rows.setdefault(evidence.source, {"id": evidence.source})
    return list(rows.values())


def _fields(item: FrozenModel, names: Iterable[str]) -> dict[str, Cell]:
    return {name: getattr(item, name) for name in names}


def _resource(name: str, head: list[str]) -> dict[str, object]:
    fields = [_field(each) for each in head]
    keys = [
        {"fields": each, "reference": {"resource": resource, "fields": field}}
        for each, (resource, field) in _REFERS.items()
        if each in head
    ]
    schema: dict[str, object] = {"fields": fields, "primaryKey": head[0]}
    if "kind" in head and "id" in head:
        schema["primaryKey"] = "id"
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(name: str) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": _TYPES.get(name, "string")}
    if name in _CODELISTS:
        field["constraints"] = {"enum": list(_CODELISTS[name])}
    return field
