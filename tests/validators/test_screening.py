"""What the rules say of rows, family by family."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from regiontargets.validators import GroupRule, RecordRule, rule, rules
from regiontargets.validators.screening import Screen, family_of


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("U001", "cells"),
        ("Y002", "cells"),
        ("M001", "cells"),
        ("R001", "regions"),
        ("E002", "quotes"),
        ("E006", "quotes"),
        ("E005", "names"),
        ("E001", None),
        ("E007", None),
    ],
)
def test_a_rule_is_of_the_family_of_what_it_reads(code: str, family: str | None) -> None:
    asked = rule(code)

    assert isinstance(asked, RecordRule)
    assert family_of(asked) == family


def test_what_is_wanted_is_what_a_selected_rule_is_of() -> None:
    screen = Screen([rule("E002")])

    assert [screen.wants(each) for each in ("cells", "quotes", "names", "settings")] == [
        *(True, True, False, False)
    ]
    assert Screen([rule("E008")]).wants("settings")
    assert not screen.compares
    assert Screen([each for each in rules() if isinstance(each, GroupRule)]).compares


class Left:
    """Two rows that may be wrong by themselves, and nothing to compare."""

    doubtful = (2, 7)
    superseding = ()

    def facts(self) -> Iterator[Any]:
        return iter(())


def test_rows_are_counted_among_those_that_are_left() -> None:
    rows, scope = Screen([rule("D001"), rule("E002")]).left(Left())

    assert rows == [2, 7]
    assert scope.records == [0, 1]
    assert scope.groups == {"D001": []}
