"""The schema of each type holds what is written and refuses what is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel, TypeAdapter

import regiontargets as rt
from regiontargets.errors import LookupFailed
from regiontargets.exports import TYPES, dump_dataset
from regiontargets.findings import Finding

EXAMPLES = Path(__file__).parents[2] / "examples"
CHECKS = jsonschema.FormatChecker()


def objects(value: object) -> Iterator[BaseModel]:
    """A model and every one inside it."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from objects(getattr(value, name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from objects(each)


@pytest.fixture(scope="module")
def article() -> rt.Dataset:
    return rt.load(EXAMPLES / "article.md") + rt.load(EXAMPLES / "mistakes.md")


@pytest.mark.parametrize("name", TYPES)
def test_it_is_a_schema(name: str) -> None:
    schema = rt.json_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == name
    assert ">>>" not in str(schema)


def test_what_is_dumped_obeys(article: rt.Dataset) -> None:
    seen: dict[str, int] = {}
    for each in objects(article):
        name = type(each).__name__
        seen[name] = seen.get(name, 0) + 1
        if name not in TYPES or name == "Dataset" or seen[name] > 5:
            continue
        for lean in (True, False):
            dumped = each.model_dump(mode="json", exclude_defaults=lean)
            jsonschema.validate(dumped, rt.json_schema(name), format_checker=CHECKS)
            assert type(each).model_validate(dumped) == each
    assert seen.keys() >= {
        "Target",
        "Observation",
        "Region",
        "Metric",
        "Amount",
        "Period",
        "Evidence",
    }


def test_a_saved_dataset_obeys(article: rt.Dataset) -> None:
    saved = json.loads(dump_dataset(article))
    jsonschema.validate(saved, rt.json_schema(), format_checker=CHECKS)


def test_findings_and_reports_obey(article: rt.Dataset) -> None:
    report = rt.validate(article)
    assert report.findings
    jsonschema.validate(json.loads(report.to_json()), rt.json_schema("Report"))
    for each in report.findings:
        dumped = TypeAdapter(Finding).dump_python(each, mode="json")
        jsonschema.validate(dumped, rt.json_schema("Finding"))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Amount", {"value": 5.5}),
        ("Amount", {"value": "five"}),
        ("Target", {"id": "t", "amout": {"value": "1"}}),
        ("Period", {"kind": "year", "end": "soon"}),
        ("Metric", {"code": "GDP", "name": "GDP", "unit": "CNY", "kind": "level"}),
        ("Report", {"version": 2, "findings": [], "summary": {}}),
    ],
)
def test_what_is_wrong_is_refused(name: str, wrong: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, rt.json_schema(name), format_checker=CHECKS)


def test_an_unknown_type_is_named() -> None:
    with pytest.raises(LookupFailed, match="Known: Dataset, Target"):
        rt.json_schema("Tagret")
