"""The JSON Schema (2020-12) of every type, and of the JSON that the library writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from pydantic import TypeAdapter

from regiontargets.errors import LookupFailed
from regiontargets.findings import Finding
from regiontargets.model import (
    Amount,
    Baseline,
    Bounds,
    Evidence,
    FrozenModel,
    Mentions,
    Metric,
    Observation,
    Period,
    Quote,
    Region,
    Source,
    Target,
)

from .dataset_json import SCHEMA_URI, dataset_schema
from .report_schema import report_schema

_MODELS: dict[str, type[FrozenModel]] = {
    "Target": Target,
    "Observation": Observation,
    "Quote": Quote,
    "Region": Region,
    "Metric": Metric,
    "Amount": Amount,
    "Baseline": Baseline,
    "Period": Period,
    "Source": Source,
    "Evidence": Evidence,
    "Mentions": Mentions,
    "Bounds": Bounds,
}

TYPES = ("Dataset", *_MODELS, "Finding", "Report")
"""The types that have a schema."""


def json_schema(name: str = "Dataset") -> dict[str, object]:
    """The JSON Schema (2020-12) of a type by its name.

    `Dataset` describes a saved dataset, `Report` what `validate --format json` writes, the others
    what `model_dump(mode="json")` gives; fields at their defaults may be left out.

    Raises:
        LookupFailed: there is no such type; the message lists those there are.

    >>> json_schema("Amount")["required"]
    ['value']
    """
    if name == "Dataset":
        schema = dataset_schema()
    elif name == "Report":
        schema = report_schema()
    elif name == "Finding":
        # As a saved dataset holds it; the findings of a report have their places spelled out.
        schema = TypeAdapter(Finding).json_schema()
    elif name in _MODELS:
        schema = _MODELS[name].model_json_schema()
    else:
        raise LookupFailed(
            name, f"no type {name[:40]!r} has a schema.", suggestion=f"Known: {', '.join(TYPES)}."
        )
    definitions = cast("Mapping[str, dict[str, object]]", schema.get("$defs", {}))
    for definition in (schema, *definitions.values()):
        _shorten(definition)
    return {"$schema": SCHEMA_URI, **schema}


def _shorten(definition: dict[str, object]) -> None:
    """The first paragraph of a docstring describes a type; what follows is for Python."""
    if "description" in definition:
        first = str(definition["description"]).split("\n\n")[0]
        definition["description"] = " ".join(first.split())
