"""UIMA CAS: what each structure becomes, what is reported, and what dkpro-cassis itself reads."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError, MissingExtra
from regiontargets.loaders import Format, InputFile, WritableFormat, uima_cas
from regiontargets.loaders.layers import SENTENCE, TOKEN
from regiontargets.loaders.uima_cas.findings import FINDINGS

cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")

SAMPLES = Path(__file__).parent / "samples" / "uima_cas"
CASES = sorted(
    [*SAMPLES.rglob("*.xmi"), *(p for p in SAMPLES.glob("*.json") if ".expected" not in p.name)]
)
PLANS = SAMPLES / "inception" / "plans.xmi"
XMI = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///c.ecore">'
TEXT = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="a😀b"/>'


def read(data: str | bytes, name: str = "a.xmi") -> AnnotatedDocument:
    raw = data.encode() if isinstance(data, str) else data
    (document,) = uima_cas.read(InputFile(name, raw))
    return document


def read_xmi(*elements: str) -> AnnotatedDocument:
    return read(f"{XMI}{''.join(elements)}{TEXT}</xmi:XMI>")


def read_json(*structures: object, **others: object) -> AnnotatedDocument:
    text = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "x", "sofaString": "a😀b"}
    return read(json.dumps({"%FEATURE_STRUCTURES": [text, *structures], **others}), "a.json")


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def test_it_has_the_shape_of_a_format_that_is_only_read() -> None:
    assert isinstance(uima_cas, Format)
    assert not isinstance(uima_cas, WritableFormat)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_samples_read_as_expected(
    path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
) -> None:
    expected = path.with_name(f"{path.stem}.expected.json")
    matches_golden(expected, uima_cas.read(InputFile.open(path)))


def test_xmi_and_json_are_the_same_document() -> None:
    (xmi,) = uima_cas.read(InputFile.open(PLANS))
    (from_json,) = uima_cas.read(InputFile.open(SAMPLES / "inception.json"))
    assert xmi == from_json


def test_every_annotation_that_cassis_finds_is_found() -> None:
    with PLANS.open("rb") as source, PLANS.with_name("TypeSystem.xml").open("rb") as types:
        cas = cassis.load_cas_from_xmi(source, cassis.load_typesystem(types))
    (document,) = uima_cas.read(InputFile.open(PLANS))
    marks = {
        (fs.xmiID, fs.begin, fs.end)
        for fs in cas.select("uima.tcas.Annotation")
        if "metadata" not in fs.type.name and "DocumentAnnotation" not in fs.type.name
    }
    spans = {(int(span.id[1:]), span.start, span.end) for span in document.spans}
    relations = {int(link.id[1:]) for link in document.links if re.fullmatch(r"R\d+", link.id)}
    assert spans == {mark for mark in marks if mark[0] not in relations}
    assert relations <= {mark[0] for mark in marks}
    assert document.text == cas.sofa_string
    assert {TOKEN, SENTENCE} <= {span.attributes.get("layer") for span in document.spans}


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.sampled_from("ab 家𠮷😀\n\t<&\"'"), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text("a\n𠮷<", max_size=3))),
    st.booleans(),
)
def test_what_cassis_writes_is_read(
    text: str, marks: list[tuple[int, int, str]], as_json: bool
) -> None:
    system = cassis.TypeSystem()
    mark = system.create_type("custom.Span")
    system.create_feature(mark, "label", "uima.cas.String")
    cas = cassis.Cas(system)
    cas.sofa_string = text
    ranges = [(min(a, b, len(text)), min(max(a, b), len(text)), label) for a, b, label in marks]
    cas.add_all([mark(begin=start, end=end, label=label) for start, end, label in ranges])
    siblings = {".typesystem.xml": system.to_xml().encode()}
    data = (cas.to_json() if as_json else cas.to_xmi()).encode()
    (document,) = uima_cas.read(
        InputFile("a.json" if as_json else "a.xmi", data, siblings=siblings)
    )
    assert document.text == text
    assert document.findings == ()
    found = [(*span.fragments[0], span.label) for span in document.spans]
    assert sorted(found) == sorted((s, e, label or "Span") for s, e, label in ranges)


def test_offsets_are_utf16_units() -> None:
    document = read_xmi('<c:X xmi:id="5" sofa="1" begin="1" end="3"/>')
    assert document.slice(document.spans[0]) == "😀"
    document = read_json({"%ID": 5, "%TYPE": "c.X", "@sofa": 1, "begin": 3, "end": 4})
    assert document.slice(document.spans[0]) == "b"


def test_an_offset_inside_a_character_moves_to_its_start() -> None:
    document = read_xmi('<c:X xmi:id="5" sofa="1" begin="2" end="4"/>')
    assert document.slice(document.spans[0]) == "😀b"
    assert codes(document) == [("F050", "warning"), ("F055", "warning")]


@pytest.mark.parametrize("end", ["-1", "5", "1" + "0" * 30, "x", "", "1.5", "３"])
def test_absurd_offsets_lose_the_annotation_and_nothing_else(end: str) -> None:
    sound = '<c:X xmi:id="6" sofa="1" begin="0" end="1"/>'
    document = read_xmi(f'<c:X xmi:id="5" sofa="1" begin="0" end="{end}"/>', sound)
    assert [span.id for span in document.spans] == ["T6"]
    assert codes(document) == [("F050", "warning"), ("F052", "error")]
    mark = {"%TYPE": "c.X", "@sofa": 1, "begin": 0}
    document = read_json({"%ID": 5, "end": end, **mark}, {"%ID": 6, "end": 1, **mark})
    assert [span.id for span in document.spans] == ["T6"]


def test_a_finding_points_at_the_structure() -> None:
    elements = ['\n <c:X xmi:id="5" sofa="1" begin="0" end="9"/>']
    finding = read_xmi(*elements).findings[-1]
    place = finding.place
    assert (finding.code, place.path, place.line, place.column) == ("F052", "a.xmi", 2, 7)


def test_a_chain_that_bites_its_tail_ends() -> None:
    links = (
        f'<c:L xmi:id="{n}" sofa="1" begin="0" end="1" next="{n % 3 + 5}"/>' for n in (5, 6, 7)
    )
    document = read_xmi(*links, '<c:Chain xmi:id="9" first="5"/>')
    assert ("F057", "warning") in codes(document)
    assert len(document.links[-1].arguments) == 3


def test_structures_that_hold_each_other_end() -> None:
    system = cassis.TypeSystem()
    mark = system.create_type("c.Mark")
    node = system.create_type("c.Node", "uima.cas.TOP")
    system.create_feature(mark, "about", node)
    system.create_feature(node, "inner", node)
    system.create_feature(node, "name", "uima.cas.String")
    cas = cassis.Cas(system)
    cas.sofa_string = "text"
    first, second = node(name="a"), node(name="b")
    first.inner, second.inner = second, first
    cas.add(mark(begin=0, end=4, about=first))
    document = read(cas.to_json(), "a.json")
    assert document.spans[0].attributes["about.name"] == "a"
    assert document.spans[0].attributes["about.inner.name"] == "b"


ENTITIES = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_unread(encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}{XMI}&y;{TEXT}</xmi:XMI>'
    with pytest.raises(LoadError, match="declares a document type or entities"):
        read(bomb.encode(encoding))


def test_entities_in_a_type_system_are_refused_too() -> None:
    raw = f"{XMI}{TEXT}</xmi:XMI>".encode()
    types = f"{ENTITIES}<typeSystemDescription/>".encode()
    with pytest.raises(LoadError, match="declares a document type or entities"):
        list(uima_cas.read(InputFile("a.xmi", raw, siblings={".typesystem.xml": types})))


BROKEN = {
    "half a file": (f"{XMI}{TEXT}", "is no XML"),
    "another XML": ("<a xmlns:b='http://www.omg.org/XMI'/>", "is no XMI"),
    "no text": (f"{XMI}</xmi:XMI>", "holds no text"),
    "half a JSON": ('{"%TYPES": {', "is no JSON"),
    "another JSON": ('{"%TYPES": {}}', "is no JSON CAS"),
    "deep JSON": ('{"%TYPES": ' + "[" * 100_000, "is no JSON"),
    "JSON without text": ('{"%FEATURE_STRUCTURES": []}', "holds no text"),
    "types in a circle": (
        '{"%TYPES": {"a": {"%SUPER_TYPE": "a"}}, "%FEATURE_STRUCTURES": [SOFA]}'.replace(
            "SOFA", '{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "a"}'
        ),
        "inherit from each other too often",
    ),
}


@pytest.mark.parametrize(("data", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_cas_is_one_clear_error(data: str, message: str) -> None:
    with pytest.raises(LoadError, match=message):
        read(data, "a.json" if data.startswith("{") else "a.xmi")


def test_hostile_structures_end_soon() -> None:
    many = 3_000
    marks = "".join(f'<c:X xmi:id="{n + 5}" sofa="1" begin="0" end="9"/>' for n in range(many))
    assert len(read_xmi(marks).findings) == many + 1
    wide = " ".join(f'a{n}="x"' for n in range(2000))
    assert len(read_xmi(f'<c:X xmi:id="5" sofa="1" begin="0" end="1" {wide}/>').spans) == 1
    deep = "<e>" * 5_000 + "</e>" * 5_000
    assert read_xmi(f'<c:X xmi:id="5" sofa="1" begin="0" end="1">{deep}</c:X>').spans
    listed = {"%ID": 5, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [*range(9, 10_000), None, "x"]}
    assert codes(read_json(listed))[-1] == ("F053", "error")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(MissingExtra, match=r"dkpro-cassis.*regiontargets\[cas\]"):
        read(f"{XMI}{TEXT}</xmi:XMI>")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.xmi", XMI, True),
        ("a.xml", f"<?xml version='1.0'?>\n{XMI}", True),
        ("a.json", '{"%TYPES": {', True),
        ("a.json", '\n{ "%FEATURE_STRUCTURES" : [', True),
        ("a.json", '{"text": ""}', False),
        ("a.xmi", "<TEI/>", False),
        ("a.xmi", "", False),
    ],
)
def test_it_recognises_its_files(name: str, data: str, expected: bool) -> None:
    assert uima_cas.sniff(InputFile(name, data.encode())) is expected


def test_every_code_has_its_meaning() -> None:
    seen = {
        finding.code
        for path in CASES
        for document in uima_cas.read(InputFile.open(path))
        for finding in replace(document).findings
    }
    assert seen == FINDINGS.keys()
