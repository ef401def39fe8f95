"""Rebuild docs/formats.md from the loaders: `python update/format_page.py`."""

from __future__ import annotations

from pathlib import Path

from regiontargets import assembly, exports, gathering
from regiontargets.loaders import Format, WritableFormat, archive, formats

PAGE = Path(__file__).parents[1] / "docs/formats.md"

HEAD = """\
# Formats

`rt.load` takes a file, a folder or a pattern and recognises each file by its name and content;
`format=` names the format where that is not enough. `rt.read` gives the annotated document
before anything is typed, `rt.write` writes it in any format that can be written, and
`regiontargets convert` goes from one to another, or to a saved dataset. What a format cannot hold
is told as findings, never dropped in silence.

Offsets are Unicode code points everywhere in this library, whatever the format counts in. Reading
never changes the text under them. What a file gets wrong, and every repair, is a finding with its
place; its codes stand below each format.

A ZIP archive is read like the folder that it holds. INCEpTION exports a document in XMI and its
types as one, and a whole project as archives in an archive: where a document of a project is
curated, what the curator decided is read, and the annotators' own versions are not.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, _table(), *(_section(each) for each in formats().values())]
    own = {**assembly.FINDINGS, **exports.FINDINGS, **gathering.FINDINGS, **archive.FINDINGS}
    parts.append("## Saved datasets, folders, archives and records\n\n" + _codes(own))
    return "\n".join(parts)


def _table() -> str:
    rows = ["| format | name | endings | can be |", "|---|---|---|---|"]
    for each in formats().values():
        can = "read, written" if isinstance(each, WritableFormat) else "read"
        endings = " ".join(f"`{suffix}`" for suffix in each.SUFFIXES)
        rows.append(f"| {each.TITLE} | `{each.NAME}` | {endings} | {can} |")
    rows.append("| a saved dataset | `dataset` | `.json` | read, written |")
    return "\n".join(rows) + "\n"


def _section(of: Format) -> str:
    return f"## {of.NAME}\n\n" + _codes(getattr(of, "FINDINGS", {}))


def _codes(codes: dict[str, str]) -> str:
    rows = ["| code | finds |", "|---|---|"]
    rows += [f"| {code} | {meaning} |" for code, meaning in sorted(codes.items())]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
