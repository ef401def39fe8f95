"""Documents as records of a dialect."""

from __future__ import annotations

from collections.abc import Sequence

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.findings import Finding

from ..format import Written
from ..json_values import json_text
from ..record_findings import RecordFindings
from . import prodigy
from .dialect import Dialect
from .dialects import DIALECTS


def lines_from(documents: Sequence[AnnotatedDocument], dialect: str | None) -> Written:
    """A line for each document.

    Args:
        documents: what to write.
        dialect: the name of one; None: the one each document came in.

    Raises:
        LoadError: there is no dialect of that name.
    """
    chosen = None if dialect is None else _named(dialect)
    lines: list[str] = []
    findings: list[Finding] = []
    for document in documents:
        said = RecordFindings(None, len(lines) + 1)
        lines.append(json_text((chosen or _own(document)).write(document, said)) + "\n")
        findings += said.found
    return Written({".jsonl": "".join(lines)}, tuple(findings))


def _named(name: str) -> Dialect:
    for dialect in DIALECTS:
        if name == dialect.NAME:
            return dialect
    known = ", ".join(sorted(each.NAME for each in DIALECTS))
    raise LoadError(f"there is no dialect named {name!r}.", suggestion=f"Known: {known}.")


def _own(document: AnnotatedDocument) -> Dialect:
    """The dialect that a document came in."""
    kept = (each for each in DIALECTS if isinstance(document.metadata.get(each.NAME), dict))
    return next(kept, prodigy)
