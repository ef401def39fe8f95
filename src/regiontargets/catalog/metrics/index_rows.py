"""What a lookup needs of each metric, without the metric: its names as terms, its unit.

The rows of the built-in metrics are written beforehand (`update/metrics_index.py`), since
reading the data files and the words of some seven thousand names takes a quarter of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from .entry import Entry
from .spelling import fold
from .words import vocabulary

_HEAD = """\
# What lookups need of each metric: code, unit, basis, growth metric, codes elsewhere, then
# its names, folded, each with the terms that it is made of.
# Origin: the data files beside this one, by `update/metrics_index.py`. Version 1, 2026-11-24.
# Licence: MIT.
"""
_BESIDE = "|"


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What a lookup needs of a metric.

    Attributes:
        code: the metric's code.
        unit: its unit.
        basis: "real" or "nominal"; empty where it states none.
        growth: the code of the metric of its growth, or empty.
        elsewhere: its codes in other schemes.
        names: its names, folded, each with its terms; none of a derived growth metric, which is
            found as the growth of what grows.
    """

    code: str
    unit: str
    basis: str
    growth: str
    elsewhere: tuple[str, ...]
    names: tuple[tuple[str, str], ...]


def row_of(entry: Entry) -> IndexRow:
    """The row of an entry."""
    fields = entry.fields
    folded = dict.fromkeys(map(fold, () if entry.derived else entry.names()))
    return IndexRow(
        code=entry.code,
        unit=fields["unit"],
        basis=fields.get("basis") or "",
        growth=fields.get("growth") or "",
        elsewhere=tuple(fields.get("external", {}).values()),
        names=tuple((name, " ".join(sorted(vocabulary().terms(name)))) for name in folded),
    )


def rows_of(entries: Iterable[Entry]) -> dict[str, IndexRow]:
    """The rows of entries, by code."""
    return {entry.code: row_of(entry) for entry in entries}


def written(rows: Iterable[IndexRow]) -> str:
    """The text of a file of rows."""
    return _HEAD + "".join(map(_line, rows))


def _line(row: IndexRow) -> str:
    names = (f"{name}{_BESIDE}{terms}" for name, terms in row.names)
    elsewhere = " ".join(row.elsewhere)
    cells = (row.code, row.unit, row.basis, row.growth, elsewhere, *names)
    return "\t".join(cells) + "\n"


def built_in_rows() -> Mapping[str, IndexRow]:
    """The rows of the built-in metrics by code, in the order of the data files."""
    package = resources.files("regiontargets.catalog.metrics")
    text = package.joinpath("index.tsv").read_text(encoding="utf-8")
    return {row.code: row for row in _read(text)}


def _read(text: str) -> Iterator[IndexRow]:
    for line in text.splitlines():
        if not line.startswith("#"):
            code, unit, basis, growth, elsewhere, *names = line.split("\t")
            pairs = tuple(map(_pair, names))
            yield IndexRow(code, unit, basis, growth, tuple(elsewhere.split()), pairs)


def _pair(written: str) -> tuple[str, str]:
    name, _, terms = written.partition(_BESIDE)
    return name, terms
