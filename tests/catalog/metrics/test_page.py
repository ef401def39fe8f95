"""The page of metrics is that of the data; the pages' examples run."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]


def test_the_page_is_current(update_script: Callable[[str], ModuleType]) -> None:
    checked_in = (ROOT / "docs/metrics.md").read_text(encoding="utf-8")
    current = update_script("metrics_page").page()
    assert checked_in == current, "run: python update/metrics_page.py"


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
