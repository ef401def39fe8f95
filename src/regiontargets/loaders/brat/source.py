"""What a document read from brat remembers of its files, so that writing changes nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regiontargets.documents import Link, SourceMap, Span
from regiontargets.documents.annotated_document import MetadataValue

UNREAD = ""
"""The owner of a line that is in no annotation: kept, and written back as it is."""

METADATA = "#metadata"
"""The owner of the line that holds the document's metadata."""


REMARK = "\t"
"""What precedes the id where a line is not the annotation's own but a remark on it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of the annotation file, each with the annotation that it belongs to.

    Attributes:
        lines: every line, as it stands.
        owners: for each line the id of a span or link (after `REMARK`, where the line is an
            attribute, normalisation or note), `UNREAD` or `METADATA`.
        newline: what stands between two lines.
        items: the spans and links, as they were read, by id.
        names: the ids in the file, by the ids in the document, where they differ.
        metadata: the metadata, as it was read.
    """

    lines: Sequence[str]
    owners: Sequence[str]
    newline: str
    items: Mapping[str, Span | Link]
    names: Mapping[str, str]
    metadata: Mapping[str, MetadataValue]


class BratSource(SourceMap):
    """A source map over the .txt that also holds the layout of the .ann."""

    __slots__ = ("layout",)

    def __init__(self, path: str, raw: str, layout: Layout | None) -> None:
        super().__init__(path, raw)
        self.layout = layout
