"""WebAnno TSV: what each layer becomes, what is mended or reported, and that it goes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, AttributeValue, Link, Span
from regiontargets.errors import LoadError
from regiontargets.loaders import Format, InputFile, WritableFormat, webanno_tsv
from regiontargets.loaders.layers import NAMED_ENTITY, TOKEN
from regiontargets.loaders.webanno_tsv.findings import FINDINGS

SAMPLES = Path(__file__).parent / "samples" / "webanno_tsv"
CASES = sorted(SAMPLES.glob("*.tsv"))
HEADER = """#FORMAT=WebAnno TSV 3.3
#T_SP=custom.Span|label
#T_RL=custom.Relation|label|BT_custom.Span

"""


def read(raw: str) -> AnnotatedDocument:
    (document,) = webanno_tsv.read(InputFile("a.tsv", raw.encode()))
    return document


def written(document: AnnotatedDocument) -> str:
    return webanno_tsv.write([document]).files[".tsv"]


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(webanno_tsv, Format)
    assert isinstance(webanno_tsv, WritableFormat)
    assert (webanno_tsv.NAME, webanno_tsv.SUFFIXES) == ("webanno_tsv", (".tsv",))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_samples_read_as_expected(
    path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
) -> None:
    matches_golden(path.with_suffix(".expected.json"), webanno_tsv.read(InputFile.open(path)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_unchanged_document_is_written_back_byte_for_byte(path: Path) -> None:
    (document,) = webanno_tsv.read(InputFile.open(path))
    assert written(document).encode() == path.read_bytes()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_sample_written_anew_gives_the_same_document(path: Path) -> None:
    (document,) = webanno_tsv.read(InputFile.open(path))
    again = read(written(replace(document, source_map=None)))
    assert again == replace(document, findings=())


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_document_comes_back_equal(
    generated_documents: st.SearchStrategy[AnnotatedDocument], data: st.DataObject
) -> None:
    document = data.draw(generated_documents)
    assert read(written(document)) == document


VALUES = st.sampled_from(
    ["a", "b|c", "_", "*", "->1-1", "x[3]", "a\\", "", "\n", "\r", True, 3, None, ("a",), "a;b"]
)
NAMES = st.sampled_from(
    [
        "layer",
        "label",
        "value",
        "referenceType",
        "referenceRelation",
        "code",
        "arguments",
        "ROLE_x",
        "layer_",
        "BT_y",
    ]
)
LAYERS = st.sampled_from(
    ["custom.Span", "custom.Relation", "a.Region", "x.CorefLink", "no type", TOKEN, NAMED_ENTITY]
)
LABELS = st.sampled_from(["Region", "Span", "", "NamedEntity", "x y", "CorefLink", "Token"])
SHAPES = st.sampled_from(["source target", "trigger a b", "member member", "member", "trigger", ""])


@st.composite
def like_tsv(draw: st.DrawFn) -> AnnotatedDocument:
    """Documents with the layers, ids, roles and odd values that this format gives meaning to."""
    text = draw(st.text(st.sampled_from("ab 1.家𠮷😀\n\t\r\x85\\ \f"), max_size=30))
    offsets = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    fragments = st.lists(offsets.map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=2)
    ids = draw(
        st.lists(st.sampled_from(["T1", "T2", "1-1", "1-2", "R1", "E1", "x", "y"]), unique=True)
    )
    cut = draw(st.integers(0, len(ids)))

    def attributes() -> dict[str, AttributeValue]:
        own: dict[str, AttributeValue] = draw(st.dictionaries(NAMES, VALUES, max_size=3))
        if draw(st.booleans()):
            own["layer"] = draw(LAYERS)
        return own

    spans = (Span(each, draw(LABELS), tuple(draw(fragments)), attributes()) for each in ids[:cut])
    links = (
        Link(
            each,
            draw(LABELS),
            tuple((role, draw(st.sampled_from(ids))) for role in draw(SHAPES).split()),
            attributes(),
        )
        for each in ids[cut:]
    )
    return AnnotatedDocument(text, tuple(spans), tuple(links))


@settings(max_examples=150, deadline=None)
@given(like_tsv())
def test_documents_like_those_of_tsv_come_back_equal_changed_or_not(
    document: AnnotatedDocument,
) -> None:
    again = read(written(document))
    assert again == document
    changed = replace(again, spans=again.spans[1:], links=again.links[1:])
    assert read(written(changed)) == changed


def test_what_the_columns_show_needs_no_comment() -> None:
    document = AnnotatedDocument(
        "澜海 plans ten ports.\nSoon.",
        (
            Span("T1", "Region", ((0, 2),)),
            Span("T2", "Amount", ((9, 12),), {"code": "1|0"}),
            Span("T3", "Metric", ((9, 18),)),
        ),
        (Link("R1", "Of", (("source", "T3"), ("target", "T2"))),),
    )
    assert written(document) == (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label|code\n"
        "#T_RL=custom.Relation|label|BT_custom.Span\n\n\n"
        "#Text=澜海 plans ten ports.\n"
        "1-1\t0-1\t澜\tRegion[1]\t*[1]\t_\t_\t\n"
        "1-2\t1-2\t海\tRegion[1]\t*[1]\t_\t_\t\n"
        "1-3\t3-8\tplans\t_\t_\t_\t_\t\n"
        "1-4\t9-12\tten\tAmount[2]|Metric[3]\t1\\|0[2]|*[3]\tOf\t1-4[3_2]\t\n"
        "1-5\t13-18\tports\tMetric[3]\t*[3]\t_\t_\t\n"
        "1-6\t18-19\t.\t_\t_\t_\t_\t\n\n"
        "#Text=Soon.\n"
        "2-1\t20-24\tSoon\t_\t_\t_\t_\t\n"
        "2-2\t24-25\t.\t_\t_\t_\t_\t\n"
    )


def test_a_part_of_a_token_is_a_sub_token_where_the_tokens_are_given() -> None:
    document = read(HEADER + "\n#Text=ports\n1-1\t0-5\tports\t_\t_\t_\t\n")
    marked = replace(document, spans=(Span("T1", "Metric", ((0, 4),)),))
    assert written(marked).splitlines()[-2:] == [
        "1-1\t0-5\tports\t_\t_\t_\t",
        "1-1.1\t0-4\tport\tMetric\t_\t_\t",
    ]
    assert read(written(marked)) == marked


def test_sentences_ids_and_comments_outlast_a_change() -> None:
    raw = HEADER.replace("\n\n", "\n#by hand\n\n") + (
        "\n#Sentence.id=s\\t1\n# unsure\n#Text=One two.\n1-1\t0-3\tOne\tA\t_\t_\t\n"
        "1-2\t4-8\ttwo.\t_\t_\t_\t\n"
    )
    document = read(raw)
    assert document.findings == ()
    emptied = written(replace(document, spans=()))
    assert emptied == (
        HEADER + "\n#by hand\n# unsure\n#Sentence.id=s\\t1\n#Text=One two.\n"
        "1-1\t0-3\tOne\t_\t_\t_\t\n1-2\t4-8\ttwo.\t_\t_\t_\t\n"
    )


def test_metadata_goes_into_a_comment() -> None:
    document = AnnotatedDocument(
        "一", metadata={"title": "A\u2028B", "published": date(2022, 2, 17)}
    )
    assert '#Metadata={"title": "A\\u2028B", "published": "2022-02-17"}\n#Text=一\n' in written(
        document
    )
    assert read(written(document)) == document


def test_what_other_tools_will_not_see_is_said() -> None:
    document = AnnotatedDocument(
        "a b c",
        (Span("x", "Torn", ((0, 1), (4, 5))),),
        (Link("y", "Three", (("p", "x"), ("p", "x"), ("p", "x"))),),
        {"seen": "2022-02-17"},
    )
    findings = webanno_tsv.write([document]).findings
    assert [(each.code, each.severity, each.text) for each in findings] == [
        ("F047", "note", "seen"),
        ("F045", "note", "Three"),
        ("F046", "note", "Torn"),
    ]


def test_several_documents_do_not_fit_one_file() -> None:
    with pytest.raises(LoadError, match="one document a file, not 2"):
        webanno_tsv.write([AnnotatedDocument("a"), AnnotatedDocument("b")])


def test_places_in_the_text_are_places_in_the_file() -> None:
    document = read(HEADER + "\n#Text=a\\t\\\\b\n#Text=c d\n1-1\t0-7\tx\tA\t_\t_\n")
    assert document.text == "a\t\\b\nc d"
    assert document.source_map is not None
    places = [str(document.source_map.place(at, at + 1)) for at in (0, 1, 2, 3, 4, 5, 7)]
    assert places == [f"a.tsv:{at}" for at in ["6:7", "6:8", "6:10", "6:12", "6:13", "7:7", "7:9"]]


def test_a_finding_points_at_the_row() -> None:
    (finding,) = read(HEADER + "\n#Text=ab\n1-1\t0-2\tax\t_\t_\t_\n").findings
    assert (finding.code, finding.severity, finding.place.line) == ("F035", "warning", 7)
    assert finding.text == "1-1\t0-2\tax"
    assert finding.excerpt is not None
    assert finding.excerpt.text == "1-1\t0-2\tax\t_\t_\t_"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_make_no_difference(newline: str, mark: str) -> None:
    raw = HEADER + "\n#Text=a\\r\n#Text=😀b\n1-1\t0-1\ta\tA\t_\t_\n1-2\t5-6\tb\tB\t_\t_"
    document = read(mark + raw.replace("\n", newline))
    assert document.text == "a\r\n😀b"
    assert [document.slice(span) for span in document.spans] == ["a", "b"]
    assert document.findings == ()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.tsv", b"#FORMAT=WebAnno TSV 3.2\n", True),
        ("a.txt", b"\xef\xbb\xbf#FORMAT=WebAnno TSV 3.3\r\n", True),
        ("a.tsv", b"#FORMAT=WebAnno TSV 1.0\n", False),
        ("a.tsv", b"region\tmetric\n", False),
        ("a.tsv", b"", False),
    ],
)
def test_it_recognises_its_files(name: str, data: bytes, expected: bool) -> None:
    assert webanno_tsv.sniff(InputFile(name, data)) is expected


def test_a_file_without_header_and_sentences_is_not_loaded() -> None:
    with pytest.raises(LoadError, match="holds no sentence"):
        read("region\tmetric\n")


def table(*rows: str, text: str = "aa bb") -> str:
    layers = (
        "#T_SP=custom.Span|label|ROLE_custom.Span:links_custom.SpanLinksLink|uima.tcas.Annotation\n"
        "#T_CH=x.CorefLink|referenceType|referenceRelation\n"
        "#T_RL=custom.Relation|label|BT_custom.Span\n"
    )
    return f"#FORMAT=WebAnno TSV 3.3\n{layers}\n\n#Text={text}\n" + "\n".join(rows) + "\n"


MANY = 50_000
HOSTILE = {
    "stacked": table("1-1\t0-2\taa\t" + "|".join(["L"] * MANY) + "\t_\t_\t_\t_\t_\t_"),
    "dangling": table(
        "1-1\t0-2\taa\tL\t_\t_\t_\t_\t" + "|".join(["Of"] * MANY) + "\t" + "|".join(["1-9"] * MANY)
    ),
    "slots": table(
        "1-1\t0-2\taa\tL\t" + ";".join("r" * MANY) + "\t" + ";".join(["1-8"] * 9) + "\t_\t_\t_\t_"
    ),
    "chained": table(
        "1-1\t0-2\taa\t_\t_\t_\t" + "|".join(["c[1]"] * MANY) + "\t" + "|".join(["*->1-1"] * MANY)
    ),
    "bars": table("1-1\t0-2\taa\t" + "|" * MANY + "\t" + "\\" * MANY + "\t" + "[" * MANY + "]"),
    "absurd": table("1-1\t0-2\taa\tL", f"1-2\t{10**14}-{10**14 + 1}\tbb\tL", "1-3\t1" + "0" * 99),
    "far": "#FORMAT=WebAnno TSV 3.3\n\n" + f"\n#Text=a\n1-1\t{10**14}-{10**14 + 1}\ta\n" * 1000,
    "columns": "#FORMAT=WebAnno TSV 3.3\n" + "#T_SP=a.B|c\n" * MANY + "\n\n#Text=a\n1-1\t0-1\ta\n",
    "comments": table() + ('#Span={"id":' + "[" * 5000 + "\n") * 100,
    "numbers": table(
        "1-1\t0-2\taa\tL[" + "9" * MANY + "]\t_\t_\t_\t_\t_\t1-1[" + "9" * MANY + "_0]"
    ),
    "garbage": "#FORMAT=WebAnno TSV 3.3\n" + "garbage\n" * MANY,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end_soon_and_are_repeated_as_they_are(raw: str) -> None:
    document = read(raw)
    assert len(document.text) < 1_000_000
    assert written(document) == raw


def test_every_code_has_its_meaning() -> None:
    (untidy,) = webanno_tsv.read(InputFile.open(SAMPLES / "untidy.tsv"))
    assert {finding.code for finding in untidy.findings} <= FINDINGS.keys()
    assert all("F030" <= code <= "F049" for code in FINDINGS)
