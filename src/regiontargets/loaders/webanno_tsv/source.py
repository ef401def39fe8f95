"""What a document read from WebAnno TSV remembers of its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regiontargets.documents import Link, SourceMap, Span
from regiontargets.documents.annotated_document import MetadataValue

from .schema import Layer


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as it will be written: its range, its tokens, its id, its comments."""

    start: int
    end: int
    tokens: Sequence[tuple[int, int]]
    identifier: str = ""
    comments: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What was read, to tell whether anything has changed since."""

    text: str
    spans: tuple[Span, ...]
    links: tuple[Link, ...]
    metadata: Mapping[str, MetadataValue]


class TsvSource(SourceMap):
    """A source map into the .tsv that also knows what the document cannot hold.

    Attributes:
        content: the document as it was read.
        passages: its sentences and their tokens.
        layers: what the header declares.
        comments: the header's other lines.
    """

    __slots__ = ("comments", "content", "layers", "passages")

    def __init__(
        self,
        path: str,
        raw: str,
        runs: Sequence[tuple[int, int]],
        *,
        content: Content,
        passages: Sequence[Passage],
        layers: Sequence[Layer],
        comments: Sequence[str],
    ) -> None:
        super().__init__(path, raw, runs)
        self.content = content
        self.passages = passages
        self.layers = layers
        self.comments = comments
