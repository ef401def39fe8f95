"""Label Studio: the JSON export (tasks with annotations) and JSON-MIN.

Each annotation of a task becomes a document of its own, so that two annotators never mix. Its
text is the field of `data` that the results speak of; the other fields of `data` are the
document's metadata. What else the task and the annotation say (ids, annotator, predictions,
drafts, lead time) is kept under `metadata["label_studio"]` and written back:

- `task` and `annotation`: their fields as they came, the predictions among the task's;
- `set_aside`: cancelled annotations, which are left out of the documents;
- `results`: results that are no spans (classifications of the whole text, other media);
- `controls`: the control tags whose values became attributes, with their types;
- `text_field`, `from_name`, `to_name`, `offsets`: where they are not the usual ones.

A region with several results (labels, and per-region choices or text areas) is one span, with
an attribute for each control tag. A region with two labels is two spans, the second named
`<id>.2`. What Label Studio has no place for (attributes of other tools, the fragments of a
discontinuous span) goes into the region's `meta`, which it keeps but does not show.

Offsets count UTF-16 units, but releases since the end of 2021 also wrote code points. Where the
two differ, the text that each region quotes decides, and a document that counts code points is
written back so.

Source: Label Studio documentation, "Label Studio JSON format of annotated tasks" and "Export
annotations: JSON_MIN" (labelstud.io/guide/task_format, /guide/export).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.documents import AnnotatedDocument

from ..format import Written
from ..input_file import InputFile
from ..json_outline import outline_of

NAME = "label_studio"
TITLE = "Label Studio JSON and JSON-MIN exports"
SUFFIXES = (".json", ".jsonl")

FINDINGS = {
    "F060": "A record of the file is not JSON, or is no task; it was left out.",
    "F061": "A slip in the file was mended while reading it.",
    "F062": "It is not certain which field of the task holds its text, or there is none.",
    "F063": "A region's offsets lead nowhere in the text; it was left out.",
    "F064": "Label Studio has no place for something: it is in the file but will not be shown.",
    "F065": "Offsets count code points rather than UTF-16 units, or it cannot be known.",
    "F066": "The text at a region's offsets is not the text that the region quotes.",
    "F067": "A result is no span of plain text (hypertext, paragraphs, media); it was set aside.",
    "F068": "A relation leads to a region that is not there; it was set aside.",
    "F069": "An annotation was cancelled by its annotator; it was set aside.",
}


def sniff(file: InputFile) -> bool:
    """Whether its first record is a task with results or predictions, or one of JSON-MIN."""
    keys = outline_of(file, SUFFIXES)
    if not keys:
        return False
    from .minimal import is_minimal

    full = {"annotations.result", "completions.result", "predictions.result"}
    return bool(keys & full) or {"data", "annotations"} <= keys or is_minimal(keys)


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """A document for each annotation of each task.

    Raises:
        LoadError: there is no text at all.
    """
    from ..record_findings import with_strays
    from .reading import documents_of

    return with_strays(file.name, documents_of(file))


def write(documents: Sequence[AnnotatedDocument]) -> Written:
    """One file of tasks, a task a line, to be imported into or read instead of an export."""
    from .writing import tasks_from

    return tasks_from(documents)
