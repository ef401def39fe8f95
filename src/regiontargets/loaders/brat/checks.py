"""What is wrong with a document that is read line by line: seen only when all is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from regiontargets.errors import LoadError
from regiontargets.findings import Finding

from .annotation_conf import declared_labels
from .lines import AnnotationLines
from .offsets import agrees

_NEAR = 1000
"""How far around its offsets a quoted text is looked for, in characters."""


def checked(read: AnnotationLines, path: Path | None) -> Iterator[Finding]:
    """Drifted quotations, dangling references, circles, undeclared labels."""
    yield from _drifted(read)
    yield from _dangling(read)
    yield from _circular(read)
    yield from _undeclared(read, path)


def _drifted(read: AnnotationLines) -> Iterator[Finding]:
    for doubt in read.doubts:
        quoted = doubt.quoted
        if not agrees(quoted, doubt.fragments, read.text):
            start, end = doubt.fragments[0][0], doubt.fragments[-1][1]
            there = read.text[start : min(max(start, end), start + _NEAR)]
            yield doubt.places.finding(
                "F013",
                "warning",
                f"{doubt.identifier} quotes another text than stands at its offsets",
                doubt.start,
                quoted,
                reason=f"at {start} stands {_shown(there)}; the offsets are kept",
                suggestion=_nearest(quoted, start, read.text),
            )


def _nearest(quoted: str, start: int, text: str) -> str:
    """Where the quoted text stands instead, if it does so nearby."""
    after = text.find(quoted, start, start + _NEAR + len(quoted))
    before = text.rfind(quoted, max(0, start - _NEAR), start + len(quoted))
    found = [place for place in (before, after) if place >= 0]
    if not found or not quoted:
        return "If the text was changed after it was annotated, restore it."
    nearest = min(found, key=lambda place: abs(place - start))
    return f"{_shown(quoted)} stands at {nearest}, {nearest - start:+d} characters from there."


def _dangling(read: AnnotationLines) -> Iterator[Finding]:
    dangling = {
        link.id: missing
        for link in read.links
        if (missing := [target for _, target in link.arguments if target not in read.attributes])
    }
    if not dangling:
        return
    for identifier, line in read.where(dangling).items():
        missing = dangling[identifier]
        shown = ", ".join(missing[:3])
        there = "which is" if len(missing) == 1 else "which are"
        message = f"{identifier} refers to {shown}, {there} not there"
        yield line.finding("F016", "error", message, "the argument is kept as it is stated")


def _circular(read: AnnotationLines) -> Iterator[Finding]:
    links = {link.id: link for link in read.links}
    graph = {
        link.id: on
        for link in read.links
        if (on := {target for _, target in link.arguments if target in links})
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        for line in read.where(circle[:1]).values():
            shown = " → ".join(circle[:6]) + (" …" if len(circle) > 6 else "")
            message = "annotations refer to each other in a circle"
            yield line.finding("F020", "warning", message, f"{shown}; there may be more such")


def _undeclared(read: AnnotationLines, path: Path | None) -> Iterator[Finding]:
    try:
        declared = declared_labels(path)
    except LoadError as error:
        yield Finding("F022", f"annotation.conf cannot be read: {error.message}", "note")
        return
    if declared is None:
        return
    spans = declared.get("entities", frozenset()) | declared.get("events", frozenset())
    links = declared.get("relations", frozenset()) | declared.get("events", frozenset())
    first = _first_of_label(((each.label, each.id) for each in read.spans), spans)
    first |= _first_of_label(((each.label, each.id) for each in read.links), links)
    for identifier, line in read.where(first).items():
        near = get_close_matches(first[identifier], spans | links, 1)
        message = f"annotation.conf does not declare {first[identifier]}"
        suggestion = f"Did you mean {near[0]}?" if near else ""
        yield line.finding("F021", "note", message, "", suggestion)


def _first_of_label(
    labelled: Iterable[tuple[str, str]], declared: frozenset[str]
) -> dict[str, str]:
    """The first annotation of each label that is not declared; none where none is declared."""
    if not declared:
        return {}
    first: dict[str, str] = {}
    for label, identifier in labelled:
        if label not in declared:
            first.setdefault(label, identifier)
    return {identifier: label for label, identifier in first.items()}


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
