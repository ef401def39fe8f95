"""The annotations of one text to a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.documents.annotated_document import MetadataValue
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from ..json_links import dangling
from ..json_records import Json
from ..json_values import as_metadata, metadata_from
from ..record_findings import RecordFindings
from .anchoring import Anchored, Anchors, Unanchored, selectors_of
from .annotation import is_hypothesis, said_by
from .records import Group, Item, ends_of, groups_of, is_link

KEPT = "web_annotation"
"""The metadata key under which everything is kept that only an annotation file understands."""

TERMS = {
    "dcterms:title": "title",
    "dcterms:publisher": "publisher",
    "dcterms:issued": "published",
    "dcterms:spatial": "place",
    "dcterms:language": "language",
}
"""Dublin Core terms for a text's metadata."""

USUAL = {"id": "#text", "type": "TextualBody", "format": "text/plain"}
"""How a text is described that has no address of its own."""


def documents_of(file: InputFile) -> Iterator[AnnotatedDocument | Finding]:
    """A document for each text."""
    with paused_collector():
        groups = list(groups_of(file))
    texts = _texts(groups, file)
    for at, group in enumerate(groups):
        if isinstance(group, Finding):
            yield group
            continue
        findings = RecordFindings(file.name, group.line)
        text = texts.get(at)
        if text is None:
            _say_no_text(group, file, findings)
            yield from findings.found
        else:
            with paused_collector():
                document = _Reader(text, group, findings).document()
            yield document


def _texts(groups: Sequence[Group | Finding], file: InputFile) -> dict[int, str]:
    """The texts of the groups that have one; the file beside them is for the one left over."""
    texts: dict[int, str] = {}
    left: list[int] = []
    for at, group in enumerate(groups):
        if isinstance(group, Finding):
            continue
        value, name = group.source.get("value"), group.source.get("id")
        beside = _local(name, file) if isinstance(name, str) else None
        if isinstance(value, str):
            texts[at] = value
        elif beside is not None:
            texts[at] = beside
        elif any(_has_place(end) for item in group.items for end in ends_of(item.annotation)):
            left.append(at)
    beside = _readable(file.sibling(".txt"))
    if len(left) == 1 and beside is not None:
        texts[left[0]] = beside
    return texts


def _readable(file: InputFile | None) -> str | None:
    try:
        return file.text if file is not None else None
    except LoadError:
        return None


def _local(name: str, file: InputFile) -> str | None:
    """The text of the file that a relative address names, if it lies in the folder or below."""
    if file.path is None or not name or ":" in name or "\0" in name or len(name) > 255:
        return None
    try:
        folder = file.path.resolve().parent
        path = (folder / name.split("#")[0]).resolve()
        if not path.is_relative_to(folder) or not path.is_file() or path == file.path.resolve():
            return None
        return _readable(InputFile.open(path, encoding=file.encoding))
    except (OSError, LoadError, ValueError):
        return None


def _say_no_text(group: Group, file: InputFile, findings: RecordFindings) -> None:
    name = str(group.source.get("id", ""))
    beside = Path(file.name).with_suffix(".txt").name
    findings.error(
        "F086",
        f"the text of {len(group.items)} annotations is not there",
        text=name,
        reason="the file does not hold it, and no file beside it does",
        suggestion=f"Put it beside the annotations as {beside}.",
    )


class _Reader:
    """Reads the annotations of one text."""

    def __init__(self, text: str, group: Group, findings: RecordFindings) -> None:
        findings.half_characters("F089", text)
        self._text, self._group, self._findings = text, group, findings
        self._anchors: dict[bool, Anchors] = {}
        self._spans: list[Span] = []
        self._links: list[Link] = []
        self._aside: list[Json] = list(group.aside)
        self._used: set[str] = set()
        self._count = 0
        self._given = {str(item.annotation.get("id")) for item in group.items}

    def document(self) -> AnnotatedDocument:
        """The document."""
        linking = [item for item in self._group.items if is_link(item.annotation)]
        for item in self._group.items:
            if not is_link(item.annotation):
                self._findings.line = item.line
                self._read_span(item)
        self._read_links(linking)
        return AnnotatedDocument(
            self._text,
            tuple(self._spans),
            tuple(self._links),
            self._metadata(),
            tuple(self._findings.found),
        )

    def _read_span(self, item: Item) -> None:
        annotation = item.annotation
        targets = ends_of(annotation)
        whole = not any(_has_place(target) for target in targets)
        if annotation.get("references") or whole:
            what = "is a reply to another" if annotation.get("references") else "is of a whole text"
            self._findings.note("F091", f"an annotation {what}, and is kept apart")
            self._aside.append(annotation)
            return
        utf16 = is_hypothesis(annotation)
        anchors = self._anchors_in(utf16=utf16)
        said = said_by(annotation)
        fragments: list[tuple[int, int]] = []
        for target in targets:
            selectors = selectors_of(target.get("selector", _in_address(target)))
            place = anchors.anchor(selectors)
            if isinstance(place, Unanchored):
                self._say_unanchored(place, selectors.exact or said.label)
                self._aside.append(annotation)
                return
            self._say_repair(place, selectors.exact or said.label)
            fragments.append((place.start, place.end))
        name = self._name(annotation.get("id"), f"A{len(self._spans) + 1}")
        self._spans.append(Span(name, said.label, tuple(fragments), said.attributes))

    def _anchors_in(self, *, utf16: bool) -> Anchors:
        if utf16 not in self._anchors:
            ends = (end for item in self._group.items for end in ends_of(item.annotation))
            expected = (selectors_of(end.get("selector")) for end in ends)
            self._anchors[utf16] = Anchors(self._text, utf16=utf16, expected=expected)
        return self._anchors[utf16]

    def _say_unanchored(self, place: Unanchored, quote: str) -> None:
        messages = {
            "F087": "an annotation is an orphan",
            "F088": "an annotation is ambiguous",
            "F090": "an annotation says nothing of where it stands that can be used",
        }
        self._findings.error(
            place.code,
            messages[place.code],
            text=quote,
            reason=place.reason,
            suggestion="Anchor it again in the text as it is now.",
        )

    def _say_repair(self, place: Anchored, quote: str) -> None:
        if place.repair:
            self._findings.warning("F089", "an anchor was mended", text=quote, reason=place.repair)

    def _read_links(self, items: list[Item]) -> None:
        spans = set(self._used)
        stated = {str(item.annotation["id"]) for item in items if "id" in item.annotation}
        known = spans | stated
        read = [(item, self._link(item, known)) for item in items]
        gone = dangling([link for _, link in read], spans)
        for item, link in read:
            if link.id not in gone:
                self._links.append(link)
                continue
            self._findings.line = item.line
            self._findings.error(
                "F092",
                "a link leads to an annotation that is not there",
                text=", ".join(end for _, end in link.arguments if end not in spans),
            )
            self._aside.append(item.annotation)

    def _link(self, item: Item, known: set[str]) -> Link:
        annotation = item.annotation
        ends = [(_role(at, end), _id(end, known)) for at, end in enumerate(ends_of(annotation))]
        said = said_by({**annotation, "motivation": "tagging"})
        self._count += 1
        name = self._name(annotation.get("id"), f"L{self._count}")
        return Link(name, said.label, tuple(ends), said.attributes)

    def _name(self, given: Json, usual: str) -> str:
        name = usual if given is None else str(given)
        while name in self._used or (given is None and name in self._given):
            if given is not None:
                self._findings.warning("F089", f"the id {name[:60]!r} stands twice", text=name)
                given = None
            name = f"{name}_{len(self._used)}"
        self._used.add(name)
        return name

    def _metadata(self) -> dict[str, MetadataValue]:
        source = self._group.source
        own = source.get("metadata")
        terms = {TERMS[name]: source[name] for name in TERMS if isinstance(source.get(name), str)}
        found = metadata_from(terms, ())
        found |= metadata_from(own, (KEPT,)) if isinstance(own, dict) else {}
        for item in self._group.items[:1]:
            found |= _of_page(item.annotation)
        taken = ("value", "metadata", *TERMS)
        described = {name: source[name] for name in source if name not in taken}
        kept: dict[str, Json] = {
            "source": {} if described == USUAL else described,
            "fields": self._group.fields,
            "aside": self._aside,
        }
        mine = {name: as_metadata(value) for name, value in kept.items() if value}
        if mine:
            found[KEPT] = mine
        return found


def _of_page(annotation: dict[str, Json]) -> dict[str, MetadataValue]:
    """What an annotation of Hypothesis says of the page it stands on."""
    if not is_hypothesis(annotation):
        return {}
    document, address = annotation.get("document"), annotation.get("uri")
    titles = document.get("title") if isinstance(document, dict) else None
    title = titles[0] if isinstance(titles, list) and titles else titles
    stated: dict[str, Json] = {"title": title, "url": address}
    return metadata_from({k: v for k, v in stated.items() if isinstance(v, str)}, ())


def _has_place(target: dict[str, Json]) -> bool:
    return "selector" in target or "#char=" in str(target.get("id"))


def _in_address(target: dict[str, Json]) -> Json:
    """The selector in a target's address (`text.txt#char=4,7`)."""
    _, _, fragment = str(target.get("id", "")).partition("#")
    return {"type": "FragmentSelector", "value": fragment}


def _role(position: int, end: dict[str, Json]) -> str:
    role = end.get("role")
    usual = ("from", "to")[position] if position < 2 else "to"
    return role if isinstance(role, str) else usual


def _id(end: dict[str, Json], known: set[str]) -> str:
    """The id of a link's end; Recogito writes it as a fragment of the page."""
    name = str(end.get("id"))
    return name if name in known else name.removeprefix("#")
