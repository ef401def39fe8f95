"""One region as the data files hold it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

COLUMNS = (
    *("code", "scheme", "level", "name", "zh", "parent", "codes", "valid_from", "valid_to"),
    *("successors", "members", "also", "aliases"),
)


# What packages leave where they take a name off the word for its kind.
_KINDS = {"city", "region", "state", "province", "county", "district", "republic", "department"}


@dataclass
class Row:
    code: str
    scheme: str
    level: str
    name: str
    zh: str = ""
    parent: str = ""
    codes: dict[str, str] = field(default_factory=dict)
    valid_from: str = ""
    valid_to: str = ""
    successors: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)  # further and retired codes
    aliases: list[str] = field(default_factory=list)

    def line(self) -> str:
        known = ("", self.name, self.zh)
        aliases = [
            each
            for each in dict.fromkeys(self.aliases)
            if each not in known and each.casefold() not in _KINDS
        ]
        cells = [
            *(self.code, self.scheme, self.level, self.name, self.zh, self.parent),
            "|".join(f"{scheme}={code}" for scheme, code in self.codes.items()),
            *(self.valid_from, self.valid_to),
            *("|".join(each) for each in (self.successors, self.members)),
            "|".join(dict.fromkeys(self.also)),
            "|".join(aliases),
        ]
        assert not any("\t" in cell or "\n" in cell for cell in cells), cells
        return "\t".join(cells).rstrip("\t")


def table(head: str, rows: list[Row]) -> str:
    notes = "".join(f"# {line}\n" for line in head.strip().splitlines())
    return notes + "\t".join(COLUMNS) + "\n" + "".join(f"{row.line()}\n" for row in rows)


def plain(name: str) -> str:
    """A name without case, accents and whatever is no letter or digit."""
    folded = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in folded if c.isalnum() and not unicodedata.combining(c))
