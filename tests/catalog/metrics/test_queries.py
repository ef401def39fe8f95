"""What people write finds the metric that they mean, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiontargets.catalog.metrics import metrics

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "queries.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "query\t"))
]


@pytest.mark.parametrize(("query", "codes"), CASES)
def test_each_wording_finds_its_metric(query: str, codes: str) -> None:
    expected = set() if codes == "-" else set(codes.split())
    assert {each.code for each in metrics.find(query)} == expected


def test_the_wordings_are_many_and_in_both_languages() -> None:
    chinese = [query for query, _ in CASES if any(each > "㐀" for each in query)]
    assert len(CASES) >= 1300
    assert len(chinese) >= 550
