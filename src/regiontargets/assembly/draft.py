"""A record before it is typed: which mentions and literals make it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from regiontargets.documents import Span

RecordKind: TypeAlias = Literal["target", "observation"]


@dataclass(slots=True)
class Draft:
    """The parts of one record.

    Attributes:
        kind: target or observation.
        span: the span that states all of it; zero-length for a record that no run of text encloses.
        mentions: the leaves that belong to it, by field; the first of a field counts.
        literals: what its attributes say, by field.
        inferred: whether it was put together from a sentence.
    """

    kind: RecordKind
    span: Span
    mentions: dict[str, list[Span]] = field(default_factory=dict[str, list[Span]])
    literals: dict[str, str] = field(default_factory=dict[str, str])
    inferred: bool = False

    def add(self, field_name: str, mention: Span) -> None:
        """Add a mention to a field, once."""
        known = self.mentions.setdefault(field_name, [])
        if mention not in known:
            known.append(mention)

    def first(self, field_name: str) -> Span | None:
        """The mention that counts for a field."""
        known = self.mentions.get(field_name)
        return known[0] if known else None
