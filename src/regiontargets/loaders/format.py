"""The one shape that every format's file in this folder has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from regiontargets.documents import AnnotatedDocument
from regiontargets.findings import Finding

from .input_file import InputFile


@runtime_checkable
class Format(Protocol):
    """A module that reads one annotation format.

    Attributes:
        NAME: what `format=` and `--format` call it.
        TITLE: what `regiontargets formats` says of it, half a line.
        SUFFIXES: the file name endings it is usually found under.
    """

    NAME: str
    TITLE: str
    SUFFIXES: tuple[str, ...]

    def sniff(self, file: InputFile) -> bool:
        """Whether the file is surely of this format, by its name and its `head`."""
        ...

    def read(self, file: InputFile) -> Iterator[AnnotatedDocument]:
        """The documents in the file, in order; what cannot be read becomes their findings.

        Raises:
            LoadError: there is no text at all.
        """
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """What writing documents gives.

    Attributes:
        files: the text of each file to write, by suffix (`{".ann": …, ".txt": …}`).
        findings: what the format cannot hold, one each.
    """

    files: Mapping[str, str]
    findings: tuple[Finding, ...] = field(default=())


@runtime_checkable
class WritableFormat(Format, Protocol):
    """A format that can be written back."""

    def write(self, documents: Sequence[AnnotatedDocument]) -> Written:
        """The documents as files of this format.

        Raises:
            LoadError: the format holds one document a file and was given several.
        """
        ...
