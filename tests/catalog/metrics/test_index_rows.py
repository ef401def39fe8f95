"""The tables that are written beforehand are those of the data files and the words."""

from __future__ import annotations

import importlib.util
from dataclasses import astuple
from pathlib import Path
from types import ModuleType

from regiontargets.catalog.metrics.built_in import BuiltIn
from regiontargets.catalog.metrics.index_rows import built_in_rows, rows_of
from regiontargets.catalog.metrics.rows import built_in
from regiontargets.model import Metric

ROOT = Path(__file__).parents[3]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("metrics_index", ROOT / "update/metrics_index.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_current() -> None:
    for name, content in generator().tables().items():
        checked_in = (generator().FOLDER / name).read_bytes()
        assert checked_in == content, f"{name}: run: python update/metrics_index.py"


def test_the_index_reads_as_the_entries_say() -> None:
    computed = rows_of(built_in().values())
    read = dict(built_in_rows())
    assert list(read) == list(computed)
    assert [row.names for row in read.values()] == [row.names for row in computed.values()]


def test_metrics_read_one_at_a_time_are_those_of_the_data_files() -> None:
    read = {code: astuple(each) for code, each in BuiltIn().items()}
    assert read == {code: astuple(each) for code, each in built_in().items()}
    assert list(BuiltIn()) == list(built_in())


def test_the_metrics_of_the_data_files_are_what_checking_makes_of_them() -> None:
    for entry in BuiltIn().values():
        checked = Metric(**entry.fields)
        assert vars(entry.metric) == vars(checked), entry.code
        assert entry.metric.model_dump() == checked.model_dump()
        assert repr(vars(entry.metric)) == repr(vars(checked))
        assert entry.metric.model_fields_set == checked.model_fields_set
