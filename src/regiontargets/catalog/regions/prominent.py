"""Bearers beside whom the others of their name are too small to be meant."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from regiontargets.model import Region

from ..names import fold


def most_prominent(name: str, found: list[Region]) -> list[Region]:
    """The one that a name means although others bear it; all, if there is none.

    Florida is the state, not the department of Uruguay; Georgia may be either.
    """
    code = _prominent().get(fold(name)) if len(found) > 1 else None
    return [region for region in found if region.code == code] or found


def is_prominent(name: str) -> bool:
    """Whether a name is known to mean one of its bearers."""
    return fold(name) in _prominent()


@cache
def _prominent() -> dict[str, str]:
    path = files(str(__package__)).joinpath("data/prominent.tsv")
    lines = (each for each in path.read_text(encoding="utf-8").splitlines() if each[0] != "#")
    rows = [line.split("\t") for line in lines][1:]
    return {fold(name): code for name, code in rows}
