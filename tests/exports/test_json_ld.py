"""Linked data: the graph that others' readers make of the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from regiontargets.exports.linked_nodes import unit_node
from regiontargets.exports.unit_codes import unit_codes
from regiontargets.model import (
    Amount,
    Baseline,
    Dataset,
    Evidence,
    Metric,
    Observation,
    Period,
    Quote,
    Records,
    Region,
    Source,
    Target,
)
from regiontargets.units import canonical

# rdflib warns of what it does itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

HUBEI = Region(
    code="CN-HB", name="Hubei", names={"zh": "湖北省"}, parent="CN", codes={"gb2260": "420000"}
)
BERLIN = Region(code="DE3", scheme="nuts", name="Berlin")
SHARE = Metric(code="share", name="Share", unit="percent", kind="share")
GDP = Metric(code="gdp", name="GDP", unit="currency", kind="level")
WORDS = Evidence(source="a", start=3, end=10, exact="a third", prefix="as ", suffix=".")
DATASET = Dataset(
    targets=Records(
        [
            Target(
                id="a#1",
                region=HUBEI,
                metric=SHARE,
                amount=Amount(comparator="more_than", value=Fraction(100, 3), unit="percent"),
                period=Period.by_year(2025),
                baseline=Baseline(amount=Amount(value=30, unit="%"), period=Period.of_year(2020)),
                announced=date(2022, 2, 17),
                evidence=WORDS,
                supersedes="a#0",
            )
        ]
    ),
    observations=Records(
        [
            Observation(
                id="a#2",
                region=BERLIN,
                metric=GDP,
                amount=Amount(value="5.20", unit="EUR"),
                period=Period.of_year(2021),
            )
        ]
    ),
    quotes=Records([Quote(id="a#3", text="“Yes”", speaker="Li", role="mayor", evidence=WORDS)]),
    sources=Records([Source(id="a", title='"><i>', language='"><i>', url="https://x.example/a")]),
)

Ask = Callable[[str], list[tuple[str, ...]]]

PREFIXES = """
PREFIX schema: <http://schema.org/>
PREFIX sd: <http://purl.org/linked-data/sdmx/2009/dimension#>
PREFIX sa: <http://purl.org/linked-data/sdmx/2009/attribute#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX qudt: <http://qudt.org/schema/qudt/>
PREFIX unit: <http://qudt.org/vocab/unit/>
PREFIX rt: <urn:regiontargets:term:>
"""


@pytest.fixture
def written(tmp_path: Path) -> str:
    assert DATASET.export(tmp_path / "a.jsonld", "json-ld") == ()
    return (tmp_path / "a.jsonld").read_text(encoding="utf-8")


@pytest.fixture
def ask(written: str) -> Ask:
    """Asks a question in SPARQL of the graph that rdflib reads."""
    rdflib: Any = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph().parse(data=written, format="json-ld")
    return lambda query: [tuple(str(cell) for cell in row) for row in graph.query(PREFIXES + query)]


def test_every_prefix_is_declared(written: str) -> None:
    document = json.loads(written)
    used = {name.partition(":")[0] for name in keys(document["@graph"]) if ":" in name}
    assert used <= document["@context"].keys()


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(name for each in value.values() for name in keys(each))}
    return {name for each in value for name in keys(each)} if isinstance(value, list) else set()


def test_a_target_is_read_as_what_it_says(ask: Ask) -> None:
    found = ask("""SELECT ?least ?fraction ?comparator ?area ?start ?end WHERE {
        ?t a rt:Target ; schema:minValue ?least ; rt:fraction ?fraction ;
           rt:comparator ?comparator ; sd:refArea/skos:notation ?area ;
           schema:temporalCoverage ?start ; sd:refPeriod/dcat:endDate ?end }""")
    number = "33.33333333333333333333333333"
    assert found == [(number, "100/3", "more_than", "CN-HB", "../2025-12-31", "2025-12-31")]


def test_numbers_are_decimals_as_stated(ask: Ask) -> None:
    found = ask("""SELECT ?value ?kind ?currency WHERE {
        ?o a schema:Observation ; schema:value ?value ; schema:currency ?currency .
        BIND(DATATYPE(?value) AS ?kind) }""")
    assert found == [("5.20", "http://www.w3.org/2001/XMLSchema#decimal", "EUR")]


def test_units_have_their_codes(ask: Ask) -> None:
    found = ask("""SELECT ?code ?same WHERE {
        ?t a rt:Target ; sa:unitMeasure ?unit . ?unit qudt:ucumCode ?code ; skos:exactMatch ?same }
        """)
    assert found == [("%", "http://qudt.org/vocab/unit/PERCENT")]


def test_regions_have_names_and_codes(ask: Ask) -> None:
    assert ask("""SELECT ?name ?code WHERE {
        ?r a schema:AdministrativeArea ; skos:notation "CN-HB" ; schema:name ?name .
        ?r schema:identifier [ schema:propertyID "gb2260" ; schema:value ?code ]
        FILTER(LANG(?name) = "zh") }""") == [("湖北省", "420000")]
    assert ask("SELECT ?same WHERE { [] skos:notation 'DE3' ; skos:exactMatch ?same }") == [
        ("http://data.europa.eu/nuts/code/DE3",)
    ]


def test_words_are_annotations_of_their_source(ask: Ask) -> None:
    found = ask("""SELECT ?exact ?start ?end ?url WHERE {
        ?t a rt:Target ; prov:wasQuotedFrom ?source . ?source schema:url ?url .
        [] a oa:Annotation ; oa:hasBody ?t ; oa:hasTarget ?target .
        ?target oa:hasSource ?source ; oa:hasSelector/oa:exact ?exact ;
            oa:hasSelector [ oa:start ?start ; oa:end ?end ] }""")
    assert found == [("a third", "3", "10", "https://x.example/a")]


def test_what_only_targets_have(ask: Ask) -> None:
    assert ask("""SELECT ?day ?base ?before WHERE {
        ?t dcterms:issued ?day ; rt:baseline/schema:value ?base ; dcterms:replaces ?before }
        """) == [("2022-02-17", "30", "urn:regiontargets:record:a%230")]


def test_quotes_have_speakers(ask: Ask) -> None:
    assert ask("""SELECT ?text ?name ?role WHERE {
        [] a schema:Quotation ; schema:text ?text ;
           schema:creator [ schema:name ?name ; schema:jobTitle ?role ] }""") == [
        ("“Yes”", "Li", "mayor")
    ]


def test_two_readers_see_the_same_graph(written: str) -> None:
    rdflib: Any = pytest.importorskip("rdflib", reason="rdflib is not installed")
    jsonld: Any = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")
    compare: Any = pytest.importorskip("rdflib.compare")
    quads = jsonld.to_rdf(json.loads(written), {"format": "application/n-quads"})
    other = rdflib.Graph().parse(data=quads, format="nt")
    graph = rdflib.Graph().parse(data=written, format="json-ld")
    assert len(graph) > 60
    assert compare.isomorphic(graph, other)


def test_nothing_is_dropped_in_expanding(written: str) -> None:
    jsonld: Any = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")
    expanded = jsonld.expand(json.loads(written))
    assert len(expanded) == len(json.loads(written)["@graph"])
    assert all(":" in name or name.startswith("@") for name in keys(expanded))


def test_units_that_have_codes_are_units() -> None:
    assert [unit for unit in unit_codes() if canonical(unit) != unit] == []
    assert "skos:exactMatch" not in unit_node("percentage_point")
