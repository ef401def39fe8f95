"""A mistake is told once: by the rule that says most of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import regiontargets as rt

HEAD = "region,metric,value,unit,year,announced,kind,quote\n"
QUOTE = "By 2025 Anhui's urbanization rate is to rise to 62 percent"
RATE = "Anhui,urbanization rate,{},{},{},2021-02-20,{}," + QUOTE + "\n"


def told(folder: Path, rows: str, head: str = HEAD) -> list[tuple[str, int | None, str | None]]:
    path = folder / "table.csv"
    path.write_text(head + rows, encoding="utf-8")
    return [(each.code, each.place.row, each.place.field) for each in rt.validate(path)]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (("62", "%", "2025", "target"), []),
        (("62", "%", "2205", "target"), [("Y004", 1, "year")]),
        (("62 pp", "%", "2025", "target"), [("U003", 1, "value")]),
        (("6.2", "%", "2025", "target"), [("U004", 1, "value")]),
    ],
)
def test_a_mistake_of_a_year_or_a_unit_is_told_once(
    cells: tuple[str, ...], codes: list[tuple[str, int, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, RATE.format(*cells)) == codes


def test_a_warning_about_a_year_says_nothing_beside_the_error(tmp_path: Path) -> None:
    head = "region,metric,value,unit,year,announced,quote\n"
    quote = "By 2025 and 2035 Anhui's urbanization rate is to be 62 percent"
    row = "Anhui,urbanization rate,62,%,{},2021-02-20," + quote + "\n"
    assert told(tmp_path, row.format(2030), head) == [("E004", 1, "year")]
    assert told(tmp_path, row.format(2020), head) == [("Y002", 1, "year")]


def test_a_misspelt_kind_is_taken_as_it_was_meant(tmp_path: Path) -> None:
    head = "region,metric,value,year,published,type\n"
    rows = (
        "CN-HB,gdp_growth,6%,2024,2024-01-30,target\nCN-HB,gdp_growth,5%,2023,2024-01-30,actaul\n"
    )
    assert told(tmp_path, rows, head) == [("F149", 2, "type")]


def test_a_fiscal_year_beside_an_unknown_region_is_that_of_the_others(tmp_path: Path) -> None:
    head = "prefecture,metric,value,year\n"
    rows = "Nagano,unemployment rate,3%,FY2030\nIwatee,unemployment rate,3%,FY2030\n"
    assert told(tmp_path, rows, head) == [("R001", 2, "prefecture")]


def test_the_number_that_something_rises_from_is_not_that_of_its_end(tmp_path: Path) -> None:
    quote = "Anhui's urbanization rate will rise to 62% by 2025, up from 58.3% in 2020"
    head = "region,metric,value,year,quote\n"
    row = 'Anhui,urbanization rate,{},2025,"' + quote + '"\n'
    assert told(tmp_path, row.format("62%"), head) == []
    assert told(tmp_path, row.format("58.3%"), head) == [("E004", 1, "year")]


def test_a_row_that_stands_twice_in_a_wide_table_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    row = "湖北,GDP增速,7%,6.5%,6%\n"
    path.write_text(f"地区,指标,2022,2023,2024\n{row}{row}", encoding="utf-8")
    (found,) = rt.validate(path, columns={"wide": "period"})
    assert (found.code, found.place.row, found.place.field) == ("D001", 2, None)


def test_a_country_need_not_be_named_by_its_own_reports(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    text = "今年发展主要预期目标是：国内生产总值增长5%左右；城镇新增就业1200万人以上。"
    (sources / "report.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "table.csv"
    row = "{},城镇新增就业,1200万人以上,2024,2024-03-05,report,城镇新增就业1200万人以上\n"
    head = "地区,指标,目标值,年份,发布日期,来源,原文\n"
    codes = {}
    for region in ("中国", "湖北省"):
        path.write_text(head + row.format(region), encoding="utf-8")
        codes[region] = [each.code for each in rt.validate(path, sources=sources)]
    assert codes == {"中国": [], "湖北省": ["E005"]}


def test_what_law_binds_to_is_no_forecast(tmp_path: Path) -> None:
    head = "region,metric,value,year,quote\n"
    quote = "Wales is legally bound to cut greenhouse gas emissions by 63% by 2030."
    row = f"Wales,greenhouse gas emissions reduction,63%,2030,{quote}\n"
    assert told(tmp_path, row, head) == []


def test_an_announcement_dates_the_quotes_of_a_table_in_which_every_row_has_one(
    tmp_path: Path,
) -> None:
    head = "地区,指标,类型,数值,年份,公布日期,原文\n"
    row = "新乡市,地区生产总值,实际,3347.6亿元,{},2024-03-19,全市实现地区生产总值3347.6亿元\n"
    assert told(tmp_path, row.format(2023), head) == []
    assert told(tmp_path, row.format(2025), head) == [("Y006", 1, "年份")]


def test_the_unit_of_a_wide_row_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("region,metric,unit,2023,2024\nWales,unemployment rate,tonnes,4,3.9\n")
    found = rt.validate(path, columns={"wide": "period"})
    assert [(each.code, each.place.field) for each in found] == [("U002", "unit")]
