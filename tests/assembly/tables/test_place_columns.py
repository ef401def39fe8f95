"""Columns that say where: which of them names the region of a row."""

from __future__ import annotations

from pathlib import Path

import pytest

import regiontargets as rt


def table(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def told(report: rt.Report) -> list[tuple[str, int | None, str | None]]:
    return [(each.code, each.place.row, each.place.field) for each in report]


@pytest.mark.parametrize(
    ("header", "cells", "codes"),
    [
        ("country,province", ["China,Guangdong", "India,Kerala"], ["CN-GD", "IN-KL"]),
        ("country,state", ["United States,Georgia", "Germany,"], ["US-GA", "DE"]),
        ("province,state", ["Guangdong,", ",California"], ["CN-GD", "US-CA"]),
        ("省份,城市", ["江苏省,", "江苏省,苏州市"], ["CN-JS", "320500"]),
        ("省份,城市", ["江苏省,苏州市", "安徽省,宿州市"], ["320500", "341300"]),
        ("省份,城市,区县", ["江苏省,苏州市,昆山市", "江苏省,,"], ["320583", "CN-JS"]),
        ("Province,省份", ["Hubei,湖北", "Hunan,湖南"], ["CN-HB", "CN-HN"]),
        ("地区", ["湖北", "全国"], ["CN-HB", "CN"]),
        ("country,region", ["China,Hubei", "China,National"], ["CN-HB", "CN"]),
    ],
)
def test_the_smallest_place_that_a_row_names_is_its_region(
    header: str, cells: list[str], codes: list[str], tmp_path: Path
) -> None:
    rows = "".join(f"{each},unemployment rate,{at}%,2024\n" for at, each in enumerate(cells, 4))
    path = table(tmp_path, f"{header},indicator,value,year\n{rows}")
    assert [each.region and each.region.code for each in rt.load(path).targets] == codes
    assert told(rt.validate(path)) == []


def test_two_columns_of_one_kind_that_differ_are_told(tmp_path: Path) -> None:
    text = "province,state,metric,value,year\nHubei,Hunan,GDP growth,6%,2024\n"
    assert told(rt.validate(table(tmp_path, text))) == [("F147", 1, "state")]


def test_the_one_row_without_a_city_among_those_of_its_province_is_told(tmp_path: Path) -> None:
    cities = ["南京市", "苏州市", "无锡市", "常州市", "徐州市"]
    head = "省份,城市,指标,目标值,年份\n"

    def of(names: list[str]) -> list[tuple[str, int | None, str | None]]:
        rows = (f"江苏省,{name},GDP增速,5%,{2021 + at}\n" for at, name in enumerate(names))
        return told(rt.validate(table(tmp_path, head + "".join(rows))))

    assert of(cities) == []
    assert of(["", *cities]) == []  # the province stands before its cities
    assert of([*cities[:2], "", *cities[2:]]) == [("R005", 3, "城市")]


def test_a_sum_over_the_parts_of_a_country_is_left_out(tmp_path: Path) -> None:
    rows = "India,Kerala,GDP growth,6%,2024\nIndia,Total,GDP growth,6%,2024\n"
    text = f"country,state,metric,value,year\n{rows}"
    assert told(rt.validate(table(tmp_path, text))) == [("F156", 2, "state")]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (
            "Province 省份,Indicator 指标,Target 目标值,Unit 单位,Year 年份",
            "湖北,GDP growth,6,%,2024",
        ),
        ("地区/Region,指标/Indicator,目标值/Target,年份/Year", "湖北,GDP增速,6%,2024"),
        ("所在地 Province,指标/Indicator,目标值/Target,年份/Year", "湖北,GDP增速,6%,2024"),
        ("地区,指标,2024年目标值", "湖北,GDP增速,6%"),
        ("Region,Indicator,2023 actual,Target (2024),Unit", "Hubei,GDP growth,6,6,%"),
    ],
)
def test_names_of_columns_in_two_languages_and_with_a_year(
    header: str, cells: str, tmp_path: Path
) -> None:
    path = table(tmp_path, f"{header}\n{cells}\n")
    assert str(rt.load(path).targets[0]) == "Hubei: GDP growth 6%, 2024"
    assert told(rt.validate(path)) == []


def test_the_baseline_is_of_the_year_in_the_name_of_its_column(tmp_path: Path) -> None:
    text = "地区,指标,{}年实际,2025年目标值\n湖北,常住人口城镇化率,62.9%,67.5%\n"
    path = table(tmp_path, text.format(2020))
    assert str(rt.load(path).targets[0].baseline) == "62.9% in 2020"
    assert told(rt.validate(table(tmp_path, text.format(2030)))) == [("Y005", 1, "2030年实际")]


@pytest.mark.parametrize(
    ("column", "cells", "codes"),
    [
        ("类型", ["目标", "实际", "实绩绩"], [("F149", 3, "类型")]),
        ("type", ["target", "actual", "forecast"], [("F149", 3, "type")]),
        ("type", ["target", "taget", "target"], [("F149", 2, "type")]),
        ("type", ["law", "plan", "decree"], []),
    ],
)
def test_a_column_is_known_by_its_cells_though_one_is_misspelt(
    column: str, cells: list[str], codes: list[tuple[str, int, str]], tmp_path: Path
) -> None:
    rows = "".join(f"CN-HB,gdp_growth,{at}%,{2020 + at},{cell}\n" for at, cell in enumerate(cells))
    report = rt.validate(table(tmp_path, f"region,metric,value,year,{column}\n{rows}"))
    assert told(report) == codes


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("State / City,Country,indicator,value,year", "Bavaria,Germany,GDP growth,2%,2024"),
        ("Land,Country,indicator,value,year", "Bayern,Germany,GDP growth,2%,2024"),
        ("Land,Was,value,year", "Bayern,GDP growth,2%,2024"),
    ],
)
def test_a_column_without_a_telling_name_is_known_by_its_cells(
    header: str, row: str, tmp_path: Path
) -> None:
    path = table(tmp_path, f"{header}\n{row}\n")
    region = rt.load(path).targets[0].region
    assert region is not None
    assert (region.code, told(rt.validate(path))) == ("DE-BY", [])


def test_cells_tell_nothing_where_two_columns_may_be_meant(tmp_path: Path) -> None:
    text = "from,to,metric,value,year\nHubei,Hunan,migrants,5,2024\n"
    assert ("F146", None, None) in told(rt.validate(table(tmp_path, text)))


def test_a_table_between_tabs_is_one_though_its_columns_are_named_in_two_languages(
    tmp_path: Path,
) -> None:
    path = tmp_path / "table.tsv"
    text = "城市 City\t指标 Indicator\t数值 Value\t年份 Year\n苏州市\tGDP增速\t5%\t2024\n"
    path.write_text(text, encoding="utf-8")
    assert told(rt.validate(path)) == []
