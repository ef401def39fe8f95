"""Curated tables with the sources that their quotes stand in: what `api` needs of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from regiontargets.assembly import Metrics, Regions
from regiontargets.errors import LoadError, UnknownFormat
from regiontargets.exports import is_dataset_json
from regiontargets.loaders import InputFile, formats, recognise
from regiontargets.model import Source

if TYPE_CHECKING:
    from regiontargets.assembly.tables import Columns, CuratedTable
    from regiontargets.documents import AnnotatedDocument

SourcePaths: TypeAlias = "str | Path | Iterable[str | Path] | None"
"""Where the texts of sources lie: a folder, a file, or several."""

FORMATS = ("table", "csv", "tsv", "xlsx", "parquet", "yaml")
"""The names by which a table is asked for where its suffix does not say so; the first leaves its
form to its suffix, or else to its first bytes."""

_ONLY_TABLES = (".csv", ".xlsx", ".xlsm", ".parquet")
_MAYBE_TABLES = (".tsv", ".jsonl", ".ndjson", ".json", ".yaml", ".yml")
_KEY = re.compile(r"([^\n\t{},:\[\]]{1,40}):")
_LEAST_NAMES = 2
_BINARY = (b"PK\x03\x04", b"PAR1")
"""How a workbook and a Parquet file begin."""
_PAGES = (".html", ".htm")
_SOURCE_SUFFIXES = (".txt", ".md", ".markdown", ".text", *_PAGES)


def findings() -> dict[str, str]:
    """The codes of what may be wrong with tables, and what they mean."""
    from regiontargets.assembly.tables import FINDINGS as TYPING
    from regiontargets.tables import FINDINGS as READING

    return {**READING, **TYPING}


class Catalogs(TypedDict):
    """Where regions and metrics are looked up."""

    regions: Regions
    metrics: Metrics


@dataclass(frozen=True, slots=True)
class Options:
    """How tables are to be read.

    Attributes:
        encoding: the encoding of text files; None: recognised.
        sources: where quotes are looked up.
        columns: which column plays which role.
        catalogs: where regions and metrics are looked up.
    """

    encoding: str | None
    sources: SourcePaths
    columns: Columns
    catalogs: Catalogs


def suffixes(name: str | None) -> set[str]:
    """The suffixes of tables in a folder; none if another format is asked for."""
    return set(_ONLY_TABLES) if name is None or name in FORMATS else set()


def is_table(file: Path | InputFile, name: str | None = None) -> bool:
    """Whether a file is a table: by its suffix, or because it is no annotated text.

    What is piped in has no suffix: it is a table if its first line names columns.
    """
    path = Path(file.name) if isinstance(file, InputFile) else file
    suffix = path.suffix.lower()
    if name is not None or suffix in _ONLY_TABLES:
        return name in FORMATS or (name is None and suffix in _ONLY_TABLES)
    if isinstance(file, Path):
        if suffix not in _MAYBE_TABLES or not file.is_file():
            return False
        if file.name == "datapackage.json":
            return True
        file = InputFile.open(file)
    elif not suffix and (file.data[:4] in _BINARY or _heads_columns(file.head)):
        return True
    elif suffix not in _MAYBE_TABLES and file.head.lstrip()[:1] not in ("{", "["):
        return False
    if not _names_columns(file.head) or is_dataset_json(file.head):
        return False
    return not any(each.sniff(file) for each in formats().values())


def _heads_columns(head: str) -> bool:
    """Whether the first line is that of a table of values between delimiters."""
    line = head.partition("\n")[0].strip("\r\ufeff")
    return any(_are_columns(line.split(mark)) for mark in ",;\t|")


def _names_columns(head: str) -> bool:
    """Whether names of columns stand at the beginning of a file, as keys or between tabs."""
    keys = (name.strip(" \"'-") for name in _KEY.findall(head))
    return _are_columns([*keys, *head.partition("\n")[0].split("\t")])


def _are_columns(names: Iterable[str]) -> bool:
    """Whether enough of some names are those that columns have."""
    from regiontargets.assembly.tables.column_names import fold, meaning

    folded = {fold(name): name for name in (each.strip(' "') for each in names)}
    return sum(bool(meaning("columns", name)) for name in folded.values()) >= _LEAST_NAMES


def tables(file: Path | InputFile, options: Options, name: str | None = None) -> list[CuratedTable]:
    """The tables of a file, their cells typed.

    Args:
        file: where it lies, or a file in memory.
        options: how it is to be read.
        name: the name of its format, one of `FORMATS`; None: by its suffix.

    Raises:
        LoadError: the file, the sources or the column map cannot be read.
    """
    # Deferred: whoever loads annotated texts does not pay for tables.
    from regiontargets.assembly.tables import curated_tables, mapping_of
    from regiontargets.tables import read_tables

    if isinstance(file, InputFile):
        form = _form(file, name)
        read = read_tables(file.name, data=file.data, encoding=options.encoding, form=form)
    else:
        form = None if name in (None, FORMATS[0]) else f".{name}"
        read = read_tables(str(file), path=file, encoding=options.encoding, form=form)
    sources = list(source_texts(options.sources))
    columns = mapping_of(options.columns)
    return list(curated_tables(read, columns=columns, sources=sources, **options.catalogs))


def _form(file: InputFile, name: str | None) -> str | None:
    """The suffix of the form that a file in memory has; None: values between delimiters."""
    if name not in (None, FORMATS[0]):
        return f".{name}"
    suffix = Path(file.name).suffix.lower()
    if suffix in (*_ONLY_TABLES, *_MAYBE_TABLES):
        return suffix
    if file.data[:4] in _BINARY:
        return ".xlsx" if file.data[:2] == b"PK" else ".parquet"
    return {"{": ".jsonl", "[": ".json"}.get(file.head.lstrip()[:1])


def source_texts(paths: SourcePaths) -> Iterator[Source]:
    """The sources of a folder, a file or several, with their texts.

    Raises:
        LoadError: there is no such file, or one is not text.
    """
    from regiontargets.assembly.sources import source_of, unique_id

    taken: set[str] = set()
    for path in _source_files(paths):
        file = _opened(path)
        for number, document in enumerate(_documents(file)):
            name = unique_id(str(path), number, taken)
            taken.add(name)
            yield source_of(document, name, str(path))


def _opened(path: Path) -> InputFile:
    """A source; one that is not UTF-8 is taken for GB18030, as Chinese documents often are."""
    file = InputFile.open(path)
    try:
        _ = file.text
    except LoadError:
        try:
            file = InputFile.open(path, encoding="gb18030")
            _ = file.text
        except LoadError:
            file = InputFile.open(path)
    return file


def _documents(file: InputFile) -> Iterator[AnnotatedDocument]:
    from regiontargets.documents import AnnotatedDocument

    if Path(file.name).suffix.lower() in _PAGES:
        from regiontargets.loaders.html_text import html_text

        yield AnnotatedDocument(html_text(file.text))
        return
    try:
        form = recognise(file)
    except UnknownFormat:
        yield AnnotatedDocument(file.text)
        return
    yield from form.read(file)


def _source_files(paths: SourcePaths) -> list[Path]:
    if paths is None:
        return []
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    found: list[Path] = []
    for each in map(Path, given):
        if each.is_dir():
            inside = _texts_in(each)
            if not inside:
                shown = ", ".join(_SOURCE_SUFFIXES)
                raise LoadError(f"the folder of sources {each} holds no text ({shown}).")
            found += inside
        elif each.is_file():
            found.append(each)
        else:
            raise LoadError(f"there is no file or folder of sources {each}.")
    return found


def _texts_in(folder: Path) -> list[Path]:
    """The texts of a folder; a link may lead out of it, and what lies outside is not read."""
    root = folder.resolve()
    inside = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path
        for path in inside
        if path.suffix.lower() in _SOURCE_SUFFIXES and path.resolve().is_relative_to(root)
    ]
