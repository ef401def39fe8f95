"""A user's codelist file, by its suffix, to rows."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from regiontargets.errors import LoadError

from .csv_rows import read_csv
from .row import Table, unreadable
from .toml_rows import read_toml
from .yaml_rows import read_yaml

Kind = Literal["metrics", "regions", "units"]
"""What a codelist lists."""

LARGEST = 20_000_000
"""Bytes of a codelist; more is taken for a mistake."""

SUFFIXES = (".csv", ".tsv", ".toml", ".yaml", ".yml")


def read_codelists(paths: Iterable[str | Path], kind: Kind) -> Table:
    """The rows of several files, in order.

    Raises:
        LoadError: a file is not there or may not be read, or its suffix is none of `SUFFIXES`.
    """
    return Table.joined(_read(Path(path), kind) for path in paths)


def _read(path: Path, kind: Kind) -> Table:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise LoadError(
            f"{path}: a codelist is no {suffix or 'file without a suffix'}.",
            suggestion=f"Save it as one of {', '.join(SUFFIXES)}.",
        )
    data = _bytes(path)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return unreadable(str(path), "it is not UTF-8", data.count(b"\n", 0, error.start) + 1)
    if suffix in (".csv", ".tsv"):
        return read_csv(str(path), text)
    reader = read_toml if suffix == ".toml" else read_yaml
    return reader(str(path), text, kind)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character.
        reason = getattr(error, "strerror", None) or error
        raise LoadError(f"cannot read {path}: {reason}.") from None
    if len(data) > LARGEST:
        raise LoadError(f"{path} is no codelist: it is larger than {LARGEST // 10**6} MB.")
    return data
