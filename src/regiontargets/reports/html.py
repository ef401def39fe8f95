"""One page for people: filtered by code and severity, sorted by any column, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib import resources
from itertools import islice
from string import Template

from regiontargets.findings import Excerpt, Finding, Place
from regiontargets.validators import Report, UnknownRule, page, rule

from .cells import shown
from .text import beside, underlined

NAME = "html"
TITLE = "one page for people, with filters; nothing is fetched from elsewhere"

_IN_NOTEBOOKS = 100
"""Findings that a notebook shows; more would make it heavy."""

_RANKS = {"error": 0, "warning": 1, "note": 2}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - a page has its own
    """The report as one self-contained page.

    >>> render(Report()).splitlines()[0]
    '<!doctype html>'
    """
    return Template(_resource("page.html")).substitute(
        style=_resource("style.css"),
        script=_resource("script.js"),
        summary=_escaped(str(report.summary)),
        severities="".join(_severity_filters(report)),
        codes="".join(
            f'<option value="{_escaped(code)}">{_escaped(code)} ({count:,})</option>'
            for code, count in report.summary.codes
        ),
        rows="\n".join(_rows(report.findings)),
    )


def fragment(report: Report) -> str:
    """The report for a notebook's output cell: without scripts, the first hundred findings.

    >>> "<script" in fragment(Report())
    False
    """
    more = len(report) - _IN_NOTEBOOKS
    rest = f"<p>… and {more:,} more.</p>" if more > 0 else ""
    table = ""
    if report.findings:
        rows = "\n".join(_rows(islice(report.findings, _IN_NOTEBOOKS)))
        table = f'<table aria-label="Findings">{_HEAD}<tbody>{rows}</tbody></table>'
    summary = f"<p><strong>{_escaped(str(report.summary))}</strong></p>"
    style = _resource("style.css")
    return f'<div class="rt-report"><style>{style}</style>{summary}{table}{rest}</div>'


_HEAD = (
    "<thead><tr>"
    + "".join(
        f'<th scope="col">{name}</th>' for name in ("Severity", "Code", "Place", "What is wrong")
    )
    + "</tr></thead>"
)


def _severity_filters(report: Report) -> Iterable[str]:
    summary = report.summary
    counts = (("error", summary.errors), ("warning", summary.warnings), ("note", summary.notes))
    for severity, count in counts:
        yield (
            f'<label class="{severity}"><input type="checkbox" value="{severity}" checked> '
            f"{severity}s ({count:,})</label>"
        )


def _rows(findings: Iterable[Finding]) -> Iterable[str]:
    for number, finding in enumerate(findings):
        code = _escaped(finding.code)
        yield (
            f'<tr class="{finding.severity}" data-code="{code}" data-number="{number}" '
            f'data-rank="{_RANKS[finding.severity]}">'
            f'<td data-label="Severity"><span class="tag">{finding.severity}</span></td>'
            f'<td data-label="Code"><abbr title="{_escaped(_about(finding.code))}">{code}</abbr>'
            f'</td><td data-label="Place">{_escaped(str(finding.place))}</td>'
            f'<td data-label="What is wrong">{_what(finding)}</td></tr>'
        )


def _what(finding: Finding) -> str:
    parts = [f"<p>{_escaped(finding.message)}</p>"]
    if finding.excerpt is not None:
        parts.append(f"<pre>{_excerpt(finding.place, finding.excerpt)}</pre>")
    if (related := finding.related) is not None:
        where = _escaped(related.place.field or str(related.place))
        parts.append(f"<p>{where}: {_escaped(related.message)}</p>")
        parts.append(f"<pre>{_excerpt(related.place, related.excerpt)}</pre>")
    if finding.reason:
        parts.append(f"<p><b>why</b> {_escaped(finding.reason)}</p>")
    if finding.suggestion:
        parts.append(f"<p><b>help</b> {_escaped(finding.suggestion)}</p>")
    return "".join(parts)


def _excerpt(place: Place, excerpt: Excerpt) -> str:
    start, end = underlined(place, excerpt)
    before, marked, after = (
        _escaped(part)
        for part in (excerpt.text[:start], excerpt.text[start:end], excerpt.text[end:])
    )
    left, right = map(_escaped, beside(excerpt))
    return f"{left}{before}<mark>{marked}</mark>{after}{right}"


def _about(code: str) -> str:
    try:
        return page(rule(code)).title
    except UnknownRule:
        return "what a format's file gets wrong"


def _escaped(text: str) -> str:
    return escape(shown(text))


def _resource(name: str) -> str:
    return (
        resources.files(__name__.rpartition(".")[0])
        .joinpath("html_page", name)
        .read_text("utf-8")
        .strip()
    )
