"""From the file's text to an annotated document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from regiontargets.documents import (
    AnnotatedDocument,
    AttributeValue,
    Comment,
    Link,
    SourceMap,
    Span,
)
from regiontargets.documents.annotated_document import MetadataValue
from regiontargets.findings import Finding

from . import foreign
from .brackets import Bracketed, Stripped, scan
from .front_matter import FrontMatterError, read_front_matter, split_front_matter
from .vocabulary import (
    ATTRIBUTES,
    CONTINUED_CLASS,
    FLAG_CLASSES,
    FOREIGN_CLASS,
    FRAGMENT_CLASS,
    LINK_CLASS,
    MAIN_CLASSES,
    MAX_ALIKE,
    RECORD_CLASSES,
    REFERENCES,
    auto_id,
)

_ADVICE = {
    "F001": "Close it with ]{.class}, or write \\[ if the bracket is part of the text.",
    "F002": "Open it with [, or remove the attributes.",
    "F003": "Write attributes as {.class #id key=value}, values with spaces in quotation marks.",
    "F006": "Give each span an id of its own.",
    "F008": "See the YAML between the two lines of dashes.",
    "F009": "Put the brackets around the words, or remove the span.",
}


def read_document(name: str, raw: str) -> AnnotatedDocument:
    """The document in a file's text; what cannot be read becomes its findings."""
    return _Reader(name, raw).document()


class _Flagged(NamedTuple):
    main: str
    flags: tuple[str, ...]


class _Reader:
    def __init__(self, name: str, raw: str) -> None:
        self.raw = raw
        yaml_text, self.yaml_start, self.text_start = split_front_matter(raw)
        self.yaml_text = yaml_text
        self.scan = scan(raw, self.text_start)
        self.stripped = Stripped(raw, self.text_start, self.scan.removed)
        self.source_map = SourceMap(name, raw, self.stripped.runs)
        self.findings: list[Finding] = []
        self.counted: Counter[str] = Counter()
        self.spans: dict[str, Span] = {}
        self.links: list[Link] = []
        self.references: list[tuple[str, str, tuple[int, int]]] = []

    def document(self) -> AnnotatedDocument:
        metadata = self._metadata()
        for trouble in sorted(self.scan.troubles, key=lambda trouble: trouble.start):
            self._report(
                trouble.code, _headline(trouble.code), trouble.start, trouble.end, trouble.reason
            )
        self._read_spans()
        self._check_references()
        return AnnotatedDocument(
            self.stripped.text,
            tuple(self.spans.values()),
            tuple(self.links),
            metadata,
            (*sorted(self.findings, key=_in_file_order), *self._uncounted()),
            self.source_map,
            tuple(
                Comment(self.stripped.offset(start), self.raw[start:end])
                for start, end in self.scan.comments
            ),
        )

    def _metadata(self) -> dict[str, MetadataValue]:
        if self.yaml_text is None:
            return {}
        try:
            metadata, wrong = read_front_matter(self.yaml_text, self.yaml_start)
        except FrontMatterError as error:
            end = self._line_end(error.offset)
            self._report("F008", "the front matter cannot be read", error.offset, end, error.reason)
            return {}
        for key, reason, offset in wrong:
            message = f"the front matter's {key!r} cannot be used"
            self._report("F008", message, offset, self._line_end(offset), reason)
        return metadata

    def _read_spans(self) -> None:
        taken = self._given_ids()
        for number, bracketed in enumerate(self.scan.spans, start=1):
            classes = self._classes(bracketed)
            own = bracketed.attributes.id
            span_id = own[0] if own and taken.get(own[0]) == bracketed.opened else auto_id(number)
            while own is None and span_id in taken:
                span_id += "_"
            values = self._values(bracketed, classes)
            self._add(span_id, bracketed, classes, values)

    def _given_ids(self) -> dict[str, int]:
        """Where each id is given first; any later one is reported."""
        taken: dict[str, int] = {}
        for bracketed in self.scan.spans:
            if bracketed.attributes.id is None:
                continue
            span_id, (start, end) = bracketed.attributes.id
            if span_id in taken:
                line = self.source_map.raw_place(taken[span_id], taken[span_id]).line
                message = f"the id {span_id!r} is given twice"
                self._report("F006", message, start - 1, end, f"it is first given on line {line}")
            taken.setdefault(span_id, bracketed.opened)
        return taken

    def _classes(self, bracketed: Bracketed) -> _Flagged:
        main: str | None = None
        flags: list[str] = []
        unknown = ""
        for name, (start, end) in bracketed.attributes.classes:
            if name in FLAG_CLASSES:
                flags.append(name)
            elif name not in MAIN_CLASSES:
                unknown = unknown or name
                self._unknown(
                    "F004",
                    "class",
                    f".{name}",
                    start - 1,
                    end,
                    sorted(MAIN_CLASSES | FLAG_CLASSES.keys()),
                )
            elif main is not None:
                reason = f"a span is one thing, and this one is already a .{main}"
                self._report("F004", f"a second class, .{name}", start - 1, end, reason)
            else:
                main = name
        if main is None and not unknown:
            block = bracketed.attributes
            reason = "a span needs a class that says what it is"
            self._report("F004", "a span without a class", bracketed.closed + 1, block.end, reason)
        for name, (start, end) in bracketed.attributes.classes:
            if name in flags and main is not None and main not in FLAG_CLASSES[name]:
                owners = " or ".join(f".{owner}" for owner in sorted(FLAG_CLASSES[name]))
                reason = f"it goes with {owners}"
                self._report("F004", f".{name} says nothing on a .{main}", start - 1, end, reason)
        return _Flagged(main or unknown, tuple(flags))

    def _values(self, bracketed: Bracketed, classes: _Flagged) -> dict[str, AttributeValue]:
        values: dict[str, AttributeValue] = dict.fromkeys(classes.flags, True)
        block = bracketed.attributes
        for what, (start, end) in block.repeated:
            self._report("F003", f"{what} is given twice", start, end, "only the first counts")
        for key, (value, place) in block.values.items():
            start, end = block.keys[key]
            if key not in ATTRIBUTES:
                self._unknown("F005", "attribute", key, start, start + len(key), sorted(ATTRIBUTES))
            elif classes.main in MAIN_CLASSES and classes.main not in ATTRIBUTES[key]:
                owners = ", ".join(f".{owner}" for owner in sorted(ATTRIBUTES[key]))
                message = f"{key}= says nothing on a .{classes.main}"
                self._report("F005", message, start, start + len(key), f"it goes with {owners}")
            elif key in REFERENCES and value.startswith("#"):
                self.references.append((key, value[1:], place))
            values[key] = value
        return values

    def _add(
        self,
        span_id: str,
        bracketed: Bracketed,
        classes: _Flagged,
        values: dict[str, AttributeValue],
    ) -> None:
        start = self.stripped.offset(bracketed.opened + 1)
        end = max(start, self.stripped.offset(bracketed.closed))
        if classes.main == LINK_CLASS:
            self.links.append(foreign.read_link(span_id, values))
            return
        if classes.main in (FRAGMENT_CLASS, CONTINUED_CLASS):
            self._extend(str(values.get("of", "")).removeprefix("#"), start, end, classes.main)
            return
        if start == end and classes.main not in RECORD_CLASSES and classes.main != FOREIGN_CLASS:
            message = f"a .{classes.main} without text"
            self._report("F009", message, bracketed.opened, bracketed.attributes.end)
            return
        span = Span(span_id, classes.main, ((start, end),), values)
        self.spans[span_id] = foreign.read_span(span) if classes.main == FOREIGN_CLASS else span
        for key, (_, place) in bracketed.attributes.values.items():
            self.source_map.attribute_ranges[span_id, key] = place

    def _extend(self, span_id: str, start: int, end: int, how: str) -> None:
        span = self.spans.get(span_id)
        if span is None:
            return
        *earlier, last = span.fragments
        more = ((last[0], end),) if how == CONTINUED_CLASS else (last, (start, end))
        self.spans[span_id] = Span(span.id, span.label, (*earlier, *more), span.attributes)

    def _check_references(self) -> None:
        known = self.spans.keys()
        for key, target, (start, end) in self.references:
            if target not in known:
                names = [span_id for span_id in known if not span_id.startswith("s")]
                message = f"{key}=#{target} refers to nothing"
                self._report(
                    "F007",
                    message,
                    start,
                    end,
                    f"no span has the id {target!r}",
                    _near(target, names),
                )

    def _unknown(
        self, code: str, noun: str, name: str, start: int, end: int, known: list[str]
    ) -> None:
        message = f"unknown {noun} {name!r}"
        reason = f"the native annotation has no such {noun}"
        self._report(code, message, start, end, reason, _near(name.removeprefix("."), known))

    def _report(
        self, code: str, message: str, start: int, end: int, reason: str = "", suggestion: str = ""
    ) -> None:
        self.counted[code] += 1
        if self.counted[code] > MAX_ALIKE:
            return
        self.findings.append(
            Finding(
                code,
                message,
                "error",
                self.source_map.raw_place(start, end),
                self.raw[start:end][:200],
                reason,
                suggestion or _ADVICE.get(code, ""),
                excerpt=self.source_map.raw_excerpt(start, end),
            )
        )

    def _uncounted(self) -> Iterator[Finding]:
        """One more finding for all those of a code that were not told one by one."""
        for code, count in self.counted.items():
            if count > MAX_ALIKE:
                last = [each for each in self.findings if each.code == code][-1]
                message = f"{count - MAX_ALIKE:,} more of the same kind behind this one"
                yield Finding(code, message, "error", last.place, last.text, last.reason)

    def _line_end(self, offset: int) -> int:
        end = self.raw.find("\n", offset)
        return len(self.raw) if end < 0 else end


def _headline(code: str) -> str:
    return {
        "F001": "a bracket is never closed",
        "F002": "a closing bracket without an opening one",
        "F003": "attributes that cannot be read",
    }[code]


def _near(name: str, known: list[str]) -> str:
    close = get_close_matches(name[:100], known[:2000], n=1)
    return f"Did you mean {close[0]!r}?" if close else ""


def _in_file_order(finding: Finding) -> tuple[int, int, str]:
    return finding.place.line or 0, finding.place.column or 0, finding.code
