"""Where the records of a dataset stand in the files they were loaded from."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from regiontargets.findings import Excerpt, Place

from .record import Record
from .source import Evidence

Location: TypeAlias = tuple[Place, Excerpt | None]
"""A place and the line to show with it."""


class Origin(Protocol):
    """Leads from a record back to its file; assembly makes one for each file it reads."""

    def locate(self, record: Record, field: str | None) -> Location:
        """The place of a record or of one of its fields."""
        ...

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The place of some words of the file."""
        ...
