"""The data files as rows; nothing is read before a region is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import overload

from regiontargets.model import FrozenDict, Region
from regiontargets.model.frozen import unchecked

FILES = ("iso3166.tsv", "gb2260.tsv", "nuts.tsv", "zones.tsv", "groups.tsv")
NAMES = "names.tsv"
_WIDTH = 13


@dataclass(slots=True)
class Row:
    """One region as the data files hold it.

    Attributes:
        region: what users get.
        also: further and retired codes that lead to it.
        aliases: further names.
    """

    cells: list[str]
    extra: list[str]
    _region: Region | None = None

    @property
    def code(self) -> str:
        """Its code in the preferred scheme."""
        return self.cells[0]

    @property
    def parent(self) -> str:
        """The code of the region it is part of; empty if there is none."""
        return self.cells[5]

    @property
    def codes(self) -> list[str]:
        """Every code that leads to it."""
        others = [each.split("=", 1)[1] for each in _split(self.cells[6])]
        return [self.cells[0], *others, *_split(self.cells[11])]

    @property
    def names(self) -> list[str]:
        """Every name that it bears, the usual one first."""
        cells = self.cells
        return [name for name in (cells[3], cells[4], *_split(cells[12]), *self.extra) if name]

    @property
    def usual(self) -> list[str]:
        """The names that it is usually called by, of those that it bears."""
        cells = self.cells
        names = (cells[0], cells[3], cells[4], *_split(cells[11]), *self.extra)
        return [name for name in names if name]

    @property
    def ended(self) -> bool:
        """Whether it exists no more."""
        return bool(self.cells[8])

    @property
    def region(self) -> Region:
        """The region as users get it, made when first asked for."""
        if self._region is None:
            self._region = _region(self.cells)
        return self._region


class BuiltInRows(Sequence[Row]):
    """Every region that comes with the library; each is read when it is first wanted."""

    def __init__(self) -> None:
        self._lines = [line for name in FILES for line in _lines(data(name))]
        self._rows: dict[int, Row] = {}

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        row = self._rows.get(place)
        if row is None:
            cells = _cells(self._lines[place])
            row = self._rows[place] = Row(cells, self._further.get(cells[0], []))
        return row

    def __len__(self) -> int:
        return len(self._lines)

    @cached_property
    def _further(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in _lines(data(NAMES)):
            code, names, *_ = _cells(line)
            found.setdefault(code, []).extend(_split(names))
        return found


def data(name: str) -> bytes:
    """The content of a data file."""
    return files(str(__package__)).joinpath("data", name).read_bytes()


def _lines(content: bytes) -> list[bytes]:
    """The lines behind notes and header."""
    return [line for line in content.split(b"\n") if line and not line.startswith(b"#")][1:]


def _cells(line: bytes) -> list[str]:
    cells = line.decode().split("\t")
    return cells + [""] * (_WIDTH - len(cells))


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _region(cells: list[str]) -> Region:
    code, scheme, level, name, chinese, parent, codes, since, until, successors, members = cells[
        :11
    ]
    return unchecked(
        Region,
        code=code,
        scheme=scheme,
        name=name,
        names=FrozenDict({"en": name, **({"zh": chinese} if chinese else {})}),
        codes=FrozenDict[str, str](each.split("=", 1) for each in _split(codes)),
        level=level,
        parent=parent or None,
        valid_from=date.fromisoformat(since) if since else None,
        valid_to=date.fromisoformat(until) if until else None,
        successors=tuple(_split(successors)),
        members=tuple(_split(members)),
    )
