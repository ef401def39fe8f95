"""Queries written by one who had not seen the data: five continents, old names, wrong kinds."""

from pathlib import Path

import pytest

from regiontargets.catalog import regions
from regiontargets.errors import AmbiguousRegion, UnknownRegion
from regiontargets.model import Region

LINES = (Path(__file__).parent / "queries_apart.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("query", "expected"), CASES, ids=[query for query, _ in CASES])
def test_a_query_is_answered(query: str, expected: str) -> None:
    if expected == "!":
        with pytest.raises(UnknownRegion):
            regions.get(query)
    elif expected.startswith("?"):
        with pytest.raises(AmbiguousRegion) as raised:
            regions.get(query)
        codes = {each.code for each in raised.value.candidates if isinstance(each, Region)}
        assert codes == set(expected[1:].split(" "))
    else:
        assert regions.get(query).code == expected
