"""Leads from records back to the text file they were annotated in."""

from __future__ import annotations

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Place
from regiontargets.model import Evidence, Record
from regiontargets.model.origin import Location

_ATTRIBUTE_OF = {"amount": ("amount", "change"), "baseline": ("baseline",)}


class TextOrigin:
    """The origin of the records of one document."""

    __slots__ = ("_map", "path")

    def __init__(self, document: AnnotatedDocument, path: str | None) -> None:
        self._map = document.source_map
        self.path = path

    def locate(self, record: Record, field: str | None) -> Location:
        """The mention of the field, else the literal that supplied it, else the record."""
        mention = _mention(record, field)
        if mention is not None:
            return self.locate_evidence(mention)
        if field is not None and self._map is not None:
            span_id = record.id.rpartition("#")[2]
            for name in _ATTRIBUTE_OF.get(field, (field,)):
                at = self._map.attribute_ranges.get((span_id, name))
                if at is not None:
                    return self._map.raw_place(*at), self._map.raw_excerpt(*at)
        if record.evidence is None:
            return Place(self.path), None
        return self.locate_evidence(record.evidence)

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The place of some words of the document."""
        if self._map is None or evidence.start is None or evidence.end is None:
            return Place(self.path), None
        start, end = evidence.fragments[0] if evidence.fragments else (evidence.start, evidence.end)
        return self._map.place(start, end), self._map.excerpt(start, end)


def _mention(record: Record, field: str | None) -> Evidence | None:
    match field:
        case "region":
            return record.mentions.region
        case "metric":
            return record.mentions.metric
        case "amount":
            return record.mentions.amount
        case "period":
            return record.mentions.period
        case "baseline":
            return record.mentions.baseline
        case "equivalents":
            return next(iter(record.mentions.equivalents), None)
        case _:
            return None
