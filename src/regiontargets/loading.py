"""From the files that a call names to the dataset that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from regiontargets.config import Config, read_config
from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.exports import is_dataset_json, parse_dataset
from regiontargets.findings import Finding
from regiontargets.loaders import Format, InputFile, format_named, recognise
from regiontargets.model import Dataset
from regiontargets.paused_collector import paused_collector
from regiontargets.progress import tracked
from regiontargets.validators import reading_findings

from . import curating
from .curating import SourcePaths
from .gathering import opened, unreadable

if TYPE_CHECKING:
    from regiontargets.assembly import LabelMap
    from regiontargets.assembly.tables import Columns
    from regiontargets.catalog import Catalog

Labels: TypeAlias = "LabelMap | Mapping[str, object] | str | Path | None"
Configured: TypeAlias = "Config | str | Path | None"


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


def configured(config: Configured) -> Config:
    """The configuration that a call gives: itself, that of a file, or one that says nothing."""
    if isinstance(config, (str, Path)):
        return read_config(config)
    return config or Config()


def dataset_of(found: InputFile | Sequence[Path], how: Loading) -> Dataset:
    """What some files say: tables, annotated texts and saved datasets together.

    Raises:
        LoadError: the only one cannot be read.
    """
    if isinstance(found, InputFile):
        if curating.is_table(found, how.format):
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
    from regiontargets.assembly import assemble  # Deferred: whoever checks tables needs none.

    findings = [each for each in files if isinstance(each, Finding)]
    saved: list[Dataset] = []
    documents = _documents(
        [each for each in files if isinstance(each, InputFile)], name, saved, findings
    )
    dataset = assemble(documents, labels=label_map(labels), **_catalogs(catalog))
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
    documents = list(format_of(file, name).read(file))
    if not any(each.text.strip() for each in documents):
        raise LoadError(f"{file.name} holds no text.")
    return documents


def format_of(file: InputFile, name: str | None) -> Format:
    """The format of a file: the one that is named, else the one that recognises it.

    Raises:
        LoadError: there is none.
    """
    return recognise(file) if name is None else format_named(name)


def label_map(labels: Labels) -> LabelMap:
    """The label map that a call gives, under which the default one stays.

    Raises:
        LoadError: its file cannot be read.
    """
    from regiontargets.assembly import LabelMap  # As above.

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
