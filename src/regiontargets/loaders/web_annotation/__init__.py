"""W3C Web Annotation (JSON-LD) and the annotations of Hypothesis.

A file is an AnnotationCollection or AnnotationPage, a list or lines of annotations, or what the
Hypothesis API answers to a search (`rows`). Annotations carry no text. It is looked for

1. in the file: `source` of the collection, or of an annotation's target, an object with `value`;
2. in the file of the same name that ends in `.txt`;
3. in the file that `target.source` names, if it lies in the same folder or below.

An annotation becomes a span: its first tag (a body whose purpose is tagging or classifying; for
Hypothesis the first of `tags`) is the label, a comment the attribute `comment`, several targets
its fragments, everything else attributes. One with motivation `linking` whose targets are other
annotations becomes a link.

A TextPositionSelector is believed if a TextQuoteSelector beside it quotes what stands there;
otherwise the quote is looked for, and its prefix and suffix decide between several places.
Positions count code points in W3C annotations (as the standard says) and UTF-16 units in those
of Hypothesis (as its client, a script in the browser, does).

Written is one AnnotationCollection a document, with the text in `source.value`, title, publisher,
date, place and language as Dublin Core terms and other metadata under `metadata`. Attributes that
are no properties of an annotation stand under `attributes`, the role of a link's end beside its id.

Sources: W3C Recommendation "Web Annotation Data Model" (23 February 2017), "Web Annotation
Vocabulary"; Hypothesis API v1 (h.readthedocs.io).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile
from ..json_outline import outline_of

NAME = "web_annotation"
TITLE = "W3C Web Annotation and Hypothesis, with their text beside them"
SUFFIXES = (".jsonld", ".json", ".jsonl")

FINDINGS = {
    "F085": "A record is not JSON, or holds no annotation; it was left out.",
    "F086": "The text that annotations speak of is not there.",
    "F087": "An annotation is an orphan: the text does not hold what it quotes; it was set aside.",
    "F088": "What an annotation quotes stands in several places; it was set aside.",
    "F089": "A slip was mended: a position by the quote, white space, the unit of offsets.",
    "F090": "An annotation has no quote or position that can be used; it was set aside.",
    "F091": "An annotation is of a whole text, or a reply to another; it was set aside.",
    "F092": "A link leads to an annotation that is not there; it was set aside.",
}

_KEYS = {
    "items.target",
    "first.items.target",
    "@graph.target",
    "target.source",
    "target.selector",
    "rows.target",
    "rows.uri",
}


def sniff(file: InputFile) -> bool:
    """Whether its first record is a collection, a page or an annotation with a target."""
    keys = outline_of(file, SUFFIXES)
    is_collection = {"type", "source"} <= keys and "AnnotationCollection" in file.head[:2000]
    return bool(keys & _KEYS) or is_collection


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """A document for each text that is annotated.

    Raises:
        LoadError: there is no text at all.
    """
    from ..record_findings import with_strays
    from .reading import documents_of

    return with_strays(file.name, documents_of(file))


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """A collection, or a list of collections if there are several documents."""
    from .writing import collections_from

    return collections_from(documents)
