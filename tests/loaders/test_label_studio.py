"""Label Studio: what is read, what is mended, what is set aside, and that it goes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, AttributeValue, Link, Span
from regiontargets.errors import LoadError
from regiontargets.loaders import Format, InputFile, WritableFormat, label_studio

SAMPLES = Path(__file__).parent / "samples" / "label_studio"
CASES = sorted(path for path in SAMPLES.glob("*.json") if ".expected" not in path.name)


def read(text: str) -> list[AnnotatedDocument]:
    return list(label_studio.read(InputFile("tasks.json", text.encode("utf-8", "surrogatepass"))))


def read_tasks(*tasks: object) -> list[AnnotatedDocument]:
    return read(json.dumps(tasks))


def result(
    start: object, end: object, label: str = "metric", **fields: object
) -> dict[str, object]:
    value = {"start": start, "end": end, "labels": [label]}
    value |= {"text": fields.pop("text")} if "text" in fields else {}
    return {
        "id": "r",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
    } | fields


def task(text: str, *results: object, **fields: object) -> dict[str, object]:
    return {"id": 1, "data": {"text": text}, "annotations": [{"id": 2, "result": results}]} | fields


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def written_and_read(documents: Iterable[AnnotatedDocument]) -> list[AnnotatedDocument]:
    return read(label_studio.write(list(documents)).files[".json"])


def without_findings(document: AnnotatedDocument) -> AnnotatedDocument:
    return replace(document, findings=())


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(label_studio, Format)
    assert isinstance(label_studio, WritableFormat)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestSamples:
    def test_reads_as_expected(
        self, path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
    ) -> None:
        documents = list(label_studio.read(InputFile.open(path)))
        matches_golden(path.with_suffix(".expected.json"), documents)

    def test_is_recognised(self, path: Path) -> None:
        assert label_studio.sniff(InputFile.open(path))

    def test_goes_back_unchanged(self, path: Path) -> None:
        documents = [without_findings(d) for d in label_studio.read(InputFile.open(path))]
        again = [without_findings(d) for d in written_and_read(documents)]
        assert again == documents


@pytest.mark.parametrize("path", [path for path in CASES if path.stem.startswith("clean")])
def test_a_clean_export_is_written_back_as_the_same_json(path: Path) -> None:
    tasks = json.loads(path.read_text(encoding="utf-8"))
    written = label_studio.write(list(label_studio.read(InputFile.open(path))))
    assert json.loads(written.files[".json"]) == tasks
    assert written.findings == ()


class TestOffsets:
    @pytest.mark.parametrize("astral", ["😀", "𠮷"])
    def test_count_utf16_units(self, astral: str) -> None:
        [document] = read_tasks(task(f"{astral} GDP grew", result(3, 6, text="GDP")))
        assert document.slice(document.spans[0]) == "GDP"
        assert document.findings == ()

    @pytest.mark.parametrize("astral", ["😀", "𠮷"])
    def test_count_code_points_where_the_quotes_say_so(self, astral: str) -> None:
        tasks = task(f"{astral} GDP grew", result(2, 5, text="GDP"))
        [document] = read_tasks(tasks)
        assert document.slice(document.spans[0]) == "GDP"
        assert codes(document) == [("F065", "warning")]
        written = json.loads(label_studio.write([document]).files[".json"])
        assert written[0]["annotations"][0]["result"][0]["value"]["start"] == 2

    def test_without_quotes_beyond_the_basic_plane_are_doubtful(self) -> None:
        [document] = read_tasks(task("😀 GDP grew", result(3, 6)))
        assert document.slice(document.spans[0]) == "GDP"
        assert codes(document) == [("F065", "warning")]

    def test_one_region_may_count_otherwise_than_the_rest(self) -> None:
        results = [
            result(3, 6, id="a", text="GDP"),
            result(7, 11, id="b", text="grew"),
            result(11, 13, id="c", text="5%"),
        ]
        [document] = read_tasks(task("😀 GDP grew 5%", *results))
        assert [document.slice(span) for span in document.spans] == ["GDP", "grew", "5%"]
        assert codes(document) == [("F065", "warning")]

    def test_that_drifted_from_the_quote_are_kept_and_reported(self) -> None:
        [document] = read_tasks(task("The GDP grew.", result(0, 3, text="GDP")))
        assert document.spans[0].fragments == ((0, 3),)
        assert codes(document) == [("F066", "warning")]
        assert document.findings[0].reason == (
            "the text there reads 'The'; the quoted words stand at 4"
        )

    def test_a_quote_may_differ_in_white_space(self) -> None:
        [document] = read_tasks(task("GDP\r\ngrew", result(0, 9, text="GDP\\ngrew")))
        assert document.findings == ()

    @pytest.mark.parametrize(
        ("start", "end", "reason"),
        [
            (-1, 3, "its start -1 is negative"),
            (0, 99, "its end 99 is past the end of the text (9)"),
            (0, 10**30, "its end of more than 20 digits is past the end of the text (9)"),
            (5, 2, "its end 2 is before its start 5"),
            (0.5, 3, "its start is 0.5"),
            (True, 3, "its start is True"),
            (None, 3, "its start is missing"),
            (0, "x", "its end is 'x'"),
            ([0], 3, "its start is [0]"),
        ],
    )
    def test_that_lead_nowhere_are_errors_and_kept(
        self, start: object, end: object, reason: str
    ) -> None:
        bad = result(start, end)
        [document] = read_tasks(task("GDP grew.", bad, result(0, 3, id="good")))
        assert [span.id for span in document.spans] == ["good"]
        assert codes(document) == [("F063", "error")]
        assert document.findings[0].reason == reason
        written = json.loads(label_studio.write([document]).files[".json"])
        assert bad in written[0]["annotations"][0]["result"]

    @pytest.mark.parametrize(("start", "end"), [("0", 3), (0.0, 3.0), (0, "3")])
    def test_that_can_only_mean_integers_are_mended(self, start: object, end: object) -> None:
        [document] = read_tasks(task("GDP grew.", result(start, end)))
        assert document.spans[0].fragments == ((0, 3),)
        assert codes(document) == [("F061", "warning")]


class TestRegions:
    def test_the_results_of_one_region_are_one_span(self) -> None:
        place: dict[str, object] = {"start": 0, "end": 3}
        controls: list[tuple[str, str, dict[str, object], AttributeValue]] = [
            ("sure", "choices", {"choices": ["yes"]}, "yes"),
            ("kinds", "choices", {"choices": ["a", "b"]}, ("a", "b")),
            ("code", "textarea", {"text": ["gdp"]}, "gdp"),
            ("weight", "number", {"number": 5}, 5),
            ("stars", "rating", {"rating": 4}, 4),
            ("tree", "taxonomy", {"taxonomy": [["economy", "gdp"]]}, (("economy", "gdp"),)),
        ]
        results = [
            {"id": "r", "from_name": name, "to_name": "text", "type": kind, "value": place | value}
            for name, kind, value, _ in controls
        ]
        tasks = task("GDP grew", *results[:2], result(0, 3, text="GDP"), *results[2:])
        [document] = read_tasks(tasks)
        expected = {name: value for name, _, _, value in controls}
        assert document.spans == (Span("r", "metric", ((0, 3),), expected),)
        assert document.findings == ()
        assert written_and_read([document]) == [document]

    def test_two_labels_are_two_spans_and_go_back_as_one_region(self) -> None:
        both = result(0, 3, text="GDP")
        both["value"]["labels"] = ["metric", "topic"]  # type: ignore[index]
        [document] = read_tasks(task("GDP grew", both))
        assert [(span.id, span.label) for span in document.spans] == [
            ("r", "metric"),
            ("r.2", "topic"),
        ]
        written = json.loads(label_studio.write([document]).files[".json"])
        assert written[0]["annotations"][0]["result"] == [both]

    def test_relations_are_links(self) -> None:
        relation = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"}
        tasks = task(
            "GDP 5%", relation | {"labels": ["of"]}, result(0, 3, id="a"), result(4, 6, id="b")
        )
        [document] = read_tasks(tasks)
        assert document.links == (Link("R1", "of", (("from", "a"), ("to", "b"))),)

    def test_a_relation_to_nowhere_is_an_error(self) -> None:
        relation = {"type": "relation", "from_id": "a", "to_id": "zz", "labels": []}
        [document] = read_tasks(task("GDP", relation, result(0, 3, id="a")))
        assert document.links == ()
        assert codes(document) == [("F068", "error")]

    def test_cyclic_relations_are_only_links(self) -> None:
        relations = [
            {"type": "relation", "from_id": a, "to_id": b, "direction": "bi", "labels": []}
            for a, b in ("ab", "ba", "aa")
        ]
        [document] = read_tasks(task("GDP", *relations, result(0, 3, id="a"), result(0, 3, id="b")))
        assert [link.attributes for link in document.links] == [{"direction": "bi"}] * 3

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            ("hypertextlabels", {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]"}),
            ("labels", {"start": "/p[1]", "end": "/p[1]", "labels": ["x"]}),
            ("paragraphlabels", {"start": "0", "end": "0", "startOffset": 0}),
            ("rectanglelabels", {"x": 1, "y": 2, "width": 3, "height": 4}),
        ],
    )
    def test_what_is_no_plain_text_is_set_aside(self, kind: str, value: object) -> None:
        [document] = read_tasks(task("GDP", {"id": "h", "type": kind, "value": value}))
        assert document.spans == ()
        assert codes(document) == [("F067", "error")]

    def test_what_is_said_of_the_whole_text_is_kept_without_a_word(self) -> None:
        tone = {"id": "c", "from_name": "tone", "type": "choices", "value": {"choices": ["up"]}}
        [document] = read_tasks(task("GDP", tone))
        kept = document.metadata["label_studio"]
        assert isinstance(kept, dict)
        assert kept["results"] == [tone]
        assert document.findings == ()


class TestTasks:
    def test_each_annotation_is_a_document(self) -> None:
        annotations = [{"id": n, "completed_by": n, "result": [result(0, 3)]} for n in (7, 8)]
        documents = read_tasks(task("GDP", annotations=annotations))
        kept = [document.metadata["label_studio"] for document in documents]
        assert [isinstance(each, dict) and each["annotation"] for each in kept] == [
            {"id": 7, "completed_by": 7},
            {"id": 8, "completed_by": 8},
        ]
        assert len(json.loads(label_studio.write(documents).files[".json"])) == 1

    def test_cancelled_annotations_are_set_aside(self) -> None:
        cancelled = {"id": 8, "was_cancelled": True, "result": [result(0, 3)]}
        [document] = read_tasks(task("GDP", annotations=[cancelled]))
        assert document.spans == ()
        assert codes(document) == [("F069", "note")]
        written = json.loads(label_studio.write([document]).files[".json"])
        assert written[0]["annotations"] == [cancelled]

    def test_predictions_are_kept_apart(self) -> None:
        predictions = [{"model_version": "m1", "score": 0.5, "result": [result(0, 3)]}]
        [document] = read_tasks(task("GDP", predictions=predictions, annotations=[]))
        assert document.spans == ()
        written = json.loads(label_studio.write([document]).files[".json"])
        assert written[0]["predictions"] == predictions

    def test_the_other_fields_of_the_data_are_metadata(self) -> None:
        data = {"text": "GDP", "title": "Growth", "published": "2022-02-17"}
        [document] = read_tasks(task("GDP", data=data))
        assert document.metadata["title"] == "Growth"
        assert document.metadata["published"] == date(2022, 2, 17)

    def test_the_text_is_the_field_in_which_the_quotes_stand(self) -> None:
        data = {"headline": "Growth is up", "body": "The GDP grew."}
        [document] = read_tasks(task("", result(4, 7, text="GDP"), data=data))
        assert document.text == "The GDP grew."
        assert document.findings == ()

    def test_an_uncertain_text_field_is_a_warning(self) -> None:
        data = {"headline": "Growth", "body": "The GDP grew."}
        [document] = read_tasks(task("", data=data, annotations=[]))
        assert document.text == "The GDP grew."
        assert codes(document) == [("F062", "warning")]

    def test_a_task_whose_text_is_elsewhere_is_an_error(self) -> None:
        with pytest.raises(LoadError, match="only the address of a file"):
            read_tasks(task("s3://bucket/a.txt"))

    def test_a_task_without_text_hides_no_other(self) -> None:
        documents = read_tasks(task("", data={"image": 5}), task("GDP"))
        assert [document.text for document in documents] == ["GDP"]
        assert codes(documents[0]) == [("F062", "error")]


class TestBrokenFiles:
    def test_half_a_task_at_the_end(self) -> None:
        text = json.dumps([task("GDP", result(0, 3)), task("tax")])[:-40]
        [document] = read(text)
        assert document.text == "GDP"
        assert codes(document) == [("F060", "error")]

    def test_a_broken_task_in_the_middle(self) -> None:
        good = json.dumps(task("GDP"))
        documents = read(f"[\n{good},\n{{'id': 1}},\n{good}\n]")
        assert [document.text for document in documents] == ["GDP", "GDP"]
        assert [(f.code, f.place.line, f.place.column) for f in documents[0].findings] == [
            ("F060", 3, 2)
        ]

    def test_deep_nesting(self) -> None:
        deep = "[" * 100_000 + "]" * 100_000
        good = json.dumps(task("GDP"))
        [document] = read(f'[{{"data": {deep}}}, {good}]')
        assert document.text == "GDP"
        assert codes(document) == [("F060", "error")]

    def test_nan_duplicate_keys_and_endless_numbers_are_mended(self) -> None:
        text = (
            '[{"data": {"text": "tax", "text": "GDP"}, "annotations": [{"lead_time": NaN, '
            '"result": [], "id": ' + "9" * 5000 + "}]}]"
        )
        [document] = read(text)
        assert document.text == "GDP"
        assert codes(document) == [("F061", "warning")] * 3

    def test_half_a_surrogate_pair(self) -> None:
        [document] = read('[{"data": {"text": "a\\ud83d b"}, "annotations": [{"result": []}]}]')
        assert codes(document) == [("F061", "warning")]
        [again] = written_and_read([document])
        assert again.text == document.text == "a\ud83d b"
        label_studio.write([document]).files[".json"].encode()

    @pytest.mark.parametrize("text", ["", "[]", "[1, null]", "{", '{"data": {"image": 1}}'])
    def test_no_text_at_all_is_an_error(self, text: str) -> None:
        with pytest.raises(LoadError):
            read(text)

    def test_many_regions_of_one_id_are_read_in_one_pass(self) -> None:
        [document] = read_tasks(task("GDP", *[result(0, 3)] * 50_000))
        assert document.spans[-1].id == "r.50000"

    def test_many_regions_are_read_in_one_pass(self) -> None:
        results = [result(n, n + 1, id=str(n), text="𠮷" if n % 2 else "x") for n in range(20_000)]
        [document] = read_tasks(task("𠮷" * 40_000, *results))
        assert len(document.spans) == 20_000


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_document_goes_there_and_back(
    generated_documents: st.SearchStrategy[AnnotatedDocument], data: st.DataObject
) -> None:
    documents = data.draw(st.lists(generated_documents, min_size=1, max_size=2))
    assert written_and_read(documents) == documents
