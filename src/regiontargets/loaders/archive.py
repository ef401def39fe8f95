"""A ZIP archive of annotated files, such as INCEpTION exports: unpacked, then read as a folder.

INCEpTION wraps a document in XMI with its type system in one archive, and puts an archive for
each annotator and document into that of a project, beside `curation/`, where what the curator
decided stands. Where a document is curated, the annotators' versions of it are passed over.
"""

from __future__ import annotations

import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place

from .input_file import InputFile
from .registry import beside_another, formats

if TYPE_CHECKING:
    import zipfile

SUFFIX = ".zip"
FINDINGS = {"F134": "annotators' versions of a document that is curated are passed over"}

MOST_FILES = 20_000
MOST_BYTES = 2**30
DEEPEST = 2
"""How many files and bytes an archive may unpack to, and how deep archives may lie in it."""

_PIECE = 2**20


def is_archive(path: Path) -> bool:
    """Whether the name is that of an archive.

    >>> is_archive(Path("export.zip"))
    True
    """
    return path.suffix.lower() == SUFFIX


@contextmanager
def unpacked(path: Path, *, encoding: str | None = None) -> Generator[list[InputFile | Finding]]:
    """The annotated files of an archive; their copies on disk are gone when the context ends.

    Raises:
        LoadError: it is no ZIP archive, is encrypted or broken, holds nothing to read or names
            that lead out of it, or unpacks to more than a gibibyte or twenty thousand files.
    """
    # Loaded when first used, as is zipfile below: few read archives, and all import this.
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="regiontargets-") as folder:
        root = Path(folder).resolve()
        _Unpacking(path).unpack(path, root)
        files = list(_files(root, path, encoding))
        if not files:
            raise LoadError(f"the archive {path} holds no file of a known format.")
        yield files


@dataclass
class _Unpacking:
    """What one archive, and those in it, may still unpack to."""

    archive: Path
    files: int = field(default_factory=lambda: MOST_FILES)
    left: int = field(default_factory=lambda: MOST_BYTES)

    def unpack(self, path: Path, folder: Path, depth: int = 0) -> None:
        """Unpack an archive, and the archives in it, into a folder."""
        import zipfile

        try:
            with zipfile.ZipFile(path) as archive:
                for each in archive.infolist():
                    self._member(archive, each, folder, depth)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            # An encrypted member is a RuntimeError, an unknown compression not implemented.
            raise LoadError(f"cannot unpack {self.archive}: {error}.") from None

    def _member(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, depth: int
    ) -> None:
        if member.is_dir() or _is_noise(member.filename):
            return
        target = self._target(member, folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        self._copy(archive, member, target)
        if target.suffix.lower() == SUFFIX and depth + 1 < DEEPEST:
            self.unpack(target, target.with_suffix(""), depth + 1)
            target.unlink()

    def _target(self, member: zipfile.ZipInfo, folder: Path) -> Path:
        self.files -= 1
        name = PurePosixPath(_plain(member.filename))
        target = (folder / name).resolve()
        link = stat.S_ISLNK(member.external_attr >> 16)
        if link or name.is_absolute() or not target.is_relative_to(folder):
            raise LoadError(f"{self.archive} holds {member.filename!r}, which leads out of it.")
        if self.files < 0:
            raise LoadError(f"{self.archive} holds more than {MOST_FILES:,} files.")
        return target

    def _copy(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
        # The sizes that an archive states are not to be believed.
        with archive.open(member) as packed, target.open("wb") as copy:
            while piece := packed.read(_PIECE):
                self.left -= len(piece)
                if self.left < 0:
                    raise LoadError(f"{self.archive} unpacks to more than {MOST_BYTES:,} bytes.")
                copy.write(piece)


def _plain(name: str) -> str:
    """The name with the separators that archives should have."""
    return name.replace("\\", "/")


def _is_noise(name: str) -> bool:
    """What systems add to archives: __MACOSX/, .DS_Store, Thumbs.db."""
    parts = PurePosixPath(_plain(name)).parts
    hidden = any(each.startswith((".", "__MACOSX")) and each != ".." for each in parts)
    return hidden or parts[-1] == "Thumbs.db"


def _files(root: Path, archive: Path, encoding: str | None) -> Iterator[InputFile | Finding]:
    known = {suffix for each in formats().values() for suffix in each.SUFFIXES}
    found = [
        each for each in sorted(root.rglob("*")) if each.suffix.lower() in known and each.is_file()
    ]
    curated = {_document(each, root) for each in found if _kind(each, root) == "curation"}
    passed: set[str] = set()
    for each in found:
        if _kind(each, root) == "annotation" and _document(each, root) in curated:
            passed.add(_document(each, root))
        elif not beside_another(each):
            shown = str(archive / each.relative_to(root))
            yield InputFile(shown, each.read_bytes(), each, encoding)
    if passed:
        yield Finding(
            "F134",
            "annotators' versions of curated documents are passed over",
            "note",
            place=Place(str(archive)),
            reason=f"what the curator decided is read instead: {', '.join(sorted(passed)[:5])}"
            + (f" and {len(passed) - 5} more" if len(passed) > 5 else ""),
        )


def _kind(path: Path, root: Path) -> str:
    """The folder of a project's export that a file lies in: annotation, curation."""
    return path.relative_to(root).parts[0]


def _document(path: Path, root: Path) -> str:
    """The name of the document that a file in such a folder annotates."""
    parts = path.relative_to(root).parts
    return parts[1] if len(parts) > 2 else ""
