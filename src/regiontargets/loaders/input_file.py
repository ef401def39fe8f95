"""What a loader is handed: one file's bytes, its name, and its neighbours."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from regiontargets.errors import LoadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class InputFile:
    r"""One file to read, on disk or in memory.

    Attributes:
        name: the path as findings shall show it (`corpus/a.ann`, `<stdin>`).
        data: its bytes.
        path: where it lies on disk; None for what was piped in.
        encoding: the encoding the user named; None: by byte order mark, else UTF-8.
        siblings: files in memory that stand beside it, by suffix (tests, archives).

    >>> InputFile("a.txt", "\ufeffé\r\n".encode()).text
    'é\r\n'
    """

    name: str
    data: bytes
    path: Path | None = None
    encoding: str | None = None
    siblings: dict[str, bytes] = field(default_factory=dict[str, bytes])

    @classmethod
    def open(cls, path: Path, *, encoding: str | None = None) -> InputFile:
        """Read a file from disk.

        Raises:
            LoadError: it is not there, is a folder, or may not be read.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise LoadError(f"cannot read {path}: {error.strerror or error}.") from None
        return cls(str(path), data, path, encoding)

    @cached_property
    def text(self) -> str:
        """Its text: byte order mark gone, every other character (and line end) as it is.

        Raises:
            LoadError: it is not text in that encoding, with the byte's place.
        """
        encoding, body = self.encoding, self.data
        for mark, marked in _BOMS:
            if body.startswith(mark) and encoding in (None, marked, "utf-8", "utf-16", "utf-32"):
                encoding, body = marked, body[len(mark) :]
                break
        try:
            text = body.decode(encoding or "utf-8")
        except LookupError:
            raise LoadError(f"{self.name}: there is no encoding named {encoding!r}.") from None
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, error.start) + 1
            raise LoadError(
                f"{self.name} is not {encoding or 'UTF-8'} text: byte 0x{body[error.start]:02x} "
                f"on line {line} has no meaning in it.",
                suggestion="Save it as UTF-8, or name its encoding (for example gb18030).",
            ) from None
        if "\0" in text[:4096]:
            raise LoadError(f"{self.name} is not text: it holds NUL characters.")
        return text

    @cached_property
    def head(self) -> str:
        """The first characters, enough to recognise a format by; never raises."""
        encoding = self.encoding or "utf-8"
        body = self.data[:4096]
        for mark, marked in _BOMS:
            if body.startswith(mark):
                encoding, body = marked, body[len(mark) :]
                break
        try:
            return body.decode(encoding, errors="replace")
        except LookupError:
            return body.decode("utf-8", errors="replace")

    @property
    def suffix(self) -> str:
        """The last suffix of its name, in lower case (`.ann`)."""
        return Path(self.name).suffix.lower()

    def sibling(self, suffix: str) -> InputFile | None:
        """The file of the same name with another suffix, if there is one."""
        name = str(Path(self.name).with_suffix(suffix))
        if suffix in self.siblings:
            return InputFile(name, self.siblings[suffix], encoding=self.encoding)
        if self.path is None:
            return None
        beside = self.path.with_suffix(suffix)
        if not beside.is_file():
            return None
        return InputFile(name, InputFile.open(beside).data, beside, self.encoding)
