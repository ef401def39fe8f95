"""IOB2 and CoNLL: columns, schemes, the white space between tokens, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError
from regiontargets.loaders import Format, InputFile, WritableFormat, conll

SAMPLES = Path(__file__).parent / "samples" / "conll"
CASES = sorted(path for path in SAMPLES.glob("*.*") if path.suffix in conll.SUFFIXES)


def read(text: str) -> list[AnnotatedDocument]:
    return list(conll.read(InputFile("a.conll", text.encode("utf-8", "surrogatepass"))))


def rows(*lines: str) -> str:
    return "".join(line + "\n" for line in lines)


def marked(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(document.slice(span), span.label) for span in document.spans]


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def without_findings(document: AnnotatedDocument) -> AnnotatedDocument:
    return replace(document, findings=())


def written_and_read(documents: Iterable[AnnotatedDocument]) -> list[AnnotatedDocument]:
    return [without_findings(d) for d in read(conll.write(list(documents)).files[".conll"])]


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(conll, Format)
    assert isinstance(conll, WritableFormat)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestSamples:
    def test_reads_as_expected(
        self, path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
    ) -> None:
        documents = list(conll.read(InputFile.open(path)))
        matches_golden(SAMPLES / f"{path.stem}.expected.json", documents)

    def test_is_recognised(self, path: Path) -> None:
        assert conll.sniff(InputFile.open(path))

    def test_is_written_back_as_it_was(self, path: Path) -> None:
        documents = list(conll.read(InputFile.open(path)))
        assert conll.write(documents).files[".conll"] == path.read_text(encoding="utf-8")


class TestSchemes:
    @pytest.mark.parametrize(
        ("tags", "chunks"),
        [
            ("B-a I-a O B-a B-a", [(0, 2), (3, 4), (4, 5)]),
            ("I-a I-a O I-a B-a", [(0, 2), (3, 4), (4, 5)]),
            ("B-a E-a O S-a S-a", [(0, 2), (3, 4), (4, 5)]),
            ("B-a L-a O U-a U-a", [(0, 2), (3, 4), (4, 5)]),
            ("B-a M-a E-a O S-a", [(0, 3), (4, 5)]),
            ("B_a I_a O O O", [(0, 2)]),
        ],
    )
    def test_are_read_alike(self, tags: str, chunks: list[tuple[int, int]]) -> None:
        [document] = read(rows(*(f"w{at} {tag}" for at, tag in enumerate(tags.split()))))
        expected = [(" ".join(f"w{at}" for at in range(*chunk)), "a") for chunk in chunks]
        assert marked(document) == expected
        assert codes(document) == [("F082", "note")]

    def test_what_continues_nothing_begins_a_span_and_is_reported(self) -> None:
        [document] = read(rows("GDP B-a", "grew O", "by I-a", "5% I-b"))
        assert marked(document) == [("GDP", "a"), ("by", "a"), ("5%", "b")]
        assert codes(document)[1:] == [("F081", "warning")] * 2
        assert document.findings[1].place.line == 3

    def test_an_unknown_tag_is_outside_and_reported(self) -> None:
        lines = ["GDP B-a", *["x O"] * 20, "grew Z-a"]
        [document] = read(rows(*lines))
        assert marked(document) == [("GDP", "a")]
        assert codes(document)[1:] == [("F081", "warning")]


class TestColumns:
    def test_of_conll_2003(self) -> None:
        documents = read(
            rows("-DOCSTART- -X- -X- O", "", "GDP NN B-NP B-metric", "grew VBD B-VP O")
            + rows("", "-DOCSTART- -X- -X- O", "", "5% CD B-NP B-amount", ". . O O")
        )
        assert [marked(document) for document in documents] == [
            [("GDP", "metric")],
            [("5%", "amount")],
        ]

    def test_of_germeval_with_two_layers(self) -> None:
        text = rows("# source", "1\tBank\tB-org\tO", "2\tof\tI-org\tO", "3\tChina\tI-org\tB-region")
        [document] = read(text)
        assert marked(document) == [("Bank of China", "org"), ("China", "region")]

    def test_of_conllu_with_tags_among_the_miscellaneous(self) -> None:
        empty = "\t_" * 6
        text = rows(
            "# text = GDP grew.",
            f"1\tGDP\t_{empty}\tNER=B-metric",
            f"2\tgrew\t_{empty}\tNER=O|SpaceAfter=No",
            f"3\t.\t_{empty}\t_",
        )
        [document] = read(text)
        assert document.text == "GDP grew."
        assert marked(document) == [("GDP", "metric")]
        assert document.findings == ()

    def test_named_by_conllu_plus(self) -> None:
        text = rows("# global.columns = ID FORM NER UPOS", "1\tGDP\tB-metric\tNOUN")
        [document] = read(text)
        assert marked(document) == [("GDP", "metric")]

    def test_of_a_hashtag_are_no_comment(self) -> None:
        [document] = read(rows("#growth\tB-topic", "up\tO"))
        assert marked(document) == [("#growth", "topic")]

    def test_without_tags_are_an_error_but_give_the_text(self) -> None:
        [document] = read(rows("GDP NN x", "grew VBD y"))
        assert (document.text, document.spans) == ("GDP grew", ())
        assert codes(document)[0] == ("F081", "error")

    def test_too_few_or_too_many_are_an_error_but_keep_the_token(self) -> None:
        [document] = read(rows("GDP N B-a", "grew", "by P x O", "5% N B-b"))
        assert document.text == "GDP grew by 5%"
        assert marked(document) == [("GDP", "a"), ("5%", "b")]
        assert [(f.code, f.place.line) for f in document.findings[:2]] == [("F080", 2), ("F080", 3)]


class TestText:
    def test_by_rule_has_spaces_between_words_and_lines_between_sentences(self) -> None:
        [document] = read(rows("GDP B-a", "grew O", "", "It O", "did O"))
        assert document.text == "GDP grew\nIt did"
        assert codes(document) == [("F082", "note")]

    def test_by_rule_has_no_space_beside_chinese(self) -> None:
        [document] = read(rows("增长 O", "6 B-a", "% I-a", "GDP O", "，𠮷安 B-r"))
        assert document.text == "增长6% GDP，𠮷安"

    def test_by_characters_has_no_spaces_at_all(self) -> None:
        [document] = read(rows(*(f"{char} O" for char in "2026年GDP增6%")))
        assert document.text == "2026年GDP增6%"

    def test_is_taken_from_its_comment(self) -> None:
        [document] = read(
            rows("# text = GDP (real) grew", "GDP B-a", "( O", "real O", ") O", "grew O")
        )
        assert document.text == "GDP (real) grew"
        assert document.findings == ()

    def test_that_its_tokens_contradict_is_reported(self) -> None:
        [document] = read(rows("# text = GDP fell", "GDP B-a", "grew O"))
        assert document.text == "GDP grew"
        assert codes(document)[0] == ("F083", "warning")

    def test_keeps_the_way_back_to_its_lines(self) -> None:
        [document] = read(rows("# text = a GDP", "a O", "GDP B-m"))
        assert document.source_map is not None
        place = document.source_map.place(2, 5)
        assert (place.line, place.column, place.end_column) == (3, 1, 4)

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_is_the_same_with_either_line_end_and_a_byte_order_mark(self, end: str) -> None:
        lines = end.join(["GDP B-a", "grew O", "", "It O"])
        [document] = read("\ufeff" + lines)
        assert document.text == "GDP grew\nIt"


class TestWriting:
    def test_shows_columns_metadata_and_what_they_cannot_hold(self) -> None:
        document = AnnotatedDocument(
            "GDP grew.\n6%左右。",
            (
                Span("T1", "metric", ((0, 3),), {"code": "gdp"}),
                Span("T2", "target", ((0, 8),)),
                Span("T3", "amount", ((10, 12), (14, 15))),
            ),
            (Link("R1", "of", (("from", "T3"), ("to", "T1"))),),
            {"title": "Growth", "published": date(2022, 2, 17), "issue": 3},
        )
        written = conll.write([document])
        assert written.files[".conll"] == (
            "# global.columns = FORM MISC NER NER:2\n"
            "# newdoc\n"
            "# title = Growth\n"
            "# published = 2022-02-17\n"
            "# issue = 3\n"
            '# span = {"id": "T1", "label": "metric", "at": [[0, 3]], "tagged": true, '
            '"attributes": {"code": "gdp"}}\n'
            '# span = {"id": "T2", "label": "target", "at": [[0, 8]], "tagged": true}\n'
            '# span = {"id": "T3", "label": "amount", "at": [[10, 12], [14, 15]]}\n'
            '# link = {"id": "R1", "label": "of", "arguments": [["from", "T3"], ["to", "T1"]]}\n'
            "GDP\t_\tB-target\tB-metric\n"
            "grew\tSpaceAfter=No\tI-target\tO\n"
            ".\t_\tO\tO\n"
            "\n"
            "6\tSpaceAfter=No\tO\tO\n"
            "%\tSpaceAfter=No\tO\tO\n"
            "左\tSpaceAfter=No\tO\tO\n"
            "右\tSpaceAfter=No\tO\tO\n"
            "。\t_\tO\tO\n"
            "\n"
        )
        assert [(f.code, f.severity) for f in written.findings] == [
            ("F084", "warning"),
            ("F084", "warning"),
            ("F084", "note"),
        ]
        assert written_and_read([document]) == [document]

    def test_a_change_in_the_columns_wins_over_the_comments(self) -> None:
        document = AnnotatedDocument("GDP 5%", (Span("x", "metric", ((0, 3),)),))
        text = conll.write([document]).files[".conll"].replace("B-metric", "B-topic")
        [again] = read(text)
        assert again.spans == (Span("T1", "topic", ((0, 3),)),)
        assert codes(again) == [("F083", "warning")]

    def test_a_changed_document_of_another_layout_is_written_in_ours(self) -> None:
        [document] = read(rows("GDP NN B-a", "grew VBD O"))
        changed = replace(document, spans=())
        assert (
            conll.write([changed]).files[".conll"].startswith("# global.columns = FORM MISC NER\n")
        )
        assert written_and_read([changed]) == [without_findings(changed)]

    def test_half_a_surrogate_pair_is_replaced(self) -> None:
        written = conll.write([AnnotatedDocument("a\ud842b")])
        assert "\ufffd" in written.files[".conll"]
        assert [finding.code for finding in written.findings] == ["F084"]

    def test_deeply_nested_spans_stay_in_comments(self) -> None:
        spans = tuple(Span(f"T{n}", "a", ((0, n),)) for n in range(1, 3000))
        document = AnnotatedDocument("x" * 3000, spans)
        assert written_and_read([document]) == [document]


class TestBrokenFiles:
    @pytest.mark.parametrize("text", ["", "\n\n", "# only = a comment\n"])
    def test_without_tokens_are_an_error(self, text: str) -> None:
        with pytest.raises(LoadError):
            read(text)

    def test_odd_lines_are_findings(self) -> None:
        [document] = read("a\tO\n\t\n\tO\nb\tB-x\textra\n1-99999999999\tO\n" + "c\t\n" * 3)
        assert document.text.startswith("a")
        assert document.findings

    def test_odd_comments_are_findings(self) -> None:
        text = rows('# span = {"id": "x", "label": "a", "at": [[0, 99999999999999999999]]}')
        text += rows("# span = [1", "# link = {}", "# deep = " + "[" * 100_000, "GDP\tB-a")
        [document] = read(text)
        assert [code for code, _ in codes(document)] == ["F083", "F083", "F083"]
        assert document.metadata["deep"] == "[" * 100_000


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_document_goes_there_and_back(
    generated_documents: st.SearchStrategy[AnnotatedDocument], data: st.DataObject
) -> None:
    documents = data.draw(st.lists(generated_documents, min_size=1, max_size=2))
    assert written_and_read(documents) == documents
