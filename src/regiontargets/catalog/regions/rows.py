"""The data files as rows; nothing is read before a region is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from regiontargets.model import FrozenDict, Region, RegionLevel

FILES = ("iso3166.tsv", "gb2260.tsv", "nuts.tsv", "zones.tsv", "groups.tsv")
NAMES = "names.tsv"
FOLDED = "folded.tsv"
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


def built_in_rows() -> list[Row]:
    """Every region that comes with the library."""
    folder = files(str(__package__)).joinpath("data")
    further: dict[str, list[str]] = {}
    for cells in _lines(folder.joinpath(NAMES).read_text(encoding="utf-8")):
        further.setdefault(cells[0], []).extend(_split(cells[1]))
    return [
        Row(cells, further.get(cells[0], []))
        for name in FILES
        for cells in _lines(folder.joinpath(name).read_text(encoding="utf-8"))
    ]


def built_in_folded() -> tuple[dict[str, str], dict[str, str]]:
    """The folded names of the regions that come with the library, as `folded_names` has them."""
    text = files(str(__package__)).joinpath("data", FOLDED).read_text(encoding="utf-8")
    _, _, tables = text.partition("\n\n")
    full, _, bare = tables.partition("\n\n")
    return _places(full), _places(bare)


def _places(table: str) -> dict[str, str]:
    """Lines of the places of rows and the names that lead there, as places by name."""
    found: dict[str, str] = {}
    for line in table.splitlines():
        places, _, names = line.partition("\t")
        found.update(dict.fromkeys(names.split("\t"), places))
    return found


def _lines(text: str) -> Iterator[list[str]]:
    """The cells of each line behind notes and header."""
    header = True
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        if header:
            header = False
            continue
        cells = line.split("\t")
        yield cells + [""] * (_WIDTH - len(cells))


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _region(cells: list[str]) -> Region:
    code, scheme, level, name, chinese, parent, codes, since, until, successors, members = cells[
        :11
    ]
    known: RegionLevel = level  # type: ignore[assignment]
    return Region(
        code=code,
        scheme=scheme,
        name=name,
        names=FrozenDict({"en": name, **({"zh": chinese} if chinese else {})}),
        codes=FrozenDict(each.split("=", 1) for each in _split(codes)),
        level=known,
        parent=parent or None,
        valid_from=date.fromisoformat(since) if since else None,
        valid_to=date.fromisoformat(until) if until else None,
        successors=tuple(_split(successors)),
        members=tuple(_split(members)),
    )
