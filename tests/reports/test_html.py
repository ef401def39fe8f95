"""The page for people."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from regiontargets.findings import Excerpt, Finding, Place
from regiontargets.reports import render
from regiontargets.reports.html import fragment
from regiontargets.validators import Report

FINDING = Finding(
    "U003",
    "percent <where> points are meant",
    "error",
    Place("a.md", 3, 3, 3, 6),
    "0.5",
    "it is in percent",
    "Write points.",
    excerpt=Excerpt("a 0.5 & <b>", before=True),
)


class Elements(HTMLParser):
    """Counts elements and holds that they are closed in order."""

    VOID = ("meta", "input", "br")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.counts: dict[str, int] = {}
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(*findings: Finding) -> str:
    return render(Report.of(findings), "html")


@pytest.mark.parametrize("findings", [(), (FINDING, FINDING)], ids=["none", "two"])
def test_it_is_well_formed_with_one_row_a_finding(findings: tuple[Finding, ...]) -> None:
    elements = Elements(page(*findings))

    assert elements.open == []
    assert elements.counts["tr"] == 1 + len(findings)
    assert elements.counts.get("mark", 0) == len(findings)


def test_it_fetches_nothing() -> None:
    made = page(FINDING)

    assert "default-src 'none'" in made
    assert not re.search(r"""(?:src|href)=|url\(|@import|https?:""", made)


def test_everything_said_is_in_it_escaped() -> None:
    made = page(FINDING)

    assert "<p>percent &lt;where&gt; points are meant</p>" in made
    assert "<pre>…a <mark>0.5</mark> &amp; &lt;b&gt;</pre>" in made
    assert "<b>why</b> it is in percent" in made
    assert '<option value="U003">U003 (1)</option>' in made
    assert "errors (1)" in made


def test_hostile_text_stays_text() -> None:
    evil = "</script><script>alert(1)</script>$summary${rows}\x1b\u202e\"'"
    finding = Finding(evil, evil, place=Place(evil), text=evil, reason=evil, suggestion=evil)

    made = page(finding)

    assert Elements(made).counts["script"] == 1
    assert "\x1b" not in made
    assert "\u202e" not in made
    assert "$summary${rows}" in made


def test_a_notebook_shows_a_part_of_it_without_scripts() -> None:
    report = Report.of([FINDING] * 103)

    shown = fragment(report)

    assert report._repr_html_() == shown
    assert Elements(shown).counts["tr"] == 101
    assert "<p>… and 3 more.</p>" in shown
    assert "<script" not in shown


def test_a_notebook_shows_no_table_without_findings() -> None:
    assert "<table" not in fragment(Report(records=3))
    assert "no findings in 3 records" in fragment(Report(records=3))
