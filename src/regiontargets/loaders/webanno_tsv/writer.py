"""From an annotated document to a WebAnno TSV file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument, Link
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..format import Written
from ..metadata_line import comes_back_as_another_value
from .composer import Composer
from .kept import link_comment, metadata_comment, span_comment
from .natural import Natural, Views, natural, renamed
from .rows import Table
from .source import Content, TsvSource
from .text import text_of
from .tokens import passages, with_blanks
from .view import View


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One document as .tsv.

    A document that was read from TSV and is unchanged is repeated as it was. What columns
    cannot hold goes into comments (see `kept`), which this library reads and INCEpTION does
    not; the findings say what other tools will not see.

    Raises:
        LoadError: not exactly one document.
    """
    if len(documents) != 1:
        raise LoadError(f"WebAnno TSV holds one document a file, not {len(documents)}.")
    document = documents[0]
    source = document.source_map if isinstance(document.source_map, TsvSource) else None
    content = Content(document.text, document.spans, document.links, document.metadata)
    if source and source.content == content:
        return Written({".tsv": source.raw})
    with paused_collector():
        raw, view = _composed(document, source)
    return Written({".tsv": raw}, tuple(_findings(document, view)))


def _composed(document: AnnotatedDocument, source: TsvSource | None) -> tuple[str, View]:
    same_text = source is not None and source.content.text == document.text
    sentences = source.passages if source and same_text else passages(document.text)
    layers = source.layers if source else ()
    ranges = [fragment for span in document.spans for fragment in span.fragments]
    sentences = list(with_blanks(sentences, ranges))
    header = [*(source.comments if source else ()), *metadata_comment(document.metadata)]
    for links in (True, False):
        view = View(document, sentences, layers, links=links)
        composer = Composer(document.text, sentences, view, layers)
        said = _said(composer)
        comments = _Comments(document, view, said)
        if comments.complete:
            break
    numbered = composer.ambiguous() | comments.numbers
    lines = composer.lines(numbered, [*header, *comments.lines])
    return "".join(f"{line}\n" for line in lines), view


def _said(composer: Composer) -> Natural:
    """What the columns say by themselves, where every annotation has its number."""
    table = Table("", "\n".join(composer.lines(composer.all_numbers(), ())))
    return natural(table, text_of(table))


class _Comments:
    """What the columns do not say.

    Attributes:
        lines: the comments that say it.
        numbers: the numbers by which they refer to annotations.
        complete: whether columns and comments together say the document, and nothing else.
    """

    def __init__(self, document: AnnotatedDocument, view: View, said: Natural) -> None:
        self.lines: list[str] = []
        self.numbers: set[str] = set()
        self._names: dict[str, str] = {}
        self._spans(document, view, said)
        self.complete = len(self._names) == len(said.spans) and self._links(document, said)

    def _spans(self, document: AnnotatedDocument, view: View, said: Natural) -> None:
        order = {span.id: index for index, span in enumerate(said.spans)}
        by_number = {said.numbers.get(span.id): span for span in said.spans}
        reached = -1
        for place, span in enumerate(document.spans):
            shown = view.spans.get(span.id)
            there = by_number.get(shown.number) if shown else None
            if there:
                self._names[there.id] = span.id
            if there and there == span and order[there.id] > reached:
                reached = order[there.id]
            else:
                number = shown.number if shown and there else None
                self.numbers |= {number} if number else set()
                self.lines.append(span_comment(span, place, number))

    def _links(self, document: AnnotatedDocument, said: Natural) -> bool:
        views = Views(renamed(link, self._names) for link in said.links)
        natural_links = {link.id: (index, link) for index, link in enumerate(views.rest())}
        reached = -1
        kept: list[tuple[int, Link]] = []
        for place, link in enumerate(document.links):
            index, there = natural_links.get(link.id, (-1, None))
            if there == link and index > reached:
                reached = index
                views.claim(link, link.id)
            else:
                kept.append((place, link))
        for place, link in kept:
            self.lines.append(link_comment(link, place, views.claim(link, "")))
        return not views.rest()


def _findings(document: AnnotatedDocument, view: View) -> Iterator[Finding]:
    for name, value in document.metadata.items():
        if comes_back_as_another_value(value):
            message = f"the text {value!r} of {name} will be read as a date"
            yield Finding("F047", message, "note", text=name)
    for label in dict.fromkeys(each.label for each in view.unseen):
        message = f"{label} is kept in comments only; other tools do not see it"
        yield Finding("F045", message, "note", text=label)
    torn = (each for each in document.spans if len(each.fragments) > 1)
    for label in dict.fromkeys(each.label for each in torn):
        message = f"a discontinuous {label} is one run of text to other tools"
        yield Finding("F046", message, "note", text=label)
