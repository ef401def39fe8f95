"""From a WebAnno TSV file to an annotated document."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from .escapes import unescape_text
from .kept import Kept
from .natural import merged, natural
from .rows import Table
from .source import Content, Passage, TsvSource
from .text import Text, text_of


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The one document of the file.

    Raises:
        LoadError: it holds no sentence, or is not text.
    """
    with paused_collector():
        document = read_text(file.name, file.text)
    yield document


def read_text(name: str, raw: str) -> AnnotatedDocument:
    """The document in a file's text.

    Raises:
        LoadError: it holds no sentence.
    """
    # A lone CR ends a line where there is no LF; both are one character.
    table = Table(name, raw if "\n" in raw else raw.replace("\r", "\n"))
    if not table.sentences and not raw.startswith("#FORMAT=WebAnno TSV"):
        raise LoadError(f"{name} holds no sentence of WebAnno TSV.")
    text = text_of(table)
    said = natural(table, text)
    kept, findings = _kept(table, len(text.text))
    spans, links = merged(said, kept)
    findings += (*table.findings, *text.findings, *said.findings)
    findings.sort(key=lambda each: each.place.line or 0)
    source = TsvSource(
        name,
        raw,
        text.runs,
        content=Content(text.text, spans, links, kept.metadata),
        passages=_passages(table, text),
        layers=table.layers,
        comments=[comment for _, comment in table.comments],
    )
    return AnnotatedDocument(text.text, spans, links, kept.metadata, tuple(findings), source)


def _kept(table: Table, size: int) -> tuple[Kept, list[Finding]]:
    """What the comments hold; those that hold something are taken out of the table."""
    kept, findings = Kept(), list[Finding]()
    for comments in (table.comments, *(each.comments for each in table.sentences)):
        others: list[tuple[int, str]] = []
        for start, comment in comments:
            taken = kept.take(comment, size)
            if taken is None:
                others.append((start, comment))
            elif not taken:
                message = "this comment should hold an annotation or the metadata"
                findings.append(table.finding("F043", "warning", message, start, comment))
        comments[:] = others
    return kept, findings


def _passages(table: Table, text: Text) -> list[Passage]:
    return [
        Passage(
            start,
            end,
            [
                (unit.start, unit.end)
                for row, unit in zip(sentence.rows, units, strict=True)
                if unit and "." not in row.unit
            ],
            unescape_text(sentence.identifier),
            [comment for _, comment in sentence.comments],
        )
        for sentence, (start, end), units in zip(
            table.sentences, text.bounds, text.units, strict=True
        )
    ]
