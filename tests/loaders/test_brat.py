"""brat: what each line becomes, what is mended or reported, and that it goes back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError
from regiontargets.loaders import Format, InputFile, WritableFormat, brat
from regiontargets.loaders.brat.findings import FINDINGS

SAMPLES = Path(__file__).parent / "samples" / "brat"
CASES = sorted([*SAMPLES.rglob("*.ann"), *SAMPLES.rglob("*.a1")])
TIDY = ["full_standoff", "beyond_u_ffff", "crlf", "no_annotations"]
TEXT = "Lanhai aims at 6 percent."


def read(ann: str, text: str | None = TEXT, **siblings: str) -> AnnotatedDocument:
    beside = {f".{suffix}": content.encode() for suffix, content in siblings.items()}
    if text is not None:
        beside[".txt"] = text.encode()
    (document,) = brat.read(InputFile("a.ann", ann.encode(), siblings=beside))
    return document


def written(document: AnnotatedDocument) -> str:
    return brat.write([document]).files[".ann"]


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(brat, Format)
    assert isinstance(brat, WritableFormat)
    assert (brat.NAME, brat.SUFFIXES) == ("brat", (".ann", ".a1"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_samples_read_as_expected(
    path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
) -> None:
    matches_golden(path.with_suffix(".expected.json"), brat.read(InputFile.open(path)))


@pytest.mark.parametrize("name", TIDY)
def test_a_tidy_file_is_written_back_byte_for_byte(name: str) -> None:
    path = SAMPLES / f"{name}.ann"
    (document,) = brat.read(InputFile.open(path))
    assert written(document).encode() == path.read_bytes()
    assert brat.write([document]).files[".txt"].encode() == path.with_suffix(".txt").read_bytes()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_sample_written_anew_gives_the_same_document(path: Path) -> None:
    (document,) = brat.read(InputFile.open(path))
    anew = brat.write([replace(document, source_map=None)]).files
    again = read(anew[".ann"], anew[".txt"])
    assert replace(again, findings=()) == replace(document, findings=())


def as_brat_names(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with blanks in labels and roles replaced: all that brat cannot hold."""

    def name(label: str) -> str:
        return re.sub(r"\s", "_", label)

    spans = (replace(span, label=name(span.label)) for span in document.spans)
    links = (
        replace(
            link,
            label=name(link.label),
            arguments=tuple((name(role), target) for role, target in link.arguments),
        )
        for link in document.links
    )
    return replace(document, spans=tuple(spans), links=tuple(links))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_document_comes_back_equal(
    generated_documents: st.SearchStrategy[AnnotatedDocument], data: st.DataObject
) -> None:
    document = as_brat_names(data.draw(generated_documents))
    files = brat.write([document]).files
    again = read(files[".ann"], files[".txt"])
    assert replace(again, findings=()) == document
    assert written(again) == files[".ann"]


def test_ids_of_other_formats_are_kept_in_the_tail_of_brat_ids() -> None:
    spans = (Span("hb", "region", ((0, 6),)), Span("T1", "amount", ((15, 24),)))
    links = (Link("l:1", "of", (("amount", "T1"), ("region", "hb"))),)
    document = AnnotatedDocument(TEXT, spans, links)
    assert written(document) == (
        "T2~hb\tregion 0 6\tLanhai\nT1\tamount 15 24\t6 percent\n"
        "R1~l%3A1\tof amount:T1 region:T2~hb\n"
    )
    assert read(written(document)) == document


def test_metadata_goes_into_a_comment() -> None:
    document = AnnotatedDocument(
        TEXT, metadata={"title": "A 目标", "published": date(2022, 2, 17), "pages": [1]}
    )
    assert written(document) == (
        '#1\tMetadata document\t{"title": "A 目标", "published": "2022-02-17", "pages": [1]}\n'
    )
    assert read(written(document)) == document


def test_what_brat_cannot_hold_is_said() -> None:
    document = AnnotatedDocument(
        TEXT,
        (Span("T1", "gross product", ((0, 6),)),),
        (Link("g", "record", (("part", "T1"), ("part", "T1"), ("part", "T1"))),),
        metadata={"seen": "2022-02-17"},
    )
    result = brat.write([document])
    assert [(each.code, each.severity, each.text) for each in result.findings] == [
        ("F027", "note", "seen"),
        ("F025", "warning", "gross product"),
        ("F026", "note", "record"),
    ]
    assert "T1\tgross_product 0 6\tLanhai\n" in result.files[".ann"]


def test_several_documents_do_not_fit_one_file() -> None:
    with pytest.raises(LoadError, match="one document a file, not 2"):
        brat.write([AnnotatedDocument("a"), AnnotatedDocument("b")])


def test_a_changed_annotation_changes_its_own_lines_only() -> None:
    ann = (SAMPLES / "full_standoff.ann").read_text(encoding="utf-8")
    document = read(ann, (SAMPLES / "full_standoff.txt").read_text(encoding="utf-8"))
    amount = replace(document.spans[2], label="Share", attributes={"Hedged": True, "Checked": "ja"})
    spans = (*document.spans[:2], amount, *document.spans[3:], Span("x", "Region", ((0, 6),)))
    assert written(replace(document, spans=spans)) == (
        ann.replace(
            "T3\tAmount 113 130\tabout 5.5 percent\nA1\tHedged T3\n",
            "T3\tShare 113 130\tabout 5.5 percent\nA4\tHedged T3\nA5\tChecked T3 ja\n",
        )
        + "T15~x\tRegion 0 6\tLanhai\n"
    )


def test_a_removed_annotation_takes_its_remarks_along() -> None:
    document = read("T1\tRegion 0 6\tLanhai\nA1\tSure T1\n?\n#1\tNote T1\tx\nT2\tNo 7 11\taims\n")
    assert written(replace(document, spans=document.spans[1:])) == "?\nT2\tNo 7 11\taims\n"


def test_another_order_is_written_in_that_order() -> None:
    document = read("T1\tRegion 0 6\tLanhai\nT2\tNo 7 11\taims\n")
    turned = replace(document, spans=document.spans[::-1])
    assert written(turned) == "T2\tNo 7 11\taims\nT1\tRegion 0 6\tLanhai\n"


@pytest.mark.parametrize(
    "value",
    [None, 3, 2.5, False, "", " a", "two\nlines", "a\tb", (), ("one",), (("a", 1), None), "\x85"],
)
def test_attribute_values_of_every_kind_are_kept(value: object) -> None:
    attributes = {"given name": value, "plain": "yes", "flag": True, "list": ("a", True, "b")}
    span = Span("T1", "Region", ((0, 6),), attributes)  # type: ignore[arg-type]
    document = AnnotatedDocument(TEXT, (span,))
    assert read(written(document)) == document


LINES = [
    ("T1\tRegion 0 5\tLanha", []),
    ("T1\tRegion 0 6", []),
    ("T1\tRegion 0 6 \tLanhai", []),
    ("T1\tRegion  0  6\tLanhai", []),
    ("T1\tGross product 0 6\tLanhai", []),
    ("T1\tRegion 0 6\tLanhai and more", []),
    ("T1\tRegion 0 25\t" + TEXT, []),
    ("T1\tRegion 0 26\t" + TEXT + " ", ["F012"]),
    ("T1\tRegion 0 6\tLanhei", ["F013"]),
    ("T1\tRegion 0 6\t", ["F013"]),
    ("T1\tRegion 0 1" + "0" * 30 + "\tL", ["F012"]),
    ("T1\tRegion ０ ６\tLanhai", ["F012"]),
    ("T1\tRegion 0 6;\tLanhai", ["F012"]),
    ("T1\tRegion 0.0 6\tLanhai", ["F012"]),
    ("T1", ["F011"]),
    ("\tRegion 0 6\tLanhai", ["F011"]),
    ("E1\t", ["F011"]),
    ("A1\tHedged", ["F011"]),
    ("N1\tReference T1", ["F011"]),
    ("#1\tno text", ["F016"]),
    ("#1\talone", ["F024"]),
    ("# nothing", ["F024"]),
    ("R1\tOf Arg1:T9 Arg2:T9", ["F016"]),
    ("E1\tTarget:T9", ["F016"]),
    ("E1\tTarget:E1", ["F020"]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_every_line_is_read_or_reported(line: str, expected: list[str]) -> None:
    document = read(line)
    assert [finding.code for finding in document.findings] == expected
    assert all(finding.place.path == "a.ann" for finding in document.findings)
    assert written(document) == line


def test_a_finding_points_at_the_quoted_text() -> None:
    (finding,) = read("T1\tRegion 0 6\tLanhai\nT2\tAmount 14 23\t6 percent\n").findings
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 17, 2, 26)
    assert finding.text == "6 percent"
    assert finding.suggestion == "'6 percent' stands at 15, +1 characters from there."
    assert finding.excerpt is not None
    assert finding.excerpt.text == "T2\tAmount 14 23\t6 percent"


def test_places_in_the_text_are_places_in_the_txt() -> None:
    (document,) = brat.read(InputFile.open(SAMPLES / "full_standoff.ann"))
    assert document.source_map is not None
    place = document.source_map.place(document.spans[0].start, document.spans[0].end)
    assert (Path(place.path or "").name, place.line, place.column) == ("full_standoff.txt", 3, 30)


def test_line_ends_of_the_text_are_never_changed() -> None:
    text = "a\r\nb\rc\x85d\u2028e\n\nf"
    document = read("T1\tAll 0 13\t" + text.replace("\n", " ").replace("\r", " "), text)
    assert document.text == text
    assert codes(document) == []
    assert brat.write([document]).files[".txt"] == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_an_annotation(newline: str) -> None:
    ann = "".join(f"T{number}\tRegion 0 6\tLanhai{newline}" for number in range(1, 4))
    document = read(ann)
    assert [span.id for span in document.spans] == ["T1", "T2", "T3"]
    assert codes(document) == []
    assert written(document) == ann


def test_a_byte_order_mark_is_counted_only_where_the_quotations_say_so() -> None:
    marked = b"\xef\xbb\xbf" + TEXT.encode()

    def spans(ann: str) -> tuple[Span, ...]:
        file = InputFile("a.ann", ann.encode(), siblings={".txt": marked})
        return next(iter(brat.read(file))).spans

    assert spans("T1\tAmount 15 24\t6 percent")[0].fragments == ((15, 24),)
    assert spans("T1\tAmount 16 25\t6 percent")[0].fragments == ((15, 24),)
    assert spans("T1\tAmount 17 25\tpercents")[0].fragments == ((17, 25),)


def test_a_stale_text_moves_nothing() -> None:
    text = "In 2023 " + TEXT + " 😀\r\n"
    document = read("T1\tRegion 0 6\tLanhai\nT2\tAmount 15 24\t6 percent\n", text)
    assert [span.fragments for span in document.spans] == [((0, 6),), ((15, 24),)]
    assert codes(document) == [("F013", "warning"), ("F013", "warning")]


def test_partial_files_are_read_together_whichever_is_named() -> None:
    parts = {suffix: SAMPLES / f"two_files{suffix}" for suffix in (".a1", ".a2", ".txt")}
    documents = [next(iter(brat.read(InputFile.open(path)))) for path in parts.values()]
    assert documents[0] == documents[1] == documents[2]


def test_without_text_and_quotations_there_is_nothing_to_load() -> None:
    with pytest.raises(LoadError, match=r"no \.txt beside it"):
        read("T1\tRegion 0 6\n", None)
    with pytest.raises(LoadError, match=r"no annotations beside it"):
        list(brat.read(InputFile("a.txt", b"text")))


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.ann", b"T1\tRegion 0 6\tLanhai", True),
        ("a.A1", b"\n\n*\tEquiv T1 T2", True),
        ("a.a2", b"E1\tTarget:T1", True),
        ("a.ann", b"", True),
        ("a.ann", b"# a comment\nE1\tTarget:T1", True),
        ("a.ann", b'{"text": "Lanhai"}', False),
        ("a.txt", b"T1\tRegion 0 6\tLanhai", False),
    ],
)
def test_it_recognises_its_files(name: str, data: bytes, expected: bool) -> None:
    assert brat.sniff(InputFile(name, data)) is expected


def test_an_unreadable_configuration_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "annotation.conf").write_bytes(b"[entities]\n\xff\n")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.ann").write_text("T1\tRegion 0 6\tLanhai\n")
    (document,) = brat.read(InputFile.open(tmp_path / "a.ann"))
    assert codes(document) == [("F022", "note")]


HOSTILE = {
    "a million fragments": "T1\tA " + ";".join(["0 1"] * 1_000_000) + "\tL",
    "a million arguments": "E1\tA:T1 " + "x " * 1_000_000,
    "spaces without end": "N1\tA T1 b" + " " * 300_000 + "c" + " " * 300_000 + "\n",
    "long circle": "".join(f"E{n}\tA:E{(n + 1) % 50_000}\n" for n in range(50_000)),
    "the same id": "T1\tA 0 1\tL\n" * 50_000,
    "the whole text each time": "T1\tA 0 25\tL\n" * 20_000,
    "deep JSON": "T1\tA 0 1\tL\n#1\tAttributes T1\t" + "[" * 100_000,
    "deep metadata": "#1\tMetadata document\t" + '{"a":' * 100_000,
    "a long number": "#1\tMetadata document\t{" + '"a": ' + "9" * 100_000 + "}",
    "one word": "x" * 1_000_000,
    "semicolons": "T1\tA 0 1" + ";" * 1_000_000,
    "digits": "T1\tA " + "1" * 1_000_000 + " 2",
}


@pytest.mark.parametrize("ann", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end_soon_and_are_repeated_as_they_are(ann: str) -> None:
    document = read(ann)
    if not any(finding.code == "F015" for finding in document.findings):
        assert written(document) == ann


def test_absurd_offsets_do_not_fill_the_memory_where_the_text_is_lost() -> None:
    document = read("T1\tA 0 6\tLanhai\nT2\tA 999999999999 999999999999999\tfar\n", None)
    assert document.text == "Lanhai"
    assert codes(document) == [("F010", "error"), ("F012", "error")]


def test_every_code_has_its_meaning() -> None:
    golden = " ".join(path.read_text(encoding="utf-8") for path in SAMPLES.rglob("*.json"))
    found = set(re.findall(r"F\d{3}", json.dumps(golden)))
    assert found <= FINDINGS.keys()
    assert all("F010" <= code <= "F029" for code in FINDINGS)
