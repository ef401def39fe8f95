"""A highlighted text as an output of a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from regiontargets.findings import Finding
from regiontargets.reports.html import fragment
from regiontargets.validators import Report

from .legend import legend
from .marks import Mark, highlighted
from .markup import escaped, lang, shortened, view

MOST_MARKS = 5000
"""Marks that an output has; more would make a notebook heavy."""

_MOST_TEXT = 50_000
"""Characters that an output shows."""


def text_view(
    title: str,
    counts: str,
    text: str,
    marks: Sequence[Mark],
    findings: Sequence[Finding],
    language: str | None,
) -> str:
    """The title, the legend, the text with its marks, and the findings."""
    shown = text[:_MOST_TEXT]
    within = [mark for mark in marks if mark.start < _MOST_TEXT]
    left_out = len(text) - len(shown)
    rest = f"<p>… and {left_out:,} more characters.</p>" if left_out else ""
    return view(
        f"<p><strong{lang(language)}>{escaped(shortened(title))}</strong> "
        f'<span class="rt-faint">{escaped(counts)}</span></p>',
        legend(within),
        f'<div class="rt-text"{lang(language)}>{highlighted(shown, within)}</div>',
        rest,
        findings_part(findings),
    )


def findings_part(findings: Sequence[Finding]) -> str:
    """The findings, as a report shows itself; empty if there are none."""
    return fragment(Report.of(findings)) if findings else ""
