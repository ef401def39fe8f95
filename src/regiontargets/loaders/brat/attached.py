"""Attributes, normalisations and notes, put where they belong."""

from __future__ import annotations

from regiontargets.documents import AttributeValue
from regiontargets.documents.annotated_document import MetadataValue

from ..metadata_line import metadata_from_line
from . import grammar
from .grammar import About
from .line import Line
from .lines import AnnotationLines
from .note_values import NOTE_TYPE, attributes_from_note
from .source import METADATA, UNREAD

NORMALIZATIONS = "normalizations"
"""The attribute that holds a span's normalisations: (type, database:entry, text) each."""

NOTES = "notes"
"""The attribute that holds the notes on a span or link: (type, text) each."""

METADATA_TYPE = "Metadata"
"""The type of the note that holds the document's metadata."""


_Gathered = dict[tuple[str, str], list[AttributeValue]]
"""The values of each attribute, by the id it is about and its name."""


def attach(read: AnnotationLines) -> dict[str, MetadataValue]:
    """Put what the lines say of a span or link into its attributes; return the metadata."""
    metadata: dict[str, MetadataValue] = {}
    gathered: _Gathered = {}
    named = {line.identifier for _, _, line, _ in read.about}
    for kind, about, line, index in read.about:
        stated = _metadata(kind, about)
        own = read.attributes.get(about.target)
        if stated is not None:
            metadata |= stated
            read.owners[index] = METADATA
        elif own is None:
            read.owners[index] = UNREAD
            _report(read, about, line, about.target in named)
        elif held := _held(kind, about):
            own |= held
        else:
            _gather(gathered, kind, about)
    for (identifier, name), values in gathered.items():
        alone = len(values) == 1 and not isinstance(values[0], tuple)
        read.attributes[identifier][name] = values[0] if alone else tuple(values)
    return metadata


def _metadata(kind: str, about: About) -> dict[str, MetadataValue] | None:
    if kind != grammar.NOTE or about.name != METADATA_TYPE:
        return None
    return metadata_from_line(about.tail)


def _held(kind: str, about: About) -> dict[str, AttributeValue] | None:
    if kind != grammar.NOTE or about.name != NOTE_TYPE:
        return None
    return attributes_from_note(about.tail)


def _gather(gathered: _Gathered, kind: str, about: About) -> None:
    name, value = about.name, about.value
    entry: AttributeValue = True if value is None else value
    if kind == grammar.NORMALIZATION:
        name, entry = NORMALIZATIONS, (about.name, value, about.tail)
    elif kind == grammar.NOTE:
        name, entry = NOTES, (about.name, about.tail)
    gathered.setdefault((about.target, name), []).append(entry)


def _report(read: AnnotationLines, about: About, line: Line, on_another: bool) -> None:
    if on_another:
        message = f"a remark on {about.target}, which is itself a remark"
        finding = line.finding("F024", "note", message)
    else:
        message = f"{line.identifier} is about {about.target}, which is not there"
        finding = line.finding("F016", "error", message)
    read.findings.append(finding)
