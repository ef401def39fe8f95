"""Documents to lines: tokens, IOB2 tags, and comments for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regiontargets.documents import AnnotatedDocument, Span
from regiontargets.errors import LoadError

from ..format import Written
from ..input_file import InputFile
from ..json_links import link_fields
from ..record_findings import RecordFindings, savable
from .comments import line_of, metadata_lines, span_line
from .layout import HEADER
from .reading import KEPT, documents_of
from .spacing import CJK, misc_from

_LAYERS = 8
"""Columns of tags at most; spans nested deeper stand in comments only."""

_TOKEN = re.compile(rf"[{CJK}]|[^\W{CJK}]+|[^\w\s]")
_LABEL = re.compile(r"\S+")


def lines_from(documents: Sequence[AnnotatedDocument]) -> Written:
    """One file: in the layout it came in if nothing has changed, else in this library's."""
    unchanged = _unchanged(documents)
    if unchanged is not None:
        return Written({".conll": unchanged})
    said = RecordFindings(None)
    written = [_Columns(document) for document in documents]
    width = max((each.layers for each in written), default=1)
    names = ["FORM", "MISC", "NER", *(f"NER:{layer}" for layer in range(2, width + 1))]
    lines = [HEADER + " ".join(names)]
    for each in written:
        each.say_hidden(said)
        lines += ["# newdoc", *each.comments(), *each.rows(width), ""]
    text = savable("\n".join(lines) + "\n", "F084", said)
    return Written({".conll": text}, tuple(said.found))


def _unchanged(documents: Sequence[AnnotatedDocument]) -> str | None:
    """The lines that the documents came in, if they still say the same."""
    kept = [document.metadata.get(KEPT) for document in documents]
    lines = [each.get("lines") if isinstance(each, dict) else None for each in kept]
    text = "".join(each for each in lines if isinstance(each, str))
    if not lines or not all(isinstance(each, str) for each in lines):
        return None
    try:
        again = list(documents_of(InputFile("", text.encode("utf-8", "surrogatepass"))))
    except LoadError:
        return None
    same = [replace(each, findings=()) for each in documents]
    return text if [replace(each, findings=()) for each in again] == same else None


class _Columns:
    """One document in columns."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self._document = document
        self._text = document.text
        self._layers = _layered([span for span in document.spans if self._fits(span)])
        self._inline = {id(span) for layer in self._layers for span in layer}
        self._tokens = list(self._cut())

    @property
    def layers(self) -> int:
        """How many columns of tags it takes."""
        return max(len(self._layers), 1)

    def comments(self) -> list[str]:
        """Metadata, and what columns cannot hold."""
        document = self._document
        lines = metadata_lines(document.metadata)
        if not self._says_all():
            lines += [span_line(span, tagged=id(span) in self._inline) for span in document.spans]
        lines += [line_of("link", link_fields(link)) for link in document.links]
        if not self._tokens:
            lines.append(line_of("text", document.text))
        return lines

    def rows(self, width: int) -> Iterator[str]:
        """A line for each token, an empty one after each sentence."""
        tags = [["O"] * len(self._tokens) for _ in range(width)]
        first = {start: at for at, (start, _) in enumerate(self._tokens)}
        last = {end: at for at, (_, end) in enumerate(self._tokens)}
        for layer, spans in zip(tags, self._layers, strict=False):
            for span in spans:
                begin, end = first[span.start], last[span.end]
                layer[begin : end + 1] = [f"I-{span.label}"] * (end - begin + 1)
                layer[begin] = f"B-{span.label}"
        ends = self._sentence_ends()
        for at, (start, end) in enumerate(self._tokens):
            following = self._tokens[at + 1][0] if at + 1 < len(self._tokens) else len(self._text)
            is_last = at + 1 == len(self._tokens)
            usual = "" if is_last else "\n" if at in ends else " "
            before = self._text[:start] if at == 0 else ""
            misc = misc_from(before, self._text[end:following], usual)
            yield "\t".join([self._text[start:end], misc, *(layer[at] for layer in tags)])
            if at in ends:
                yield ""

    def say_hidden(self, said: RecordFindings) -> None:
        """Say what stands in comments only."""
        document = self._document
        outside = [span.id for span in document.spans if id(span) not in self._inline]
        if outside:
            said.warning(
                "F084",
                f"{len(outside)} spans stand in comments only",
                text=", ".join(outside),
                reason="they are points, in fragments, nested too deeply, or begin or end in "
                "white space, or their label does",
            )
        if document.links:
            said.warning("F084", f"{len(document.links)} links stand in comments only")
        if any(span.attributes for span in document.spans):
            said.note("F084", "attributes stand in comments only")

    def _fits(self, span: Span) -> bool:
        if len(span.fragments) != 1 or span.start == span.end or not _LABEL.fullmatch(span.label):
            return False
        return not (self._text[span.start].isspace() or self._text[span.end - 1].isspace())

    def _says_all(self) -> bool:
        """Whether reading the columns alone gives the document's spans."""
        found = sorted(
            (span.start, layer, span.end, span.label)
            for layer, spans in enumerate(self._layers)
            for span in spans
        )
        read = [
            Span(f"T{number}", label, ((start, end),))
            for number, (start, _, end, label) in enumerate(found, start=1)
        ]
        return read == list(self._document.spans)

    def _cut(self) -> Iterator[tuple[int, int]]:
        """The tokens, cut where spans begin and end."""
        inline = [span for layer in self._layers for span in layer]
        cuts = sorted({at for span in inline for at in (span.start, span.end)})
        next_cut = 0
        for match in _TOKEN.finditer(self._text):
            start, end = match.span()
            while next_cut < len(cuts) and cuts[next_cut] <= start:
                next_cut += 1
            while next_cut < len(cuts) and cuts[next_cut] < end:
                yield start, cuts[next_cut]
                start = cuts[next_cut]
                next_cut += 1
            yield start, end

    def _sentence_ends(self) -> set[int]:
        """The tokens after which a line ends, unless a span goes on."""
        spans = sorted((span.start, span.end) for layer in self._layers for span in layer)
        ends: set[int] = set()
        at = reach = 0
        for number, (_, end) in enumerate(self._tokens[:-1]):
            while at < len(spans) and spans[at][0] < end:
                reach = max(reach, spans[at][1])
                at += 1
            gap = self._text[end : self._tokens[number + 1][0]]
            if "\n" in gap and reach <= end:
                ends.add(number)
        return ends


def _layered(spans: Sequence[Span]) -> list[list[Span]]:
    """Spans in layers in which none overlap, longer ones further out; the rest is left out."""
    layers: list[list[Span]] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        for layer in layers:
            if layer[-1].end <= span.start:
                layer.append(span)
                break
        else:
            if len(layers) < _LAYERS:
                layers.append([span])
    return layers
