"""Fixes made in annotated Markdown."""

from regiontargets.findings import Finding, Fix, Place
from regiontargets.mending import mended_markdown

FILE = "\ufeffa\r\n5 procent\r\n".encode()


def _found(text: str, column: int = 3, replacement: str = "percent") -> Finding:
    place = Place("b.md", 2, column, 2, column + len(text))
    return Finding("U001", "m", place=place, text=text, fix=Fix("Write it", replacement))


def test_only_what_the_finding_says_is_changed() -> None:
    mended = mended_markdown(FILE, "b.md", [_found("procent")])
    assert mended is not None
    assert mended.data == "\ufeffa\r\n5 percent\r\n".encode()
    assert "+5 percent\r\n" in mended.difference
    assert mended.count == 1


def test_nothing_is_changed_where_the_text_says_something_else() -> None:
    for found in (_found("percent"), _found("procent", 2), _found("procent", replacement="[x]")):
        assert mended_markdown(FILE, "b.md", [found]) is None
    assert mended_markdown(FILE, "other.md", [_found("procent")]) is None
    assert mended_markdown(b"\xff", "b.md", [_found("procent")]) is None
