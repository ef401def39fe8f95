"""The one shape that every dialect's file in this folder has."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from regiontargets.documents import AnnotatedDocument

from ..json_records import Json
from ..record_findings import RecordFindings


class Dialect(Protocol):
    """A module that reads and writes the records of one tool.

    Attributes:
        NAME: what `write(dialect=)` calls it, and where a document's metadata keeps its own.
    """

    @property
    def NAME(self) -> str:  # noqa: N802 - a module's constant
        """The tool's name."""
        ...

    def recognises(self, keys: Collection[str]) -> bool:
        """Whether a file's first record, by the paths of its keys, is surely of this tool."""
        ...

    def owns(self, record: Json) -> bool:
        """Whether a record is to be read in this way."""
        ...

    def read(self, record: Json, findings: RecordFindings) -> AnnotatedDocument | None:
        """The document that a record states; None if there is no text."""
        ...

    def write(self, document: AnnotatedDocument, findings: RecordFindings) -> Json:
        """The record that states a document."""
        ...
