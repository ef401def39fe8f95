"""Comments in a Markdown file that excuse findings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from regiontargets.config import suppressed
from regiontargets.findings import Finding, Place

Left = tuple[list[tuple[str, int | None]], int]
Suppress = Callable[..., Left]


@pytest.fixture
def suppress(tmp_path: Path) -> Suppress:
    """The codes that are left, and how many were excused, for a text and findings (code, line)."""

    def run(text: str, *found: tuple[str, int]) -> Left:
        path = tmp_path / "a.md"
        path.write_text(text, encoding="utf-8")
        findings = [Finding(code, "m", place=Place(str(path), line, 1)) for code, line in found]
        left, count = suppressed(findings, [str(path)])
        return [(each.code, each.place.line) for each in left], count

    return run


def test_a_comment_counts_on_its_own_line_and_the_next(suppress: Suppress) -> None:
    text = "a\n<!-- regiontargets: ignore U003 -->\nb\nc\n"
    found = [("U003", 1), ("U003", 2), ("U003", 3), ("U003", 4)]
    assert suppress(text, *found) == ([("U003", 1), ("U003", 4)], 2)


def test_other_codes_stay(suppress: Suppress) -> None:
    text = "<!-- regiontargets: ignore U003 -->"
    assert suppress(text, ("U003", 1), ("U004", 1)) == ([("U004", 1)], 1)


@pytest.mark.parametrize(
    "comment",
    [
        "<!--regiontargets: ignore-file U003, Y002-->",
        "<!-- regiontargets: ignore-file U003 Y002 -- both are as printed -->",
        "<!-- regiontargets: ignore-file U003,Y002 because both are as printed -->",
    ],
)
def test_a_comment_for_the_whole_file_and_its_reason(suppress: Suppress, comment: str) -> None:
    assert suppress(comment, ("U003", 9), ("Y002", 20)) == ([], 2)


def test_a_beginning_of_codes_excuses_all_of_them(suppress: Suppress) -> None:
    assert suppress("<!-- regiontargets: ignore U -->", ("U003", 1), ("U001", 2)) == ([], 2)


def test_an_unused_code_is_reported(suppress: Suppress) -> None:
    text = "x\n<!-- regiontargets: ignore U003, Y002 -->"
    assert suppress(text, ("U003", 2)) == ([("S001", 2)], 1)


@pytest.mark.parametrize("words", ["ignroe U003", "ignore", "ignore u3", "ignore " + "U" * 9000])
def test_a_comment_that_cannot_be_read_is_reported_and_excuses_nothing(
    suppress: Suppress, words: str
) -> None:
    text = f"<!-- regiontargets: {words} -->"
    assert suppress(text, ("U003", 1)) == ([("U003", 1), ("S002", 1)], 0)
