"""JSON Lines of texts with spans by offset: one reader, four dialects.

- Prodigy: `spans` and `relations`. Offsets count code points.
- doccano: `label` or `labels` as triples, `entities` with `start_offset` and `relations`,
  `annotations` with numbers for labels. Offsets count UTF-16 units.
- spaCy: `ents` and groups of `spans` as of `Doc.to_json()`, `entities` as triples, training
  pairs. Offsets count code points.
- LangExtract: `extractions` with `char_interval`. Offsets count code points.

Each record says by its keys which dialect it is. What only its tool understands is kept in the
metadata under the dialect's name and written back; a document is written in the dialect that it
came in, and any other as Prodigy's, whose offsets mean the same in every tool. What a dialect
has no place for (fragments, links with more than two ends, attributes) stands under keys that
its tool passes over, and writing says so.

A JSON array of such records, and values that span lines, are read too.

Sources: prodi.gy/docs/api-interfaces; doccano `backend/data_export`; spaCy `Doc.to_json` and
`Example.from_dict`; LangExtract `data_lib.annotated_document_to_dict`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile
from ..json_outline import outline_of

NAME = "jsonl"
TITLE = "JSON Lines with offsets: Prodigy, doccano, spaCy, LangExtract"
SUFFIXES = (".jsonl", ".ndjson", ".json")

FINDINGS = {
    "F070": "A line is not JSON; it was left out.",
    "F071": "A slip in the file was mended while reading it.",
    "F072": "A record has no text, or is of no known dialect; it was left out.",
    "F073": "A span's offsets lead nowhere in the text; it was set aside.",
    "F074": "An extraction was not found in the text by its own tool; it was set aside.",
    "F075": "A tool or an annotator marks an annotation as uncertain, rejected or passed over.",
    "F076": "The text at a span's offsets is not the text that the record quotes.",
    "F077": "A relation leads to no span; it was set aside, or a span was made for it.",
    "F078": "The file does not say what its offsets count, or what a label is called.",
    "F079": "The dialect has no place for something: its tool will pass it over.",
}


def sniff(file: InputFile) -> bool:
    """Whether the keys of its first record are those of a dialect."""
    keys = outline_of(file, SUFFIXES)
    if not keys or {"annotator", "annotation_id"} <= keys:  # Label Studio's JSON-MIN.
        return False
    from .dialects import DIALECTS

    return any(dialect.recognises(keys) for dialect in DIALECTS)


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """A document for each record.

    Raises:
        LoadError: there is no text at all.
    """
    from ..record_findings import with_strays
    from .reading import documents_of

    return with_strays(file.name, documents_of(file))


def write(documents: Sequence[AnnotatedDocument], *, dialect: str | None = None) -> Written:
    """A line for each document.

    Args:
        documents: what to write.
        dialect: doccano, langextract, prodigy or spacy; None: the one each document came in.

    Raises:
        LoadError: there is no dialect of that name.
    """
    from .writing import lines_from

    return lines_from(documents, dialect)
