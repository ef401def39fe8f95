"""A row of a table that excuses its own findings."""

from pathlib import Path

import pytest

import regiontargets as rt

HEAD = "region,metric,value,unit,year,noqa\n"


@pytest.mark.parametrize(
    ("noqa", "left"), [("", True), ("U001", False), ("u", False), ("all", False), ("Y001", True)]
)
def test_the_codes_named_in_the_row_are_not_reported(tmp_path: Path, noqa: str, left: bool) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}Hubei,gdp,5,bananas,2022,{noqa}\n", encoding="utf-8")
    found = {each.code for each in rt.validate(path).findings}
    assert ("U001" in found) == left
