"""Rebuild the tables of the metrics and of their names from the data files and the words.

python update/metrics_index.py
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.catalog.metrics import built_in, index_rows, rows

FOLDER = Path(__file__).parents[1] / "src/regiontargets/catalog/metrics"


def tables() -> dict[str, bytes]:
    """The content of each table by the name of its file."""
    entries = rows.built_in().values()
    names = index_rows.written(map(index_rows.row_of, entries))
    return {"index.tsv": names.encode(), "entries.tsv": built_in.written(entries)}


def main() -> None:
    """Write the tables anew."""
    for name, content in tables().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
