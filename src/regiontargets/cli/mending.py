"""Mending files in place."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from regiontargets.findings import Finding
from regiontargets.findings.mending import mended


def mend_file(name: str, findings: Iterable[Finding], *, dry_run: bool) -> str:
    """Mend what is safe in one text file; all other bytes stay.

    A file that is not UTF-8 is left alone.

    Returns:
        The difference, empty if there is none.

    Raises:
        OSError: the file cannot be read or written.
    """
    path = Path(name)
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    here = (each for each in findings if each.place.path == name)
    after, count = mended(before.removeprefix(mark), here)
    if not count:
        return ""
    after = mark + after
    if not dry_run:
        path.write_bytes(after.encode("utf-8"))
    lines = (before.splitlines(keepends=True), after.splitlines(keepends=True))
    return "".join(unified_diff(*lines, name, name))
