"""The public functions: the only place that joins the parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from regiontargets.catalog.in_use import using
from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Severity
from regiontargets.loaders import (
    Format,
    InputFile,
    WritableFormat,
    archive,
    format_named,
    formats,
    recognise,
)
from regiontargets.model import Dataset
from regiontargets.validators import (
    Report,
)

from . import assembly, curating, exports, gathering
from .checking import checked, mended_files, report_on
from .curating import SourcePaths
from .gathering import PathLike, found_files, opened
from .loading import Configured, Labels, Loading, configured, dataset_of, format_of, label_map
from .loading import load_files as load_files

if TYPE_CHECKING:
    import pint

    from regiontargets.assembly.tables import Columns
    from regiontargets.catalog import Catalog
    from regiontargets.mending import Mended


def load(
    paths: PathLike | Iterable[PathLike] | InputFile,
    *,
    format: str | None = None,  # noqa: A002 - the name that the field uses
    labels: Labels = None,
    catalog: Catalog | None = None,
    encoding: str | None = None,
    sources: SourcePaths = None,
    columns: Columns = None,
    config: Configured = None,
) -> Dataset:
    """Load annotated files, curated tables, or saved datasets, as one typed dataset.

    What cannot be read becomes `findings` of the dataset, each with its place; one bad record
    never hides the others.

    Args:
        paths: a file, a folder, a glob pattern, a ZIP archive, or several of these; or one file
            in memory.
        format: the name of the format; None: recognised from suffix and content.
        labels: which of the annotators' labels plays which role: a label map, a TOML file, or its
            content as a mapping; None: the default map of obvious names.
        catalog: regions and metrics to look up in; None: the built-in ones.
        encoding: the files' encoding; None: by byte order mark, else UTF-8.
        sources: a folder, files or one file in which the quotes of tables are looked up.
        columns: which column of a table plays which role, as a mapping or a TOML file; None: by
            the columns' names.
        config: a configuration, or its file, for what is None here.

    Raises:
        LoadError: there is no file or no text at all, or no format recognises it.
    """
    how = Loading.of(configured(config), format, labels, catalog, encoding, sources, columns)
    return dataset_of(paths if isinstance(paths, InputFile) else found_files(paths, format), how)


def read(
    path: PathLike,
    *,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> AnnotatedDocument:
    """Read one annotated document, before anything in it is typed.

    Raises:
        LoadError: there is no file or no text, no format recognises it, or it holds several
            documents (`read_all` reads them).
    """
    documents = read_all(path, format=format, encoding=encoding)
    if len(documents) != 1:
        raise LoadError(
            f"{path} holds {len(documents)} documents.", suggestion="Read them with api.read_all."
        )
    return documents[0]


def read_all(
    path: PathLike,
    *,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> list[AnnotatedDocument]:
    """Read every document in one file, or in an archive of files.

    Raises:
        LoadError: there is no file or no text, or no format recognises it.
    """
    with ExitStack() as archives:
        files = opened([Path(path)], encoding, archives)
        return [
            document
            for file in files
            if isinstance(file, InputFile)
            for document in format_of(file, format).read(file)
        ]


def write(
    documents: AnnotatedDocument | Sequence[AnnotatedDocument],
    path: PathLike,
    *,
    format: str | None = None,  # noqa: A002
) -> tuple[Finding, ...]:
    """Write annotated documents in any writable format.

    Args:
        documents: what to write.
        path: where to; formats of several files (.ann beside .txt) share its stem.
        format: the name of the format; None: by the path's suffix.

    Returns:
        What the format cannot hold, one finding each.

    Raises:
        LoadError: no format, or several, are written under that suffix, or it holds only one
            document a file.
        OSError: a file cannot be written.
    """
    path = Path(path)
    if isinstance(documents, AnnotatedDocument):
        documents = [documents]
    written = _writable(path, format).write(documents)
    for suffix, text in written.files.items():
        target = path if len(written.files) == 1 else path.with_suffix(suffix)
        target.write_bytes(text.encode("utf-8"))
    return written.findings


def validate(
    data: Dataset | PathLike | Iterable[PathLike] | InputFile,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    format: str | None = None,  # noqa: A002
    labels: Labels = None,
    catalog: Catalog | None = None,
    encoding: str | None = None,
    sources: SourcePaths = None,
    columns: Columns = None,
    config: Configured = None,
) -> Report:
    """Check a dataset, or load and check files, and say what is wrong, where, why and what to do.

    Args:
        data: a dataset, or what `load` takes.
        select: codes or their beginnings to look for ("U", "U003"); empty: the default rules.
        ignore: codes or their beginnings to leave out.
        severities: other severities for some codes.
        format: see `load`.
        labels: see `load`.
        catalog: see `load`.
        encoding: see `load`.
        sources: see `load`.
        columns: see `load`.
        config: a configuration, or its file: its codes and severities beside those given here,
            its per-file settings, and see `load`. None is looked for where none is given.

    Raises:
        LoadError: see `load`.
        UnknownRule: no rule's code begins so.
    """
    given = configured(config)
    selection = given.selection(select, ignore, severities)
    how = Loading.of(given, format, labels, catalog, encoding, sources, columns)
    if isinstance(data, Dataset):
        paths = dict.fromkeys(each.path for each in data.sources if each.path is not None)
        with using(how.catalog):
            return given.excused(checked(data, selection), paths, selection)
    found = data if isinstance(data, InputFile) else found_files(data, format)
    names = [] if isinstance(found, InputFile) else list(map(str, found))
    with using(how.catalog):
        return given.excused(report_on(found, how, selection), names, selection)


def mend(
    paths: PathLike | Iterable[PathLike],
    *,
    dry_run: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    format: str | None = None,  # noqa: A002
    labels: Labels = None,
    catalog: Catalog | None = None,
    encoding: str | None = None,
    sources: SourcePaths = None,
    columns: Columns = None,
    config: Configured = None,
) -> dict[str, Mended]:
    """Mend in place what is safe in annotated Markdown and in tables; all other bytes stay.

    In tables these are the names of units, characters in numbers and units (F152), empty region
    codes (F153) and rows that repeat others. CSV, TSV, JSON Lines and Excel are mended.

    Args:
        paths: see `load`.
        dry_run: whether files stay as they are.
        select: see `validate`; only what is found is mended.
        ignore: see `validate`.
        format: see `load`.
        labels: see `load`.
        catalog: see `load`.
        encoding: see `load`.
        sources: see `load`.
        columns: see `load`.
        config: see `validate`.

    Returns:
        Each file in which something changes, with its difference.

    Raises:
        LoadError: see `load`.
        OSError: a file cannot be written.
    """
    given = configured(config)
    how = Loading.of(given, format, labels, catalog, encoding, sources, columns)
    made: dict[str, Mended] = {}
    selection = given.selection(select, ignore)
    with using(how.catalog):
        for path, mended in mended_files(found_files(paths, format), how, given, selection):
            made[str(path)] = mended
            if not dry_run:
                path.write_bytes(mended.data)
    return made


def recognised_format(path: PathLike) -> str:
    """The name of the format that a file is recognised as.

    Raises:
        LoadError: there is no file, or no format, or several, recognise it.
    """
    return recognise(InputFile.open(Path(path))).NAME


def file_findings() -> dict[str, str]:
    """The codes of what may be wrong with files of any format, and what they mean."""
    from regiontargets.mending import SPELLINGS  # Deferred: whoever mends nothing needs none.

    found = {**assembly.FINDINGS, **exports.FINDINGS, **curating.findings(), **gathering.FINDINGS}
    found.update(SPELLINGS)
    found.update(archive.FINDINGS)
    for each in formats().values():
        found.update(getattr(each, "FINDINGS", {}))
    return found


def draft_label_map(
    paths: PathLike | Iterable[PathLike],
    *,
    format: str | None = None,  # noqa: A002
    labels: Labels = None,
    encoding: str | None = None,
) -> str:
    """The labels, attributes and links that a corpus uses, as a label map (TOML) to edit.

    Raises:
        LoadError: there is no file or no text at all, or no format recognises it.
    """
    documents = [
        document
        for path in found_files(paths, format)
        for document in read_all(path, format=format, encoding=encoding)
    ]
    return assembly.draft_label_map(documents, label_map(labels))


def _writable(path: Path, name: str | None) -> WritableFormat:
    candidates: list[Format] = [format_named(name)] if name else _of_suffix(path)
    writable = [each for each in candidates if isinstance(each, WritableFormat)]
    if len(writable) == 1:
        return writable[0]
    if name is not None:
        raise LoadError(f"the format {name!r} can be read, but not written.")
    names = ", ".join(sorted(each.NAME for each in writable))
    if writable:
        raise LoadError(f"{path} may be {names}.", suggestion="Name the format.")
    known = sorted(each.NAME for each in formats().values() if isinstance(each, WritableFormat))
    raise LoadError(
        f"no format is written as {path.suffix or 'a file without suffix'!r}.",
        suggestion=f"Name one: {', '.join(known)}.",
    )


def _of_suffix(path: Path) -> list[Format]:
    """The formats of an ending; the one that is usually found under it goes before the others."""
    suffix = path.suffix.lower()
    bearing = [each for each in formats().values() if suffix in each.SUFFIXES]
    usual = [each for each in bearing if each.SUFFIXES[0] == suffix]
    # .json says nothing: half a dozen formats are JSON.
    return usual if len(usual) == 1 and suffix != ".json" else bearing


def unit_registry() -> pint.UnitRegistry[Decimal]:
    """The pint registry with the units of the field: `rt.units`."""
    # Pint and its registry cost 0.7 s: whoever asks for them pays.
    from regiontargets.units import registry

    return registry()
