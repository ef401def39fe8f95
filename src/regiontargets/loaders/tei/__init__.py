"""TEI with annotations in the line, such as `<rs type="metric">`, `<placeName>`, `<measure>`.

Every element within a line becomes a span, labelled with its `type` or else its name; its other
attributes are the span's (`element` its name, where `type` is the label of something else than
`rs` and `seg`). `xml:id` is the id. Elements that only divide text (`w`, `pc`, `c`, `s`) are
passed through. `<span from to>` between anchors is read as a span, chained by `next` and `prev`
as a discontinuous one; `<link target>` and `<relation active passive mutual>` as links.

The text is that of `<text>`, with white space made single spaces unless `xml:space` preserves
it. Paragraphs, heads, verses, items, rows and other blocks begin on a new line, as `<lb/>` does
(but not `<lb break="no"/>`). In a `<choice>` the original is taken: `sic`, `orig`, `abbr`. A
`<note>` is a point in the text, and its words the attribute `gloss`.

Title, author, publisher, place, date and address come from the source's description, or from
that of the file where there is none; the language from `langUsage`.

Written is a TEI file with the text in one `<ab xml:space="preserve">`. Spans that nest are `<rs>`
in the line; the others stand in `<standOff>`, between anchors. What TEI has no place for
(metadata of other names, attributes that are no words, links with roles) is JSON in `<xenoData>`.
A document that came from a TEI file and has not changed is written as it was.

Document types with an internal subset are refused, whatever they declare, and so nothing is
ever fetched or expanded.

Source: TEI P5 Guidelines, chapters 2, 3, 13, 16 and 17.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile

NAME = "tei"
TITLE = "TEI P5 XML, annotated in the line"
SUFFIXES = (".xml", ".tei")

FINDINGS = {
    "F093": "The XML is broken; what stands before that place was read.",
    "F094": "An entity is not declared, or the file declares some itself, which is refused.",
    "F095": "A pointer leads nowhere, or an id stands twice.",
    "F096": "Of two readings in a choice one was left out.",
    "F097": "The document has changed: markup that is no annotation is not written again.",
    "F098": "XML cannot hold a character; it is replaced.",
    "F099": "What this library keeps in xenoData cannot be read.",
}

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]")


def sniff(file: InputFile) -> bool:
    """Whether its first element is TEI's."""
    return file.suffix in SUFFIXES and _ROOT.search(file.head) is not None


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The document, or those of a corpus.

    Raises:
        LoadError: there is no text at all.
    """
    from ..record_findings import with_strays
    from .reading import documents_of

    return with_strays(file.name, documents_of(file))


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One TEI file; of several documents a corpus."""
    from .writing import file_from

    return file_from(documents)
