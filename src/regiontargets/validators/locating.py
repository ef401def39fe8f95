"""From a problem of a record to its place in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from regiontargets.errors import UnitError
from regiontargets.findings import Excerpt, Place, Related
from regiontargets.model import Evidence, Record
from regiontargets.model.origin import Location
from regiontargets.units import read_unit

from .problem import Problem

_AROUND = 60
"""Characters of a quote that are shown on either side of the words in it."""

_COLUMNS = {"scale": "unit"}
"""The columns that hold a part of an amount under another name: 亿元 is a unit with its scale."""


class Places(Protocol):
    """Whatever knows where records stand: a dataset, or a table that was never made one."""

    def locate(self, record: Record, field: str | None = None) -> Location:
        """The place of a record, or of one of its fields."""
        ...

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The place of some words."""
        ...


def locate(dataset: Places, record: Record, problem: Problem) -> Location:
    """Where the problem stands: the part of the words that is wrong, else all of them."""
    of_baseline = problem.part == "baseline_period"
    in_part = of_baseline or problem.field in (None, "amount", "evidence")
    if problem.part is not None and in_part:
        column, excerpt = dataset.locate(record, _COLUMNS.get(problem.part, problem.part))
        scaled = problem.part != "scale" or (excerpt is not None and _has_scale(excerpt.text))
        in_table = not of_baseline or excerpt is not None
        if column.field is not None and scaled and in_table:
            return column, excerpt
    words = _evidence_of(record, problem)
    part = None if words is None else _part(words, record, problem)
    if part is not None:
        place, excerpt = dataset.locate_evidence(part)
        if place.column is not None:
            return (place if place.row is None else replace(place, field=problem.field)), excerpt
    if words is not None and problem.field == "equivalents":
        return dataset.locate_evidence(words)
    return dataset.locate(record, problem.field)


def _has_scale(words: str) -> bool:
    try:
        return read_unit(words).scale != 1
    except UnitError:
        return False


def words_of(record: Record, problem: Problem) -> str:
    """The words that the problem is about, as they stand in the file."""
    if problem.field is None:
        return record.evidence.exact if record.evidence else ""
    if problem.field in record.unread:
        words = record.unread[problem.field]
    else:
        evidence = _evidence_of(record, problem)
        value = getattr(record, problem.field, None)
        words = evidence.exact if evidence else getattr(value, "text", None) or ""
    return words[slice(*problem.span)] if problem.span else words


def quoted(dataset: Places, record: Record, problem: Problem, place: Place) -> Related | None:
    """The words of the evidence that say otherwise, unless the problem's own line shows them."""
    evidence = record.evidence
    if problem.stated is None or evidence is None:
        return None
    start, end = problem.stated
    words = evidence.exact[start:end]
    found, excerpt = dataset.locate(record, "evidence")
    if found.row is None:
        part = _slice(evidence, start, end)
        if part is None or record.mentions.amount is not None:
            return None
        found, excerpt = dataset.locate_evidence(part)
        if excerpt is None or found.line == place.line:
            return None
        return Related("the evidence states this", found, excerpt)
    if not words or found.field == place.field:
        return None
    left = max(0, start - _AROUND)
    shown = Excerpt(
        evidence.exact[left : end + _AROUND],
        column=left + 1,
        before=left > 0,
        after=end + _AROUND < len(evidence.exact),
    )
    found = replace(found, column=start + 1, end_column=end + 1)
    return Related("the evidence states this", found, shown)


def _part(words: Evidence, record: Record, problem: Problem) -> Evidence | None:
    """The part of the words that is wrong, where offsets in them are offsets in the source."""
    read = record.unread.get(problem.field or "", words.exact)
    if problem.span is None or read != words.exact:
        return None
    return _slice(words, *problem.span)


def _slice(words: Evidence, start: int, end: int) -> Evidence | None:
    """A part of some words, by offsets in them; None where they are not in one piece."""
    if words.start is None or words.fragments:
        return None
    exact = words.exact[start:end]
    return words.model_copy(
        update={"start": words.start + start, "end": words.start + end, "exact": exact}
    )


def _evidence_of(record: Record, problem: Problem) -> Evidence | None:
    if problem.field == "evidence":
        return record.evidence
    if problem.field == "equivalents":
        return next(iter(record.mentions.equivalents[problem.nth :]), None)
    found: object = getattr(record.mentions, problem.field or "", None)
    return found if isinstance(found, Evidence) else None
