"""The results of one annotation: regions to spans, relations to links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from regiontargets.documents import AttributeValue, Link, Span

from ..json_links import merged_links
from ..json_records import Json
from ..quoted_offsets import Placed, QuotedOffsets, Unplaced
from ..record_findings import RecordFindings
from .relations import links_from_relation
from .results import (
    attributes_of,
    control_extras,
    control_value,
    has_offsets,
    labels_of,
    why_no_span,
)

_DOUBTS = {
    "number": ("F061", "the offsets of region {} are no integers, but can be read as such"),
    "unit": ("F065", "region {} counts its offsets otherwise than its neighbours"),
    "quote": ("F066", "region {} quotes other words than stand at its offsets"),
}


class Regions:
    """Reads the results of one annotation.

    Args:
        text: the document's text.
        findings: where to say what is wrong.
        other_texts: names of the task's other texts, whose results do not belong here.
    """

    def __init__(
        self, text: str, findings: RecordFindings, other_texts: Collection[str] = ()
    ) -> None:
        self.spans: list[Span] = []
        self.links: list[Link] = []
        self._findings = findings
        self._other_texts = other_texts
        self._offsets = QuotedOffsets(text, utf16=True)
        self._ids: set[str] = set()
        self._times: dict[str, int] = {}
        self._aside: list[Json] = []
        self._order: dict[int, int] = {}
        self._controls: dict[str, Json] = {}
        self._from_name = self._to_name = ""

    def read(self, results: Sequence[Json]) -> None:
        """Read them all, in whatever order they come."""
        self._settle_unit(results)
        self._order = {id(result): at for at, result in enumerate(results)}
        regions: dict[str, list[dict[str, Json]]] = {}
        relations: list[dict[str, Json]] = []
        for number, result in enumerate(results, start=1):
            if not isinstance(result, dict):
                self._set_aside(result, "it is no object")
            elif result.get("type") == "relation":
                relations.append(result)
            else:
                given = result.get("id")
                name = f"T{number}" if given in (None, "") else str(given)
                regions.setdefault(name, []).append(result)
        for name, group in regions.items():
            self._read_region(name, group)
        for relation in relations:
            self._read_relation(relation)

    def read_links(self, listed: Json) -> None:
        """Read links with other than two ends, which only this library writes."""
        self.links, lost = merged_links(self.links, listed, self._ids)
        for each in lost:
            self._findings.error("F068", "a link cannot be read", text=str(each))

    def kept(self, field: str) -> dict[str, Json]:
        """What the document must remember of its results to write them back alike."""
        usual_from, usual_to = self._from_name in ("", "label"), self._to_name in ("", field)
        return {
            "results": sorted(self._aside, key=lambda each: self._order.get(id(each), 0)),
            "controls": self._controls,
            "from_name": "" if usual_from else self._from_name,
            "to_name": "" if usual_to else self._to_name,
            "offsets": "" if self._offsets.utf16 else "code points",
        }

    def _settle_unit(self, results: Sequence[Json]) -> None:
        if not self._offsets.has_astral:
            return
        values = [result.get("value") for result in results if isinstance(result, dict)]
        placed = [value for value in values if isinstance(value, dict) and "start" in value]
        self._offsets.settle(
            (value["start"], value.get("end"), value.get("text")) for value in placed
        )
        if not self._offsets.utf16:
            self._findings.warning(
                "F065",
                "the offsets count code points, not UTF-16 units",
                reason="the text holds characters beyond U+FFFF, and the regions' quoted words "
                "stand at these offsets only so",
            )
        elif placed and not any(isinstance(value.get("text"), str) for value in placed):
            self._findings.warning(
                "F065",
                "the offsets are read as UTF-16 units",
                reason="the text holds characters beyond U+FFFF, and no region quotes its words, "
                "which would show whether its offsets count code points instead",
                suggestion="Check the first region after such a character.",
            )

    def _read_region(self, name: str, group: list[dict[str, Json]]) -> None:
        """Read the results that share one id."""
        labelled = [result for result in group if labels_of(result) is not None]
        shapes = labelled or [result for result in group if has_offsets(result)][:1]
        if not shapes or str(shapes[0].get("to_name")) in self._other_texts:
            for result in group:
                self._set_aside(result, why_no_span(result, self._other_texts))
            return
        controls = [result for result in group if labels_of(result) is None]
        first: tuple[tuple[int, int], ...] | None = None
        for shape in shapes:
            fragments = self._place(name, shape)
            if fragments is None:
                self._aside.append(shape)
                continue
            if first is not None and fragments != first:
                self._findings.warning("F061", f"two regions have the id {name!r}", text=name)
            attributes = self._attributes(shape, controls if first is None else [])
            first = first or fragments
            for label in labels_of(shape) or [""]:
                self.spans.append(Span(self._unique(name), label, fragments, attributes))
        if first is None:
            self._aside.extend(result for result in controls if result is not shapes[0])

    def _place(self, name: str, result: dict[str, Json]) -> tuple[tuple[int, int], ...] | None:
        value = result.get("value")
        assert isinstance(value, dict)
        place = self._offsets.place(value.get("start"), value.get("end"), value.get("text"))
        quote = value.get("text")
        quote = quote if isinstance(quote, str) else name
        if isinstance(place, Unplaced):
            self._findings.error(
                "F063",
                f"region {name!r} cannot be placed",
                text=quote,
                reason=place.reason,
                suggestion="Annotate it again.",
            )
            return None
        if place.doubt:
            code, message = _DOUBTS[place.doubt]
            self._findings.warning(
                code, message.format(repr(name)), text=quote, reason=place.reason
            )
        return self._fragments(result.get("meta")) or ((place.start, place.end),)

    def _fragments(self, meta: Json) -> tuple[tuple[int, int], ...]:
        """The fragments of a discontinuous span, which only this library writes."""
        listed = meta.get("fragments") if isinstance(meta, dict) else None
        found: list[tuple[int, int]] = []
        for pair in listed if isinstance(listed, list) else []:
            start, end = pair if isinstance(pair, list) and len(pair) == 2 else (None, None)
            place = self._offsets.place(start, end)
            if not isinstance(place, Placed):
                return ()
            found.append((place.start, place.end))
        return tuple(found)

    def _attributes(
        self, shape: dict[str, Json], controls: Sequence[dict[str, Json]]
    ) -> dict[str, AttributeValue]:
        found = attributes_of(shape)
        given = shape.get("from_name")
        if labels_of(shape) is not None and isinstance(given, str) and given:
            self._from_name = self._from_name or given
            self._to_name = self._to_name or str(shape.get("to_name") or "")
            if given != self._from_name:
                found.setdefault("from_name", given)
        for result in controls:
            kind, name, read = result.get("type"), result.get("from_name"), control_value(result)
            usual = isinstance(name, str) and self._controls.get(name, kind) == kind
            if not isinstance(name, str) or not name or not usual or read is None or name in found:
                self._set_aside(result, f"a result of type {kind!r} says nothing of a region")
                continue
            self._controls[name] = kind
            found[name] = read
            found |= control_extras(name, result, shape)
        return found

    def _unique(self, name: str) -> str:
        found, number = name, self._times.get(name, 1)
        while found in self._ids:
            number += 1
            found = f"{name}.{number}"
        self._times[name] = number
        self._ids.add(found)
        return found

    def _read_relation(self, relation: dict[str, Json]) -> None:
        for link in links_from_relation(relation, len(self.links)):
            if all(end in self._ids for _, end in link.arguments):
                self.links.append(replace(link, id=self._unique(link.id)))
                continue
            ends = " to ".join(repr(end) for _, end in link.arguments)
            self._findings.error(
                "F068",
                f"the relation from {ends} leads nowhere",
                text=link.label,
                reason="the annotation has no such region",
            )
            self._aside.append(relation)
            return

    def _set_aside(self, result: Json, reason: str) -> None:
        self._aside.append(result)
        if reason:
            said = str(result.get("type")) if isinstance(result, dict) else str(result)
            self._findings.error(
                "F067",
                "a result is not read as a span",
                text=said,
                reason=reason,
                suggestion="It is kept, and written back as it is.",
            )
