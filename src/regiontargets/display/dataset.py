"""A dataset and its parts as outputs of a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regiontargets.errors import LookupFailed
from regiontargets.findings import Finding
from regiontargets.model import Dataset, Record, Records, Source

from .cards import fact_table
from .finding_places import by_path
from .markup import counted, escaped, shortened, table, view
from .source_marks import finding_marks, source_marks
from .tables import more, record_table
from .text_view import findings_part, text_view

_TARGETS = 20
_OTHERS = 10


def dataset_html(dataset: Dataset) -> str:
    """Counts, the first targets and outcomes, and the findings."""
    languages = {source.id: source.language for source in dataset.sources}
    parts = [f"<p><strong>{escaped(str(dataset))}</strong></p>"]
    if dataset.targets:
        parts.append(record_table(dataset.targets, "target", languages, _TARGETS))
    if dataset.observations:
        parts.append(record_table(dataset.observations, "observation", languages, _OTHERS))
    return view(*parts, findings_part(dataset.findings))


def records_html(records: Records[Record] | tuple[object, ...]) -> str:
    """The first of some records, regions, metrics, quotes or sources as a table."""
    typed = [each for each in records if isinstance(each, Record)]
    if len(typed) == len(records) and typed:
        noun = "target" if type(typed[0]).__name__ == "Target" else "observation"
        return view(record_table(typed, noun, {}, _TARGETS))
    name = type(records[0]).__name__ if records else "Item"
    rows = (f"<tr><td>{escaped(shortened(str(each)))}</td></tr>" for each in records[:_TARGETS])
    caption = counted(len(records), name.lower())
    return view(table((name,), rows, caption), more(len(records) - _TARGETS))


def source_html(source: Source) -> str:
    """What is known of a source, and its text without marks; `Dataset.highlight` has them."""
    facts = fact_table(source)
    if source.text is None:
        return view(facts)
    return view(facts) + text_view(
        source.title or source.id, "", source.text, (), (), source.language
    )


@dataclass(frozen=True, slots=True)
class HighlightedSource:
    """A source's text with what the dataset found in it; a notebook shows it.

    Attributes:
        html: the output, without scripts and ids.
    """

    html: str

    def _repr_html_(self) -> str:
        return self.html


def highlight(
    dataset: Dataset,
    source: Source | str | None = None,
    findings: Iterable[Finding] | None = None,
) -> HighlightedSource:
    """The text of a source with its records, fields, quotes and findings marked.

    Args:
        dataset: what was found.
        source: a source or its id; None: the only one.
        findings: what to underline, such as a report; None: what loading found.

    Raises:
        LookupFailed: there is no such source, or several and none is named.
    """
    wanted = dataset.findings if findings is None else tuple(findings)
    found = _source(dataset, source)
    records = [each for each in dataset.records if _is_in(found, each)]
    quotes = [each for each in dataset.quotes if each.evidence and each.evidence.source == found.id]
    in_file = by_path(wanted).get(found.path, [])
    marks = [
        *source_marks(found, records, quotes),
        *(mark for _, mark in finding_marks(dataset, found, in_file)),
    ]
    counts = ", ".join([counted(len(records), "record"), counted(len(in_file), "finding")])
    title, text = found.title or found.id, found.text or ""
    return HighlightedSource(text_view(title, counts, text, marks, in_file, found.language))


def _is_in(source: Source, record: Record) -> bool:
    words = record.evidence or record.mentions.amount
    return words is not None and words.source == source.id


def _source(dataset: Dataset, source: Source | str | None) -> Source:
    if isinstance(source, Source):
        return source
    found = [each for each in dataset.sources if source is None or each.id == source]
    if len(found) == 1:
        return found[0]
    names = ", ".join(each.id for each in dataset.sources[:10]) or "none"
    problem = "name the source to highlight" if source is None else f"no source {source[:80]!r}"
    raise LookupFailed(source or "", f"{problem}.", suggestion=f"Sources: {names}.")
