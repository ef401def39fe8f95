"""From brat's files to an annotated document."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.documents.annotated_document import MetadataValue
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from . import PARTS
from .attached import attach
from .checks import checked
from .findings import Places
from .lines import AnnotationLines
from .offsets import Count, count_that_agrees
from .rebuilt_text import rebuilt_text
from .source import BratSource, Layout

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The one document of an .ann (or of .a1, .a2, .co and .rel together) and its .txt.

    Raises:
        LoadError: there is neither a .txt nor an annotation that quotes one, or a file is
            not text.
    """
    with paused_collector():
        document = _document(file)
    yield document


def _document(file: InputFile) -> AnnotatedDocument:
    parts = _annotation_files(file)
    beside = file if file.suffix == ".txt" else file.sibling(".txt")
    findings: list[Finding] = []
    if beside is None:
        text, findings = rebuilt_text(parts)
    else:
        text = beside.text
    lines, count = _lines(parts, text, marked=beside is not None and beside.data.startswith(_MARKS))
    if count:
        findings.append(_counted(count, parts[0]))
    metadata = attach(lines)
    findings += lines.findings
    findings += checked(lines, file.path)
    findings.sort(key=lambda each: (each.place.path or "", each.place.line or 0))
    # Lines whose offsets were converted cannot be written back as they are.
    layout = None if count else _layout(lines, parts, metadata)
    return AnnotatedDocument(
        text,
        tuple(lines.spans),
        tuple(lines.links),
        metadata,
        tuple(findings),
        BratSource(beside.name if beside else file.name, text, layout),
    )


def _annotation_files(file: InputFile) -> list[InputFile]:
    if file.suffix in PARTS:
        return _parts(file)
    if file.suffix != ".txt":
        return [file]
    joined = file.sibling(".ann")
    files = [joined] if joined else _parts(file)
    if not files:
        raise LoadError(f"{file.name} has no annotations beside it (.ann, or .a1 and .a2).")
    return files


def _parts(file: InputFile) -> list[InputFile]:
    found = (file if suffix == file.suffix else file.sibling(suffix) for suffix in PARTS)
    return [part for part in found if part is not None]


def _lines(
    parts: list[InputFile], text: str, *, marked: bool
) -> tuple[AnnotationLines, Count | None]:
    """The lines, read with the count under which their quotations agree."""
    lines = _read_all(parts, AnnotationLines(text))
    count = None
    if lines.doubts or lines.findings:
        count = count_that_agrees(lines.quotations, text, marked=marked)
    if count:
        lines = _read_all(parts, AnnotationLines(text, count.convert))
    return lines, count


def _read_all(parts: list[InputFile], lines: AnnotationLines) -> AnnotationLines:
    for part in parts:
        raw = part.text
        # A lone CR ends a line where there is no LF; both are one character.
        lines.read(part.name, raw if "\n" in raw else raw.replace("\r", "\n"))
    return lines


def _counted(count: Count, part: InputFile) -> Finding:
    return Places(part.name, part.text).finding(
        "F014",
        "warning",
        f"the offsets count {count.words}",
        0,
        "",
        reason="so read, most of the quoted texts are what stands at "
        "their offsets; all offsets are converted to code points of the text",
        suggestion="Write the file anew (convert to brat) to have the offsets brat means.",
    )


def _layout(
    lines: AnnotationLines, parts: list[InputFile], metadata: dict[str, MetadataValue]
) -> Layout:
    items: dict[str, Span | Link] = {each.id: each for each in lines.spans}
    items |= {each.id: each for each in lines.links}
    for renamed in lines.renamed:
        del items[renamed]  # its line is not to be repeated: its id was taken
    newline = "\r" if all("\n" not in part.text for part in parts) else "\n"
    return Layout(lines.lines, lines.owners, newline, items, lines.names, metadata)
