"""JSON Lines with offsets: four dialects, each read whole and written back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError
from regiontargets.loaders import Format, InputFile, WritableFormat, offsets_jsonl

SAMPLES = Path(__file__).parent / "samples" / "jsonl"
CASES = sorted(path for path in SAMPLES.glob("*.json*") if ".expected" not in path.name)
DIALECTS = ("doccano", "langextract", "prodigy", "spacy")
WITH_SLIPS = ("langextract", "prodigy_quoting")
ASTRAL = ("😀", "𠮷")


def read(text: str) -> list[AnnotatedDocument]:
    data = text.encode("utf-8", "surrogatepass")
    return list(offsets_jsonl.read(InputFile("spans.jsonl", data)))


def read_records(*records: object) -> list[AnnotatedDocument]:
    return read("".join(json.dumps(record) + "\n" for record in records))


def written(documents: Iterable[AnnotatedDocument], dialect: str | None = None) -> list[object]:
    lines = offsets_jsonl.write(list(documents), dialect=dialect).files[".jsonl"].split("\n")
    return [json.loads(line) for line in lines if line]


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def without_findings(document: AnnotatedDocument) -> AnnotatedDocument:
    return replace(document, findings=())


def words(document: AnnotatedDocument) -> list[str]:
    return [document.slice(span) for span in document.spans]


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(offsets_jsonl, Format)
    assert isinstance(offsets_jsonl, WritableFormat)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestSamples:
    def test_reads_as_expected(
        self, path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
    ) -> None:
        documents = list(offsets_jsonl.read(InputFile.open(path)))
        matches_golden(SAMPLES / f"{path.stem}.expected.json", documents)

    def test_is_recognised(self, path: Path) -> None:
        assert offsets_jsonl.sniff(InputFile.open(path))

    def test_goes_back_unchanged(self, path: Path) -> None:
        documents = [without_findings(d) for d in offsets_jsonl.read(InputFile.open(path))]
        again = read("".join(json.dumps(record) + "\n" for record in written(documents)))
        assert [without_findings(document) for document in again] == documents


@pytest.mark.parametrize(
    "path",
    [path for path in CASES if path.suffix == ".jsonl" and path.stem not in WITH_SLIPS],
    ids=lambda path: path.stem,
)
def test_a_clean_file_is_written_back_as_the_same_records(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    documents = list(offsets_jsonl.read(InputFile.open(path)))
    assert written(documents) == [json.loads(line) for line in lines if line]


class TestProdigy:
    @pytest.mark.parametrize("astral", ASTRAL)
    def test_counts_code_points(self, astral: str) -> None:
        span = {"start": 2, "end": 5, "label": "metric"}
        [document] = read_records({"text": f"{astral} GDP", "spans": [span]})
        assert words(document) == ["GDP"]
        assert document.findings == ()

    def test_what_the_text_of_a_span_says_otherwise_is_reported(self) -> None:
        span = {"start": 0, "end": 3, "label": "metric", "text": "tax"}
        [document] = read_records({"text": "GDP", "spans": [span]})
        assert words(document) == ["GDP"]
        assert codes(document) == [("F076", "warning")]

    def test_relations_lead_to_spans_by_their_offsets(self) -> None:
        spans = [{"start": 0, "end": 3, "label": "m"}, {"start": 4, "end": 6, "label": "a"}]
        relation = {
            "head": 1,
            "child": 0,
            "head_span": {**spans[1], "token_start": 1, "token_end": 1},
            "child_span": {**spans[0], "token_start": 0, "token_end": 0},
            "label": "of",
        }
        [document] = read_records({"text": "GDP 5%", "spans": spans, "relations": [relation]})
        assert document.links[0].arguments == (("head", "T2"), ("child", "T1"))
        assert document.findings == ()

    def test_a_relation_between_tokens_makes_spans_for_them(self) -> None:
        tokens = [{"text": "GDP", "start": 0, "end": 3, "id": 0}]
        relation = {"head": 0, "child": 0, "label": "dep"}
        [document] = read_records({"text": "GDP", "tokens": tokens, "relations": [relation]})
        assert document.spans == (Span("T1", "", ((0, 3),)),)
        assert document.links == (
            Link("R1", "dep", (("head", "T1"), ("child", "T1")), {"head": 0, "child": 0}),
        )
        assert codes(document) == [("F077", "note")]

    def test_a_relation_to_nowhere_is_an_error(self) -> None:
        relation = {"head_span": {"start": 0, "end": 99}, "child_span": {}, "label": "of"}
        [document] = read_records({"text": "GDP", "spans": [], "relations": [relation]})
        assert codes(document) == [("F077", "error")]
        assert written([document]) == [{"text": "GDP", "spans": [], "relations": [relation]}]

    @pytest.mark.parametrize("answer", ["reject", "ignore"])
    def test_what_was_not_accepted_has_no_spans_but_keeps_them(self, answer: str) -> None:
        record = {
            "text": "GDP",
            "spans": [{"start": 0, "end": 3, "label": "region"}],
            "answer": answer,
        }
        [document] = read_records(record)
        assert document.spans == ()
        assert codes(document) == [("F075", "note")]
        assert written([document]) == [record]

    def test_meta_is_the_metadata(self) -> None:
        [document] = read_records({"text": "GDP", "meta": {"title": "Growth"}, "spans": []})
        assert document.metadata == {"title": "Growth"}


class TestDoccano:
    @pytest.mark.parametrize("astral", ASTRAL)
    @pytest.mark.parametrize(
        "fields",
        [
            {"label": [[3, 6, "metric"]]},
            {"labels": [[3, 6, "metric"]]},
            {"entities": [{"id": 4, "label": "metric", "start_offset": 3, "end_offset": 6}]},
            {"annotations": [{"label": 1, "start_offset": 3, "end_offset": 6, "user": 1}]},
        ],
    )
    def test_counts_utf16_units_and_says_so(self, astral: str, fields: dict[str, object]) -> None:
        [document] = read_records({"text": f"{astral} GDP"} | fields)
        assert words(document) == ["GDP"]
        assert ("F078", "note") in codes(document)

    def test_relations_lead_to_entities_by_number(self) -> None:
        entities = [
            {"id": 0, "label": "metric", "start_offset": 0, "end_offset": 3},
            {"id": 1, "label": "amount", "start_offset": 4, "end_offset": 6},
        ]
        relations = [{"id": 0, "from_id": 1, "to_id": 0, "type": "of"}]
        record = {"id": 9, "text": "GDP 5%", "entities": entities, "relations": relations}
        [document] = read_records(record | {"Comments": []})
        assert [span.id for span in document.spans] == ["0", "1"]
        assert document.links == (Link("R0", "of", (("from", "1"), ("to", "0"))),)
        assert written([document]) == [record | {"Comments": []}]

    def test_categories_of_the_text_are_kept(self) -> None:
        record = {"id": 1, "text": "GDP", "label": ["forecast"], "Comments": []}
        [document] = read_records(record)
        assert document.spans == ()
        assert written([document]) == [record]

    def test_the_text_may_be_called_data(self) -> None:
        record = {"id": 1, "data": "GDP", "label": [[0, 3, "metric"]]}
        [document] = read_records(record)
        assert words(document) == ["GDP"]
        assert written([document]) == [record]

    def test_further_fields_are_metadata_and_meta_is_lifted(self) -> None:
        new, old = read_records(
            {"id": 1, "text": "GDP", "label": [], "title": "Growth"},
            {"id": 1, "text": "GDP", "labels": [], "meta": {"title": "Growth"}},
        )
        assert new.metadata["title"] == old.metadata["title"] == "Growth"

    def test_documents_of_other_tools_get_numbers_and_keep_their_ids(self) -> None:
        spans = (Span("T7", "metric", ((0, 3),), {"code": "gdp"}),)
        [record] = written([AnnotatedDocument("GDP", spans)], "doccano")
        assert record == {
            "text": "GDP",
            "entities": [
                {"id": 1, "label": "metric", "start_offset": 0, "end_offset": 3}
                | {"name": "T7", "code": "gdp"}
            ],
            "relations": [],
        }


class TestSpacy:
    @pytest.mark.parametrize("astral", ASTRAL)
    @pytest.mark.parametrize("shape", ["ents", "entities", "pair", "group"])
    def test_counts_code_points(self, astral: str, shape: str) -> None:
        text, triple = f"{astral} GDP", [2, 5, "metric"]
        span = {"start": 2, "end": 5, "label": "metric"}
        records = {
            "ents": {"text": text, "ents": [span]},
            "entities": {"text": text, "entities": [triple]},
            "pair": [text, {"entities": [triple]}],
            "group": {"text": text, "ents": [], "spans": {"sc": [span]}},
        }
        [document] = read_records(records[shape])
        assert words(document) == ["GDP"]
        assert document.findings == ()
        assert written([document]) == [records[shape]]

    def test_a_list_of_training_pairs_is_read(self) -> None:
        pairs = [["GDP", {"entities": [[0, 3, "metric"]]}], ["tax", {"entities": []}]]
        assert [document.text for document in read(json.dumps(pairs))] == ["GDP", "tax"]

    def test_an_annotators_file_with_classes_is_unpacked(self) -> None:
        pairs = [["GDP", {"entities": [[0, 3, "metric"]]}], None, ["tax", {"entities": []}]]
        documents = read(json.dumps({"classes": ["metric"], "annotations": pairs}))
        assert [document.text for document in documents] == ["GDP", "tax"]

    def test_a_span_in_a_group_says_which(self) -> None:
        span = {"start": 0, "end": 3, "label": "metric", "kb_id": "Q1"}
        [document] = read_records({"text": "GDP", "ents": [], "spans": {"sc": [span]}})
        assert document.spans[0].attributes == {"group": "sc", "kb_id": "Q1"}


class TestLangExtract:
    @staticmethod
    def extraction(
        start: int | None, end: int | None, text: str, **more: object
    ) -> dict[str, object]:
        interval = None if start is None else {"start_pos": start, "end_pos": end}
        return {
            "extraction_class": "metric",
            "extraction_text": text,
            "char_interval": interval,
            "alignment_status": "match_exact",
            "extraction_index": 1,
            "group_index": 0,
            "description": None,
            "attributes": {"code": "gdp"},
        } | more

    @pytest.mark.parametrize("astral", ASTRAL)
    def test_counts_code_points(self, astral: str) -> None:
        record = {"extractions": [self.extraction(2, 5, "GDP")], "text": f"{astral} GDP"}
        [document] = read_records(record | {"document_id": "doc_1"})
        assert words(document) == ["GDP"]
        assert document.spans[0].attributes["code"] == "gdp"
        assert document.findings == ()

    def test_what_was_not_found_is_set_aside_with_a_hint(self) -> None:
        record = {"extractions": [self.extraction(None, None, "GDP")], "text": "The GDP"}
        [document] = read_records(record)
        assert document.spans == ()
        assert codes(document) == [("F074", "error")]
        assert document.findings[0].suggestion == "Its words stand at 4 and nowhere else."
        assert written([document]) == [record]

    @pytest.mark.parametrize("status", ["match_fuzzy", "match_lesser", "match_greater"])
    def test_what_was_found_only_nearly_is_kept_and_reported(self, status: str) -> None:
        extraction = self.extraction(0, 3, "GDPs", alignment_status=status)
        [document] = read_records({"extractions": [extraction], "text": "GDP"})
        assert words(document) == ["GDP"]
        assert codes(document) == [("F075", "warning")]
        assert document.spans[0].attributes["extraction_text"] == "GDPs"


class TestBrokenFiles:
    def test_a_broken_line_hides_no_other(self) -> None:
        good = '{"text": "GDP", "spans": []}'
        documents = read(f'{good}\n{{"text": "half\n\n{good}\r\n[1, 2]\n"text"\n')
        assert [document.text for document in documents] == ["GDP", "GDP"]
        found = [(f.code, f.place.line) for document in documents for f in document.findings]
        assert found == [("F070", 2), ("F072", 5), ("F072", 6)]

    def test_a_record_over_several_lines_is_read(self) -> None:
        record = {"text": "GDP", "spans": [{"start": 0, "end": 3, "label": "metric"}]}
        text = json.dumps(record, indent=2)
        assert len(read(f"{text}\n{text}")) == 2

    @pytest.mark.parametrize(
        "span",
        [
            {"start": -1, "end": 3},
            {"start": 0, "end": 10**40},
            {"start": True, "end": 3},
            {"start": 0.5, "end": 3},
            {"start": None, "end": 3},
            {"end": 3},
            {},
            "GDP",
            None,
            [0, 3],
        ],
    )
    def test_a_span_that_leads_nowhere_is_an_error_and_kept(self, span: object) -> None:
        record = {"text": "GDP grew", "spans": [span]}
        [document] = read_records(record)
        assert document.spans == ()
        assert codes(document) == [("F073", "error")]
        assert written([document]) == [record]

    def test_doubled_ids_are_made_distinct(self) -> None:
        span = {"start": 0, "end": 3, "label": "m", "id": "x"}
        [document] = read_records({"text": "GDP", "spans": [span, span, {**span, "id": "x_1"}]})
        assert len({each.id for each in document.spans}) == 3
        assert codes(document)[0] == ("F071", "warning")

    @pytest.mark.parametrize("text", ["", "\n", "[]", '{"text": 5}', "[" * 100_000])
    def test_no_text_at_all_is_an_error(self, text: str) -> None:
        with pytest.raises(LoadError):
            read(text)

    def test_many_half_lines_are_read_in_one_pass(self) -> None:
        documents = read('{"text": "GDP", "spans": []}\n' + '{"a": [1,\n' * 20_000)
        assert len(documents[0].findings) == 20_000

    def test_line_separators_inside_a_string_do_not_end_a_line(self) -> None:
        [document] = read('{"text": "a\u2028b\u0085c", "spans": []}')
        assert document.text == "a\u2028b\u0085c"


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=80, deadline=None)
@given(st.data())
def test_every_document_goes_there_and_back(
    generated_documents: st.SearchStrategy[AnnotatedDocument], dialect: str, data: st.DataObject
) -> None:
    documents = data.draw(st.lists(generated_documents, min_size=1, max_size=2))
    text = offsets_jsonl.write(documents, dialect=dialect).files[".jsonl"]
    again = [without_findings(document) for document in read(text)]
    # A document of another tool remembers from then on which dialect it was written in.
    own = [{k: v for k, v in d.metadata.items() if k != dialect} for d in again]
    assert [replace(d, metadata=kept) for d, kept in zip(again, own, strict=True)] == documents


def test_an_unknown_dialect_is_an_error() -> None:
    with pytest.raises(LoadError, match="no dialect named 'brat'"):
        offsets_jsonl.write([], dialect="brat")
