"""Comments to whoever checks a file: no part of its text, kept when it is written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument, Comment
from regiontargets.loaders import InputFile, markdown

IGNORE = "<!-- regiontargets: ignore U003 -->"


def read(text: str) -> AnnotatedDocument:
    (document,) = markdown.read(InputFile("a.md", text.encode()))
    return document


def written(document: AnnotatedDocument) -> str:
    return markdown.write([document]).files[".md"]


@pytest.mark.parametrize(
    ("file", "text", "at"),
    [
        (f"one\n{IGNORE}\ntwo", "one\ntwo", 4),
        (f"one {IGNORE} two", "one  two", 4),
        (f"{IGNORE}\r\ntwo", "two", 0),
        (f"one\n  {IGNORE}", "one\n", 4),
        (f"one\n\n{IGNORE}\n\ntwo", "one\n\n\ntwo", 5),
    ],
)
def test_a_comment_is_taken_out_of_the_text_with_the_line_that_it_fills(
    file: str, text: str, at: int
) -> None:
    document = read(file)
    assert document.text == text
    assert [each.at for each in document.comments] == [at]
    assert written(document) == file


def test_places_behind_a_comment_stay_right() -> None:
    document = read(f"{IGNORE}\n[Hubei]{{.region}} {IGNORE} [5%]{{.amount}}")
    assert [document.slice(span) for span in document.spans] == ["Hubei", "5%"]
    assert document.source_map is not None
    place = document.source_map.place(document.spans[1].start, document.spans[1].end)
    assert (place.line, place.column) == (2, 55)


def test_brackets_in_a_comment_are_no_annotation() -> None:
    document = read(f"[Hubei {IGNORE[:-4]} because of [1]{{.amount}} ] -->\ngrew]{{.region}}")
    assert document.findings == ()
    assert [span.label for span in document.spans] == ["region"]


def test_a_blank_line_behind_a_comment_still_ends_the_paragraph() -> None:
    assert [each.code for each in read(f"[a\n{IGNORE}\n\nb]{{.region}}").findings] == [
        "F001",
        "F002",
    ]


@pytest.mark.parametrize("text", ["<!-- other -->", "<!-- regiontargets: open", "a < b"])
def test_other_comments_are_text(text: str) -> None:
    assert read(text).text == text
    assert read(text).comments == ()


def test_a_text_that_looks_like_a_comment_stays_text() -> None:
    document = AnnotatedDocument(f"as {IGNORE} says \\{IGNORE}")
    assert read(written(document)).text == document.text
    assert read(written(document)).comments == ()


def test_many_comments_on_one_line_are_read_in_linear_time() -> None:
    document = read((IGNORE + " ") * 2000 + "x")
    assert len(document.comments) == 2000
    assert read("<!-- regiontargets:" * 20_000).comments == ()


PARTS = st.sampled_from(
    [IGNORE, "\n", "\n\n", " ", "[Hubei]{.region}", "[a\nb]{.metric}", "text", "\\[", "]", "\r\n"]
)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_reading_what_was_written_gives_the_same_document(file: str) -> None:
    document = read(file)
    again = read(written(document))
    assert (again.text, again.spans, again.comments) == (
        document.text,
        document.spans,
        document.comments,
    )


def test_a_comment_made_by_hand_is_written_where_it_belongs() -> None:
    assert written(AnnotatedDocument("ab", comments=(Comment(1, IGNORE),))) == f"a{IGNORE}b"
