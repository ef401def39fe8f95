"""Putting the safe mends of findings into the text that they are about."""

from __future__ import annotations

from collections.abc import Iterable

from .finding import Finding

_MARKUP = frozenset("[]{}\\\r\n")


def mended(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """A text with every fix whose words stand exactly where the finding says, and their number.

    All else stays as it is. A fix whose place says other words (annotation lies between them), or
    that would bring in markup, or that overlaps an earlier one, is left out.

    >>> from regiontargets.findings import Fix, Place
    >>> place = Place("a.md", 1, 3, 1, 10)
    >>> mended("5 procent.", [Finding("U001", "m", place=place, text="procent",
    ...                                fix=Fix("Write percent", "percent"))])
    ('5 percent.', 1)
    """
    starts = _line_starts(text)
    edits = sorted({edit for each in findings if (edit := _edit(text, starts, each)) is not None})
    parts: list[str] = []
    position = count = 0
    for start, end, replacement in edits:
        if start < position:
            continue
        parts += [text[position:start], replacement]
        position, count = end, count + 1
    return "".join([*parts, text[position:]]), count


def _edit(text: str, starts: list[int], finding: Finding) -> tuple[int, int, str] | None:
    place, fix = finding.place, finding.fix
    if fix is None or not finding.text or place.line is None or place.column is None:
        return None
    if _MARKUP.intersection(fix.replacement) or place.line > len(starts):
        return None
    start = starts[place.line - 1] + place.column - 1
    end = start + len(finding.text)
    told = place.end_column is None or (
        place.end_line in (None, place.line)
        and place.end_column - place.column == len(finding.text)
    )
    return (start, end, fix.replacement) if told and text[start:end] == finding.text else None


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts
