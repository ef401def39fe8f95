"""Regions that were renamed: each name is of its years."""

from __future__ import annotations

from pathlib import Path

import pytest

import regiontargets as rt


@pytest.mark.parametrize(
    ("name", "announced", "year", "codes"),
    [
        ("襄樊市", "2022-01-10", 2022, ["R003"]),
        ("Xiangfan", "2022-01-10", 2022, ["R003"]),
        ("襄樊市", "", 2022, ["R003"]),
        ("襄樊市", "2010-01-10", 2010, []),
        ("襄樊市", "", 2009, []),
        ("襄阳市", "2022-01-10", 2022, []),
        ("襄阳市", "", 2009, []),
        ("思茅市", "", 2015, ["R003"]),
        ("普洱市", "", 2015, []),
        ("武汉市", "", 2015, []),
    ],
)
def test_a_name_is_of_its_years(
    name: str, announced: str, year: int, codes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    header = "city,indicator,value,year,announced\n"
    path.write_text(f"{header}{name},GDP growth,6%,{year},{announced}\n", encoding="utf-8")
    report = rt.validate(path)
    assert [(each.code, each.place.field, each.severity) for each in report] == [
        (code, "city", "warning") for code in codes
    ]
    assert all("2010-11-25" in each.reason or "2007-01-20" in each.reason for each in report)


def test_the_name_of_today_is_advised_in_the_language_of_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("城市,指标,目标值,年份\n襄樊市,GDP增速,6%,2022\n", encoding="utf-8")
    (found,) = rt.validate(path)
    assert found.message == "'襄樊市' is no name of Xiangyang (420600) any more"
    assert found.suggestion == "Write '襄阳市'; or correct the year."
