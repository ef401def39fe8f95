"""Web Annotations of a dataset: the standard's selectors, and the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from regiontargets.api import load
from regiontargets.model import Amount, Dataset, Evidence, Metric, Period, Records, Source, Target

EXAMPLES = Path(__file__).parents[2] / "examples"
OA = "http://www.w3.org/ns/oa#"

STANDARD: dict[str, Any] = {
    "oa": OA,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody")},
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "TextPositionSelector")},
    **{name: f"oa:{name}" for name in ("tagging", "describing", "exact", "prefix", "suffix")},
    "value": "rdf:value",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}
"""The terms of the standard's context that are checked here, so that nothing is fetched."""


def exported(dataset: Dataset, path: Path) -> Any:
    dataset.export(path, "web-annotation")
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["article.md", "article.zh.md", "mistakes.md"])
def test_the_loader_reads_the_same_records(name: str, tmp_path: Path) -> None:
    dataset = load(EXAMPLES / name)
    path = tmp_path / Path(name).with_suffix(".jsonld")
    assert dataset.export(path, "web-annotation") == ()
    again = load(path)
    assert again.targets == dataset.targets
    assert again.observations == dataset.observations
    assert again.quotes == dataset.quotes
    (before,), (after,) = dataset.sources, again.sources
    assert after.model_copy(update={"path": before.path}) == before


def test_positions_count_code_points(tmp_path: Path) -> None:
    text = "🙂🙂 Growth of 7%."
    words = Evidence(source="a", start=3, end=16, exact="Growth of 7%."[:13])
    target = Target(id="a#1", amount=Amount(value=7, unit="percent"), evidence=words)
    dataset = Dataset(targets=Records([target]), sources=Records([Source(id="a", text=text)]))
    collection = exported(dataset, tmp_path / "a.jsonld")
    (item,) = [i for i in collection["first"]["items"] if i["body"][0]["value"] == "target"]
    position, quote = item["target"]["selector"]
    assert (position["start"], position["end"]) == (3, 16)
    assert text[3:16] == quote["exact"] == "Growth of 7%."
    assert quote["prefix"] == "🙂🙂 "


def test_a_decline_is_read_as_one_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "[[Hubei]{.region code=CN-HB}'s [GDP]{.metric code=gdp} fell [by 5 percent]{.amount} "
        "in [2020]{.period}]{.observation change=decline}.\n",
        encoding="utf-8",
    )
    dataset = load(tmp_path / "a.md")
    assert dataset.observations[0].amount == Amount(value=-5, unit="percent")
    dataset.export(tmp_path / "a.jsonld", "web-annotation")
    assert load(tmp_path / "a.jsonld").observations == dataset.observations


def test_words_of_a_source_without_a_text(tmp_path: Path) -> None:
    share = Metric(code="share", name="Share", unit="percent", kind="share")
    words = Evidence(source="r", exact="5%左右")
    targets = [
        Target(
            id="t",
            metric=share,
            amount=Amount(comparator="about", value=5, unit="percent"),
            period=Period.of_year(2022),
            evidence=words,
        ),
        Target(id="u"),
    ]
    source = Source(id="r", url="https://x.example/r")
    dataset = Dataset(targets=Records(targets), sources=Records([source]))
    path = tmp_path / "a.jsonld"
    assert dataset.export(path, "web-annotation") == ("u is left out: no words state it.",)
    (item,) = json.loads(path.read_text(encoding="utf-8"))["first"]["items"]
    assert item["target"] == {
        "source": "https://x.example/r",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "5%左右", "prefix": "", "suffix": ""},
        ],
    }
    assert item["body"][1]["source"]["schema:value"] == {"@value": "5", "@type": "xsd:decimal"}


def test_an_empty_dataset_is_an_empty_list(tmp_path: Path) -> None:
    assert exported(Dataset(), tmp_path / "a.jsonld") == []


def test_a_reader_of_linked_data_finds_what_was_understood(tmp_path: Path) -> None:
    jsonld: Any = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")
    collection = exported(load(EXAMPLES / "article.md"), tmp_path / "article.jsonld")

    def standard(url: str, options: object) -> dict[str, object]:
        del options
        assert url == "http://www.w3.org/ns/anno.jsonld"
        document = {"@context": STANDARD}
        return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": document}

    (expanded,) = jsonld.expand(collection, {"documentLoader": standard})
    (page,) = expanded["http://www.w3.org/ns/activitystreams#first"]
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    bodies = [body for item in items["@list"] for body in item[f"{OA}hasBody"]]
    described = [
        body[f"{OA}hasSource"][0] for body in bodies if f"{OA}SpecificResource" in body["@type"]
    ]
    targets = [each for each in described if "urn:regiontargets:term:Target" in each["@type"]]
    assert len(targets) == 7
    (value,) = targets[0]["http://schema.org/value"]
    assert value == {"@value": "5.5", "@type": "http://www.w3.org/2001/XMLSchema#decimal"}
    (purpose,) = bodies[-1][f"{OA}hasPurpose"]
    assert purpose == {"@id": f"{OA}describing"}
