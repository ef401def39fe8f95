"""brat standoff: an .ann (or .a1 and .a2) beside its .txt.

What a line becomes in the document:

| line | in the document |
|---|---|
| `T1 Region 0 5;8 12` | a span with id, label and fragments, in code points |
| `R1 Of Arg1:T1 Arg2:T2` | a link with these two arguments |
| `E1 Target:T3 Region:T1` | a link; `("trigger", "T3")` is its first argument |
| `* Equiv T1 T2` | a link `*1` (`*2` …) with an argument `("member", …)` each |
| `A1 Certain T1`, `M1 …` | the attribute `Certain` of T1: `True`, or the value as text |
| `N1 Reference T1 GB:42 Hubei` | in the attribute `normalizations`: (type, entry, text) each |
| `#1 AnnotatorNotes T1 …` | in the attribute `notes`: (type, text) each |
| `#1 Metadata document {…}` | the metadata, as JSON: this library's own convention |
| `#1 Attributes T1 {…}` | attributes that an A line cannot hold, as JSON: likewise |

Roles stay as stated (`Region2` for a second region).
An attribute stated several times becomes a tuple of its values. The ids of attributes and
notes, the order of lines and whatever could not be read are kept aside (in the source map),
so that writing a document back repeats each line of which nothing changed, byte for byte.

Documents from elsewhere get brat ids; a foreign id is kept as their tail (`T3~hb` is `hb`),
which brat's grammar allows. Offsets count code points; where the quoted texts show that a
file counts otherwise, they are converted and the finding F014 says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile
from .findings import FINDINGS

__all__ = ["COMPANIONS", "FINDINGS", "NAME", "SUFFIXES", "TITLE", "read", "sniff", "write"]

NAME = "brat"
TITLE = "brat standoff: .ann, or .a1 and .a2, beside a .txt"
SUFFIXES = (".ann", ".a1")
PARTS = (".a1", ".a2", ".co", ".rel")
"""The files over which the BioNLP Shared Tasks spread the annotations of one text."""
COMPANIONS = (".txt", *PARTS[1:])
"""Endings of files that are read along with another: a folder's loader passes them over."""


def sniff(file: InputFile) -> bool:
    """Whether the file is surely brat's, by its name and its `head`."""
    if file.suffix not in (".ann", *PARTS):
        return False
    from .grammar import LINE

    lines = [line for line in file.head.splitlines() if line.strip()]
    return not lines or any(LINE(line) for line in lines)


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The one document of an .ann (or of .a1, .a2, .co and .rel together) and its .txt.

    Raises:
        LoadError: there is neither a .txt nor an annotation that quotes one, or a file is
            not text.
    """
    from . import reader

    return reader.read(file)


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One document as .ann and .txt; see `writer`.

    Raises:
        LoadError: not exactly one document.
    """
    from . import writer

    return writer.write(documents)
