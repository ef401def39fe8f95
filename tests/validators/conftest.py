"""Cases of rules as data: from YAML to a dataset, and from findings to plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from regiontargets.findings import Finding, Place
from regiontargets.model import (
    Amount,
    Baseline,
    Dataset,
    Evidence,
    Mentions,
    Metric,
    Observation,
    Period,
    Record,
    Records,
    Region,
    Source,
    Target,
)
from regiontargets.model.origin import Location

HERE = Path(__file__).parent
SOURCE = "source"
WORDED = ("region", "metric", "amount", "period", "baseline")


@dataclass(frozen=True)
class RuleCase:
    """Records, and every finding that one rule has about them."""

    code: str
    name: str
    dataset: Dataset
    findings: list[dict[str, Any]]
    also: list[str]

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"


class Rows:
    """An origin that knows a record's number and a field's name, and no file."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.rows = {record.id: row for row, record in enumerate(records, 1)}

    def locate(self, record: Record, field: str | None) -> Location:
        named = None if field == "evidence" else field
        column = None if named == "kind" else named  # a table without a column for it
        return Place("cases", row=self.rows[record.id], field=column), None

    def locate_evidence(self, evidence: Evidence) -> Location:
        assert evidence.start is not None
        assert evidence.end is not None
        return Place("cases", 1, evidence.start + 1, 1, evidence.end + 1), None


@cache
def nouns() -> dict[str, dict[str, Any]]:
    text = (HERE / "nouns.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {
        "region": {key: Region(**value) for key, value in loaded["regions"].items()},
        "metric": {key: Metric(**value) for key, value in loaded["metrics"].items()},
    }


def period(value: object) -> Period:
    """2025, "by 2025", "2021-2025" or the fields of a period."""
    match value:
        case int():
            return Period.of_year(value)
        case str() if value.startswith("by "):
            return Period.by_year(int(value[3:]))
        case str():
            first, _, last = value.partition("-")
            return Period(start=date(int(first), 1, 1), end=date(int(last), 12, 31), kind="span")
        case _:
            assert isinstance(value, Mapping)
            return Period(**value)


def amount(value: object) -> Amount:
    """A bare number, "5 trillion yuan" as value and unit, or the fields of an amount."""
    match value:
        case Mapping():
            return Amount(**value)
        case str():
            number, _, unit = value.partition(" ")
            return Amount(value=number, unit=unit or None)
        case _:
            return Amount(value=value)


def evidence(words: str, text: str, source: str = SOURCE) -> Evidence:
    start = text.find(words)
    where = {"start": start, "end": start + len(words)} if start >= 0 else {}
    return Evidence(source=source, exact=words, **where)


def record(number: int, kind: str, said: dict[str, Any], text: str) -> Record:
    fields: dict[str, Any] = {"id": f"r{number}", **said}
    for field in ("region", "metric"):
        if field in said:
            fields[field] = nouns()[field][said[field]]
    if "amount" in said:
        fields["amount"] = amount(said["amount"])
    if "period" in said:
        fields["period"] = period(said["period"])
    if "equivalents" in said:
        fields["equivalents"] = tuple(amount(each) for each in said["equivalents"])
    if "baseline" in said:
        base = said["baseline"]
        fields["baseline"] = Baseline(
            amount=amount(base["amount"]) if "amount" in base else None,
            period=period(base["period"]) if "period" in base else None,
        )
    words = fields.pop("words", {})
    source = fields.pop("source", SOURCE)
    fields["evidence"] = evidence(said.get("evidence", text), text, source)
    fields["mentions"] = Mentions(**{each: evidence(words[each], text) for each in words})
    return Target(**fields) if kind == "target" else Observation(**fields)


def dataset(case: dict[str, Any]) -> Dataset:
    text = case.get("text", "")
    built = [
        record(number, kind, said, text)
        for number, each in enumerate(case["records"], 1)
        for kind, said in each.items()
    ]
    names = {SOURCE: case.get("source", {}), **case.get("sources", {})}
    sources = [Source(id=name, path="cases", **said) for name, said in names.items()]
    targets = [each for each in built if isinstance(each, Target)]
    observations = [each for each in built if isinstance(each, Observation)]
    made = Dataset(
        targets=Records(targets), observations=Records(observations), sources=Records(sources)
    )
    rows = Rows(tuple(built))
    return made.with_origins(dict.fromkeys(names, rows))


def plain(finding: Finding) -> dict[str, Any]:
    """A finding as a case states it: only what is set."""
    place = finding.place
    said = {
        "row": place.row,
        "field": place.field,
        "columns": None if place.column is None else [place.column, place.end_column],
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "fix": None if finding.fix is None else finding.fix.replacement,
    }
    return {key: value for key, value in said.items() if value not in (None, "")}


def cases() -> list[RuleCase]:
    return [
        RuleCase(
            path.stem,
            case["name"],
            dataset(case),
            case.get("findings", []),
            case.get("also", []),
        )
        for path in sorted((HERE / "cases").glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "rule_case" in metafunc.fixturenames:
        metafunc.parametrize("rule_case", cases(), ids=str)


@pytest.fixture
def as_plain() -> Any:
    return plain


@pytest.fixture(scope="session")
def all_cases() -> list[RuleCase]:
    return cases()
