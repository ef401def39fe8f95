"""Text with labelled spans and links: what every annotation format comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from regiontargets.findings import Finding

from .source_map import SourceMap

AttributeValue: TypeAlias = "str | int | float | bool | None | tuple[AttributeValue, ...]"
"""What an annotation may carry as the value of an attribute."""

MetadataValue: TypeAlias = (
    "str | int | float | bool | date | None | list[MetadataValue] | dict[str, MetadataValue]"
)
"""What a file may say of itself (a YAML front matter, a JSON envelope)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled mention: one run of text or, where it is discontinuous, several.

    Attributes:
        id: unique in its document, as the format gives it or as the loader numbers it.
        label: the annotator's own label; roles are assigned later, by a label map.
        fragments: (start, end) in code points, end exclusive; a zero-length fragment marks a point.
        attributes: whatever else the format says of it.

    >>> Span("T1", "Metric", ((4, 7), (12, 20))).start
    4
    """

    id: str
    label: str
    fragments: tuple[tuple[int, int], ...]
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])

    @property
    def start(self) -> int:
        """Where the first of its characters stands."""
        return min(start for start, _ in self.fragments)

    @property
    def end(self) -> int:
        """Where the last of its characters ends (exclusive)."""
        return max(end for _, end in self.fragments)


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled relation, event or group between spans (or other links).

    Attributes:
        id: unique in its document, among spans and links alike.
        label: the annotator's own label.
        arguments: (role, id of a span or link); a role may repeat.
        attributes: whatever else the format says of it (an event's trigger is an argument).
    """

    id: str
    label: str
    arguments: tuple[tuple[str, str], ...]
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])


@dataclass(frozen=True, slots=True)
class Comment:
    """Words of a file to whoever checks it, which are no part of its text.

    Attributes:
        at: where in the text they stood, in code points.
        text: the words with all that marks them, and their line's end where they fill one.
    """

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A text and what annotators marked in it, in no format's words but their own.

    Attributes:
        text: the text alone, exactly as in the source.
        spans: in the order of the file.
        links: in the order of the file.
        metadata: what the file says of itself (title, publisher, published, …).
        findings: what the loader could not read or had to repair, each with its place.
        source_map: from offsets in `text` to lines and columns of the file; not compared.
        comments: what the file says to whoever checks it, in the order of the file.

    >>> doc = AnnotatedDocument("Hubei grew.", spans=(Span("s1", "region", ((0, 5),)),))
    >>> doc.slice(doc.spans[0])
    'Hubei'
    """

    text: str
    spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, MetadataValue] = field(default_factory=dict[str, MetadataValue])
    findings: tuple[Finding, ...] = ()
    source_map: SourceMap | None = field(default=None, compare=False, repr=False)
    comments: tuple[Comment, ...] = ()

    def slice(self, span: Span) -> str:
        """The characters of a span, its fragments joined by a space."""
        return " ".join(self.text[start:end] for start, end in span.fragments)

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above documents; a notebook looks for them here.
        from regiontargets.display import document_html

        return document_html(self)
