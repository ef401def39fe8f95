"""The index of names that is written beforehand is that of the data files and the words."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from regiontargets.catalog.metrics.built_in import BuiltIn
from regiontargets.catalog.metrics.index_rows import built_in_rows, rows_of
from regiontargets.catalog.metrics.rows import built_in

ROOT = Path(__file__).parents[3]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("metrics_index", ROOT / "update/metrics_index.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_is_current() -> None:
    current = generator().index()
    checked_in = generator().INDEX.read_text(encoding="utf-8")
    assert checked_in == current, "run: python update/metrics_index.py"


def test_the_index_reads_as_the_entries_say() -> None:
    computed = rows_of(built_in().values())
    read = dict(built_in_rows())
    assert list(read) == list(computed)
    assert [row.names for row in read.values()] == [row.names for row in computed.values()]


def test_files_read_one_at_a_time_give_the_same_metrics() -> None:
    assert {**BuiltIn()} == built_in()
