"""What all dialects do with spans: place them, name them, say what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from regiontargets.documents import AttributeValue, Span, Utf16Offsets

from ..json_records import Json
from ..json_values import attributes_from, fields_from
from ..quoted_offsets import Placed, QuotedOffsets, Unplaced
from ..record_findings import RecordFindings

_DOUBTS = {
    "number": ("F071", "a span's offsets are no integers, but can be read as such"),
    "unit": ("F078", "a span's offsets count otherwise than this tool's do"),
    "quote": ("F076", "a span quotes other words than stand at its offsets"),
}


class SpanReader:
    """Places the spans of one text.

    Args:
        text: the text.
        findings: where to say what is wrong.
        utf16: whether the dialect's offsets count UTF-16 units.
        names: the ids that the record gives, so that made-up ones stay clear of them.
    """

    def __init__(
        self,
        text: str,
        findings: RecordFindings,
        *,
        utf16: bool = False,
        names: Iterable[Json] = (),
    ) -> None:
        findings.half_characters("F071", text)
        self.offsets = QuotedOffsets(text, utf16=utf16)
        self.spans: list[Span] = []
        self.unread: list[Json] = []
        self.has_quotes = False
        self._findings = findings
        self._given = {str(name) for name in names if name is not None}
        self._used: set[str] = set()

    def place(self, raw: Json, start: Json, end: Json, quote: Json = None) -> Placed | None:
        """Where a span stands; None, and `raw` set aside with a finding, if nowhere."""
        place = self.offsets.place(start, end, quote)
        said = quote if isinstance(quote, str) else str(raw)
        if isinstance(place, Unplaced):
            self._findings.error(
                "F073",
                "a span cannot be placed",
                text=said,
                reason=place.reason,
                suggestion="Correct the offsets, or annotate it again.",
            )
            self.unread.append(raw)
            return None
        if place.doubt:
            code, message = _DOUBTS[place.doubt]
            self._findings.warning(code, message, text=said, reason=place.reason)
        return place

    def fragments(self, listed: Json) -> tuple[tuple[int, int], ...]:
        """The fragments of a discontinuous span, which only this library writes."""
        found: list[tuple[int, int]] = []
        for pair in listed if isinstance(listed, list) else []:
            start, end = pair if isinstance(pair, list) and len(pair) == 2 else (None, None)
            place = self.offsets.place(start, end)
            if not isinstance(place, Placed):
                return ()
            found.append((place.start, place.end))
        return tuple(found)

    def add(
        self,
        place: Placed,
        label: Json,
        *,
        name: Json = None,
        fragments: Json = None,
        attributes: Mapping[str, AttributeValue] | None = None,
    ) -> Span:
        """Keep a span, with the id the record gives or the next number."""
        if not isinstance(label, str):
            missing = "a span has no label" if label is None else "a label is no string"
            self._findings.warning("F071", missing, text=str(label))
        span = Span(
            self.name(name, f"T{len(self.spans) + 1}"),
            "" if label is None else str(label),
            self.fragments(fragments) or ((place.start, place.end),),
            attributes or {},
        )
        self.spans.append(span)
        return span

    def add_object(
        self, raw: Json, stated: Json, taken: Collection[str], *, name: str, **more: AttributeValue
    ) -> None:
        """Keep a span stated as an object with start, end, label and perhaps its text."""
        item = stated if isinstance(stated, dict) else {}
        quote = item.get("text")
        place = self.place(raw, item.get("start"), item.get("end"), quote)
        if place is None:
            return
        attributes = attributes_from(item, taken) | more
        if isinstance(quote, str):
            self.has_quotes = True
            if place.doubt == "quote":
                attributes.setdefault("text", quote)
        self.add(
            place,
            item.get("label"),
            name=item.get(name),
            fragments=item.get("fragments"),
            attributes=attributes,
        )

    def name(self, given: Json, usual: str) -> str:
        """An id nothing else has: the given one, else the usual one."""
        wanted = usual if given is None else str(given)
        while given is None and wanted in self._given:
            wanted += "_"
        if wanted in self._used:
            self._findings.warning("F071", f"the id {wanted[:60]!r} stands twice", text=wanted)
            wanted = f"{wanted}_{len(self._used)}"
        while wanted in self._used:
            wanted += "_"
        self._used.add(wanted)
        return wanted


def ranges(span: Span, offsets: Utf16Offsets | None = None) -> list[Json]:
    """The fragments of a span as JSON, in UTF-16 units if offsets are given."""
    convert = offsets.to_utf16 if offsets else int
    return [[convert(start), convert(end)] for start, end in span.fragments]


def stated_object(
    span: Span, position: int, taken: Collection[str], *, name: str, quoted: str | None
) -> dict[str, Json]:
    """A span as the object that `add_object` reads; its usual id is left out.

    `quoted` is the document's text if the objects shall quote theirs.
    """
    stated: dict[str, Json] = {"start": span.start, "end": span.end, "label": span.label}
    if quoted is not None:
        stated["text"] = quoted[span.start : span.end]
    if span.id != f"T{position}":
        stated[name] = span.id
    if len(span.fragments) != 1:
        stated["fragments"] = ranges(span)
    return stated | fields_from(span.attributes, taken)


def say_passed_over(
    findings: RecordFindings, tool: str, spans: Iterable[Span], others: Iterable[Json] = ()
) -> None:
    """Say which spans and links are in the record but not seen by its tool."""
    broken_up = [span.id for span in spans if len(span.fragments) != 1]
    links = list(others)
    if broken_up:
        findings.warning(
            "F079",
            f"{len(broken_up)} spans have several fragments and are shown as one run",
            text=", ".join(broken_up[:10]),
            reason=f"{tool} knows only unbroken spans",
            suggestion="The fragments are kept beside the offsets.",
        )
    if links:
        findings.warning(
            "F079",
            f"{len(links)} links are not shown",
            reason=f"{tool} has no place for them",
            suggestion="They are kept under 'links'.",
        )
