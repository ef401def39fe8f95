"""The tables that are written beforehand are those of the data files and the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from types import ModuleType

from regiontargets.catalog.metrics.built_in import BuiltIn
from regiontargets.catalog.metrics.index_rows import built_in_rows, rows_of
from regiontargets.catalog.metrics.rows import built_in
from regiontargets.model import Metric


def test_the_tables_are_current(update_script: Callable[[str], ModuleType]) -> None:
    script = update_script("metrics_index")
    for name, content in script.tables().items():
        checked_in = (script.FOLDER / name).read_bytes()
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
