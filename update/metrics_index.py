"""Rebuild the index of the metrics' names from the data files and the words.

python update/metrics_index.py
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.catalog.metrics.index_rows import row_of, written
from regiontargets.catalog.metrics.rows import of_file, theme_texts

INDEX = Path(__file__).parents[1] / "src/regiontargets/catalog/metrics/index.tsv"


def index() -> str:
    """The text of the index."""
    files = (name for name, _ in theme_texts())
    return written(row_of(each, name) for name in files for each in of_file(name).values())


def main() -> None:
    """Write the index anew."""
    INDEX.write_text(index(), encoding="utf-8")


if __name__ == "__main__":
    main()
