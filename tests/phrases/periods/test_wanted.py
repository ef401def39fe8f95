"""What a pattern over categories cannot do without."""

import pytest

from regiontargets.phrases.periods.wanted import wanted


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("YYYY", {"YYYY"}),
        ("from? (Y4|YYYY) (to|dash) YR", {"YR"}),
        ("(to|by|in)? (YYYY|YR) (before|after)", {"YYYY", "YR"}),
        ("(PLAN period?|COUNT (since|of)+) mid?", {"PLAN", "COUNT"}),
        ("in? to*", set()),
        ("(a|b?)", set()),
        ("(a|b)* C", {"C"}),
    ],
)
def test_it_is_the_shortest_choice_that_no_match_escapes(pattern: str, needed: set[str]) -> None:
    assert wanted(pattern) == needed
