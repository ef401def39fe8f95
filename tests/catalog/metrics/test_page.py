"""The page of metrics is that of the data; the pages' examples run."""

from __future__ import annotations

import doctest
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("metrics_page", ROOT / "update/metrics_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current() -> None:
    checked_in = (ROOT / "docs/metrics.md").read_text(encoding="utf-8")
    assert checked_in == generator().page(), "run: python update/metrics_page.py"


@pytest.mark.parametrize("page", ["metrics.md", "codelists.md"])
def test_the_examples_run(page: str) -> None:
    result = doctest.testfile(
        str(ROOT / "docs" / page),
        module_relative=False,
        optionflags=doctest.NORMALIZE_WHITESPACE,
        encoding="utf-8",
    )
    assert result.attempted > 3
    assert result.failed == 0
