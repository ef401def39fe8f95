"""Offsets checked against the text and against what is quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.loaders.json_records import Json
from regiontargets.loaders.quoted_offsets import Placed, QuotedOffsets, Unplaced
from regiontargets.loaders.record_findings import RecordFindings, savable, with_strays

TEXTS = st.text(st.sampled_from("aé家𠮷😀\n"), max_size=12)


@given(TEXTS, st.data(), st.booleans())
def test_every_range_is_placed_in_either_unit(text: str, data: st.DataObject, utf16: bool) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    offsets = QuotedOffsets(text, utf16=utf16)
    first, last = offsets.from_code_points(start), offsets.from_code_points(end)
    assert offsets.place(first, last, text[start:end]) == Placed(start, end)


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (None, 1, "its start is missing"),
        (0, None, "its end is missing"),
        (-1, 1, "its start -1 is negative"),
        (0, 4, "its end 4 is past the end of the text (3)"),
        (2, 1, "its end 1 is before its start 2"),
        (False, 1, "its start is False"),
        (0, 1.5, "its end is 1.5"),
        ("٣", 1, "its start is '٣'"),
        (0, float("inf"), "its end is inf"),
        ({}, 1, "its start is {}"),
        (0, -(10**50), "its end of more than 20 digits is before its start 0"),
    ],
)
def test_what_leads_nowhere_says_why(start: Json, end: Json, reason: str) -> None:
    assert QuotedOffsets("GDP", utf16=False).place(start, end) == Unplaced(reason)


def test_numbers_that_can_only_be_meant_as_integers_are_doubtful() -> None:
    place = QuotedOffsets("GDP", utf16=False).place("0", 3.0)
    assert place == Placed(0, 3, "number", "its offsets are '0' and 3.0")


class TestUnits:
    text = "😀😀 GDP grew by 5%"

    def test_are_judged_one_by_one(self) -> None:
        offsets = QuotedOffsets(self.text, utf16=True)
        assert offsets.place(3, 6, "GDP") == Placed(3, 6, "unit", "its offsets count code points")

    def test_are_settled_by_the_most_quotes(self) -> None:
        offsets = QuotedOffsets(self.text, utf16=True)
        offsets.settle([(3, 6, "GDP"), (7, 11, "grew"), (5, 8, "GDP"), (0, 1, None)])
        assert offsets.utf16 is False
        assert offsets.place(7, 11) == Placed(7, 11)

    def test_stay_as_they_are_without_quotes(self) -> None:
        offsets = QuotedOffsets(self.text, utf16=True)
        offsets.settle([(3, 6, None), (None, 6, "GDP")])
        assert offsets.place(5, 8) == Placed(3, 6)

    def test_a_place_within_a_pair_is_its_character(self) -> None:
        assert QuotedOffsets("😀a", utf16=True).place(1, 3) == Placed(0, 2)


def test_drift_says_what_stands_there_and_where_the_quote_does() -> None:
    place = QuotedOffsets("The GDP grew", utf16=False).place(0, 3, "GDP")
    assert place == Placed(0, 3, "quote", "the text there reads 'The'; the quoted words stand at 4")


def test_white_space_in_a_quote_may_differ() -> None:
    assert QuotedOffsets("a\r\n b", utf16=False).place(0, 5, "a\\n b") == Placed(0, 5)


class TestStrays:
    stray = Finding("F000", "broken")

    def test_go_with_the_document_before_them_or_the_first(self) -> None:
        first, second = AnnotatedDocument("a"), AnnotatedDocument("b")
        documents = list(with_strays("x", [self.stray, first, self.stray, self.stray, second]))
        assert [len(document.findings) for document in documents] == [3, 0]

    def test_alone_are_an_error(self) -> None:
        with pytest.raises(LoadError, match=r"x holds no annotated text\. <input>: broken\."):
            list(with_strays("x", [self.stray]))


def test_halves_of_pairs_are_replaced_and_told() -> None:
    findings = RecordFindings(None)
    assert savable("a\ud842b\udc00😀", "F000", findings) == "a\ufffdb\ufffd😀"
    assert [finding.code for finding in findings.found] == ["F000"]
