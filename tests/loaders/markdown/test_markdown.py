from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError
from regiontargets.loaders import Format, InputFile, WritableFormat, markdown

SAMPLES = Path(__file__).parent / "samples"
CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


def read(text: str) -> AnnotatedDocument:
    (document,) = markdown.read(InputFile("a.md", text.encode("utf-8", "surrogatepass")))
    return document


def written(document: AnnotatedDocument) -> str:
    return markdown.write([document]).files[".md"]


def codes(text: str) -> list[str]:
    return [finding.code for finding in read(text).findings]


def test_the_module_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(markdown, Format)
    assert isinstance(markdown, WritableFormat)


def test_spans_nest_and_keep_their_attributes() -> None:
    doc = read(
        '[In [Hubei]{.region #hb code=CN-HB}, [5%]{.amount}]{.target issuer="the province"}.'
    )
    assert doc.text == "In Hubei, 5%."
    assert doc.spans == (
        Span("s1", "target", ((0, 12),), {"issuer": "the province"}),
        Span("hb", "region", ((3, 8),), {"code": "CN-HB"}),
        Span("s3", "amount", ((10, 12),)),
    )
    assert doc.findings == ()


def test_flags_become_true_attributes() -> None:
    assert read("[$5bn]{.amount .equivalent}").spans[0].attributes == {"equivalent": True}


def test_the_front_matter_is_the_metadata() -> None:
    from datetime import date

    doc = read("---\ntitle: 'A: B'\npublished: 2022-02-17\nnumber: 3\n---\nText")
    assert doc.metadata == {"title": "A: B", "published": date(2022, 2, 17), "number": 3}
    assert doc.text == "Text"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "plain",
        "a [b] c",
        "[link](https://x)",
        "---\nno front matter",
        "x\r\n\r\ny",
        "{.a}",
    ],
)
def test_text_without_annotation_stays_as_it_is(text: str) -> None:
    assert read(text).text == text
    assert read(text).findings == ()


def test_escaped_brackets_are_text() -> None:
    assert read(r"\[a\]{.region} \\ \x").text == r"[a]{.region} \ \x"


def test_offsets_count_code_points() -> None:
    doc = read("🙂𠮷 [湖北]{.region}\r\n[5%]{.amount}")
    assert [doc.slice(span) for span in doc.spans] == ["湖北", "5%"]
    assert doc.source_map is not None
    assert str(doc.source_map.place(doc.spans[1].start, doc.spans[1].end)) == "a.md:2:2"


def test_every_malformed_part_is_a_finding_and_the_rest_still_loads() -> None:
    text = (SAMPLES / "malformed.md").read_text(encoding="utf-8")
    doc = read(text)
    lines = [
        f"{f.place.line}:{f.place.column} {f.code} {f.message} | {f.text} | {f.reason}"
        for f in doc.findings
    ]
    expected = (SAMPLES / "malformed.findings").read_text(encoding="utf-8")
    assert "\n".join(lines) + "\n" == expected
    assert {"Hubei", "7 percent", "Hunan", "Jilin", "6 percent"} <= {
        doc.slice(span) for span in doc.spans
    }


def test_a_misspelt_word_is_answered_with_the_right_one() -> None:
    (finding,) = read("[x]{.obsevation}").findings
    assert finding.suggestion == "Did you mean 'observation'?"


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        ("a: [1", "expected ',' or ']', but got '<stream end>'"),
        ("- a\n- b", "the front matter is not a list of `key: value`"),
        ("a: &x 1\nb: *x", "YAML aliases are not read"),
        ("a: " + "[" * 5000 + "]" * 5000, "it is nested more than 32 deep"),
        ("a: 1\na: 2", "'a' is given twice"),
        (
            "a: !!python/object/apply:os.system [ls]",
            "could not determine a constructor for the tag",
        ),
        ("a: 2022-02-31", "day is out of range for month"),
    ],
)
def test_a_bad_front_matter_is_a_finding(yaml: str, reason: str) -> None:
    doc = read(f"---\n{yaml}\n---\n[Hubei]{{.region}}")
    (finding,) = doc.findings
    assert finding.code == "F008"
    assert finding.reason.startswith(reason)
    assert [span.label for span in doc.spans] == ["region"]


def test_hostile_nesting_ends_in_findings() -> None:
    assert codes("[" * 100_000) == ["F001"] * 21
    deep = read("[" * 10_000 + "x" + "]{.target}" * 10_000)
    assert deep.text == "x"
    assert len(deep.spans) == 64
    assert deep.findings[-1].message == "9,916 more of the same kind behind this one"
    assert codes("]{.region}" * 1000)[:2] == ["F002", "F002"]
    assert codes("[x]{" + "a" * 100_000) == ["F003"]


def test_what_is_not_text_is_refused() -> None:
    with pytest.raises(LoadError, match="not UTF-8 text: byte 0xff on line 2"):
        next(iter(markdown.read(InputFile("a.md", b"ok\n\xff\xfe"))))
    with pytest.raises(LoadError, match="NUL"):
        next(iter(markdown.read(InputFile("a.md", b"\x00\x01\x02"))))


def test_utf16_with_a_mark_is_text() -> None:
    data = "\ufeff[湖北]{.region}".encode("utf-16-le")
    (doc,) = markdown.read(InputFile("a.md", data))
    assert doc.text == "湖北"


def test_several_documents_do_not_fit_a_file() -> None:
    with pytest.raises(LoadError, match="one document a file"):
        markdown.write([AnnotatedDocument("a"), AnnotatedDocument("b")])


def test_a_leaf_that_was_left_open_does_not_take_the_records_bracket() -> None:
    doc = read("[[Hubei]{.region} aims at [7% by 2022]{.target}.")
    assert [(span.label, doc.slice(span)) for span in doc.spans] == [
        ("target", "Hubei aims at [7% by 2022"),
        ("region", "Hubei"),
    ]
    (finding,) = doc.findings
    assert (finding.code, finding.place.column) == ("F001", 27)


def test_attributes_that_nobody_closed_swallow_nothing() -> None:
    doc = read("[[Hubei]{.region code=CN-HB aims at [7%]{.amount}]{.target}.")
    assert doc.text == "Hubei aims at 7%."
    assert [span.label for span in doc.spans] == ["target", "region", "amount"]
    assert doc.spans[1].attributes == {"code": "CN-HB"}
    assert [finding.code for finding in doc.findings] == ["F003"]


def test_spans_that_cross_are_cut_and_joined_again() -> None:
    doc = AnnotatedDocument(
        "one two\n\nthree", (Span("a", "target", ((0, 7),)), Span("b", "quote", ((4, 14),)))
    )
    assert (
        written(doc)
        == "[one [two]{.quote #b}]{.target #a}[\n]{.continued of=#b}[\nthree]{.continued of=#b}"
    )
    assert read(written(doc)) == doc


def test_what_the_classes_do_not_know_is_kept_as_data() -> None:
    doc = AnnotatedDocument(
        "Hubei 5%",
        (
            Span("T1", "GPE", ((0, 5),), {"score": 0.5, "tags": ("a", "b"), "ok": None}),
            Span("T2", "amount", ((6, 8),), {"confidence": "high"}),
        ),
        (Link("R1", "of", (("Arg1", "T2"), ("Arg2", "T1")), {"note": 'x "y"'}),),
    )
    assert read(written(doc)) == doc


def test_brackets_of_the_text_are_escaped_only_where_they_must_be() -> None:
    doc = AnnotatedDocument("see [1], ] and {x}", (Span("s1", "region", ((0, 3),)),))
    assert written(doc) == r"[see]{.region} [1], \] and {x}"
    assert read(written(doc)) == doc


@st.composite
def documents(draw: st.DrawFn) -> AnnotatedDocument:
    text = draw(st.text(alphabet="ab元𠮷🙂[]{}\\.#=-\n\r \"'", max_size=40))
    labels = st.sampled_from(["region", "amount", "target", "observation", "quote", "GPE", ""])
    attributes = st.dictionaries(
        st.sampled_from(["code", "change", "speaker", "x y", "equivalent"]),
        st.one_of(st.text("ab\"'\\ {}.=\n元", max_size=5), st.booleans(), st.integers(), st.none()),
        max_size=2,
    )
    point = st.integers(0, len(text))
    spans = []
    for number in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(point), draw(point)))
        spans.append(Span(f"x{number}", draw(labels), ((start, end),), draw(attributes)))
    spans.sort(key=lambda span: (span.start, -span.end))
    return AnnotatedDocument(text, tuple(spans))


def canonical(document: AnnotatedDocument) -> Iterator[object]:
    yield document.text
    yield sorted(document.spans, key=lambda span: span.id)


@given(documents())
def test_what_is_written_is_read_back(document: AnnotatedDocument) -> None:
    again = read(written(document))
    assert list(canonical(again)) == list(canonical(document))
    assert again.findings == ()
    assert read(written(again)) == again


@given(st.text(alphabet="[]{}.#=\\\"' \nab", max_size=60))
def test_any_text_is_read_and_what_is_read_is_kept(text: str) -> None:
    doc = read(text)
    assert read(written(doc)).text == doc.text


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside the project")
def test_the_real_article_loses_its_annotation_and_nothing_else() -> None:
    annotated = (CORPUS / "xinhua-2022-02-17.md").read_text(encoding="utf-8")
    plain = (CORPUS / "xinhua-2022-02-17.txt").read_text(encoding="utf-8")
    doc = read(annotated)
    assert doc.findings == ()
    assert doc.text == plain
    assert read(written(doc)) == doc
