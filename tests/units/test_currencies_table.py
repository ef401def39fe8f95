"""The table of currencies is what its script makes of the Babel release that it names."""

from collections.abc import Callable
from types import ModuleType

import pytest

from regiontargets.units import tables


def test_the_table_is_what_the_script_makes(update_script: Callable[[str], ModuleType]) -> None:
    babel = pytest.importorskip("babel")
    text = (tables.DATA / "currencies.tsv").read_text(encoding="utf-8")
    if f"Babel {babel.__version__} " not in text:
        pytest.skip(f"made with another release of Babel than {babel.__version__}")
    assert update_script("currencies").rows() == [
        "\t".join(row) for row in tables.rows("currencies.tsv")
    ]
