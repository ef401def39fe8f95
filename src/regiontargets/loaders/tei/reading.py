"""What was parsed, as documents: spans, what points at them, and the way back to the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from regiontargets.documents import AnnotatedDocument, AttributeValue, Link, SourceMap, Span
from regiontargets.documents.annotated_document import MetadataValue
from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Severity
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from ..json_links import merged_links
from ..json_records import Json
from ..json_values import attribute_from
from ..record_findings import shown
from .elements import WORDS
from .parsed import Parsed, Pointer
from .parsing import Parser
from .pointers import ends_of, fragments_of

KEPT = "tei"
"""The metadata key under which a document keeps the file it came from."""

_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_TAKEN = ("type", "xml:id", "next", "prev", "xml:space")


def documents_of(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The documents of a file.

    Raises:
        LoadError: its document type has an internal subset.
    """
    raw = _text_of(file)
    parser = Parser(raw)
    with paused_collector():
        parser.parse()
    smap = SourceMap(file.name, raw)
    for number, parsed in enumerate(parser.parsed, start=1):
        reader = _Reader(parsed, smap)
        if parser.broken is not None and number == len(parser.parsed):
            at, reason = parser.broken.offset, parser.broken.reason
            advice = "Correct it there; what follows was not read."
            reader.say("error", "F093", "the XML is broken", at, reason=reason, advice=advice)
        whole = len(parser.parsed) == 1
        source = raw if whole else raw[parsed.start : parsed.end]
        yield reader.document(source)
    if parser.broken is not None and not parser.parsed:
        _raise_broken(file, smap, parser)


def _text_of(file: InputFile) -> str:
    """Its text, in the encoding that the XML declaration states, if nothing else says."""
    declared = _ENCODING.match(file.data[:400])
    if declared and file.encoding is None:
        return replace(file, encoding=declared[1].decode()).text
    return file.text


class _Reader:
    """Reads one TEI element."""

    def __init__(self, parsed: Parsed, smap: SourceMap) -> None:
        self._parsed, self._smap = parsed, smap
        self._text = parsed.text.text
        self._findings: list[Finding] = []
        self._used: set[str] = set()
        self._ids: dict[str, str] = {}
        self._chained: dict[str, list[tuple[int, int]]] = {}
        own = parsed.header.own
        self._own = own if isinstance(own, dict) else {}

    def say(
        self,
        severity: Severity,
        code: str,
        message: str,
        offset: int,
        *,
        text: str = "",
        reason: str = "",
        advice: str = "",
    ) -> None:
        """Keep a finding with its place in the file."""
        place = self._smap.raw_place(offset, offset)
        self._findings.append(Finding(code, message, severity, place, shown(text), reason, advice))

    def document(self, source: str) -> AnnotatedDocument:
        """The document."""
        self._say_left_out()
        spans = self._spans()
        spans = self._ordered([self._with_own(span) for span in spans])
        links = self._links({span.id for span in spans})
        metadata: dict[str, MetadataValue] = self._parsed.header.metadata()
        if not self._parsed.header.is_ours:
            metadata[KEPT] = {"source": source}
        runs = self._parsed.text.runs or [(0, self._parsed.start)]
        return AnnotatedDocument(
            self._text,
            tuple(spans),
            tuple(links),
            metadata,
            tuple(self._findings),
            SourceMap(self._smap.path, self._smap.raw, [(0, runs[0][1]), *runs[1:]]),
        )

    def _say_left_out(self) -> None:
        for offset, words in self._parsed.left_out:
            self.say("note", "F096", "a reading of a choice is left out", offset, text=words)
        for offset, name in self._parsed.entities:
            advice = "Write the character itself; U+FFFD stands for it."
            self.say("error", "F094", f"&{name}; is not declared", offset, advice=advice)
        if self._parsed.header.unread:
            self.say("warning", "F099", "xenoData is not JSON", self._parsed.start)

    def _spans(self) -> list[Span]:
        """The elements in the line, then the spans between anchors."""
        spans: dict[str, Span] = {}
        for marked in self._parsed.marked:
            place = (marked.start or 0, marked.end)
            stated = {**marked.attributes, **({"gloss": marked.words} if marked.words else {})}
            self._keep(spans, marked.name, stated, (place,), marked.offset)
        for pointer in self._parsed.pointers:
            if pointer.name == "span":
                fragments = fragments_of(pointer, self._parsed, self._text)
                if not fragments:
                    self._say_nowhere(pointer, "it has no anchors in the text")
                    continue
                attributes = dict(pointer.attributes)
                for name in ("from", "to", "target"):
                    attributes.pop(name, None)
                if pointer.words:
                    attributes["gloss"] = pointer.words
                self._keep(spans, "span", attributes, fragments, pointer.offset)
        return [
            replace(span, fragments=(*span.fragments, *self._chained.get(span.id, ())))
            for span in spans.values()
        ]

    def _keep(
        self,
        spans: dict[str, Span],
        name: str,
        stated: Mapping[str, str],
        fragments: tuple[tuple[int, int], ...],
        offset: int,
    ) -> None:
        before = self._ids.get(stated.get("prev", "").removeprefix("#"), "")
        if before in spans:
            self._chained.setdefault(before, []).extend(fragments)
            if "xml:id" in stated:
                self._ids.setdefault(stated["xml:id"], before)
            return
        attributes: dict[str, AttributeValue] = {
            key: value for key, value in stated.items() if key not in _TAKEN
        }
        if "type" in stated and name not in (*WORDS, "span"):
            attributes["element"] = name
        given = stated.get("xml:id")
        own = self._own.get("ids")
        real = own.get(given, given) if isinstance(own, dict) and given is not None else given
        identity = self._name(real, f"T{len(spans) + 1}", offset)
        if given is not None:
            self._ids.setdefault(given, identity)
        spans[identity] = Span(identity, stated.get("type", name), fragments, attributes)

    def _name(self, given: Json, usual: str, offset: int) -> str:
        name = given if isinstance(given, str) else usual
        if name in self._used and given is not None:
            self.say("error", "F095", f"the id {name[:60]!r} stands twice", offset, text=name)
        given_ids = self._parsed.places
        while name in self._used or (given is None and name in given_ids):
            name = f"{name}_{len(self._used)}"
        self._used.add(name)
        return name

    def _links(self, spans: set[str]) -> list[Link]:
        links: list[Link] = []
        for pointer in self._parsed.pointers:
            if pointer.name not in ("link", "relation"):
                continue
            ends = ends_of(pointer)
            known = [(role, self._ids.get(end, "")) for role, end in ends]
            if not ends or any(end not in spans for _, end in known):
                self._say_nowhere(pointer, "what it points at is no annotation of this text")
                continue
            stated = pointer.attributes
            label = stated.get("type", stated.get("name", pointer.name))
            own = self._own.get("ids")
            given = stated.get("xml:id")
            real = own.get(given, given) if isinstance(own, dict) and given is not None else given
            name = self._name(real, f"L{len(links) + 1}", pointer.offset)
            used = ("target", "active", "passive", "mutual", "name", *_TAKEN)
            attributes = {key: value for key, value in stated.items() if key not in used}
            links.append(Link(name, label, tuple(known), attributes))
        merged, lost = merged_links(links, self._own.get("links"), spans)
        for each in lost:
            self.say("warning", "F099", "a link cannot be read", self._parsed.start, text=str(each))
        return merged

    def _say_nowhere(self, pointer: Pointer, reason: str) -> None:
        where = " ".join(
            pointer.attributes[name]
            for name in ("target", "from", "to", "active", "passive", "mutual")
            if name in pointer.attributes
        )
        message = f"a {pointer.name} leads nowhere"
        self.say("error", "F095", message, pointer.offset, text=where, reason=reason)

    def _with_own(self, span: Span) -> Span:
        """The span with the attributes for which TEI has no place."""
        listed = self._own.get("attributes")
        own = listed.get(span.id) if isinstance(listed, dict) else None
        if not isinstance(own, dict):
            return span
        more = {name: attribute_from(value) for name, value in own.items()}
        return replace(span, attributes={**span.attributes, **more})

    def _ordered(self, spans: list[Span]) -> list[Span]:
        """The spans in the order that the file states, else in its own."""
        order = self._own.get("order")
        if not isinstance(order, list):
            return spans
        rank = {name: at for at, name in enumerate(order) if isinstance(name, str)}
        return sorted(spans, key=lambda span: rank.get(span.id, len(rank)))


def _raise_broken(file: InputFile, smap: SourceMap, parser: Parser) -> None:
    if parser.broken is not None:
        place = smap.raw_place(parser.broken.offset, parser.broken.offset)
        raise LoadError(f"{file.name} is broken XML: {parser.broken.reason} at {place}.")
