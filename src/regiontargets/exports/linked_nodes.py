"""Regions, metrics, sources, quotes and records as nodes of JSON-LD, in published vocabularies.

Where a published vocabulary has the word, it is used: schema.org for observations, variables,
places, works and quotations; the SDMX terms of the RDF Data Cube vocabulary for area, period and
unit; Dublin Core and DCAT for dates; PROV for where something was taken from; QUDT for units with
their UCUM codes; SKOS for codes and names. None has words for a target, its comparator, kind of
change, baseline, commitment or aggregation: these are terms of our own, named as in the model.

Sources: schema.org 29; RDF Data Cube Vocabulary (W3C Recommendation, 16 January 2014); DCAT 3
(W3C, 22 August 2024); PROV-O (W3C, 30 April 2013); SKOS (W3C, 18 August 2009); QUDT 2.1.
"""

from __future__ import annotations

from urllib.parse import quote as percent_encoded

from regiontargets.model import Metric, Quote, Record, Region, Source, Target

from .linked_values import (
    Node,
    amount_terms,
    coded,
    day,
    filled,
    identifier,
    is_currency,
    names,
    period_terms,
    reference,
    words_in,
)
from .unit_codes import unit_codes

_NUTS = "http://data.europa.eu/nuts/code/"


def record_node(record: Record) -> Node:
    """A target or an observation."""
    is_target = isinstance(record, Target)
    kinds = ["rt:Target", "schema:QuantitativeValue"] if is_target else ["schema:Observation"]
    area = record.region and reference("region", record.region.key)
    return filled(
        {
            "@id": identifier("record", record.id),
            "@type": kinds,
            "schema:identifier": record.id,
            "schema:observationAbout": area,
            "sdmx-dimension:refArea": area,
            "schema:variableMeasured": record.metric and reference("metric", record.metric.code),
            **period_terms(record.period),
            **amount_terms(record.amount),
            "rt:change": record.change,
            "prov:wasQuotedFrom": record.evidence and reference("source", record.evidence.source),
            **(_aim(record) if isinstance(record, Target) else {}),
        }
    )


def _aim(target: Target) -> Node:
    """What only a target has."""
    baseline = target.baseline
    return {
        "rt:baseline": baseline
        and filled(
            {
                "@type": "schema:Observation",
                **amount_terms(baseline.amount),
                **period_terms(baseline.period),
            }
        ),
        "schema:creator": target.issuer,
        "dcterms:issued": day(target.announced),
        "rt:commitment": target.commitment,
        "rt:aggregation": target.aggregation,
        "rt:absent": {"@value": "true", "@type": "xsd:boolean"} if target.absent else None,
        "dcterms:replaces": target.supersedes and reference("record", target.supersedes),
    }


def unit_node(unit: str) -> Node:
    """A unit, with its code in UCUM and its like in QUDT where it has them."""
    codes = unit_codes().get(unit)
    ucum = codes and {"@value": codes.ucum, "@type": "qudt:UCUMcs"}
    same = codes and codes.qudt and {"@id": f"qudt-unit:{codes.qudt}"}
    return filled(
        {
            "@id": identifier("unit", unit),
            "@type": "qudt:CurrencyUnit" if is_currency(unit) else "qudt:Unit",
            "skos:prefLabel": words_in("en", unit.replace("_", " ")),
            "qudt:ucumCode": ucum or None,
            "skos:exactMatch": same or None,
        }
    )


def region_node(region: Region) -> Node:
    """A region, with its codes in every scheme."""
    codes = {region.scheme: region.code, **region.codes}
    country = region.level == "country"
    nuts = codes.get("nuts")
    return filled(
        {
            "@id": identifier("region", region.key),
            "@type": "schema:Country" if country else "schema:AdministrativeArea",
            "skos:notation": region.code,
            "schema:name": list(names(region.name, region.names)),
            "schema:identifier": [coded(scheme, code) for scheme, code in codes.items()],
            "schema:containedInPlace": region.parent
            and {"@type": "schema:AdministrativeArea", "skos:notation": region.parent},
            "skos:exactMatch": nuts and {"@id": f"{_NUTS}{percent_encoded(nuts)}"},
            "dcat:startDate": day(region.valid_from),
            "dcat:endDate": day(region.valid_to),
        }
    )


def metric_node(metric: Metric) -> Node:
    """A metric, as a variable of schema.org and a concept of SKOS."""
    return filled(
        {
            "@id": identifier("metric", metric.code),
            "@type": ["schema:StatisticalVariable", "skos:Concept"],
            "skos:notation": metric.code,
            "skos:prefLabel": list(names(metric.name, metric.names)),
            "skos:definition": metric.definition and words_in("en", metric.definition),
            "schema:identifier": [coded(name, code) for name, code in metric.external.items()],
            "sdmx-attribute:unitMeasure": reference("unit", metric.unit),
            "dcterms:source": metric.source,
        }
    )


def source_node(source: Source) -> Node:
    """A document."""
    url = source.url or ""
    return filled(
        {
            "@id": identifier("source", source.id),
            "@type": ["schema:CreativeWork", "prov:Entity"],
            "schema:identifier": source.id,
            "schema:name": source.title and words_in(source.language, source.title),
            "schema:publisher": source.publisher,
            "schema:datePublished": day(source.published),
            "schema:locationCreated": source.place,
            "schema:inLanguage": source.language,
            "schema:url": url if url.startswith(("https://", "http://")) else None,
            "schema:sha256": source.sha256,
        }
    )


def quote_node(quote: Quote) -> Node:
    """A quotation with its speaker."""
    affiliation = quote.affiliation and {
        "@type": "schema:Organization",
        "schema:name": quote.affiliation,
    }
    speaker = filled(
        {
            "@type": "schema:Person",
            "schema:name": quote.speaker,
            "schema:jobTitle": quote.role,
            "schema:affiliation": affiliation or None,
        }
    )
    return filled(
        {
            "@id": identifier("quote", quote.id),
            "@type": "schema:Quotation",
            "schema:identifier": quote.id,
            "schema:text": quote.text,
            "schema:creator": speaker if len(speaker) > 1 else None,
            "prov:wasQuotedFrom": quote.evidence and reference("source", quote.evidence.source),
        }
    )
