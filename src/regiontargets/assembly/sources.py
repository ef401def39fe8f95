"""What a document says of itself, as a source."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from regiontargets.documents import AnnotatedDocument
from regiontargets.model import Evidence, Source

CONTEXT = 32
"""Characters of context that evidence keeps on either side."""


def source_of(document: AnnotatedDocument, source_id: str, path: str | None) -> Source:
    """The source that a document is, under an id that is unique in its dataset."""
    metadata = document.metadata
    stated = {
        name: value
        for name in ("title", "publisher", "place", "language", "url")
        if isinstance(value := metadata.get(name), str)
    }
    return Source(
        id=source_id,
        published=_date(metadata.get("published")),
        path=path,
        sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=document.text,
        **stated,
    )


def _date(value: object) -> date | None:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def evidence_of(text: str, source_id: str, fragments: tuple[tuple[int, int], ...]) -> Evidence:
    """The evidence that some runs of a text are."""
    start = min(run[0] for run in fragments)
    end = max(run[1] for run in fragments)
    return Evidence(
        source=source_id,
        start=start,
        end=end,
        exact=" ".join(text[left:right] for left, right in fragments),
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        fragments=fragments if len(fragments) > 1 else (),
    )


def unique_id(path: str | None, number: int, taken: set[str]) -> str:
    """An id for the n-th document of a file: the file's stem, longer where that is taken."""
    name = Path(path or "input")
    stem = name.stem or "input"
    candidates = [stem if number == 0 else f"{stem}-{number + 1}"]
    candidates.append(f"{name.parent.name}/{candidates[0]}")
    for candidate in candidates:
        if candidate not in taken:
            return candidate
    count = 2
    while f"{candidates[0]}~{count}" in taken:
        count += 1
    return f"{candidates[0]}~{count}"
