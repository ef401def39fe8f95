import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest

from regiontargets.errors import LoadError
from regiontargets.exports import dataset_schema, dump_dataset, parse_dataset
from regiontargets.findings import Excerpt, Finding, Fix, Place
from regiontargets.model import (
    Amount,
    Baseline,
    Dataset,
    Evidence,
    FrozenDict,
    Mentions,
    Metric,
    Observation,
    Period,
    Quote,
    Records,
    Region,
    Source,
    Target,
)

GUANGDONG = Region(
    code="CN-GD", name="Guangdong", names=FrozenDict(zh="广东省"), valid_from=date(1988, 4, 13)
)
SHARE = Metric(code="share", name="Share", unit="percent", kind="share")
WORDS = Evidence(
    source="a", start=3, end=9, exact="a third", prefix="as", fragments=((3, 5), (6, 9))
)
EVERYTHING = Dataset(
    targets=Records(
        [
            Target(
                id="a#1",
                region=GUANGDONG,
                metric=SHARE,
                amount=Amount(
                    comparator="more_than", value=Fraction(100, 3), unit="percent", text="a third"
                ),
                period=Period.by_year(2025, text="by 2025"),
                baseline=Baseline(amount=Amount(value=30, unit="%"), period=Period.of_year(2020)),
                evidence=WORDS,
                mentions=Mentions(amount=WORDS, equivalents=(WORDS,)),
                unread=FrozenDict(period="一二"),
                extra=FrozenDict(note="kept"),
                commitment="binding",
                aggregation="annual_average",
                supersedes="a#0",
                inferred=True,
            )
        ]
    ),
    observations=Records(
        [
            Observation(
                id="a#2",
                region=GUANGDONG,
                metric=SHARE,
                amount=Amount(value=Decimal("12.40"), unit="percent"),
                equivalents=(Amount(value="1e12", unit="USD"),),
            )
        ]
    ),
    quotes=Records([Quote(id="a#3", text="“…”", speaker="an official", direct=False)]),
    sources=Records([Source(id="a", published=date(2022, 2, 17), text="… a third 🙂")]),
    findings=(
        Finding(
            "U001",
            "unknown unit",
            "warning",
            Place("a.md", 1, 2, 1, 5),
            "yaun",
            "why",
            "how",
            Fix("Write yuan", "yuan"),
            Excerpt("5 yaun", 1),
        ),
    ),
)


def test_what_is_saved_is_loaded_again() -> None:
    again = parse_dataset(dump_dataset(EVERYTHING), "a.json")
    assert again == EVERYTHING
    assert again.targets[0].amount is not None
    assert again.targets[0].amount.text == "a third"
    assert str(again.observations[0].amount and again.observations[0].amount.value) == "12.40"


def test_it_can_be_saved_twice_and_stays_the_same() -> None:
    text = dump_dataset(EVERYTHING)
    assert dump_dataset(parse_dataset(text, "a.json")) == text


def test_it_obeys_its_schema() -> None:
    schema = dataset_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(dump_dataset(EVERYTHING)), schema)
    jsonschema.validate(json.loads(dump_dataset(Dataset())), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {"format": "regiontargets-dataset", "version": 1, "targets": [{}]}, schema
        )


def test_numbers_are_text_and_regions_stand_once() -> None:
    body = json.loads(dump_dataset(EVERYTHING))
    assert body["targets"][0]["amount"]["value"] == "100/3"
    assert body["targets"][0]["region"] == "iso3166-2:CN-GD@1988-04-13"
    assert len(body["regions"]) == 1


def test_a_bad_entry_hides_no_other() -> None:
    body = json.loads(dump_dataset(EVERYTHING))
    body["targets"].append({"id": "bad", "region": "nowhere", "amount": {"value": "many"}})
    body["targets"].append(body["targets"][0])
    text = json.dumps(body, ensure_ascii=False, indent=1)
    again = parse_dataset(text, "a.json")
    assert again.targets == EVERYTHING.targets
    assert [(f.code, f.message) for f in again.findings[1:]] == [
        ("F130", "targets entry 2 (bad): region is not valid"),
        ("F130", "targets entry 2 (bad): amount.value is not valid"),
        ("F131", "targets entry 3 repeats the id 'a#1'"),
    ]
    line = text.split("\n").index('   "id": "bad",') + 1
    assert again.findings[1].place == Place("a.json", line, 11, line, 14)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("[]", "is not a saved dataset"),
        ('{"format": "regiontargets-dataset", "version": 9}', "has version 9"),
        ('{"format": "regiontargets-dataset", "version": 1, "tagets": []}', "holds 'tagets'"),
        ("[" * 100_000, "nested more than 100 deep"),
    ],
)
def test_what_is_no_saved_dataset_is_refused(text: str, reason: str) -> None:
    with pytest.raises(LoadError, match=reason):
        parse_dataset(text, "a.json")


def test_records_of_a_saved_dataset_are_located_at_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    EVERYTHING.save(path)
    again = parse_dataset(path.read_text(encoding="utf-8"), "a.json")
    place, excerpt = again.locate(again.targets[0])
    assert place.path == "a.json"
    assert excerpt is not None
    assert excerpt.text.strip() == '"id": "a#1",'
