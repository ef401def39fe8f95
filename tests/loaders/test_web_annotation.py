"""W3C Web Annotation and Hypothesis: anchoring, the text's place, and the way back."""

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
from regiontargets.loaders import Format, InputFile, WritableFormat, web_annotation

SAMPLES = Path(__file__).parent / "samples" / "web_annotation"
CASES = sorted(
    path
    for path in SAMPLES.glob("*.*")
    if path.suffix in web_annotation.SUFFIXES and ".expected" not in path.name
)
ASTRAL = ("😀", "𠮷")


def read(value: object, text: str | None = None) -> list[AnnotatedDocument]:
    content = value if isinstance(value, str) else json.dumps(value)
    beside = {} if text is None else {".txt": text.encode()}
    data = content.encode("utf-8", "surrogatepass")
    return list(web_annotation.read(InputFile("a.json", data, siblings=beside)))


def position(start: object, end: object) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, object]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def annotation(*selectors: object, **fields: object) -> dict[str, object]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "a1",
        "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": "metric"}],
        "target": {"source": "text.txt", "selector": list(selectors)},
    } | fields


def row(*selectors: object, **fields: object) -> dict[str, object]:
    address = "https://example.org/report"
    return {
        "id": "h1",
        "uri": address,
        "tags": ["metric"],
        "text": "",
        "target": [{"source": address, "selector": list(selectors)}],
    } | fields


def words(document: AnnotatedDocument) -> list[str]:
    return [document.slice(span) for span in document.spans]


def codes(document: AnnotatedDocument) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in document.findings]


def without_findings(document: AnnotatedDocument) -> AnnotatedDocument:
    return replace(document, findings=())


def written_and_read(documents: Iterable[AnnotatedDocument]) -> list[AnnotatedDocument]:
    return read(web_annotation.write(list(documents)).files[".jsonld"])


def test_it_has_the_shape_of_a_writable_format() -> None:
    assert isinstance(web_annotation, Format)
    assert isinstance(web_annotation, WritableFormat)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
class TestSamples:
    def test_reads_as_expected(
        self, path: Path, matches_golden: Callable[[Path, Iterable[AnnotatedDocument]], None]
    ) -> None:
        documents = list(web_annotation.read(InputFile.open(path)))
        matches_golden(SAMPLES / f"{path.stem}.expected.json", documents)

    def test_is_recognised(self, path: Path) -> None:
        assert web_annotation.sniff(InputFile.open(path))

    def test_goes_back_unchanged(self, path: Path) -> None:
        documents = [without_findings(d) for d in web_annotation.read(InputFile.open(path))]
        assert [without_findings(d) for d in written_and_read(documents)] == documents


class TestPositions:
    @pytest.mark.parametrize("astral", ASTRAL)
    def test_count_code_points_in_the_standard(self, astral: str) -> None:
        [document] = read(annotation(position(2, 5)), f"{astral} GDP")
        assert words(document) == ["GDP"]

    @pytest.mark.parametrize("astral", ASTRAL)
    def test_count_utf16_units_in_hypothesis(self, astral: str) -> None:
        [document] = read({"rows": [row(position(3, 6), quote("GDP"))]}, f"{astral} GDP")
        assert words(document) == ["GDP"]
        assert document.findings == ()

    @pytest.mark.parametrize("astral", ASTRAL)
    def test_in_the_other_unit_are_mended_by_the_quote(self, astral: str) -> None:
        [document] = read(annotation(position(3, 6), quote("GDP")), f"{astral} GDP")
        assert words(document) == ["GDP"]
        assert codes(document) == [("F089", "warning")]

    def test_may_stand_in_the_address(self) -> None:
        [document] = read(annotation(target="text.txt#char=4,7"), "The GDP")
        assert words(document) == ["GDP"]

    @pytest.mark.parametrize(
        ("start", "end", "reason"),
        [
            (-1, 3, "its start -1 is negative"),
            (0, 99, "its end 99 is past the end of the text (7)"),
            (5, 2, "its end 2 is before its start 5"),
            (None, 3, "its start is missing"),
            (True, 3, "its start is True"),
            (0.5, 3, "its start is 0.5"),
        ],
    )
    def test_that_lead_nowhere_are_errors(self, start: object, end: object, reason: str) -> None:
        [document] = read(annotation(position(start, end)), "The GDP")
        assert document.spans == ()
        assert codes(document) == [("F090", "error")]
        assert document.findings[0].reason == reason


class TestQuotes:
    text = "The GDP grew by 5%. The GDP fell by 3%."

    def test_that_stand_once_are_anchored(self) -> None:
        [document] = read(annotation(quote("grew")), self.text)
        assert document.spans[0].fragments == ((8, 12),)
        assert document.findings == ()

    def test_prefix_and_suffix_decide_between_places(self) -> None:
        [document] = read(annotation(quote("GDP", "5%. The ", " fell")), self.text)
        assert document.spans[0].fragments == ((24, 27),)
        assert document.findings == ()

    def test_in_one_context_twice_are_ambiguous(self) -> None:
        [document] = read(annotation(quote("GDP", "The ", " ")), self.text)
        assert document.spans == ()
        assert codes(document) == [("F088", "error")]
        assert document.findings[0].reason == "the words stand at 4, 24 in the same context"

    def test_that_the_text_does_not_hold_are_orphans(self) -> None:
        [document] = read(annotation(position(4, 7), quote("GNP")), self.text)
        assert document.spans == ()
        assert codes(document) == [("F087", "error")]

    def test_mend_a_stale_position(self) -> None:
        [document] = read(annotation(position(0, 4), quote("grew")), self.text)
        assert document.spans[0].fragments == ((8, 12),)
        assert codes(document) == [("F089", "warning")]

    def test_are_found_with_other_white_space(self) -> None:
        [document] = read(annotation(quote("GDP grew by")), "The GDP\n  grew\tby 5%.")
        assert words(document) == ["GDP\n  grew\tby"]
        assert codes(document) == [("F089", "warning")]

    def test_that_are_set_aside_are_written_back(self) -> None:
        lost = annotation(quote("GNP"))
        [document] = read(lost, self.text)
        written = json.loads(web_annotation.write([document]).files[".jsonld"])
        assert written["aside"] == [lost]

    def test_stale_ones_cost_no_more_than_a_bounded_search(self) -> None:
        lines = (json.dumps(annotation(quote(f"x{n}"), id=str(n))) for n in range(3000))
        [document] = read("\n".join(lines), "ab " * 100_000)
        assert {code for code, _ in codes(document)} == {"F087"}


class TestTexts:
    def test_within_the_collection(self) -> None:
        item = annotation(target={"source": "#t", "selector": quote("GDP")})
        collection = {
            "type": "AnnotationCollection",
            "source": {"id": "#t", "value": "The GDP", "dcterms:title": "Growth"},
            "first": {"items": [item]},
        }
        [document] = read(collection)
        assert words(document) == ["GDP"]
        assert document.metadata["title"] == "Growth"

    def test_within_the_target(self) -> None:
        source = {"type": "TextualBody", "value": "The GDP"}
        [document] = read(annotation(target={"source": source, "selector": position(4, 7)}))
        assert words(document) == ["GDP"]

    def test_in_the_file_that_the_source_names(self, tmp_path: Path) -> None:
        (tmp_path / "text.txt").write_text("The GDP", encoding="utf-8")
        path = tmp_path / "notes.json"
        path.write_text(json.dumps(annotation(position(4, 7))), encoding="utf-8")
        [document] = web_annotation.read(InputFile.open(path))
        assert words(document) == ["GDP"]

    @pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "file:///etc/hostname"])
    def test_never_outside_the_folder(self, name: str, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("The GDP", encoding="utf-8")
        folder = tmp_path / "folder"
        folder.mkdir()
        path = folder / "notes.json"
        target = {"source": name, "selector": position(0, 3)}
        path.write_text(json.dumps(annotation(target=target)), encoding="utf-8")
        with pytest.raises(LoadError, match="no file beside it"):
            list(web_annotation.read(InputFile.open(path)))

    def test_of_each_source_a_document(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            (tmp_path / f"{name}.txt").write_text(f"{name} GDP", encoding="utf-8")
        items = [
            annotation(id=name, target={"source": f"{name}.txt", "selector": quote("GDP")})
            for name in ("one", "two", "gone")
        ]
        path = tmp_path / "notes.json"
        path.write_text(json.dumps(items), encoding="utf-8")
        documents = list(web_annotation.read(InputFile.open(path)))
        assert [document.text for document in documents] == ["one GDP", "two GDP"]
        assert codes(documents[1]) == [("F086", "error")]


class TestAnnotations:
    def test_a_tag_is_the_label_and_a_comment_an_attribute(self) -> None:
        bodies = [
            {"type": "TextualBody", "purpose": "commenting", "value": "check"},
            {"type": "TextualBody", "purpose": "tagging", "value": "metric"},
        ]
        marked = annotation(quote("GDP"), body=bodies, creator={"name": "A"}, created="2026-01-02")
        [document] = read(marked, "The GDP")
        assert document.spans == (
            Span(
                "a1",
                "metric",
                ((4, 7),),
                {"comment": "check", "creator.name": "A", "created": "2026-01-02"},
            ),
        )

    def test_a_body_without_a_purpose_has_that_of_the_annotation(self) -> None:
        body = {"type": "TextualBody", "value": "metric"}
        [document] = read(annotation(quote("GDP"), body=body, motivation="classifying"), "The GDP")
        assert document.spans[0].label == "metric"
        assert written_and_read([document]) == [document]

    def test_further_tags_of_hypothesis_are_an_attribute(self) -> None:
        [document] = read([row(quote("GDP"), tags=["metric", "gdp"], text="check")], "The GDP")
        attributes = document.spans[0].attributes
        assert (document.spans[0].label, attributes["tags"]) == ("metric", ("gdp",))
        assert attributes["comment"] == "check"
        assert document.metadata["url"] == "https://example.org/report"

    def test_replies_and_notes_on_the_page_are_kept_apart(self) -> None:
        reply = row(quote("GDP"), references=["h1"])
        note = row() | {"target": [{"source": "https://example.org/report"}]}
        [document] = read([row(quote("GDP")), reply, note], "The GDP")
        assert len(document.spans) == 1
        assert codes(document) == [("F091", "note")] * 2

    def test_linking_annotations_are_links(self) -> None:
        of = {"type": "TextualBody", "purpose": "tagging", "value": "of"}
        link = {"id": "l", "type": "Annotation", "motivation": "linking", "body": of}
        items = [
            annotation(quote("5%"), id="x"),
            annotation(quote("GDP"), id="y"),
            link | {"target": [{"id": "#x"}, {"id": "#y"}]},
            link | {"id": "m", "target": [{"id": "#x"}, {"id": "#z"}]},
        ]
        [document] = read(items, "GDP grew 5%")
        assert document.links == (Link("l", "of", (("from", "x"), ("to", "y"))),)
        assert codes(document) == [("F092", "error")]


class TestBrokenFiles:
    @pytest.mark.parametrize("text", ["", "{", "[]", "[1, null]", '{"first": "page1.json"}'])
    def test_without_an_annotation_are_errors(self, text: str) -> None:
        with pytest.raises(LoadError):
            read(text, "The GDP")

    def test_one_broken_annotation_hides_no_other(self) -> None:
        good = json.dumps(annotation(quote("GDP")))
        [document] = read(f'[{good},\n{{"target": }},\n{good}]', "The GDP")
        assert words(document) == ["GDP", "GDP"]
        assert codes(document) == [("F085", "error"), ("F089", "warning")]

    @pytest.mark.parametrize(
        "target", [None, 5, "x", [], [None], {"selector": 5}, [{"selector": [[]]}]]
    )
    def test_odd_targets_are_findings(self, target: object) -> None:
        [document] = read([annotation(quote("GDP")), annotation(target=target)], "The GDP")
        assert len(document.spans) == 1
        assert len(document.findings) == 1


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_document_goes_there_and_back(
    generated_documents: st.SearchStrategy[AnnotatedDocument], data: st.DataObject
) -> None:
    documents = data.draw(st.lists(generated_documents, min_size=1, max_size=2))
    assert web_annotation.write(documents).findings == ()
    assert written_and_read(documents) == documents
