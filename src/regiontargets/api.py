"""The public functions: the only place that joins the parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from regiontargets.assembly import LabelMap, assemble
from regiontargets.config import Config, read_config
from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.exports import is_dataset_json, parse_dataset
from regiontargets.exports import json_schema as json_schema
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
from regiontargets.loaders.paused_collector import paused_collector
from regiontargets.model import Dataset
from regiontargets.progress import tracked
from regiontargets.validators import (
    Report,
    Selection,
    reading_findings,
    validate_dataset,
    validate_rows,
)

from . import assembly, curating, exports, gathering
from .curating import SourcePaths
from .gathering import PathLike, found_files, opened, unreadable

if TYPE_CHECKING:
    import pint

    from regiontargets.assembly.tables import Columns, CuratedTable
    from regiontargets.catalog import Catalog

Labels: TypeAlias = "LabelMap | Mapping[str, object] | str | Path | None"
Configured: TypeAlias = "Config | str | Path | None"


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
    how = Loading.of(_configured(config), format, labels, catalog, encoding, sources, columns)
    return _dataset(paths if isinstance(paths, InputFile) else found_files(paths, format), how)


@dataclass(frozen=True, slots=True)
class Loading:
    """How files are to be read: what a call says, and for the rest what is configured."""

    format: str | None
    labels: Labels
    catalog: Catalog | None
    tables: curating.Options

    @classmethod
    def of(
        cls,
        config: Config,
        name: str | None,
        labels: Labels,
        catalog: Catalog | None,
        encoding: str | None,
        sources: SourcePaths,
        columns: Columns,
    ) -> Loading:
        """What a call says goes before its configuration."""
        catalog = config.catalog if catalog is None else catalog
        return cls(
            name,
            config.labels if labels is None else labels,
            catalog,
            curating.Options(
                encoding,
                config.sources or None if sources is None else sources,
                config.columns if columns is None else columns,
                _catalogs(catalog),
            ),
        )


def _configured(config: Configured) -> Config:
    if isinstance(config, (str, Path)):
        return read_config(config)
    return config or Config()


def _dataset(found: InputFile | Sequence[Path], how: Loading) -> Dataset:
    if isinstance(found, InputFile):
        if how.format in curating.FORMATS:
            return _tables([found], how)
        return load_files([found], format=how.format, labels=how.labels, catalog=how.catalog)
    tables = [path for path in found if curating.is_table(path, how.format)]
    texts = [path for path in found if path not in set(tables)]
    dataset = _tables(tables, how, alone=len(found) == 1) if tables else Dataset()
    if not texts:
        return dataset
    try:
        with ExitStack() as archives:
            files = opened(texts, how.tables.encoding, archives)
            loaded = load_files(files, format=how.format, labels=how.labels, catalog=how.catalog)
    except LoadError as error:
        if not tables:
            raise
        loaded = Dataset(findings=(unreadable(str(texts[0]), error),))
    return dataset + loaded if tables else loaded


def _tables(files: Sequence[Path | InputFile], how: Loading, *, alone: bool = True) -> Dataset:
    """The dataset of some tables; one that cannot be read is set aside unless it is alone."""
    made: list[Dataset] = [Dataset()]
    for file in tracked(files, "loading"):
        try:
            datasets = [rows.dataset() for rows in curating.tables(file, how.tables, how.format)]
        except LoadError as error:
            if alone:
                raise
            made.append(Dataset(findings=(unreadable(str(file), error),)))
            continue
        made += [each.with_findings(reading_findings(each)) for each in datasets]
    while len(made) > 1:  # in pairs: one after the other would copy the first again and again
        pairs = zip(made[::2], [*made[1::2], Dataset()], strict=False)
        made = [one + other for one, other in pairs]
    return made[0]


def load_files(
    files: Iterable[InputFile | Finding],
    *,
    format: str | None = None,  # noqa: A002
    labels: Labels = None,
    catalog: Catalog | None = None,
) -> Dataset:
    """Load files that are already in memory; see `load`.

    Raises:
        LoadError: a single file cannot be read at all.
    """
    with paused_collector():
        return _loaded(list(files), format, labels, catalog)


def _loaded(
    files: Sequence[InputFile | Finding],
    name: str | None,
    labels: Labels,
    catalog: Catalog | None,
) -> Dataset:
    findings = [each for each in files if isinstance(each, Finding)]
    saved: list[Dataset] = []
    documents = _documents(
        [each for each in files if isinstance(each, InputFile)], name, saved, findings
    )
    dataset = assemble(documents, labels=_label_map(labels), **_catalogs(catalog))
    dataset = dataset.with_findings([*findings, *reading_findings(dataset)])
    for each in reversed(saved):
        dataset = each + dataset
    return dataset


def _documents(
    files: Sequence[InputFile], name: str | None, saved: list[Dataset], findings: list[Finding]
) -> Iterator[tuple[AnnotatedDocument, str]]:
    """The documents of all files; saved datasets and files that cannot be read are set aside."""
    for file in tracked(files, "loading"):
        try:
            if name is None and is_dataset_json(file.head):
                saved.append(parse_dataset(file.text, file.name))
            else:
                yield from ((each, file.name) for each in _with_text(file, name))
        except LoadError as error:
            if len(files) == 1:
                raise
            findings.append(unreadable(file.name, error))


def _with_text(file: InputFile, name: str | None) -> list[AnnotatedDocument]:
    documents = list(_format_of(file, name).read(file))
    if not any(each.text.strip() for each in documents):
        raise LoadError(f"{file.name} holds no text.")
    return documents


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
            for document in _format_of(file, format).read(file)
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
    given = _configured(config)
    selection = given.selection(select, ignore, severities)
    if isinstance(data, Dataset):
        return given.excused(_checked(data, selection), (), selection)
    how = Loading.of(given, format, labels, catalog, encoding, sources, columns)
    found = data if isinstance(data, InputFile) else found_files(data, format)
    names = [] if isinstance(found, InputFile) else list(map(str, found))
    return given.excused(_report(found, how, selection), names, selection)


def _report(found: InputFile | Sequence[Path], how: Loading, selection: Selection) -> Report:
    """What is wrong with some files; a single table never becomes a dataset."""
    table = found if isinstance(found, InputFile) else found[0] if len(found) == 1 else None
    if isinstance(table, InputFile):
        one = how.format in curating.FORMATS
    else:
        one = table is not None and curating.is_table(table, how.format)
    if one and table is not None:
        tables = curating.tables(table, how.tables, how.format)
        if len(tables) == 1:
            return _checked(tables[0], selection)
    return _checked(_dataset(found, how), selection)


def _checked(data: Dataset | CuratedTable, selection: Selection) -> Report:
    select, ignore, severities = selection.select, selection.ignore, selection.severities
    if isinstance(data, Dataset):
        return validate_dataset(data, select=select, ignore=ignore, severities=severities)
    return validate_rows(data, select=select, ignore=ignore, severities=severities)


def recognised_format(path: PathLike) -> str:
    """The name of the format that a file is recognised as.

    Raises:
        LoadError: there is no file, or no format, or several, recognise it.
    """
    return recognise(InputFile.open(Path(path))).NAME


def file_findings() -> dict[str, str]:
    """The codes of what may be wrong with files of any format, and what they mean."""
    found = {**assembly.FINDINGS, **exports.FINDINGS, **curating.findings(), **gathering.FINDINGS}
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
    return assembly.draft_label_map(documents, _label_map(labels))


def _format_of(file: InputFile, name: str | None) -> Format:
    return recognise(file) if name is None else format_named(name)


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


def _label_map(labels: Labels) -> LabelMap:
    if isinstance(labels, LabelMap):
        return labels
    if labels is None:
        return LabelMap.default()
    if isinstance(labels, Mapping):
        return LabelMap.default().extended(labels)
    return LabelMap.load(labels)


def _catalogs(catalog: Catalog | None) -> curating.Catalogs:
    # Deferred: a catalog is read only when there is something to look up in it.
    from regiontargets.catalog import metrics, regions

    if catalog is not None:
        return {"regions": catalog.regions, "metrics": catalog.metrics}
    return {"regions": regions, "metrics": metrics}


def unit_registry() -> pint.UnitRegistry[Decimal]:
    """The pint registry with the units of the field: `rt.units`."""
    # Pint and its registry cost 0.7 s: whoever asks for them pays.
    from regiontargets.units import registry

    return registry()
