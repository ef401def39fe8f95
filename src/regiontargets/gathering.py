"""From what a user names to the files to read."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

from regiontargets.errors import LoadError, UnknownFormat
from regiontargets.findings import Finding, Place
from regiontargets.loaders import InputFile, archive, beside_another, format_named, formats

from . import curating

PathLike: TypeAlias = "str | Path"

FINDINGS = {
    "F132": "a file of a folder that cannot be read",
    "F133": "a file of a folder that is of no known format",
}
"""What reading several files may find."""


def found_files(paths: PathLike | Iterable[PathLike], name: str | None) -> list[Path]:
    """The files that paths, folders and patterns stand for, each once, in order.

    Args:
        paths: a file, a folder, a glob pattern, or several of these.
        name: the format that is asked for, whose endings count in folders; None: all.

    Raises:
        LoadError: there is no such file, or a folder holds none of the format.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    if not given:
        raise LoadError("no file was named.")
    return list(dict.fromkeys(path for each in given for path in _expanded(Path(each), name)))


def _expanded(path: Path, name: str | None) -> list[Path]:
    if path.is_dir():
        wanted = _suffixes(name)
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in wanted and p.is_file())
        if not found:
            raise LoadError(f"the folder {path} holds no file of a known format.")
        return [p for p in found if not _is_hidden(p) and not beside_another(p)]
    if not path.exists() and glob.has_magic(str(path)):
        # Path.glob takes no absolute pattern.
        matches = sorted(Path(each) for each in glob.glob(str(path), recursive=True))  # noqa: PTH207
        if not matches:
            raise LoadError(f"no file matches {path}.")
        return [match for match in matches if match.is_file()]
    if not path.exists():
        raise LoadError(f"there is no file {path}.")
    return [path]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") and part.strip(".") for part in path.parts)


def _suffixes(name: str | None) -> set[str]:
    of = (
        formats().values()
        if name is None
        else []
        if name in curating.FORMATS
        else [format_named(name)]
    )
    return {suffix for each in of for suffix in each.SUFFIXES} | {
        archive.SUFFIX,
        *curating.suffixes(name),
    }


def opened(
    paths: Sequence[Path], encoding: str | None, archives: ExitStack
) -> Iterator[InputFile | Finding]:
    """The files, those of archives among them; one that cannot be read is a finding.

    Raises:
        LoadError: the only one cannot be read.
    """
    for path in paths:
        try:
            if archive.is_archive(path):
                yield from archives.enter_context(archive.unpacked(path, encoding=encoding))
            else:
                yield InputFile.open(path, encoding=encoding)
        except LoadError as error:
            if len(paths) == 1:
                raise
            yield unreadable(str(path), error)


def unreadable(name: str, error: LoadError) -> Finding:
    """The finding that one of several files cannot be read, or is of no known format."""
    foreign = isinstance(error, UnknownFormat)
    return Finding(
        "F133" if foreign else "F132",
        "this file is of no known format" if foreign else "this file cannot be read",
        "note" if foreign else "error",
        place=Place(name),
        reason=error.message,
        suggestion=error.suggestion or "",
    )
