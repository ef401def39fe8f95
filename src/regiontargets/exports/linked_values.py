"""What nodes of JSON-LD are made of: terms, identifiers, numbers, periods, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias
from urllib.parse import quote as percent_encoded

from regiontargets.model import Amount, Period
from regiontargets.model.number import number_text, to_decimal

Node: TypeAlias = dict[str, object]
"""A node, or a value, of JSON-LD."""

CONTEXT: dict[str, str] = {
    "schema": "http://schema.org/",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "qudt": "http://qudt.org/schema/qudt/",
    "qudt-unit": "http://qudt.org/vocab/unit/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rt": "urn:regiontargets:term:",
}
"""The prefixes of all terms; none is looked up on the network."""

_URN = "urn:regiontargets:"
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def identifier(kind: str, key: str) -> str:
    """The IRI of an object of a dataset.

    >>> identifier("record", "article#1")
    'urn:regiontargets:record:article%231'
    """
    return f"{_URN}{kind}:{percent_encoded(key, safe=':', errors='replace')}"


def reference(kind: str, key: str) -> Node:
    """A reference to an object of a dataset."""
    return {"@id": identifier(kind, key)}


def amount_terms(amount: Amount | None) -> Node:
    """A bound is schema.org's minValue or maxValue; the comparator says whether it is included."""
    if amount is None:
        return {}
    match amount.comparator:
        case "at_least" | "more_than":
            bounds = {"schema:minValue": amount.value}
        case "at_most" | "less_than":
            bounds = {"schema:maxValue": amount.value}
        case "between":
            assert amount.upper is not None
            bounds = {"schema:minValue": amount.value, "schema:maxValue": amount.upper}
        case _:
            bounds = {"schema:value": amount.value}
    exact = [number_text(each) for each in bounds.values() if isinstance(each, Fraction)]
    unit = amount.unit
    return {
        **{name: number(value) for name, value in bounds.items()},
        "rt:fraction": exact or None,
        "rt:comparator": amount.comparator,
        "schema:unitText": unit,
        "schema:currency": unit if unit and is_currency(unit) else None,
        "sdmx-attribute:unitMeasure": unit and reference("unit", unit),
        "schema:measurementQualifier": amount.basis,
        "schema:description": amount.text,
    }


def period_terms(period: Period | None) -> Node:
    """A period, as an interval of ISO 8601 and as two dates."""
    if period is None:
        return {}
    start = ".." if period.start is None else period.start.isoformat()
    return {
        # An open start is ".." as in schema.org's temporalCoverage (ISO 8601-2).
        "schema:temporalCoverage": f"{start}/{period.end.isoformat()}",
        "sdmx-dimension:refPeriod": filled(
            {
                "@type": "dcterms:PeriodOfTime",
                "dcat:startDate": day(period.start),
                "dcat:endDate": day(period.end),
                "rt:kind": period.kind,
            }
        ),
    }


def names(name: str, others: dict[str, str]) -> Iterator[Node]:
    """The names of something, the English one first."""
    yield words_in("en", name)
    yield from (words_in(tag, each) for tag, each in others.items() if (tag, each) != ("en", name))


def words_in(language: str | None, words: str) -> Node:
    """Words in a language, where it is known and has a tag of BCP 47."""
    known = language is not None and _LANGUAGE.fullmatch(language)
    return {"@value": words, "@language": language} if known else {"@value": words}


def coded(scheme: str, code: str) -> Node:
    """A code and the scheme it belongs to."""
    return {"@type": "schema:PropertyValue", "schema:propertyID": scheme, "schema:value": code}


def number(value: Decimal | Fraction) -> Node:
    """A number, in full; a fraction that never ends is rounded to 28 digits."""
    return {"@value": number_text(to_decimal(value)), "@type": "xsd:decimal"}


def day(stated: date | None) -> Node | None:
    """A date."""
    return None if stated is None else {"@value": stated.isoformat(), "@type": "xsd:date"}


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency, which is named by its code of ISO 4217."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def filled(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
