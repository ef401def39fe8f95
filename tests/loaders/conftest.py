"""What the tests of all formats share: generated documents, and golden files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.findings import Finding

CHARACTERS = st.sampled_from('aZ 5%。家亿𠮷😀é́\t\n"\\/<&>#|[]{}_-.:=')
TEXTS = st.text(CHARACTERS, min_size=1, max_size=40)
NAMES = st.text(st.sampled_from('ab.0_-省 𠮷#:"=\\'), min_size=1, max_size=6)
COMMON_KEYS = """id label start end text value meta meta.text value.score score from_name origin
type name fragments attributes labels direction a.0.b a.b a spans relations title end_"""
KEYS = NAMES | st.sampled_from(COMMON_KEYS.split())
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | NAMES | st.just("")
)
FINITE = SCALARS.filter(lambda value: not isinstance(value, float) or abs(value) < 1e300)
VALUES = st.recursive(FINITE, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=4)
METADATA = st.recursive(
    FINITE | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=4,
)


@st.composite
def _fragments(draw: st.DrawFn, length: int) -> tuple[tuple[int, int], ...]:
    count = draw(st.sampled_from([1, 1, 1, 2, 3]))
    cuts = sorted(draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(draw(st.permutations(pairs)) if count > 1 else pairs)


@st.composite
def _documents(draw: st.DrawFn) -> AnnotatedDocument:
    text = draw(TEXTS)
    names = draw(st.lists(NAMES, unique=True, max_size=6))
    cut = draw(st.integers(0, len(names)))
    attributes = st.dictionaries(KEYS, VALUES, max_size=3)
    spans = tuple(
        Span(name, draw(NAMES), draw(_fragments(len(text))), draw(attributes))
        for name in names[:cut]
    )
    ends = st.tuples(NAMES, st.sampled_from(names)) if names else st.nothing()
    links = tuple(
        Link(name, draw(NAMES), tuple(draw(st.lists(ends, max_size=3))), draw(attributes))
        for name in names[cut:]
    )
    metadata = draw(st.dictionaries(KEYS, METADATA, max_size=3))
    return AnnotatedDocument(text, spans, links, metadata)


@pytest.fixture(scope="session")
def generated_documents() -> st.SearchStrategy[AnnotatedDocument]:
    """Documents of every shape, with characters beyond U+FFFF, links to links, odd names."""
    return _documents()


def _finding(finding: Finding) -> str:
    parts = [str(finding), finding.text and f"`{finding.text}`", finding.reason]
    return " | ".join(part for part in parts if part)


def as_golden(documents: Iterable[AnnotatedDocument]) -> object:
    """Documents as people read and compare them."""
    return [
        {
            "text": document.text,
            "spans": [
                [span.id, span.label, document.slice(span), span.fragments, dict(span.attributes)]
                for span in document.spans
            ],
            "links": [
                [link.id, link.label, link.arguments, dict(link.attributes)]
                for link in document.links
            ],
            "metadata": document.metadata,
            "findings": [
                _finding(replace(each, place=replace(each.place, path=Path(each.place.path).name)))
                if each.place.path
                else _finding(each)
                for each in document.findings
            ],
        }
        for document in documents
    ]


def _readable(value: object, indent: str = "") -> str:
    """JSON of which short parts stay on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + len(indent) <= 110 or not isinstance(value, dict | list):
        return line + ("" if indent else "\n")
    inner = indent + " "
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {_readable(item, inner)}"
            for key, item in value.items()
        ]
    else:
        parts = [_readable(item, inner) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    body = f",\n{inner}".join(parts)
    return f"{opening}\n{inner}{body}\n{indent}{closing}" + ("" if indent else "\n")


@pytest.fixture(scope="session")
def matches_golden() -> Callable[[Path, Iterable[AnnotatedDocument]], None]:
    """Compares documents with an `.expected.json` file; UPDATE_GOLDEN=1 rewrites it instead."""

    def compare(expected: Path, documents: Iterable[AnnotatedDocument]) -> None:
        found = json.loads(json.dumps(as_golden(documents), default=str))
        if os.environ.get("UPDATE_GOLDEN"):
            expected.write_text(_readable(found), encoding="utf-8")
        assert found == json.loads(expected.read_text(encoding="utf-8"))

    return compare
