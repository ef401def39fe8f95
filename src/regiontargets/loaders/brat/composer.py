"""The lines that state one annotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from regiontargets.documents import AnnotatedDocument, AttributeValue, Link, Span
from regiontargets.findings import Finding, Severity

from ..metadata_line import comes_back_as_another_value, metadata_to_line
from .attached import METADATA_TYPE, NORMALIZATIONS, NOTES
from .identifiers import Numbers, foreign, plain
from .note_values import NOTE_TYPE, note_from_attributes

# brat's server ends a line at each of these (Python's str.splitlines does).
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_TO_SPACES = dict.fromkeys(map(ord, _LINE_ENDS), " ")
_ONE_LINE = re.compile(rf"[^{_LINE_ENDS}]*").fullmatch
_VALUE = re.compile(rf"[^\t{_LINE_ENDS}]+").fullmatch
_WORD = re.compile(r"\S+").fullmatch
_NATIVE = {kind: re.compile(rf"{kind}[0-9][^\s:;~]*").fullmatch for kind in "TRE"}


class Composer:
    """Writes the lines of a document's annotations.

    Args:
        document: the document.
        used: ids that lines to be kept have taken.
        names: the ids in the file of annotations that were read from it, where they differ.

    Attributes:
        findings: what brat cannot hold.
    """

    def __init__(
        self, document: AnnotatedDocument, used: Iterable[str], names: Mapping[str, str]
    ) -> None:
        self.findings: list[Finding] = []
        self._text = document.text
        self._kinds = {link.id: _kind(link) for link in document.links}
        targets = {target for link in document.links for _, target in link.arguments}
        ids = [*(each.id for each in document.spans), *self._kinds]
        self._numbers = Numbers([*used, *ids, *targets, *names.values()])
        self._ids = {each.id: self._name("T", each.id, names) for each in document.spans}
        for link in document.links:
            self._ids[link.id] = self._name(self._kinds[link.id], link.id, names)
        self._reported: set[tuple[str, str]] = set()

    def metadata(self, document: AnnotatedDocument) -> list[str]:
        """The line with the document's metadata, if it has any."""
        if not document.metadata:
            return []
        for name, value in document.metadata.items():
            if comes_back_as_another_value(value):
                message = f"the text {value!r} of {name} will be read as a date"
                self._report("F027", "note", message, name)
        number = self._numbers.next("#")
        return [f"#{number}\t{METADATA_TYPE} document\t{metadata_to_line(document.metadata)}"]

    def lines(self, item: Span | Link) -> list[str]:
        """The line of a span or link, and those of its attributes."""
        first = self._span(item) if isinstance(item, Span) else self._link(item)
        return [first, *self._attributes(self._ids[item.id], item.attributes)]

    def _name(self, kind: str, identifier: str, names: Mapping[str, str]) -> str:
        if identifier in names:
            return names[identifier]
        if kind == "*" or _NATIVE[kind](identifier):
            return identifier
        return foreign(kind, self._numbers.next(kind), identifier)

    def _span(self, span: Span) -> str:
        label = self._word(span.label, "label")
        offsets = ";".join(f"{start} {end}" for start, end in span.fragments)
        quoted = " ".join(self._text[start:end] for start, end in span.fragments)
        return f"{self._ids[span.id]}\t{label} {offsets}\t{quoted.translate(_TO_SPACES)}"

    def _link(self, link: Link) -> str:
        kind, label = self._kinds[link.id], self._word(link.label, "label")
        identifier = self._ids[link.id]
        arguments = [
            (self._word(role, "role") if role else "", self._ids.get(target, target))
            for role, target in link.arguments
        ]
        if kind == "*":
            return " ".join([f"*\t{label}", *(target for _, target in arguments)])
        if kind == "E" and arguments and arguments[0][0] == "trigger":
            label = f"{label}:{arguments.pop(0)[1]}"
        elif kind == "E":
            self._report("F026", "note", f"{label} is neither a relation nor an event", label)
            label += ":" * (":" in label)
        return " ".join([f"{identifier}\t{label}", *(f"{role}:{to}" for role, to in arguments)])

    def _word(self, word: str, what: str) -> str:
        if _WORD(word):
            return word
        written = re.sub(r"\s", "_", word) or "_"
        self._report("F025", "warning", f"the {what} {word!r} is written {written}", word)
        return written

    def _attributes(
        self, identifier: str, attributes: Mapping[str, AttributeValue]
    ) -> Iterator[str]:
        others: dict[str, AttributeValue] = {}
        for name, value in attributes.items():
            lines = _lines_of(name, value, identifier)
            if lines is None:
                others[name] = value
            else:
                for kind, line in lines:
                    yield f"{kind}{self._numbers.next(kind)}\t{line}"
        if others:
            yield from self._note(identifier, others)

    def _note(self, identifier: str, attributes: Mapping[str, AttributeValue]) -> Iterator[str]:
        try:
            note = note_from_attributes(attributes)
        except (ValueError, RecursionError):
            message = f"attributes of {plain(identifier)} are too large or too deep to be written"
            self._report("F027", "error", message, plain(identifier))
        else:
            yield f"#{self._numbers.next('#')}\t{NOTE_TYPE} {identifier}\t{note}"

    def _report(self, code: str, severity: Severity, message: str, text: str) -> None:
        if (code, message) not in self._reported:
            self._reported.add((code, message))
            self.findings.append(Finding(code, message, severity, text=text))


def _kind(link: Link) -> str:
    """Which of brat's lines states the link."""
    roles = [role for role, _ in link.arguments]
    if link.id.startswith("*") and all(role == "member" for role in roles):
        return "*"
    for kind in "RE":
        if _NATIVE[kind](link.id):
            return kind
    relation = len(roles) == len(set(roles)) == 2 and roles[0] != "trigger" and all(roles)
    return "R" if relation else "E"


def _lines_of(name: str, value: AttributeValue, target: str) -> list[tuple[str, str]] | None:
    """(kind, what follows the id) of each line that states an attribute, or None."""
    values = value if isinstance(value, tuple) else (value,)
    if name == NORMALIZATIONS and values is value and values:
        return _all(_normalization(each, target) for each in values)
    if name == NOTES and values is value and values:
        return _all(_note(each, target) for each in values)
    if not _WORD(name) or (values is value and len(values) < 2):
        return None
    return _all(_attribute(name, each, target) for each in values)


def _all(lines: Iterable[tuple[str, str] | None]) -> list[tuple[str, str]] | None:
    found = list(lines)
    complete = [each for each in found if each is not None]
    return complete if len(complete) == len(found) else None


def _attribute(name: str, value: AttributeValue, target: str) -> tuple[str, str] | None:
    if value is True:
        return "A", f"{name} {target}"
    if isinstance(value, str) and _VALUE(value) and value == value.strip():
        return "A", f"{name} {target} {value}"
    return None


def _normalization(entry: AttributeValue, target: str) -> tuple[str, str] | None:
    match entry:
        case (str(kind), str(reference), str(text)) if (
            _WORD(kind) and _VALUE(reference) and reference == reference.strip() and _ONE_LINE(text)
        ):
            return "N", f"{kind} {target} {reference}\t{text}"
        case _:
            return None


def _note(entry: AttributeValue, target: str) -> tuple[str, str] | None:
    match entry:
        case (str(kind), str(text)) if (
            _WORD(kind) and kind not in (METADATA_TYPE, NOTE_TYPE) and _ONE_LINE(text)
        ):
            return "#", f"{kind} {target}\t{text}"
        case _:
            return None
