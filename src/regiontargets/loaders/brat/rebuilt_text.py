"""A text for annotations that have lost theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regiontargets.errors import LoadError
from regiontargets.findings import Finding

from ..input_file import InputFile
from . import grammar
from .findings import Places
from .offsets import Fragments

_LONGEST = 10_000_000
"""How many characters are rebuilt at most: an absurd offset must not fill the memory."""


def rebuilt_text(parts: Sequence[InputFile]) -> tuple[str, list[Finding]]:
    """What the annotations quote, each at its offsets, with blanks between; and the finding.

    Raises:
        LoadError: they quote nothing.
    """
    pieces = sorted(piece for part in parts for piece in _pieces(part.text))
    if not pieces:
        raise LoadError(
            f"{parts[0].name} has no .txt beside it, and its annotations quote no text.",
            suggestion="Put the text beside it, under the same name.",
        )
    built: list[str] = []
    reached = 0
    for start, quoted in pieces:
        if start + len(quoted) > reached:
            built += " " * (start - reached), quoted[max(0, reached - start) :]
            reached = start + len(quoted)
    return "".join(built), [_finding(parts[0])]


def _pieces(raw: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for line in raw.split("\n"):
        parsed = grammar.LINE(line.removesuffix("\r"))
        bound = parsed and grammar.text_bound(parsed["data"], parsed["tail"])
        if bound and bound.quoted:
            found += _cut(bound.quoted, bound.fragments)
    return found


def _cut(quoted: str, fragments: Fragments) -> list[tuple[int, str]]:
    """The quoted text by fragment; they stand in it one after the other, a space between."""
    found: list[tuple[int, str]] = []
    position = 0
    for start, end in fragments:
        piece = quoted[position : position + max(0, end - start)]
        position += len(piece) + 1
        if piece and start + len(piece) <= _LONGEST:
            found.append((start, piece))
    return found


def _finding(part: InputFile) -> Finding:
    return Places(part.name, part.text).finding(
        "F010",
        "error",
        f"{Path(part.name).name} has no .txt beside it",
        0,
        "",
        reason="the text is rebuilt from what the annotations quote; what lies between is lost",
        suggestion="Put the text beside it, under the same name.",
    )
