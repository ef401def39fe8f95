"""Rebuild the list of the regions' names that say something to the grammars beside the name.

python update/telling_names.py
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.assembly.tables.sieve.names_alone import telling
from regiontargets.catalog import regions
from regiontargets.validators.evidence.names import names_told

LIST = Path(__file__).parents[1] / "src/regiontargets/assembly/tables/sieve/telling_names.txt"
HEAD = """\
# Names of the built-in regions that hold a number, a time or a word that tells of aims, or that may
# be taken for a part of one: what the grammars of this project read in them.
# Written by update/telling_names.py from the regions' names, whose origins and licences
# src/regiontargets/catalog/regions names.
"""


def telling_names() -> str:
    """The text of the list."""
    names = sorted({name for region in regions for name in names_told(region)})
    return HEAD + "".join(f"{name}\n" for name in telling(names))


def main() -> None:
    """Write the list anew."""
    LIST.write_text(telling_names(), encoding="utf-8")


if __name__ == "__main__":
    main()
