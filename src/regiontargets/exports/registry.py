"""Every format that a dataset is exported to, one line each."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, runtime_checkable

from regiontargets.errors import LookupFailed
from regiontargets.model import Dataset

MODULES = (
    *("csv_rows", "excel", "parquet", "data_package", "sdmx_csv", "iamc"),
    *("web_annotation", "json_ld"),
)
"""The modules of this folder that write a format."""


@runtime_checkable
class ExportFormat(Protocol):
    """A module that writes one format.

    Attributes:
        NAME: what `--to` calls it.
        TITLE: what it is, half a line.
    """

    NAME: str
    TITLE: str

    def write(self, dataset: Dataset, path: Path) -> tuple[str, ...]:
        """Write the dataset; returns what the format could not hold, a sentence each.

        Raises:
            MissingExtra: the format's library is not installed.
            OSError: the file cannot be written.
        """
        ...


class UnknownExportFormat(LookupFailed):
    """No format of an export bears this name."""


@cache
def export_formats() -> dict[str, ExportFormat]:
    """Every format by its name."""
    found: dict[str, ExportFormat] = {}
    for name in MODULES:
        module = import_module(f"{__package__}.{name}")
        if not isinstance(module, ExportFormat):  # pragma: no cover - a mistake in this folder
            raise TypeError(f"{module.__name__} has not the shape of an ExportFormat")
        found[module.NAME] = module
    return found


def export(dataset: Dataset, path: Path, name: str) -> tuple[str, ...]:
    """Write a dataset in one of the formats; returns what the format could not hold.

    Raises:
        UnknownExportFormat: there is no such format; the message lists what there is.
        MissingExtra: the format's library is not installed.
        OSError: the file cannot be written.

    >>> list(export_formats())
    ['csv', 'excel', 'parquet', 'data-package', 'sdmx-csv', 'iamc', 'web-annotation', 'json-ld']
    """
    try:
        form = export_formats()[name]
    except KeyError:
        known = ", ".join(export_formats())
        raise UnknownExportFormat(
            name, f"there is no export format {name[:40]!r}.", suggestion=f"Known: {known}."
        ) from None
    return form.write(dataset, path)
