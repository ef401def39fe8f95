"""Annotated text before anything in it is typed."""

from .annotated_document import AnnotatedDocument, AttributeValue, Comment, Link, Span
from .offsets import Utf16Offsets
from .source_map import SourceMap

__all__ = [
    "AnnotatedDocument",
    "AttributeValue",
    "Comment",
    "Link",
    "SourceMap",
    "Span",
    "Utf16Offsets",
]
