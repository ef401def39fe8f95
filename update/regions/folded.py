"""`python -m update.regions.folded`: fold the names anew after an edit by hand; needs no packages."""

from __future__ import annotations

from pathlib import Path

from regiontargets.catalog.regions.index import folded_names
from regiontargets.catalog.regions.rows import FOLDED, built_in_rows

ROOT = Path(__file__).parents[2]
HEAD = """# Every name of the regions in folded form, with the places of its bearers among the rows of the
# files beside this one: first the names in full, then those without the word for their kind.
# Built by update/regions from those files; do not edit.
"""


def text() -> str:
    """What the file holds."""
    return "\n".join((HEAD, *(_table(names) for names in folded_names(built_in_rows()))))


def _table(names: dict[str, str]) -> str:
    """The places and, behind them, all names that lead there."""
    by_places: dict[str, list[str]] = {}
    for name, places in names.items():
        by_places.setdefault(places, []).append(name)
    lines = ("\t".join((places, *sorted(leading))) for places, leading in by_places.items())
    return "".join(f"{line}\n" for line in lines)


def write() -> None:
    """Write the file into the package."""
    (ROOT / "src/regiontargets/catalog/regions/data" / FOLDED).write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    write()
