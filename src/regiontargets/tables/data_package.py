"""Frictionless Data Packages: the tables of the files that a `datapackage.json` describes.

Read are resources with a table (CSV, TSV, Excel, JSON, Parquet, or data in the descriptor), with
their dialect, encoding, missing values and number format. A resource that others refer to by a
foreign key is looked up rather than read as records: a key gives way to the `code`, else the
`name`, of what it refers to, and title, URL, publisher and date of a source are added.

Only files in the package's folder or below are opened, and nothing is fetched.

Source: Data Package 2.0 (datapackage.org, 2024) and Frictionless Data 1.0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from regiontargets.errors import LoadError, RegionTargetsError
from regiontargets.findings import Finding, Place

from .encoding import encoding_of
from .field_formats import Fields, fields_of, plain_cells
from .json_table import parsed, record_of
from .table import Table, from_mappings

FINDINGS = {"F155": "a resource of a data package that is not read"}
"""What reading a data package may find."""

NAME = "datapackage.json"
"""What the file that describes a package is called."""

ReadFile: TypeAlias = Callable[[str, Path, str | None], list[Table]]
"""Reads the tables of a file: its name in findings, where it lies, its encoding."""

_SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".parquet")
_DELIMITERS = ",\t;|"
_OF_SOURCES = {
    "title": "source title",
    "url": "source url",
    "publisher": "publisher",
    "published": "published",
}


def read_data_package(
    stream: Callable[[], BinaryIO], name: str, path: Path | None, read: ReadFile
) -> list[Table]:
    """Read the tables of records that a package holds.

    Args:
        stream: opens the descriptor.
        name: the descriptor, as findings shall show it.
        path: where it lies; None: it stands alone, and only data inside it is read.
        read: reads the tables of a file.

    Raises:
        LoadError: it is no descriptor, or none of its resources can be read.
    """
    found: dict[str, Table] = {}
    schemas: dict[str, Fields] = {}
    findings: list[Finding] = []
    package = _descriptor(stream, name)
    for number, each in enumerate(_resources(package, name), 1):
        title = str(each.get("name") or number)
        try:
            schemas[title] = _schema(each, path)
            found[title] = _table(each, title, name, path, read, schemas[title])
        except RegionTargetsError as error:
            findings.append(_left_out(name, title, str(error)))
    if not found:
        raise LoadError(f"{name}: none of its resources can be read.", suggestion=_why(findings))
    keys = {title: list(_keys(schema)) for title, schema in schemas.items()}
    looked_up = {other for title, each in keys.items() for _, other, _ in each if other != title}
    if package.get("name") == "regiontargets":  # of our own, whose quotes are no records
        looked_up.add("quotes")
    tables = [
        _joined(table, keys[title], found)
        for title, table in found.items()
        if title not in looked_up
    ]
    if not tables:  # each refers to another
        tables = list(found.values())
    tables[0] = replace(tables[0], findings=(*tables[0].findings, *findings))
    return tables


def _descriptor(stream: Callable[[], BinaryIO], name: str) -> Fields:
    with stream() as opened:
        text = opened.read().decode(encoding_of(stream, name))
    try:
        package = parsed(text)
    except ValueError as error:
        raise LoadError(f"{name} is no JSON: {error}.") from None
    return fields_of(package)


def _resources(package: Fields, name: str) -> Iterator[Fields]:
    listed = package.get("resources")
    if not isinstance(listed, list):
        raise LoadError(f"{name} is no data package: it has no list of resources.")
    return (fields_of(each) for each in cast("list[object]", listed))


def _schema(resource: Fields, path: Path | None) -> Fields:
    """The schema of a resource; one that stands in a file of its own is read from there."""
    schema = resource.get("schema")
    if not isinstance(schema, str):
        return fields_of(schema)
    file = _inside(schema, path)
    return _descriptor(lambda: file.open("rb"), schema)


def _table(
    resource: Fields, title: str, name: str, path: Path | None, read: ReadFile, schema: Fields
) -> Table:
    if "data" in resource:
        table = _inline(resource["data"], f"{name}#{title}")
    else:
        table = _of_file(resource, path, read)
    return plain_cells(table, schema)


def _inline(data: object, name: str) -> Table:
    rows = cast("list[object]", data) if isinstance(data, list) else []
    if rows and all(isinstance(row, list) for row in rows):
        head, *rest = cast("list[list[object]]", rows)
        rows = [dict(zip(map(str, head), row, strict=False)) for row in rest]
    try:
        records = [record_of(row) for row in rows]
    except ValueError as error:
        raise LoadError(f"its data is no table: {error}.") from None
    if not records:
        raise LoadError("its data is no table: it has no row.")
    return from_mappings(name, records, ())


def _of_file(resource: Fields, path: Path | None, read: ReadFile) -> Table:
    location = resource.get("path")
    parts = cast("list[object]", location) if isinstance(location, list) else [location]
    if len(parts) != 1 or not isinstance(parts[0], str):
        raise LoadError("its path is not that of one file.")
    dialect = fields_of(resource.get("dialect"))
    if str(dialect.get("header")).lower() == "false":
        raise LoadError("its table has no header.")
    delimiter = str(dialect.get("delimiter", ","))
    if delimiter not in _DELIMITERS:
        raise LoadError(f"its delimiter is {delimiter[:10]!r}.")
    file = _inside(parts[0], path)
    if file.suffix.lower() not in _SUFFIXES or resource.get("compression"):
        raise LoadError(f"its file {parts[0][:80]} is of no format that is read as a table.")
    encoding = resource.get("encoding")
    shown = str(path.parent / parts[0]) if path else parts[0]
    return read(shown, file, str(encoding) if encoding else None)[0]


def _inside(location: str, path: Path | None) -> Path:
    """A file of the package.

    Raises:
        LoadError: it lies elsewhere, or is not there.
    """
    if path is None:
        raise LoadError(f"its file {location[:80]} is not to hand.")
    if "://" in location:
        raise LoadError(f"it lies at {location[:80]}, and nothing is fetched.")
    folder = path.parent.resolve()
    try:
        file = (folder / location).resolve()
        there = file.is_relative_to(folder) and file.is_file()
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, or a loop of links
        there, file = False, folder
    if not there:
        raise LoadError(f"there is no file {location[:80]} in the package's folder.")
    return file


def _keys(schema: Fields) -> Iterator[tuple[str, str, str]]:
    """Each foreign key of one field: the field, the resource and its field."""
    listed = schema.get("foreignKeys")
    for each in map(fields_of, cast("list[object]", listed) if isinstance(listed, list) else []):
        refers = fields_of(each.get("reference"))
        names = [_single(each.get("fields")), refers.get("resource"), _single(refers.get("fields"))]
        if all(isinstance(name, str) and name for name in names):
            field, resource, other = map(str, names)
            yield field, resource, other


def _single(names: object) -> object:
    listed = cast("list[object]", names) if isinstance(names, list) else [names]
    return listed[0] if len(listed) == 1 else None


def _joined(table: Table, keys: list[tuple[str, str, str]], tables: Mapping[str, Table]) -> Table:
    """The table with what its keys refer to in their place."""
    columns = dict(table.columns)
    for field, resource, key in keys:
        other = tables.get(resource)
        if other is None or field not in columns or key not in other.columns:
            continue
        cells = table.columns[field]
        named = next((name for name in ("code", "name") if name in other.columns), key)
        columns[field] = cells.map(partial(_referred, _cells_by_key(other, key, named), keep=True))
        for name, role in _OF_SOURCES.items():
            if field == "source" and name in other.columns and role not in columns:
                known = _cells_by_key(other, key, name)
                columns[role] = cells.map(partial(_referred, known, keep=False))
    return replace(table, columns=columns)


def _cells_by_key(table: Table, key: str, name: str) -> dict[str, str]:
    return {table.cell(row, key): table.cell(row, name) for row in range(table.rows)}


def _referred(known: Mapping[str, str], cell: str, *, keep: bool) -> str:
    """What a key leads to; the key itself, or nothing, where it leads nowhere."""
    return known.get(cell, "") or (cell if keep else "")


def _left_out(name: str, title: str, reason: str) -> Finding:
    message = f"the resource {title[:60]!r} was not read"
    return Finding("F155", message, "error", Place(name), title[:200], reason)


def _why(findings: list[Finding]) -> str | None:
    return f"The first one: {findings[0].reason}" if findings else None
