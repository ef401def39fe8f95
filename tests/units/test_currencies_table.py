"""The table of currencies is what its script makes of the Babel release that it names."""

import importlib.util
from pathlib import Path

import pytest

from regiontargets.units import tables

SCRIPT = Path(__file__).parents[2] / "update" / "currencies.py"


def test_the_table_is_what_the_script_makes() -> None:
    babel = pytest.importorskip("babel")
    text = (tables.DATA / "currencies.tsv").read_text(encoding="utf-8")
    if f"Babel {babel.__version__} " not in text:
        pytest.skip(f"made with another release of Babel than {babel.__version__}")
    spec = importlib.util.spec_from_file_location("update_currencies", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.rows() == ["\t".join(row) for row in tables.rows("currencies.tsv")]
