"""The lines of a document's annotation files, read one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise

from regiontargets.documents import AttributeValue, Link, Span
from regiontargets.findings import Finding

from . import grammar
from .findings import Places
from .grammar import About, Linked
from .identifiers import plain
from .line import Doubt, Line
from .offsets import Fragments, Quotation, converted
from .source import REMARK, UNREAD


class AnnotationLines:
    """What the lines say so far.

    Args:
        text: the document's text.
        convert: from an offset in the files to code points; None where they count those.

    Attributes:
        spans, links: in the order of the files.
        attributes: those of each span and link, by its id (the very mappings they hold).
        about: attributes, normalisations and notes, each with its line and that line's index.
        lines, owners: every line, and the id of the annotation it belongs to.
        doubts: those quotations that are not obviously right.
        names: the ids in the files, by the ids here, where they differ.
        renamed: the ids of annotations whose own id was taken.
        findings: what could not be read.
    """

    def __init__(self, text: str, convert: Callable[[int], int] | None = None) -> None:
        self.text = text
        self.convert = convert
        self.spans: list[Span] = []
        self.links: list[Link] = []
        self.attributes: dict[str, dict[str, AttributeValue]] = {}
        self.about: list[tuple[str, About, Line, int]] = []
        self.lines: list[str] = []
        self.owners: list[str] = []
        self.doubts: list[Doubt] = []
        self.findings: list[Finding] = []
        self.names: dict[str, str] = {}
        self.renamed: set[str] = set()
        self._starts: dict[int, Places] = {}
        self._numbers: dict[str, int] = {}

    def read(self, name: str, raw: str) -> None:
        """Read the lines of one more file."""
        places = Places(name, raw)
        if self.lines and not self.lines[-1]:
            del self.lines[-1], self.owners[-1]  # the empty end of the file before
        self._starts[len(self.lines)] = places
        match, owners, returns = grammar.TEXT_BOUND, self.owners, "\r" in raw
        position = 0
        for line in raw.split("\n"):
            body = line.removesuffix("\r") if returns else line
            found = match(body)
            # The commonest line is read here, every other below.
            owners.append(
                (found and self._plain(found, position, places))
                or self._line(body, position, places)
            )
            self.lines.append(line)
            position += len(line) + 1

    def _plain(self, found: re.Match[str], position: int, places: Places) -> str | None:
        identifier, label, first, last, quoted = found.groups()
        start, end = int(first), int(last)
        if self.convert or not start <= end <= len(self.text) or identifier in self.attributes:
            return None
        fragments = ((start, end),)
        attributes = self.attributes[identifier] = {}
        self.spans.append(Span(identifier, label, fragments, attributes))
        # Lengths first: an annotation may claim the whole text, and many may.
        if quoted is not None and (end - start != len(quoted) or self.text[start:end] != quoted):
            at = position + found.start(5)
            self.doubts.append(Doubt(identifier, fragments, quoted, at, places))
        return identifier

    def _line(self, body: str, position: int, places: Places) -> str:
        found = grammar.LINE(body)
        if not found:
            return self._rest(body, position, places)
        line = Line(found["id"], found["data"], found["tail"], body, position, places)
        kind = grammar.kind_of(line.identifier, line.data, line.tail)
        if found["gap"] != "\t":
            self._spaces_for_tabs(line)
        if kind == grammar.TEXT:
            return self._text_bound(line)
        if kind in (grammar.RELATION, grammar.EVENT, grammar.EQUIVALENCE):
            return self._linked(kind, line)
        return self._about(kind, line)

    def _rest(self, body: str, position: int, places: Places) -> str:
        """A line that is no annotation: it goes on with the quotation above it, or is unread."""
        above = self.doubts[-1] if self.doubts else None
        if above and above.goes_on(position, places):
            above.add(body, position)
            return above.identifier
        if body.startswith("#"):
            message = "a comment that is no note on an annotation"
            self.findings.append(places.finding("F024", "note", message, position, body))
        elif body.strip():
            finding = places.finding(
                "F011",
                "error",
                "this line is no annotation",
                position,
                body,
                reason="an annotation begins with its id (T1, R1, E1, A1, N1, #1, *) and a tab",
            )
            self.findings.append(finding)
        return UNREAD

    def _text_bound(self, line: Line) -> str:
        bound = grammar.text_bound(line.data, line.tail)
        fragments = bound and converted(bound.fragments, self.convert or int, len(self.text))
        if not bound or not fragments:
            self.findings.append(_bad_offsets(line, len(self.text)))
            return UNREAD
        identifier = self._unique(line)
        attributes = self.attributes[identifier] = {}
        self.spans.append(Span(identifier, bound.label, fragments, attributes))
        if line.tail is None and bound.quoted and "\t" in line.body:
            self._spaces_for_tabs(line)
        if len(fragments) > 1 and _overlap(fragments):
            self.findings.append(line.finding("F023", "note", "fragments overlap"))
        if bound.quoted is not None:
            start = line.start + len(line.body) - len(bound.quoted)
            self.doubts.append(Doubt(identifier, fragments, bound.quoted, start, line.places))
        return identifier

    def _linked(self, kind: str, line: Line) -> str:
        parsers = {
            grammar.RELATION: grammar.relation,
            grammar.EVENT: grammar.event,
            grammar.EQUIVALENCE: grammar.equivalence,
        }
        linked = parsers[kind](line.data)
        if linked is None:
            self.findings.append(line.finding("F011", "error", "this line names no type"))
            return UNREAD
        identifier = self._unique(line)
        attributes = self.attributes[identifier] = {}
        self.links.append(Link(identifier, linked.label, linked.arguments, attributes))
        self.findings += _about_arguments(kind, linked, line)
        self._tail(line)
        return identifier

    def _about(self, kind: str, line: Line) -> str:
        parsers = {
            grammar.ATTRIBUTE: grammar.attribute,
            grammar.NORMALIZATION: grammar.normalization,
            grammar.NOTE: grammar.note,
        }
        about = parsers[kind](line.data, line.tail)
        if about:
            self.about.append((kind, about, line, len(self.owners)))
            if kind == grammar.ATTRIBUTE:
                self._tail(line)
            return REMARK + about.target
        if kind == grammar.NOTE:
            message = "a comment that is no note on an annotation"
            self.findings.append(line.finding("F024", "note", message))
        else:
            self.findings.append(line.finding("F011", "error", "this line names no annotation"))
        return UNREAD

    def _tail(self, line: Line) -> None:
        if line.tail and line.tail.strip():
            message = f"text after {line.identifier} that is no part of it"
            self.findings.append(line.finding("F024", "note", message))

    def _spaces_for_tabs(self, line: Line) -> None:
        message = "spaces stand where tabs belong"
        self.findings.append(line.finding("F019", "warning", message))

    def _unique(self, line: Line) -> str:
        """The line's id, or one like it where that is taken; `*` is numbered."""
        identifier = plain(line.identifier)
        stem, number = f"{identifier}.", 2
        if identifier == "*":
            stem, number = "*", 1
        elif identifier not in self.attributes:
            if identifier != line.identifier:
                self.names[identifier] = line.identifier
            return identifier
        number = self._numbers.get(stem, number)
        while (unique := f"{stem}{number}") in self.attributes:
            number += 1
        self._numbers[stem] = number + 1
        if identifier != "*":
            message = f"the id {identifier} is used twice; this one becomes {unique}"
            self.findings.append(line.finding("F015", "warning", message))
            self.renamed.add(unique)
        return unique

    def quotations(self) -> list[Quotation]:
        """What each annotation quotes, and where it says it stands."""
        found: list[Quotation] = []
        for line in self.lines:
            parts = grammar.LINE(line.removesuffix("\r"))
            bound = parts and grammar.text_bound(parts["data"], parts["tail"])
            if bound and bound.quoted:
                found.append((bound.fragments, bound.quoted))
        return found

    def where(self, wanted: Collection[str]) -> dict[str, Line]:
        """The first line of each of these annotations."""
        found: dict[str, Line] = {}
        position, places = 0, Places("", "")
        for index, (line, owner) in enumerate(zip(self.lines, self.owners, strict=True)):
            if index in self._starts:
                position, places = 0, self._starts[index]
            if owner in wanted and owner not in found:
                found[owner] = Line(owner, "", None, line.removesuffix("\r"), position, places)
            position += len(line) + 1
        return found


def _overlap(fragments: Fragments) -> bool:
    ordered = sorted(fragments)
    return any(after[0] < before[1] for before, after in pairwise(ordered))


def _bad_offsets(line: Line, size: int) -> Finding:
    return line.finding(
        "F012",
        "error",
        f"{line.identifier} has no offsets that can be used",
        reason=f"offsets are START END, or several of them between semicolons; "
        f"the text has {size} characters",
    )


def _about_arguments(kind: str, linked: Linked, line: Line) -> list[Finding]:
    found: list[Finding] = []
    if linked.unread:
        shown = ", ".join(linked.unread[:3])
        message = f"not of the form ROLE:ID: {shown}"
        found.append(line.finding("F018", "error", message, "such an argument is lost"))
    roles = {role for role, _ in linked.arguments}
    if kind == grammar.RELATION and not len(linked.arguments) == len(roles) == 2:
        message = f"{line.identifier} has not two arguments of different roles"
        reason = "a relation in brat has exactly two, such as Arg1 and Arg2"
        found.append(line.finding("F017", "warning", message, reason))
    return found
