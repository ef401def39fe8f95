"""Characters as a terminal shows them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.reports.cells import shown, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("5亿元", 5),
        ("５％", 4),
        ("e\u0301", 1),
        ("👍🏽", 4),
        ("क\u094dष", 2),
        ("\ta", 5),
        ("\x1b", 4),
        ("\u202e", 6),
        ("\U000e0041", 10),
        ("\ud800", 6),
    ],
)
def test_width_is_what_is_shown(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\nb\r", "a\\nb\\r"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\u202eevil\u2069", "\\u202eevil\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\u2028", "\\u2028"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("\x9b31m", "\\x9b31m"),
    ],
)
def test_what_could_steer_a_terminal_is_escaped(text: str, printed: str) -> None:
    assert shown(text) == printed


@given(st.text())
def test_nothing_hostile_is_ever_shown(text: str) -> None:
    hostile = {unicodedata.category(char) for char in shown(text) if char not in "\u200c\u200d"}
    assert not hostile & {"Cc", "Cf", "Cs", "Zl", "Zp"}
