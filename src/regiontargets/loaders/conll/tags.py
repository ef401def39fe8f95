"""Tags to ranges of tokens, in any scheme, and ranges of tokens to IOB2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .layout import is_tag

_BEGIN, _INSIDE, _END, _SINGLE = "B", "IM", "EL", "SU"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of tokens under one label: first token, the one after its last, label."""

    first: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A tag that does not follow from the one before it, and why."""

    token: int
    reason: str


def begins_with_b(sentences: Sequence[Sequence[str]]) -> bool:
    """Whether the chunks of a file begin with B, as in all schemes but IOB1.

    >>> begins_with_b([["I-a", "O", "I-a", "B-a"]]), begins_with_b([["B-a", "I-a"]])
    (False, True)
    """
    for tags in sentences:
        before = "O"
        for tag in tags:
            if is_tag(tag) and tag[0] in _BEGIN + _SINGLE:
                after_same = before != "O" and before[2:] == tag[2:]
                if not after_same or tag[0] in _SINGLE:
                    return True
            before = tag
    return False


def chunks_of(tags: Sequence[str], *, strict: bool) -> Iterator[Chunk | Slip]:
    """The chunks of a sentence.

    `strict`: whether a chunk must begin with B (or S), as in all schemes but IOB1.

    >>> list(chunks_of(["B-a", "I-a", "O", "I-b"], strict=False))
    [Chunk(first=0, end=2, label='a'), Chunk(first=3, end=4, label='b')]
    """
    first, label = -1, ""
    for at, tag in enumerate([*tags, "O"]):
        known = is_tag(tag)
        kind, own = (tag[0], tag[2:]) if known else ("O", "")
        if not known:
            yield Slip(at, f"{tag[:40]!r} is no tag; it is read as O")
        goes_on = first >= 0 and kind in _INSIDE + _END and own == label
        if first >= 0 and not goes_on:
            yield Chunk(first, at, label)
            first = -1
        if kind == "O":
            continue
        if not goes_on:
            if strict and kind in _INSIDE + _END:
                yield Slip(at, f"{tag[:40]!r} continues nothing; a new span begins with it")
            first, label = at, own
        if kind in _END + _SINGLE:
            yield Chunk(first, at + 1, label)
            first = -1
