"""One page to hand on: targets, outcomes, findings and the texts they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Template

from regiontargets.model import Dataset, Record, Source
from regiontargets.validators import Report

from .legend import legend
from .marks import highlighted
from .markup import counted, escaped, lang, resource, running, shortened
from .page_contents import PageContents, SourceContents
from .page_tables import finding_items, observation_rows, target_rows

_COLUMNS = ("No.", "Region", "Metric", "Amount", "When", "Outcome", "Stated as", "Findings")

_ROWS = 200
"""Rows of one table: a browser takes half a minute to lay out a single one of ten thousand."""


def report_page(dataset: Dataset, report: Report | None = None, *, title: str | None = None) -> str:
    """A dataset as one self-contained page: it fetches nothing and reads without JavaScript.

    Every number is linked to the highlighted sentence that states it, every finding to its place,
    and every target has the outcomes beside it that it can be compared with.

    Args:
        dataset: what to show.
        report: what validating it found; None: what loading it found.
        title: the page's title; None: that of its only source, or a general one.

    >>> report_page(Dataset()).splitlines()[0]
    '<!doctype html>'
    """
    findings = dataset.findings if report is None else report.findings
    contents = PageContents(dataset, findings)
    summary = Report.of(findings, records=len(dataset.records)).summary
    heading = title or _title(dataset)
    return Template(resource("page.html")).substitute(
        title=escaped(heading),
        heading_lang=lang(_only_language(dataset)) if title is None else "",
        summary=escaped(f"{_counts(dataset)}; {summary}"),
        links=_links(dataset),
        style=f"{resource('display.css')}\n{resource('page.css')}",
        script=resource("page.js"),
        sections="\n".join(_sections(contents)),
    )


def _links(dataset: Dataset) -> str:
    """Links to the sections that the page has."""
    names = ["Targets", *(["Outcomes"] if dataset.observations else []), "Findings", "Sources"]
    return " ".join(f'<a href="#{name.lower()}">{name}</a>' for name in names)


def _sections(contents: PageContents) -> Iterator[str]:
    dataset = contents.dataset
    yield _section("targets", "Targets", _COLUMNS, target_rows(contents), "target")
    if dataset.observations:
        columns = tuple(name for name in _COLUMNS if name != "Outcome")
        rows = observation_rows(contents)
        yield _section("outcomes", "Outcomes", columns, rows, "observation")
    items = list(finding_items(contents))
    parts = (items[start : start + _ROWS] for start in range(0, len(items), _ROWS))
    found = "".join(f"<ol>{chr(10).join(part)}</ol>" for part in parts) or "<p>None.</p>"
    yield f'<section id="findings"><h2>Findings</h2>{found}</section>'
    articles = "\n".join(
        _source(contents, each, number) for number, each in enumerate(contents.sources, 1)
    )
    yield f'<section id="sources"><h2>Sources</h2>{articles or "<p>None.</p>"}</section>'


def _section(
    name: str, title: str, columns: tuple[str, ...], rows: Iterable[str], noun: str
) -> str:
    """A section of one long table, divided into shorter ones that a browser lays out when seen."""
    every = list(rows)
    starts = range(0, max(1, len(every)), _ROWS)
    tables = (_table(columns, every, start, noun) for start in starts)
    return f'<section id="{name}" class="rt-sortable"><h2>{title}</h2>{"".join(tables)}</section>'


def _table(columns: tuple[str, ...], every: list[str], start: int, noun: str) -> str:
    rows = every[start : start + _ROWS]
    caption = counted(len(every), noun)
    if len(every) > _ROWS:
        caption = f"{start + 1:,}–{start + len(rows):,} of {caption}"
    widths = "".join(f'<col class="rt-{each.lower().split()[0].strip(".")}">' for each in columns)
    head = "".join(f'<th scope="col">{each}</th>' for each in columns)
    body = "\n".join(rows)
    return (
        f'<div class="rt-rows"><table><caption>{caption}</caption><colgroup>{widths}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>"
    )


def _source(contents: PageContents, part: SourceContents, number: int) -> str:
    source = part.source
    language = lang(source.language)
    heading = f'<h3 id="S{number}"{language}>{escaped(source.title or source.id)}</h3>'
    text = ""
    if source.text is not None:
        shown = highlighted(source.text, part.marks)
        text = f'{legend(part.marks)}<div class="rt-text"{language}>{shown}</div>'
    apart = "".join(_apart(contents, each) for each in part.apart)
    words = f'<ul class="rt-apart"{language}>{apart}</ul>' if apart else ""
    return f'<article aria-labelledby="S{number}">{heading}{_about(source)}{text}{words}</article>'


def _about(source: Source) -> str:
    facts = [source.publisher, source.published, source.place, source.path]
    said = [escaped(str(each)) for each in facts if each]
    if source.url:
        url = escaped(shortened(source.url, 2000))
        safe = source.url.lower().startswith(("https://", "http://"))
        said.append(f'<a href="{url}" rel="noreferrer">{url}</a>' if safe else url)
    return f'<p class="rt-faint">{" · ".join(said)}</p>' if said else ""


def _apart(contents: PageContents, record: Record) -> str:
    """The words of a record whose source's text is not to hand, with what stood around them."""
    name = contents.names[record.id]
    words = record.evidence or record.mentions.amount
    assert words is not None
    kind = type(record).__name__.lower()
    badge = f'<a class="rt-badge" href="#{name}">{name}</a>'
    exact = f'<mark class="rt-{kind}">{running(words.exact)}</mark>'
    return f'<li id="at-{name}">{badge} {running(words.prefix)}{exact}{running(words.suffix)}</li>'


def _title(dataset: Dataset) -> str:
    if len(dataset.sources) == 1:
        return dataset.sources[0].title or dataset.sources[0].id
    several = f" from {len(dataset.sources):,} sources" if dataset.sources else ""
    return f"Regional targets{several}"


def _only_language(dataset: Dataset) -> str | None:
    return dataset.sources[0].language if len(dataset.sources) == 1 else None


def _counts(dataset: Dataset) -> str:
    nouns = (("target", dataset.targets), ("observation", dataset.observations))
    more = (("quote", dataset.quotes), ("source", dataset.sources))
    return ", ".join(counted(len(items), noun) for noun, items in (*nouns, *more))
