"""Findings that a file itself excuses, by comments: `<!-- regiontargets: ignore U003 -->`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regiontargets.findings import Excerpt, Finding, Place
from regiontargets.findings.suppressions import unreadable, unused

MARKDOWN_SUFFIXES = (".md", ".markdown")

_WORDS = re.compile(
    r"\s*(?P<scope>ignore|ignore-file)\s+(?P<codes>[A-Z]\d{0,3}(?:[\s,]+[A-Z]\d{0,3}\b)*)"
    r"\s*(?:(?:--|because\b).*)?",
    re.DOTALL,
)
_LONGEST = 500


@cache
def _comment() -> re.Pattern[str]:
    # Deferred: whoever checks tables does not pay for Markdown.
    from regiontargets.loaders.markdown.comments import COMMENT

    return re.compile(rf"(?<!\\){COMMENT}")


@dataclass(frozen=True, slots=True)
class _Suppression:
    """One code (or beginning of codes) that a comment excuses, and where it counts."""

    code: str
    whole_file: bool
    comment: str
    place: Place
    line: Excerpt

    def covers(self, finding: Finding) -> bool:
        if not finding.code.startswith(self.code) or finding.place.path != self.place.path:
            return False
        assert self.place.line is not None
        at = finding.place.line
        return self.whole_file or at in (self.place.line, self.place.line + 1)


def suppressed(
    findings: Iterable[Finding],
    files: Iterable[str],
    looked_for: Callable[[str], bool] = lambda _: True,
) -> tuple[list[Finding], int]:
    """What is left of findings, with what is wrong with the comments, and how many are excused.

    A comment counts on its own line and the next; `ignore-file` counts in the whole file.

    Args:
        findings: what was found.
        files: the files that were checked, named as in the findings' places; only Markdown has
            comments.
        looked_for: whether findings of a code, or a beginning of codes, would have been seen; the
            others excuse nothing in vain.
    """
    comments: dict[str, list[_Suppression]] = {}
    wrong: list[Finding] = []
    for name in files:
        for each in _read(Path(name)):
            if isinstance(each, Finding):
                wrong.append(each)
            else:
                comments.setdefault(name, []).append(each)
    used: set[_Suppression] = set()
    left: list[Finding] = []
    count = 0
    for finding in findings:
        excusing = [s for s in comments.get(finding.place.path or "", ()) if s.covers(finding)]
        used.update(excusing)
        count += bool(excusing)
        if not excusing:
            left.append(finding)
    idle = (s for found in comments.values() for s in found if s not in used)
    wrong += [unused(s.code, s.comment, s.place, s.line) for s in idle if looked_for(s.code)]
    return [*left, *wrong], count


def _read(path: Path) -> Iterator[_Suppression | Finding]:
    if path.suffix.lower() not in MARKDOWN_SUFFIXES or not path.is_file():
        return
    name, text = str(path), path.read_bytes().decode("utf-8-sig", "replace")
    for number, line in enumerate(text.split("\n"), 1):
        if "regiontargets:" not in line:
            continue
        for match in _comment().finditer(line):
            start, end = match.span()
            place = Place(name, number, start + 1, number, end + 1)
            yield from _excuses(match[0], match["words"], place, _around(line, start, end))


def _around(line: str, start: int, end: int) -> Excerpt:
    left, right, whole = max(0, start - 60), min(len(line), end + 60), line.rstrip("\r")
    return Excerpt(whole[left:right], left + 1, left > 0, right < len(whole))


def _excuses(
    comment: str, words: str, place: Place, line: Excerpt
) -> Iterator[_Suppression | Finding]:
    stated = _WORDS.fullmatch(words) if len(words) <= _LONGEST else None
    if stated is None:
        yield unreadable(
            comment,
            "it is not of the form: ignore CODES, or ignore-file CODES",
            "Write <!-- regiontargets: ignore U003 -- why -->.",
            place,
            line,
        )
        return
    for code in dict.fromkeys(re.findall(r"[A-Z]\d{0,3}", stated["codes"])):
        yield _Suppression(code, stated["scope"] == "ignore-file", comment, place, line)
