"""Putting the safe mends of findings into the annotated text that they are about."""

from __future__ import annotations

from collections.abc import Iterable

from regiontargets.findings import Finding

from .edits import Edit, applied
from .mended import Mended, difference

_MARKUP = frozenset("[]{}\\\r\n")


def mended_markdown(data: bytes, name: str, findings: Iterable[Finding]) -> Mended | None:
    """A Markdown file with every fix made that is safe; None where there is none.

    A file that is not UTF-8 is left alone.

    Args:
        data: the file's bytes.
        name: the file, as in the findings' places.
        findings: what is wrong with it.
    """
    try:
        before = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    here = (each for each in findings if each.place.path == name)
    after, count = mended_text(before.removeprefix(mark), here)
    if not count:
        return None
    after = mark + after
    return Mended(after.encode("utf-8"), difference(before, after, name), count)


def mended_text(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """A text with every fix whose words stand exactly where the finding says, and their number.

    All else stays as it is. A fix whose place says other words (annotation lies between them), or
    that would bring in markup, or that overlaps an earlier one, is left out.

    >>> from regiontargets.findings import Fix, Place
    >>> place = Place("a.md", 1, 3, 1, 10)
    >>> mended_text("5 procent.", [Finding("U001", "m", place=place, text="procent",
    ...                                     fix=Fix("Write percent", "percent"))])
    ('5 percent.', 1)
    """
    starts = _line_starts(text)
    edits = (_edit(text, starts, each) for each in findings)
    return applied(text, (each for each in edits if each is not None))


def _edit(text: str, starts: list[int], finding: Finding) -> Edit | None:
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
    return Edit(start, end, fix.replacement) if told and text[start:end] == finding.text else None


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts
