"""The native form: Markdown with Pandoc's bracketed spans and a YAML front matter.

`[Shandong]{.region code=CN-SD} plans [400]{.amount} [SMEs]{.metric} [by 2025]{.period}` stays
readable, and any Markdown tool still shows it. Without its annotation it is the source text,
character for character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.loaders.format import Written
from regiontargets.loaders.input_file import InputFile

from .vocabulary import FINDINGS

__all__ = ["FINDINGS", "NAME", "SUFFIXES", "TITLE", "read", "sniff", "write"]

NAME = "markdown"
TITLE = "Markdown with bracketed spans and a YAML front matter (the native form)"
SUFFIXES = (".md", ".markdown")


def sniff(file: InputFile) -> bool:
    """Whether it is named as Markdown."""
    return file.suffix in SUFFIXES


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The one document in the file.

    Raises:
        LoadError: the file is not text.

    >>> doc = next(read(InputFile("a.md", b"[Hubei]{.region code=CN-HB} grew.")))
    >>> doc.text, doc.spans[0].attributes
    ('Hubei grew.', {'code': 'CN-HB'})
    """
    from .reader import read_document  # Deferred, as in every format: it is asked more than read.

    yield read_document(file.name, file.text)


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One document as Markdown.

    Raises:
        LoadError: there are several documents.
    """
    from .writer import write_document

    if len(documents) != 1:
        raise LoadError(
            f"Markdown holds one document a file, not {len(documents)}.",
            suggestion="Write them into a folder.",
        )
    return Written({".md": write_document(documents[0])})
