"""The findings of a file read record by record, and the documents they go with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place, Severity

from .json_records import BrokenRecord, JsonRecord

_SHOWN = 80


@dataclass(slots=True)
class RecordFindings:
    """Collects what is wrong with one record.

    Attributes:
        path: the file, as findings shall name it.
        line: the line on which the record begins.
        column: the column, where the format has columns worth naming.
        found: the findings so far.

    >>> findings = RecordFindings("a.jsonl", 3)
    >>> findings.error("F073", "a span cannot be placed", reason="its end is before its start")
    >>> print(findings.found[0])
    a.jsonl:3: error F073: a span cannot be placed
    """

    path: str | None
    line: int | None = None
    column: int | None = None
    found: list[Finding] = field(default_factory=list[Finding])

    def error(self, code: str, message: str, **said: str) -> None:
        """Something was lost or cannot be used."""
        self._add("error", code, message, **said)

    def warning(self, code: str, message: str, **said: str) -> None:
        """Something was mended, or may not mean what it seems to."""
        self._add("warning", code, message, **said)

    def note(self, code: str, message: str, **said: str) -> None:
        """Something worth knowing."""
        self._add("note", code, message, **said)

    def at(self, line: int, column: int | None = None) -> None:
        """What is said from now on is said of this place."""
        self.line, self.column = line, column

    def repairs(self, code: str, record: JsonRecord) -> None:
        """What was mended to read the record at all."""
        for repair in record.repairs:
            self.warning(code, repair, suggestion="Correct it in the file.")

    def half_characters(self, code: str, text: str) -> None:
        """Say so if the text holds half of a surrogate pair, which UTF-8 cannot."""
        try:
            text.encode()
        except UnicodeEncodeError as error:
            self.warning(
                code,
                "the text holds half of a surrogate pair, which is no character",
                text=text[max(0, error.start - 20) : error.start].strip(),
                reason=f"it stands at {error.start}; the text cannot be saved as UTF-8",
                suggestion="Repair the text where it came from and export it again.",
            )

    def _add(
        self,
        severity: Severity,
        code: str,
        message: str,
        text: str = "",
        reason: str = "",
        suggestion: str = "",
    ) -> None:
        place = Place(self.path, self.line, self.column)
        self.found.append(Finding(code, message, severity, place, shown(text), reason, suggestion))


def shown(text: str) -> str:
    """A text short enough for a message.

    >>> shown("x" * 100)[-5:]
    'xx...'
    """
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def savable(text: str, code: str, findings: RecordFindings) -> str:
    r"""A text for a format that cannot escape it, halves of surrogate pairs replaced.

    >>> savable("a\ud842b", "F084", RecordFindings(None))
    'a\ufffdb'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        findings.warning(
            code,
            "halves of surrogate pairs are replaced by U+FFFD",
            reason="they are no characters, and the format cannot hold them",
        )
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def broken(code: str, path: str, record: BrokenRecord) -> Finding:
    """The finding of a record that is not JSON."""
    return Finding(
        code,
        "a record is not JSON and was left out",
        place=Place(path, record.line, record.column),
        text=record.text,
        reason=record.reason,
        suggestion="Export the file again, or correct it by hand at this place.",
    )


def with_strays(
    path: str, items: Iterable[AnnotatedDocument | Finding]
) -> Iterator[AnnotatedDocument]:
    """The documents, each with the findings that stand after it (the first also: before it).

    Raises:
        LoadError: there are no documents.
    """
    strays: list[Finding] = []
    held: AnnotatedDocument | None = None
    for item in items:
        if isinstance(item, Finding):
            strays.append(item)
            continue
        if held is None:
            item = _joined(item, strays, before=True)
        else:
            yield _joined(held, strays)
        held, strays = item, []
    if held is None:
        reason = f" {strays[0].place}: {strays[0].reason or strays[0].message}." if strays else ""
        raise LoadError(f"{path} holds no annotated text.{reason}")
    yield _joined(held, strays)


def _joined(
    document: AnnotatedDocument, strays: list[Finding], *, before: bool = False
) -> AnnotatedDocument:
    if not strays:
        return document
    parts = (*strays, *document.findings) if before else (*document.findings, *strays)
    return replace(document, findings=parts)
