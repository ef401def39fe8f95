"""The spans of a document by their roles, and what their attributes say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regiontargets.documents import AnnotatedDocument, AttributeValue, Span
from regiontargets.findings import Excerpt, Finding, Place, Severity

from .label_map import RECORD_ROLES, LabelMap, Role

FINDINGS = {
    "F120": "a record with a second mention of a field",
    "F121": "an amount that belongs to no record",
    "F122": "a reference to something of another kind",
    "F123": "an attribute whose value is not in its codelist",
    "F124": "a label that the label map does not know",
    "F125": "a record that was put together from a sentence",
}
"""What assembling a document may find."""


class Roles:
    """A document seen through a label map.

    Attributes:
        document: the document.
        labels: the label map.
        by_id: each span by its id.
        findings: what assembling it found so far.
    """

    def __init__(self, document: AnnotatedDocument, labels: LabelMap) -> None:
        self.document = document
        self.labels = labels
        self.by_id = {span.id: span for span in document.spans}
        self.findings: list[Finding] = []
        self._roles: dict[str, Role | None] = {
            label: labels.role(label) for label in {span.label for span in document.spans}
        }
        self._said: dict[str, dict[str, AttributeValue]] = {}

    def role(self, span: Span) -> Role | None:
        """The role of a span."""
        return self._roles[span.label]

    def having(self, *roles: Role) -> Iterator[Span]:
        """The spans of some roles, in the order of the text."""
        wanted = [span for span in self.document.spans if self.role(span) in roles]
        return iter(sorted(wanted, key=lambda span: (span.start, -span.end)))

    def said(self, span: Span) -> dict[str, AttributeValue]:
        """What a span's attributes say, by meaning rather than by the annotator's name."""
        known = self._said.get(span.id)
        if known is None:
            known = {
                meaning: value
                for name, value in span.attributes.items()
                if (meaning := self.labels.attribute(name)) is not None
            }
            self._said[span.id] = known
        return known

    def text_of(self, span: Span, meaning: str) -> str | None:
        """What an attribute says, as text; None where it says nothing."""
        value = self.said(span).get(meaning)
        while isinstance(value, tuple) and value:
            value = value[0]
        return None if value is None or value is False or value == () else str(value)

    def innermost(self, leaves: Iterable[Span]) -> Iterator[tuple[Span, Span | None]]:
        """Each leaf with the innermost record around it, if there is one."""
        order = {span.id: index for index, span in enumerate(self.document.spans)}
        records = [(s, True) for s in self.having(*RECORD_ROLES) if s.end > s.start]
        events = [*records, *((leaf, False) for leaf in leaves)]
        events.sort(key=lambda e: (e[0].start, -e[0].end, not e[1], order[e[0].id]))
        around: list[Span] = []
        for span, is_record in events:
            while around and around[-1].end <= span.start:
                around.pop()
            if is_record:
                around.append(span)
            else:
                yield span, next((r for r in reversed(around) if r.end >= span.end), None)

    def report(
        self,
        code: str,
        message: str,
        span: Span | None,
        *,
        severity: Severity = "warning",
        attribute: str | None = None,
        reason: str = "",
        suggestion: str = "",
    ) -> None:
        """Add a finding at a span, or at the value of one of its attributes."""
        place, excerpt, text = self._where(span, attribute)
        finding = Finding(code, message, severity, place, text, reason, suggestion, excerpt=excerpt)
        self.findings.append(finding)

    def _where(self, span: Span | None, attribute: str | None) -> tuple[Place, Excerpt | None, str]:
        source_map = self.document.source_map
        text = "" if span is None else self.document.slice(span)[:200]
        if source_map is None or span is None:
            return Place(None if source_map is None else source_map.path), None, text
        at = source_map.attribute_ranges.get((span.id, attribute or ""))
        if at is not None:
            return (
                source_map.raw_place(*at),
                source_map.raw_excerpt(*at),
                source_map.raw[slice(*at)],
            )
        start, end = span.fragments[0][0], span.fragments[0][1]
        return source_map.place(start, end), source_map.excerpt(start, end), text

    def report_unmapped_labels(self) -> None:
        """One note a label that the map does not know, at its first span."""
        first: dict[str, Span] = {}
        count: dict[str, int] = {}
        for span in self.document.spans:
            if self.role(span) is None:
                first.setdefault(span.label, span)
                count[span.label] = count.get(span.label, 0) + 1
        for label, span in first.items():
            near = self.labels.nearest(label)
            meant = f" It may mean {self.labels.role(near)!r}." if near else ""
            self.report(
                "F124",
                f"the label {label!r} ({count[label]} spans) has no role",
                span,
                severity="note",
                reason="the label map does not know it",
                suggestion=f"Give it a role, or `ignore`, in a label map.{meant}",
            )
