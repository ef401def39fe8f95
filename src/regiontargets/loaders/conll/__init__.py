"""IOB2 and CoNLL: a token a line, its tag in a column, an empty line after a sentence.

Read are two columns and more, with tabs or spaces: CoNLL-2003 (`-DOCSTART-` between documents),
GermEval (a number first, two columns of tags), CoNLL-U with `NER=` among the miscellaneous, and
CoNLL-U Plus, whose first line names the columns (`# global.columns = FORM MISC NER`). Tags are
IOB1, IOB2, BIOES, BILOU or BMES.

Tokens do not say what stood between them. Where the file does, by `# text = …`, `SpaceAfter=No`
or UDPipe's `SpacesAfter=`, that is taken. Otherwise a sentence is a line, and a single space
stands between tokens, but none next to a Chinese or Japanese character, before a closing or
after an opening punctuation mark; where every token is a single character and some are Chinese,
there are no spaces at all. A note says so.

Comments before a document's first token, `# key = value`, are its metadata; a value that is JSON
is read as JSON, a date as a date.

Written are the columns FORM, MISC and NER (NER:2, NER:3 … where spans overlap), so that the text
comes back character by character. What a column cannot hold (ids, attributes, fragments, points,
links) stands in comments (`# span = {…}`, `# link = {…}`), which other tools pass over; writing
says so. A document that came from a file of another layout, and has not changed, is written as
it was.

Sources: CoNLL-2003 shared task; universaldependencies.org/format.html and /ext-format.html;
UDPipe's user manual on SpacesAfter; GermEval 2014.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile

NAME = "conll"
TITLE = "IOB2 and CoNLL columns (CoNLL-2003, CoNLL-U Plus, GermEval)"
SUFFIXES = (".conll", ".conllu", ".conllup", ".iob", ".iob2", ".bio", ".bioes", ".tsv", ".txt")

FINDINGS = {
    "F080": "A line has not as many columns as the others.",
    "F081": "A tag is unknown, or does not follow from the one before it.",
    "F082": "The white space between tokens is not in the file; it was put by rule.",
    "F083": "Tokens, tags and what a comment says of them disagree.",
    "F084": "A column of tags cannot hold something: it stands in comments only.",
}


def sniff(file: InputFile) -> bool:
    """Whether its lines have as many columns each, one of which holds tags."""
    head = file.head.lstrip("\ufeff")
    if file.suffix not in SUFFIXES or head.startswith(("#FORMAT=", "# webanno")):
        return False
    from .layout import columns_of, layout_of

    whole = head.split("\n")[: -1 if len(file.data) > len(file.head) else None]
    lines = [line.rstrip("\r") for line in whole if line.strip()]
    layout = layout_of(lines)
    if layout is None or layout.width < 2 or not layout.tags:
        return False
    rows = [line for line in lines if not line.startswith(("# ", "-DOCSTART-"))]
    fitting = sum(len(columns_of(line, layout.separator)) == layout.width for line in rows)
    return layout.own or fitting * 5 >= len(rows) * 4


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The documents, which `-DOCSTART-` or `# newdoc` begin.

    Raises:
        LoadError: there is no text at all.
    """
    from ..record_findings import with_strays
    from .reading import documents_of

    return with_strays(file.name, documents_of(file))


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One file, the documents one after another."""
    from .writing import lines_from

    return lines_from(documents)
