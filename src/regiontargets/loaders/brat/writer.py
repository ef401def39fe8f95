"""From an annotated document to brat's files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError
from regiontargets.paused_collector import paused_collector

from ..format import Written
from .composer import Composer
from .source import METADATA, REMARK, UNREAD, BratSource, Layout


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One document as .ann and .txt.

    Lines that were read from brat and whose annotation is unchanged are repeated as they
    were; every other annotation gets a T, R, E or * line and the A, N and # lines it needs.

    Raises:
        LoadError: not exactly one document.
    """
    if len(documents) != 1:
        raise LoadError(f"brat holds one document a file, not {len(documents)}.")
    with paused_collector():
        return _written(documents[0])


def _written(document: AnnotatedDocument) -> Written:
    layout = _usable_layout(document)
    if layout:
        used = [line.partition("\t")[0] for line in layout.lines]
        composer = Composer(document, used, layout.names)
        annotations = _repeated(document, layout, composer)
    else:
        composer = Composer(document, (), {})
        annotations = _anew(document, composer)
    files = {".ann": annotations, ".txt": document.text}
    return Written(files, tuple(composer.findings))


def _usable_layout(document: AnnotatedDocument) -> Layout | None:
    """The lines the document was read from, if they still give its order and its text."""
    source = document.source_map
    if not isinstance(source, BratSource) or not source.layout or source.raw != document.text:
        return None
    places = {owner: index for index, owner in enumerate(source.layout.owners)}
    for items in (document.spans, document.links):
        known = [places.get(each.id, len(places)) for each in items]
        if known != sorted(known):
            return None
    return source.layout


def _anew(document: AnnotatedDocument, composer: Composer) -> str:
    lines = composer.metadata(document)
    for item in _items(document).values():
        lines += composer.lines(item)
    return "".join(f"{line}\n" for line in lines)


def _repeated(document: AnnotatedDocument, layout: Layout, composer: Composer) -> str:
    items = _items(document)
    same_metadata = document.metadata == layout.metadata
    end = "\r" if layout.lines and layout.lines[0].endswith("\r") else ""
    lines = [] if same_metadata else [line + end for line in composer.metadata(document)]
    done: set[str] = set()
    for line, owner in zip(layout.lines, layout.owners, strict=True):
        if owner == UNREAD or (owner == METADATA and same_metadata):
            lines.append(line)
        elif current := items.get(owner.removeprefix(REMARK)):
            if current == layout.items.get(current.id):
                lines.append(line)
            elif not owner.startswith(REMARK) and owner not in done:
                lines += (each + end for each in composer.lines(current))
            done.add(current.id)
    added = [
        each for item in items.values() if item.id not in done for each in composer.lines(item)
    ]
    if added:
        lines = [*_without_last_end(lines), *(line + end for line in added), ""]
    return layout.newline.join(lines)


def _items(document: AnnotatedDocument) -> dict[str, Span | Link]:
    items: dict[str, Span | Link] = {each.id: each for each in document.spans}
    return items | {each.id: each for each in document.links}


def _without_last_end(lines: list[str]) -> Iterator[str]:
    yield from lines[:-1] if lines and not lines[-1] else lines
