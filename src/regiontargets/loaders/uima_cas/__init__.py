"""UIMA CAS, as INCEpTION, WebAnno and DKPro write it: XMI and JSON, read with dkpro-cassis.

| in the CAS | in the document |
|---|---|
| a text (sofa) | a document of its own; most files have one |
| an annotation | a span `T…`; the number is that of `xmi:id` or `%ID` |
| an annotation with both ends of a relation | a link `R…` with `source` and `target` |
| a feature with a plain value, or several | an attribute; several are a tuple |
| a feature that lists links with role and target | a link `E….feature` with its `trigger` |
| a feature that refers to an annotation | a link `R….feature` with `source` and `target` |
| a chain | a link `C…` with an argument `("member", …)` for each element |
| what marks no text | metadata, by the name of its type |

Ends of a relation are the features Governor and Dependent, or source and target. Labels and
the attribute `layer` are those of `loaders.layers`; tokens and sentences are spans too. What
a token refers to at its own place (lemma, part of speech) is a span there and no link.
Offsets are UTF-16 units in the file and code points in the document.

XMI needs its type system: `TypeSystem.xml` beside it (INCEpTION exports both), or
`NAME.typesystem.xml`. Without it the types are inferred, and the finding F050 says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.documents import AnnotatedDocument

from ..input_file import InputFile
from .findings import FINDINGS

__all__ = ["COMPANIONS", "FINDINGS", "NAME", "NEIGHBOURS", "SUFFIXES", "TITLE", "read", "sniff"]

NAME = "uima_cas"
TITLE = "UIMA CAS, XMI and JSON (INCEpTION, DKPro), reading"
SUFFIXES = (".xmi", ".json")
COMPANIONS = (".xml",)
"""Endings of files that are read along with another: a folder's loader passes them over."""
NEIGHBOURS = ("TypeSystem.xml", "typesystem.xml")
"""Names of files that are read along with every other one of their folder: what the file with the
type system is called, which INCEpTION puts beside each document."""


def sniff(file: InputFile) -> bool:
    """Whether the file is surely a CAS, by its `head`."""
    head = file.head.lstrip()
    if head.startswith("<"):
        return "http://www.omg.org/XMI" in head and "XMI" in head
    return head.startswith("{") and any(
        f'"{key}"' in head for key in ("%TYPES", "%FEATURE_STRUCTURES", "%VIEWS")
    )


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """A document for each view that has a text; a CAS mostly has one.

    Raises:
        MissingExtra: dkpro-cassis is not installed.
        LoadError: it is no CAS, or holds no text.
    """
    from . import reader

    return reader.read(file)
