"""`python -m update.regions.lookup`: where codes and names lead, after an edit of the data by hand.

It needs no packages.
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.catalog.regions.built_in import FILE
from regiontargets.catalog.regions.rows import BuiltInRows
from regiontargets.catalog.regions.tables import Places, TablesOfRows

ROOT = Path(__file__).parents[2]
HEAD = """# Where each code, and each name in folded form, leads: the places of its bearers among the rows of
# the files beside this one. First the codes, then names in full, those without the word for their
# kind, and Chinese districts without theirs.
# Built by update/regions from those files; do not edit.
"""


def text() -> str:
    """What the file holds."""
    made = TablesOfRows(BuiltInRows())
    tables = (made.codes, made.full, made.bare, made.districts)
    return "\n".join((HEAD, *map(_lines, tables)))


def _lines(places: Places) -> str:
    # In the order of their UTF-8, in which they are looked up.
    return "".join(f"{key}\t{places[key]}\n" for key in sorted(places))


def write() -> None:
    """Write the file into the package."""
    (ROOT / "src/regiontargets/catalog/regions/data" / FILE).write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    write()
