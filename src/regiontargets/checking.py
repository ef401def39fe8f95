"""From files to the report on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regiontargets.config import MARKDOWN_SUFFIXES, Config
from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.loaders import InputFile
from regiontargets.model import Dataset
from regiontargets.validators import Report, Selection, validate_dataset, validate_rows

from . import curating
from .loading import Loading, dataset_of

if TYPE_CHECKING:
    from regiontargets.assembly.tables import CuratedTable
    from regiontargets.mending import Mended


def report_on(found: InputFile | Sequence[Path], how: Loading, selection: Selection) -> Report:
    """What is wrong with some files; a single table never becomes a dataset.

    Raises:
        LoadError: the only file cannot be read.
    """
    table = found if isinstance(found, InputFile) else found[0] if len(found) == 1 else None
    if table is not None and is_table(table, how):
        tables = curating.tables(table, how.tables, how.format)
        if len(tables) == 1:
            return report_on_table(tables[0], selection)
    return checked(dataset_of(found, how), selection)


def is_table(file: InputFile | Path, how: Loading) -> bool:
    """Whether a file is read as a table."""
    return curating.is_table(file, how.format)


def report_on_table(table: CuratedTable, selection: Selection, *, mending: bool = False) -> Report:
    """What is wrong with a table, with what could be mended.

    Args:
        table: the table.
        selection: what is looked for.
        mending: whether what is only looked for when it is selected counts as selected.
    """
    # Deferred: whoever checks texts does not pay for tables.
    from regiontargets.mending import SPELLINGS
    from regiontargets.mending.offers import spellings, with_row_fixes

    wanted = [code for code in SPELLINGS if mending or selection.names(code)]
    beside = [each for each in spellings(table) if each.code in wanted] if wanted else []
    report = checked(table, selection, beside)
    return Report.of(
        with_row_fixes(report, table.table),
        records=report.records,
        suppressed=report.suppressed,
    )


def checked(
    data: Dataset | CuratedTable, selection: Selection, beside: Sequence[Finding] = ()
) -> Report:
    """What the selected rules find in a dataset or a table.

    Args:
        data: a dataset or a table.
        selection: what is looked for.
        beside: what was found of a table in other ways.
    """
    select, ignore, severities = selection.select, selection.ignore, selection.severities
    if isinstance(data, Dataset):
        report = validate_dataset(data, select=select, ignore=ignore, severities=severities)
    else:
        report = validate_rows(
            data, select=select, ignore=ignore, severities=severities, beside=beside
        )
    return _without_consequences(report)


_FOLLOWS = {"region": "R005", "metric": "M003"}
"""What every row lacks if no column is recognised as this."""


def _without_consequences(report: Report) -> Report:
    """A column that is missing is told once for the table, not again for every row."""
    following: dict[str | None, set[str]] = {}
    for each in report:
        if each.code == "F146":
            codes = {code for role, code in _FOLLOWS.items() if f"the {role}" in each.message}
            # Without a header or a value, the rows say nothing of a time either.
            timeless = len(codes) > 1 or "the amount" in each.message
            following[each.place.path] = codes | ({"Y008"} if timeless else set())
    if not following:
        return report
    kept = (each for each in report if each.code not in following.get(each.place.path, ()))
    return Report.of(kept, records=report.records, suppressed=report.suppressed)


def mended_files(
    paths: Sequence[Path], how: Loading, config: Config, selection: Selection
) -> Iterator[tuple[Path, Mended]]:
    """Each file in which something can be mended safely, with its new content.

    Raises:
        LoadError: the only file cannot be read.
    """
    for path in paths:
        try:
            mended = _mended(path, how, config, selection)
        except LoadError:
            if len(paths) == 1:
                raise
            continue  # validating tells of it
        if mended is not None:
            yield path, mended


def _mended(path: Path, how: Loading, config: Config, selection: Selection) -> Mended | None:
    from regiontargets.mending import mended_markdown  # Deferred: only who mends pays for it.

    if is_table(path, how):
        return _mended_table(path, how, config, selection)
    if path.suffix.lower() not in MARKDOWN_SUFFIXES:
        return None
    report = config.excused(report_on([path], how, selection), [str(path)], selection)
    return mended_markdown(path.read_bytes(), str(path), report)


def _mended_table(path: Path, how: Loading, config: Config, selection: Selection) -> Mended | None:
    """The table's file with its fixes; of a workbook, one sheet after the other."""
    from regiontargets.mending import Mended, mended_table  # As above.

    data, differences, count = path.read_bytes(), "", 0
    for table in curating.tables(path, how.tables, how.format):
        report = report_on_table(table, selection, mending=True)
        report = config.excused(report, (), selection)
        mended = mended_table(data, table.table, report, how.tables.encoding)
        if mended is not None:
            data, count = mended.data, count + mended.count
            differences += mended.difference
    return Mended(data, differences, count) if count else None
