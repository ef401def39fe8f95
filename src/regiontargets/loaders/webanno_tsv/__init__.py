"""WebAnno TSV 3.x, as INCEpTION and WebAnno export it.

The format is described in the user guide of INCEpTION (chapter "WebAnno TSV 3.3 File
format"). What a file becomes:

| in the file | in the document |
|---|---|
| `#Text=` lines | the text; between two sentences a line end and blanks, as in INCEpTION |
| a span layer | spans T1, T2 …, their features as attributes, in code points |
| a slot feature | links E1 …: `("trigger", host)` and an argument for each role |
| a relation layer | links R1 … with `source` and `target` |
| a chain layer | spans for the elements, links C1 … with an argument `("member", …)` each |
| a relation's end without annotation | a span `Token`, whose id is that of the token (`1-3`) |

Labels and the attribute `layer` are those of `loaders.layers`. A sub-token bounds an
annotation like a token; cells of one number with a token between them that has it not are a
discontinuous span. Offsets are UTF-16 units; where the tokens show that a file counts code
points, they are read so and the finding F038 says so.

Written are the basic layers of INCEpTION (`custom.Span`, `custom.Relation`), unless the
attribute `layer` names another; `tokens` says how the text is cut and `kept` what goes into
comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile
from .findings import FINDINGS

__all__ = ["FINDINGS", "NAME", "SUFFIXES", "TITLE", "read", "sniff", "write"]

NAME = "webanno_tsv"
TITLE = "WebAnno TSV 3.x (INCEpTION, WebAnno)"
SUFFIXES = (".tsv",)


def sniff(file: InputFile) -> bool:
    """Whether the file is surely WebAnno TSV 3, by its `head`."""
    return file.head.lstrip().startswith("#FORMAT=WebAnno TSV 3")


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The one document of the file.

    Raises:
        LoadError: it holds no sentence, or is not text.
    """
    from . import reader

    return reader.read(file)


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One document as .tsv; see `writer`.

    Raises:
        LoadError: not exactly one document.
    """
    from . import writer

    return writer.write(documents)
