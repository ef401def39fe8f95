"""A dataset as JSON and back, losslessly.

Regions and metrics stand in the file once and records refer to them by key, so that a person can
read it and a diff shows what changed. Numbers are strings: JSON's own are floats to most readers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from regiontargets.errors import LoadError
from regiontargets.findings import Excerpt, Finding, Place
from regiontargets.model import (
    Dataset,
    Evidence,
    FrozenModel,
    Metric,
    Observation,
    Quote,
    Record,
    Region,
    Source,
    Target,
)
from regiontargets.model.frozen import as_mapping
from regiontargets.model.origin import Location
from regiontargets.model.reference import BY_REFERENCE
from regiontargets.paused_collector import paused_collector

FORMAT = "regiontargets-dataset"
VERSION = 1
SCHEMA_URI = "https://json-schema.org/draft/2020-12/schema"

FINDINGS = {
    "F130": "an entry of a saved dataset that is not valid",
    "F131": "an id that two entries of a saved dataset share",
}
"""What this format's findings mean."""

_PARTS: dict[str, type[FrozenModel]] = {
    "sources": Source,
    "regions": Region,
    "metrics": Metric,
    "targets": Target,
    "observations": Observation,
    "quotes": Quote,
}
_ENVELOPE = frozenset({"format", "version", "findings", *_PARTS})
_MAX_DEPTH = 100


def dump_dataset(dataset: Dataset) -> str:
    """The dataset as JSON text."""
    body = dataset.model_dump(
        mode="json", exclude_defaults=True, context={BY_REFERENCE: True}, warnings=False
    )
    parts = {name: body[name] for name in (*_PARTS, "findings") if name in body}
    envelope = {"format": FORMAT, "version": VERSION, **parts}
    return json.dumps(envelope, ensure_ascii=False, indent=1) + "\n"


def save_dataset(dataset: Dataset, path: Path) -> None:
    """Write the dataset as JSON.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(dump_dataset(dataset), encoding="utf-8")


def is_dataset_json(head: str) -> bool:
    """Whether a text that begins so is a saved dataset."""
    return bool(re.match(rf'\s*\{{\s*"format"\s*:\s*"{FORMAT}"', head))


def parse_dataset(text: str, name: str) -> Dataset:
    """The dataset in a saved file; an entry that is not valid becomes a finding.

    Args:
        text: the JSON.
        name: the file, as findings shall name it.

    Raises:
        LoadError: it is not JSON, or not a saved dataset, or of a later version.
    """
    with paused_collector():
        body = _envelope(text, name)
        reader = _Reader(text, name)
        parts = {part: reader.part(part, body.get(part, [])) for part in _PARTS}
        dataset = Dataset.model_validate({**parts, "findings": body.get("findings", [])})
    dataset = dataset.with_findings(reader.findings)
    origin = JsonOrigin(name, text)
    return dataset.with_origins({record.id: origin for record in dataset.records})


def dataset_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a saved dataset.

    >>> dataset_schema()["title"]
    'Dataset'
    """
    schema = Dataset.model_json_schema(mode="serialization")
    definitions: dict[str, dict[str, object]] = schema["$defs"]
    for record in ("Target", "Observation"):
        _by_reference(definitions[record], "region", "The key of an entry in `regions`.")
        _by_reference(definitions[record], "metric", "The code of an entry in `metrics`.")
    for definition in (schema, *definitions.values()):
        # Fields at their default are left out of the file.
        definition["required"] = _without_default(definition)
    schema["properties"] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        **schema["properties"],
    }
    schema["required"] = ["format", "version"]
    return {"$schema": SCHEMA_URI, **schema}


def _by_reference(definition: object, field: str, description: str) -> None:
    properties = cast("dict[str, object]", cast("dict[str, object]", definition)["properties"])
    properties[field] = {
        "anyOf": [{"type": "string"}, {"type": "null"}],
        "default": None,
        "description": description,
    }


def _without_default(definition: Mapping[str, object]) -> list[str]:
    properties = cast("dict[str, dict[str, object]]", definition.get("properties", {}))
    required = cast("list[str]", definition.get("required", []))
    return [name for name in required if "default" not in properties.get(name, {})]


def _envelope(text: str, name: str) -> dict[str, object]:
    _refuse_depth(text, name)
    try:
        parsed: object = json.loads(text)
    except ValueError as error:
        raise LoadError(f"{name} is not JSON: {error}.") from None
    body = cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}
    if body.get("format") != FORMAT:
        raise LoadError(f"{name} is not a saved dataset.")
    if body.get("version") != VERSION:
        raise LoadError(
            f"{name} has version {body.get('version')!r} of the format.",
            suggestion=f"This library reads version {VERSION}.",
        )
    if unknown := sorted(body.keys() - _ENVELOPE):
        raise LoadError(f"{name} holds {unknown[0]!r}, which a saved dataset does not.")
    return body


def _refuse_depth(text: str, name: str) -> None:
    """The JSON parser recurses; brackets outside of strings are counted before it may."""
    depth = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', text):
        char = match[0][0]
        if char in "[{":
            depth += 1
            if depth > _MAX_DEPTH:
                raise LoadError(f"{name} is nested more than {_MAX_DEPTH} deep.")
        elif char in "]}":
            depth -= 1


class _Reader:
    """Validates entry by entry, so that a bad one never hides the others."""

    def __init__(self, text: str, name: str) -> None:
        self.findings: list[Finding] = []
        self.known: dict[str, FrozenModel] = {}
        self.origin = JsonOrigin(name, text)

    def part(self, part: str, entries: object) -> list[FrozenModel]:
        if not isinstance(entries, list):
            self._report("F130", f"{part} is not a list", "", "")
            return []
        kind, ids = _PARTS[part], set[str]()
        read: list[FrozenModel] = []
        for number, entry in enumerate(cast("list[object]", entries), start=1):
            try:
                item = kind.model_validate(entry, context={BY_REFERENCE: self.known})
            except ValidationError as error:
                self._invalid(f"{part} entry {number}", entry, error)
                continue
            key = _key(item)
            if key in ids:
                self._report("F131", f"{part} entry {number} repeats the id {key!r}", key, "")
                continue
            ids.add(key)
            if isinstance(item, (Region, Metric)):
                self.known[key] = item
            read.append(item)
        return read

    def _invalid(self, what: str, entry: object, error: ValidationError) -> None:
        fields = as_mapping(entry) or {}
        entry_id = str(fields.get("id", fields.get("code", "")))
        for problem in error.errors(include_url=False)[:10]:
            field = ".".join(str(part) for part in problem["loc"])
            message = f"{what}{f' ({entry_id})' if entry_id else ''}: {field or 'it'} is not valid"
            reason = problem["msg"].removeprefix("Value error, ")
            self._report("F130", message, entry_id, reason, str(problem.get("input", ""))[:200])

    def _report(self, code: str, message: str, entry_id: str, reason: str, text: str = "") -> None:
        place, excerpt = self.origin.locate_id(entry_id)
        self.findings.append(Finding(code, message, "error", place, text, reason, excerpt=excerpt))


def _key(item: FrozenModel) -> str:
    if isinstance(item, Region):
        return item.key
    return str(getattr(item, "code" if isinstance(item, Metric) else "id"))


class JsonOrigin:
    """Leads from a record to the line of a saved dataset that holds its id."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._lines: dict[str, tuple[int, int, str]] | None = None

    def locate(self, record: Record, field: str | None) -> Location:
        """The line of the record's id; fields have no place of their own."""
        del field
        return self.locate_id(record.id)

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The file."""
        del evidence
        return Place(self.name), None

    def locate_id(self, entry_id: str) -> Location:
        """The line on which an entry's id stands."""
        if self._lines is None:
            self._lines = dict(_id_lines(self.text))
        found = self._lines.get(entry_id)
        if found is None:
            return Place(self.name), None
        line, column, text = found
        return Place(self.name, line, column, line, column + len(entry_id)), Excerpt(text)


def _id_lines(text: str) -> Iterator[tuple[str, tuple[int, int, str]]]:
    entry = re.compile(r'\s*"(?:id|code)": "((?:[^"\\]|\\.)*+)"')
    for number, line in enumerate(text.split("\n"), start=1):
        if match := entry.match(line):
            yield json.loads(f'"{match[1]}"'), (number, match.start(1) + 1, line)
