"""Names that say nothing else, and the list of the built-in ones that do."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from regiontargets.assembly.tables.sieve.names_alone import (
    saying_nothing_else,
    telling,
    telling_names,
)


@pytest.mark.parametrize("name", ["安徽省", "二七区", "Bavaria", "Rio Grande do Sul"])
def test_most_names_say_nothing_else(name: str) -> None:
    assert list(saying_nothing_else([name])) == [name]
    assert telling([name]) == []
    assert name not in telling_names()


@pytest.mark.parametrize(
    "name",
    ["三门县", "东盟10国", "达州市", "EU-27", "Kapuoran sang Bohol"],
)
def test_some_hold_a_number_or_a_word_that_compares(name: str) -> None:
    assert list(saying_nothing_else([name])) == []
    assert telling([name]) == [name]


@pytest.mark.parametrize("name", ["内湖", "夏河", "中江", "来宾"])
def test_some_may_begin_what_ends_a_period(name: str) -> None:
    assert list(saying_nothing_else([name])) == [name]
    assert telling([name]) == [name]  # 2022年内, 2022年夏, 2022年中, 2022年来


def test_each_name_is_judged_by_itself() -> None:
    names = ["三门县", "安徽省", "EU-27", "Bavaria", "二七区"]
    assert list(saying_nothing_else(names)) == ["安徽省", "二七区", "Bavaria"]
    assert telling(names) == ["三门县", "EU-27"]


def test_the_list_is_what_its_script_writes(update_script: Callable[[str], ModuleType]) -> None:
    script = update_script("telling_names")
    assert script.LIST.read_text(encoding="utf-8") == script.telling_names(), (
        "run: python update/telling_names.py"
    )
