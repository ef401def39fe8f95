"""TEI: elements in the line to spans, what points at them, hostile files, and the way back."""

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
from regiontargets.loaders import Format, InputFile, WritableFormat, tei

SAMPLES = Path(__file__).parent / "samples" / "tei"
CASES = sorted(SAMPLES.glob("*.xml"))
ASTRAL = ("😀", "𠮷")


def read(text: str) -> list[AnnotatedDocument]:
    return list(tei.read(InputFile("a.xml", text.encode())))


def body(markup: str, *, before: str = "", after: str = "") -> AnnotatedDocument:
    xml = f"<TEI>{before}<text><body>{markup}</body></text>{after}</TEI>"
    [document] = read(xml)
    return document


def marked(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(document.slice(span), span.label) for span in document.spans]


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def without_findings(document: AnnotatedDocument) -> AnnotatedDocument:
    return replace(document, findings=())


def written_and_read(documents: Iterable[AnnotatedDocument]) -> list[AnnotatedDocument]:
    return [without_findings(d) for d in read(tei.write(list(documents)).files[".xml"])]


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(tei, Format)
    assert isinstance(tei, WritableFormat)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestSamples:
    def test_reads_as_expected(
        self, path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
    ) -> None:
        documents = list(tei.read(InputFile.open(path)))
        matches_golden(SAMPLES / f"{path.stem}.expected.json", documents)

    def test_is_recognised(self, path: Path) -> None:
        assert tei.sniff(InputFile.open(path))

    def test_goes_back_unchanged(self, path: Path) -> None:
        documents = [without_findings(d) for d in tei.read(InputFile.open(path))]
        assert written_and_read(documents) == documents


class TestText:
    @pytest.mark.parametrize("astral", ASTRAL)
    def test_counts_code_points(self, astral: str) -> None:
        document = body(f'<p>{astral} <rs type="metric">GDP</rs></p>')
        assert document.spans[0].fragments == ((2, 5),)

    def test_has_single_spaces_and_a_line_for_each_block(self) -> None:
        items = "<list><item>a</item><item>b</item></list>"
        document = body(f"<head>Plan</head>\n  <p>The\n  GDP &amp; more </p> {items}")
        assert document.text == "Plan\nThe GDP & more\na\nb"

    def test_is_kept_as_it_is_where_space_is_preserved(self) -> None:
        document = body('<ab xml:space="preserve"> a\n <rs type="x"> b </rs></ab>')
        assert document.text == " a\n  b "
        assert marked(document) == [(" b ", "x")]

    def test_breaks_lines_at_lb_but_not_within_a_word(self) -> None:
        assert body('<p>one<lb/>two eco<lb break="no"/>nomy</p>').text == "one\ntwo economy"

    def test_takes_the_original_of_a_choice(self) -> None:
        document = body("<p>a <choice><sic>gorw</sic><corr>grow</corr></choice> b</p>")
        assert document.text == "a gorw b"
        assert codes(document) == [("F096", "note")]
        assert document.findings[0].text == "grow"

    def test_leaves_out_the_header_and_comments(self) -> None:
        document = body("<p>a<!-- no --> <?no no?>b</p>", before="<teiHeader>x</teiHeader>")
        assert document.text == "a b"

    def test_keeps_the_way_back_to_its_lines(self) -> None:
        document = body("<p>\n  The &amp;   <rs>GDP</rs></p>")
        assert document.source_map is not None
        place = document.source_map.place(6, 9)
        assert (place.line, place.column, place.end_column) == (2, 19, 22)


class TestSpans:
    def test_are_labelled_by_type_or_name(self) -> None:
        document = body(
            '<p><placeName ref="#hb">Hubei</placeName> <rs type="metric" xml:id="m">GDP</rs> '
            '<measure type="currency" unit="CNY" quantity="5">5 yuan</measure> '
            '<said who="#w"><q>“up”</q></said></p>'
        )
        assert document.spans == (
            Span("T1", "placeName", ((0, 5),), {"ref": "#hb"}),
            Span("m", "metric", ((6, 9),)),
            Span(
                "T3",
                "currency",
                ((10, 16),),
                {"unit": "CNY", "quantity": "5", "element": "measure"},
            ),
            Span("T4", "said", ((17, 21),), {"who": "#w"}),
            Span("T5", "q", ((17, 21),)),
        )

    def test_begin_with_their_first_word(self) -> None:
        document = body("<p>a<rs> b </rs>c</p>")
        assert (document.text, marked(document)) == ("a b c", [("b", "rs")])

    def test_may_be_points(self) -> None:
        document = body('<p>a <rs type="observation"/> b</p>')
        assert [span.fragments for span in document.spans] == [((1, 1),)]

    def test_may_be_chained(self) -> None:
        first = '<rs xml:id="x" type="a" next="#y">by 19</rs>'
        document = body(f'<p>{first} and <rs xml:id="y" prev="#x">%</rs></p>')
        assert document.spans == (Span("x", "a", ((0, 5), (10, 11))),)

    def test_may_stand_between_anchors(self) -> None:
        stand_off = (
            '<standOff><spanGrp><span type="x" from="#a" to="#b">said</span></spanGrp></standOff>'
        )
        document = body(
            '<p>The <anchor xml:id="a"/>GDP <anchor xml:id="b"/>grew</p>', after=stand_off
        )
        assert document.spans == (Span("T1", "x", ((4, 7),), {"gloss": "said"}),)

    def test_may_point_at_words(self) -> None:
        words = '<p><w xml:id="w1">GDP</w> <w xml:id="w2">grew</w> <w xml:id="w3">fast</w></p>'
        pointers = ("#w1 #w2", "#w1 #w3", "#w9")
        spans = "".join(f'<span target="{each}"/>' for each in pointers)
        document = body(words, after=f"<standOff>{spans}</standOff>")
        assert [span.fragments for span in document.spans] == [((0, 8),), ((0, 3), (9, 13))]
        assert codes(document) == [("F095", "error")]

    def test_may_point_at_an_anchor_alone(self) -> None:
        stand_off = '<standOff><span target="#a"/></standOff>'
        document = body('<p>The <anchor xml:id="a"/> GDP</p>', after=stand_off)
        assert [span.fragments for span in document.spans] == [((3, 3),)]

    def test_are_named_apart_if_an_id_stands_twice(self) -> None:
        document = body('<p><rs xml:id="x">a</rs> <rs xml:id="x">b</rs></p>')
        assert len({span.id for span in document.spans}) == 2
        assert codes(document) == [("F095", "error")]


class TestLinks:
    text = '<p><rs xml:id="x">a</rs> <rs xml:id="y">b</rs></p>'

    def test_are_links_and_relations(self) -> None:
        links = '<linkGrp><link type="of" target="#x #y"/></linkGrp>'
        relation = (
            '<listRelation><relation name="aims" active="#x" passive="#y #x"/></listRelation>'
        )
        document = body(self.text, after=f"<standOff>{links}{relation}</standOff>")
        assert document.links == (
            Link("L1", "of", (("from", "x"), ("to", "y"))),
            Link("L2", "aims", (("active", "x"), ("passive", "y"), ("passive", "x"))),
        )

    def test_to_nowhere_are_errors(self) -> None:
        document = body(self.text, after='<standOff><link target="#x #z"/></standOff>')
        assert document.links == ()
        assert codes(document) == [("F095", "error")]


class TestHeader:
    def test_gives_metadata_of_the_source_before_the_file(self) -> None:
        header = (
            "<teiHeader><fileDesc><titleStmt><title>The file</title><author>A</author></titleStmt>"
            "<publicationStmt><publisher>Archive</publisher><date>2024</date></publicationStmt>"
            "<sourceDesc><bibl><title>The plan</title><date when='2022-02-17'>then</date>"
            "<pubPlace>Taiyuan</pubPlace><ref target='https://example.org'/></bibl></sourceDesc>"
            "</fileDesc><profileDesc><langUsage><language ident='en'>x</language></langUsage>"
            "</profileDesc></teiHeader>"
        )
        metadata = dict(body("<p>a</p>", before=header).metadata)
        del metadata["tei"]
        assert metadata == {
            "title": "The plan",
            "author": "A",
            "publisher": "Archive",
            "place": "Taiyuan",
            "published": date(2022, 2, 17),
            "language": "en",
            "url": "https://example.org",
        }


class TestWriting:
    def test_nests_what_nests_and_stands_off_what_does_not(self) -> None:
        document = AnnotatedDocument(
            "GDP < 5% & more",
            (
                Span("T1", "target", ((0, 8),)),
                Span("T2", "metric", ((0, 3),), {"ref": "#gdp", "n": 3}),
                Span("T3", "odd", ((4, 15),)),
                Span("T4", "point", ((8, 8),)),
            ),
            (Link("R1", "of", (("from", "T2"), ("to", "T1"))),),
            {"title": "Growth & decline", "published": date(2022, 2, 17), "issue": 3},
        )
        written = tei.write([document]).files[".xml"]
        assert (
            '<ab xml:space="preserve"><rs type="target" xml:id="T1"><rs type="metric" xml:id="T2" '
            'ref="#gdp">GDP</rs> <anchor xml:id="a1"/>&lt; 5%</rs><rs type="point" xml:id="T4"/> '
            '&amp; more<anchor xml:id="a2"/></ab>'
        ) in written
        assert '<span type="odd" xml:id="T3" from="#a1" to="#a2"/>' in written
        assert '<link type="of" xml:id="R1" target="#T2 #T1"/>' in written
        assert '<bibl>\n<title>Growth &amp; decline</title>\n<date when="2022-02-17"/>' in written
        assert '"metadata": {"issue": 3}' in written
        assert written_and_read([document]) == [document]

    def test_an_unchanged_file_is_written_as_it_was(self) -> None:
        source = "<TEI>\n <text><p rend='x'>a <hi>b</hi></p></text>\n</TEI>\n"
        assert tei.write(read(source)).files[".xml"] == source

    def test_a_changed_one_says_that_markup_is_lost(self) -> None:
        [document] = read("<TEI><text><p rend='x'>a <hi>b</hi></p></text></TEI>")
        changed = replace(document, spans=())
        assert [finding.code for finding in tei.write([changed]).findings] == ["F097"]
        assert written_and_read([changed]) == [changed]

    def test_characters_that_xml_cannot_hold_are_replaced(self) -> None:
        written = tei.write([AnnotatedDocument("a\x0bb\ud842c")])
        assert "a\ufffdb\ufffdc" in written.files[".xml"]
        assert [(f.code, f.text) for f in written.findings] == [("F098", "U+000B, U+D842")]

    def test_many_spans_are_written_in_one_pass(self) -> None:
        spans = tuple(Span(f"T{n}", "a", ((n, n + 2),)) for n in range(5_000))
        document = AnnotatedDocument("x" * 6_000, spans)
        assert written_and_read([document]) == [document]


class TestHostileFiles:
    @pytest.mark.parametrize(
        "subset",
        [
            '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
            '<!ENTITY x SYSTEM "file:///etc/passwd">',
            '<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;',
            "<!ELEMENT TEI ANY>",
        ],
    )
    def test_a_document_type_with_declarations_is_refused(self, subset: str) -> None:
        with pytest.raises(LoadError, match="internal subset"):
            read(f"<!DOCTYPE TEI [{subset}]><TEI><text><p>&b;</p></text></TEI>")

    def test_an_external_document_type_is_passed_over_but_not_its_entities(self) -> None:
        [document] = read(
            '<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI><text><p>caf&eacute; open</p></text></TEI>'
        )
        assert document.text == "caf\ufffd open"
        assert codes(document) == [("F094", "error")]

    @pytest.mark.parametrize("rest", ["</q></p>", "&x;", "<", "\x01"])
    def test_what_stands_before_an_error_is_read(self, rest: str) -> None:
        [document] = read(f"<TEI><text><p>\nThe <rs>GDP</rs> grew{rest}")
        assert (document.text, marked(document)) == ("The GDP grew", [("GDP", "rs")])
        assert codes(document) == [("F093", "error")]
        assert document.findings[0].place.line == 2

    def test_deep_nesting_is_only_deep(self) -> None:
        document = body("<rs>" * 20_000 + "GDP" + "</rs>" * 20_000)
        assert len(document.spans) == 20_000
        assert document.spans[-1].fragments == ((0, 3),)

    @pytest.mark.parametrize("text", ["", "GDP", "<TEI/>", "<TEI><teiHeader/></TEI>", "<html/>"])
    def test_without_a_text_are_errors(self, text: str) -> None:
        with pytest.raises(LoadError):
            read(text)

    def test_the_declared_encoding_is_taken(self) -> None:
        text = '<?xml version="1.0" encoding="gb18030"?><TEI><text><p>增长</p></text></TEI>'
        [document] = tei.read(InputFile("a.xml", text.encode("gb18030")))
        assert document.text == "增长"

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_line_ends_and_byte_order_marks_make_no_difference(self, end: str) -> None:
        text = end.join(["\ufeff<TEI>", "<text><p>The", "<rs>GDP</rs></p></text>", "</TEI>"])
        [document] = read(text)
        assert (document.text, marked(document)) == ("The GDP", [("GDP", "rs")])

    def test_each_text_of_a_corpus_is_a_document(self) -> None:
        one = "<TEI><text><p>one <rs>GDP</rs></p></text></TEI>"
        documents = read(f"<teiCorpus><teiHeader/>{one}{one.replace('one', 'two')}</teiCorpus>")
        assert [document.text for document in documents] == ["one GDP", "two GDP"]
        assert written_and_read(documents) == documents


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_document_goes_there_and_back(
    generated_documents: st.SearchStrategy[AnnotatedDocument], data: st.DataObject
) -> None:
    documents = data.draw(st.lists(generated_documents, min_size=1, max_size=2))
    assert written_and_read(documents) == documents
