"""Everything that was loaded, typed, with what could not be read beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from pydantic import PrivateAttr, model_validator

from regiontargets.findings import Finding, Place

from .frozen import FrozenModel
from .metric import Metric
from .observation import Observation
from .origin import Location, Origin
from .quote import Quote
from .record import Record
from .records import Records
from .region import Region
from .source import Evidence, Source
from .target import Target

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from regiontargets.display import HighlightedSource
    from regiontargets.exports import Cell

T = TypeVar("T", bound=FrozenModel)


class Dataset(FrozenModel):
    """Targets and observations with their quotes, regions, metrics and sources.

    Regions and metrics that records refer to are added to those given. Two datasets are equal if
    all they hold is; where their records stand in files takes no part.

    >>> empty = Dataset()
    >>> print(empty + empty)
    0 targets, 0 observations, 0 quotes from 0 sources
    """

    targets: Records[Target] = Records()
    """What is aimed at."""
    observations: Records[Observation] = Records()
    """What was the case."""
    quotes: Records[Quote] = Records()
    """What somebody said."""
    regions: Records[Region] = Records()
    """Every region that a record refers to."""
    metrics: Records[Metric] = Records()
    """Every metric that a record refers to."""
    sources: Records[Source] = Records()
    """Every document that states a record."""
    findings: tuple[Finding, ...] = ()
    """What could not be read, each with its place."""

    _origins: dict[str, Origin] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _with_what_records_refer_to(self) -> Dataset:
        regions = _distinct([*self.regions, *(r.region for r in self.records if r.region)])
        metrics = _distinct([*self.metrics, *(r.metric for r in self.records if r.metric)])
        # The model is frozen for everyone but its own validator.
        object.__setattr__(self, "regions", Records(regions))
        object.__setattr__(self, "metrics", Records(metrics))
        return self

    @property
    def records(self) -> tuple[Record, ...]:
        """Targets and observations together."""
        return (*self.targets, *self.observations)

    def with_origins(self, origins: Mapping[str, Origin]) -> Self:
        """This dataset, knowing where the records of some sources (by id) stand in files."""
        self._origins.update(origins)
        return self

    def locate(self, record: Record, field: str | None = None) -> Location:
        """The place of a record, or of one of its fields, in the file it was loaded from."""
        origin = self._origin_of(record.id, record.evidence)
        if origin is not None:
            return origin.locate(record, field)
        return Place(self._path_of(record.evidence)), None

    def locate_evidence(self, evidence: Evidence) -> Location:
        """The place of some words in the file they were loaded from."""
        origin = self._origins.get(evidence.source)
        if origin is not None:
            return origin.locate_evidence(evidence)
        return Place(self._path_of(evidence)), None

    def source_of(self, record: Record) -> Source | None:
        """The document that states a record, if the dataset has it."""
        if record.evidence is None:
            return None
        return self._sources_by_id.get(record.evidence.source)

    def with_findings(self, findings: Iterable[Finding]) -> Self:
        """This dataset with further findings."""
        more = self.model_copy(update={"findings": (*self.findings, *findings)})
        return more.with_origins(self._origins)

    def save(self, path: str | Path) -> None:
        """Write it as JSON, losslessly: `load` gives an equal dataset back.

        Raises:
            OSError: the file cannot be written.
        """
        # Deferred: writing files lives above the model; a notebook user looks for it here.
        from regiontargets.exports import save_dataset

        save_dataset(self, Path(path))

    def to_records(self) -> list[dict[str, Cell]]:
        """One flat dict a target or observation, in plain Python types."""
        from regiontargets.exports import flat_records  # deferred: lives above the model

        return flat_records(self)

    def to_pandas(self) -> pd.DataFrame:
        """One row a target or observation, as a pandas frame with typed columns.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from regiontargets.exports import pandas_frame  # deferred: lives above the model

        return pandas_frame(self)

    def to_polars(self) -> pl.DataFrame:
        """One row a target or observation, as a polars frame with typed columns.

        Raises:
            MissingExtra: polars is not installed.
        """
        from regiontargets.exports import polars_frame  # deferred: lives above the model

        return polars_frame(self)

    def to_arrow(self) -> pa.Table:
        """One row a target or observation, as an Arrow table whose numbers are exact decimals.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        from regiontargets.exports import arrow_table  # deferred: lives above the model

        return arrow_table(self)

    def export(self, path: str | Path, to: str) -> tuple[str, ...]:
        """Write it in a format of `exports.export_formats()`; returns what was lost.

        Raises:
            UnknownExportFormat: there is no such format; the message lists what there is.
            MissingExtra: the format's library is not installed.
            OSError: the file cannot be written.
        """
        from regiontargets.exports import export  # deferred: lives above the model

        return export(self, Path(path), to)

    def highlight(
        self, source: Source | str | None = None, findings: Iterable[Finding] | None = None
    ) -> HighlightedSource:
        """The text of a source with all that was found in it marked, for a notebook to show.

        Args:
            source: a source or its id; None: the only one.
            findings: what to underline, such as a report; None: what loading found.

        Raises:
            LookupFailed: there is no such source, or several and none is named.
        """
        from regiontargets.display import highlight  # deferred: lives above the model

        return highlight(self, source, findings)

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import dataset_html

        return dataset_html(self)

    def __add__(self, other: Dataset) -> Dataset:
        """Both together; what is equal in both is kept once, and clashing ids are told apart."""
        other = other._renamed({record.id: record for record in self.records})
        merged = Dataset(
            targets=Records(_distinct([*self.targets, *other.targets])),
            observations=Records(_distinct([*self.observations, *other.observations])),
            quotes=Records(_distinct([*self.quotes, *other.quotes])),
            regions=Records([*self.regions, *other.regions]),
            metrics=Records([*self.metrics, *other.metrics]),
            sources=Records(_distinct([*self.sources, *other.sources])),
            findings=(*self.findings, *other.findings),
        )
        return merged.with_origins({**other._origins, **self._origins})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in Dataset.model_fields)

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        trouble = f", {_counted(len(self.findings), 'finding')}" if self.findings else ""
        return (
            f"{_counted(len(self.targets), 'target')}, "
            f"{_counted(len(self.observations), 'observation')}, "
            f"{_counted(len(self.quotes), 'quote')} from "
            f"{_counted(len(self.sources), 'source')}{trouble}"
        )

    def __repr__(self) -> str:
        return f"<Dataset: {self}>"

    def _renamed(self, taken: Mapping[str, Record]) -> Dataset:
        """This dataset with new ids for its records that differ from one of the same id."""
        own = {record.id for record in self.records}
        new_ids: dict[str, str] = {}
        for record in self.records:
            if record.id in taken and taken[record.id] != record:
                number = 2
                while f"{record.id}~{number}" in taken or f"{record.id}~{number}" in own:
                    number += 1
                new_ids[record.id] = f"{record.id}~{number}"
        if not new_ids:
            return self
        targets = [
            target.replace(
                id=new_ids.get(target.id, target.id),
                supersedes=new_ids.get(target.supersedes or "", target.supersedes),
            )
            for target in self.targets
        ]
        observations = [
            each.replace(id=new_ids.get(each.id, each.id)) for each in self.observations
        ]
        renamed = self.model_copy(
            update={"targets": Records(targets), "observations": Records(observations)}
        )
        origins = {new_ids.get(key, key): origin for key, origin in self._origins.items()}
        return renamed.with_origins(origins)

    def _origin_of(self, record_id: str, evidence: Evidence | None) -> Origin | None:
        by_record = self._origins.get(record_id)
        if by_record is not None or evidence is None:
            return by_record
        return self._origins.get(evidence.source)

    def _path_of(self, evidence: Evidence | None) -> str | None:
        source = None if evidence is None else self._sources_by_id.get(evidence.source)
        return None if source is None else source.path

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}


def _distinct(items: Iterable[T]) -> list[T]:
    """The items in order, equal ones once; linear as long as hashes differ."""
    return list(dict.fromkeys(items))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
