"""Documents to TEI: spans in the line where they nest, between anchors where they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError

from ..format import Written
from ..input_file import InputFile
from ..json_links import is_binary, other_links
from ..json_records import Json
from ..json_values import json_from
from ..record_findings import RecordFindings
from .header import attribute, header_from, is_clean
from .reading import KEPT, documents_of

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_UNCLEAN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ATTRIBUTES = """
ana calendar cert commodity corresp evidence key n notAfter notBefore quantity ref resp role
source subtype unit when who
"""
_NATIVE = frozenset(_ATTRIBUTES.split())
"""Attributes that TEI has for an element in the line."""


def file_from(documents: Sequence[AnnotatedDocument]) -> Written:
    """One file: as it came if nothing has changed, else in this library's form."""
    unchanged = _unchanged(documents)
    if unchanged is not None:
        return Written({".xml": unchanged})
    said = RecordFindings(None)
    parts = ["\n".join(_Tei(document, said).lines()) for document in documents]
    text = _corpus(parts) if len(parts) != 1 else f"{_DECLARATION}{parts[0]}\n"
    return Written({".xml": text}, tuple(said.found))


def _corpus(parts: Sequence[str]) -> str:
    title = "<titleStmt><title>Corpus</title></titleStmt>"
    rest = "<publicationStmt><p>Annotated texts.</p></publicationStmt><sourceDesc><p/></sourceDesc>"
    header = f"<teiHeader><fileDesc>{title}{rest}</fileDesc></teiHeader>"
    opening = f"{_DECLARATION}<teiCorpus {_NAMESPACE}>\n{header}\n"
    return opening + "".join(f"{part}\n" for part in parts) + "</teiCorpus>\n"


def _unchanged(documents: Sequence[AnnotatedDocument]) -> str | None:
    """The file that the documents came in, if it still says the same."""
    kept = [document.metadata.get(KEPT) for document in documents]
    sources = [each.get("source") if isinstance(each, dict) else None for each in kept]
    parts = [each for each in sources if isinstance(each, str)]
    if not parts or len(parts) != len(sources):
        return None
    text = parts[0] if len(parts) == 1 else _corpus(parts)
    try:
        again = list(documents_of(InputFile("", text.encode("utf-8", "replace"), encoding="utf-8")))
    except LoadError:
        return None
    same = [replace(each, findings=()) for each in documents]
    return text if [replace(each, findings=()) for each in again] == same else None


class _Tei:
    """Writes one document."""

    def __init__(self, document: AnnotatedDocument, said: RecordFindings) -> None:
        self._document, self._said = document, said
        self._own: dict[str, Json] = {}
        self._ids = self._identifiers()
        self._inline, self._apart = _nested(document.spans)

    def lines(self) -> list[str]:
        """The lines of its TEI element."""
        text = self._body()
        stand_off = self._stand_off()
        self._keep_order()
        if isinstance(self._document.metadata.get(KEPT), dict):
            self._said.warning(
                "F097",
                "the markup of the file it came from is not written again",
                reason="the document has changed since it was read",
                suggestion="The file is kept among the metadata.",
            )
        return [
            f"<TEI {_NAMESPACE}>",
            *header_from(self._document.metadata, self._own),
            *stand_off,
            f'<text><body><ab xml:space="preserve">{text}</ab></body></text>',
            "</TEI>",
        ]

    def _identifiers(self) -> dict[str, str]:
        """For each span and link an id that XML allows; the others' own are kept aside."""
        names = [span.id for span in self._document.spans]
        names += [link.id for link in self._document.links]
        found = {name: name for name in names if _ID.fullmatch(name)}
        own: dict[str, Json] = {}
        number = 0
        for name in names:
            if name not in found:
                number += 1
                while f"id{number}" in found:
                    number += 1
                found[name] = f"id{number}"
                own[f"id{number}"] = name
        if own:
            self._own["ids"] = own
        return found

    def _body(self) -> str:
        """The text with its spans and anchors in it."""
        events: list[tuple[int, int, int, str]] = []
        for at, span in enumerate(self._inline):
            tag = self._opening("rs", span)
            if span.start == span.end:
                events.append((span.start, 2, at, f"{tag}/>"))
            else:
                events.append((span.start, 2, at, f"{tag}>"))
                events.append((span.end, 0, -at, "</rs>"))
        for at, (offset, name) in enumerate(self._anchors()):
            events.append((offset, 1, at, f'<anchor xml:id="{name}"/>'))
        pieces: list[str] = []
        before = 0
        for offset, _, _, markup in sorted(events):
            pieces += [self._escaped(self._document.text[before:offset]), markup]
            before = offset
        pieces.append(self._escaped(self._document.text[before:]))
        return "".join(pieces)

    def _anchors(self) -> list[tuple[int, str]]:
        """The points at which spans stand that do not nest."""
        used = set(self._ids.values())
        prefix = "a"
        while any(name.startswith(prefix) for name in used):
            prefix += "-"
        offsets = sorted({at for span in self._apart for pair in span.fragments for at in pair})
        self._points = {at: f"{prefix}{number}" for number, at in enumerate(offsets, start=1)}
        return list(self._points.items())

    def _stand_off(self) -> list[str]:
        """Spans between anchors, and links."""
        spans = [line for span in self._apart for line in self._chain(span)]
        ids = {span.id for span in self._document.spans}
        native = [link for link in self._document.links if self._is_native(link, ids)]
        others = other_links(self._document.links, native)
        if others:
            self._own["links"] = others
        links = [self._link(link) for link in native]
        lines = [f"<spanGrp>{''.join(spans)}</spanGrp>"] if spans else []
        lines += [f"<linkGrp>{''.join(links)}</linkGrp>"] if links else []
        return ["<standOff>", *lines, "</standOff>"] if lines else []

    def _chain(self, span: Span) -> list[str]:
        """A span element for each fragment, each pointing at the one before."""
        name = self._ids[span.id]
        lines: list[str] = []
        for number, (start, end) in enumerate(span.fragments):
            tag = self._opening("span", span) if number == 0 else f'<span prev="#{name}"'
            begin, stop = self._points[start], self._points[end]
            lines.append(f'{tag} from="#{begin}" to="#{stop}"/>')
        return lines

    def _opening(self, element: str, span: Span) -> str:
        """The beginning of an element's tag; the attributes it cannot hold are kept aside."""
        native = {
            name: value
            for name, value in span.attributes.items()
            if name in _NATIVE and isinstance(value, str) and is_clean(value)
        }
        own: dict[str, Json] = {
            name: json_from(value) for name, value in span.attributes.items() if name not in native
        }
        if own:
            held = self._own.setdefault("attributes", {})
            if isinstance(held, dict):
                held[span.id] = own
        stated = [f"{name}={attribute(value)}" for name, value in native.items()]
        label = attribute(self._clean(span.label))
        return " ".join([f"<{element} type={label}", f'xml:id="{self._ids[span.id]}"', *stated])

    def _is_native(self, link: Link, spans: set[str]) -> bool:
        roles = tuple(role for role, _ in link.arguments)
        plain = roles == ("from", "to") and not link.attributes and is_clean(link.label)
        return plain and is_binary(link, spans)

    def _link(self, link: Link) -> str:
        target = " ".join(f"#{self._ids[end]}" for _, end in link.arguments)
        label = attribute(link.label)
        return f'<link type={label} xml:id="{self._ids[link.id]}" target="{target}"/>'

    def _keep_order(self) -> None:
        read: list[Json] = [span.id for span in (*self._inline, *self._apart)]
        order: list[Json] = [span.id for span in self._document.spans]
        if read != order:
            self._own["order"] = order

    def _escaped(self, text: str) -> str:
        return escape(self._clean(text), {"\r": "&#13;"})

    def _clean(self, text: str) -> str:
        if is_clean(text):
            return text
        self._said.warning(
            "F098",
            "characters that XML cannot hold are replaced by U+FFFD",
            text=", ".join(f"U+{ord(char):04X}" for char in sorted(set(_UNCLEAN.findall(text)))),
        )
        return _UNCLEAN.sub("\ufffd", text)


def _nested(spans: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """The spans that nest, outer ones first, and the others."""
    inline: list[Span] = []
    apart = [span for span in spans if len(span.fragments) != 1]
    open_ends: list[int] = []
    single = [span for span in spans if len(span.fragments) == 1]
    for span in sorted(single, key=lambda each: (each.start, -each.end)):
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        if open_ends and span.end > open_ends[-1]:
            apart.append(span)
            continue
        inline.append(span)
        if span.end > span.start:
            open_ends.append(span.end)
    return inline, apart
