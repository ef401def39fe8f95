"""Tables as people make them by hand: their odd cells and rows."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import regiontargets as rt


def table(folder: Path, text: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(report: rt.Report) -> list[tuple[str, int | None, str | None]]:
    return [(each.code, each.place.row, each.place.field) for each in report]


def test_a_baseline_may_have_a_column_for_its_value_and_one_for_its_year(tmp_path: Path) -> None:
    text = (
        "nuts code,region,indicator,baseline value,baseline year,target value,unit,target year\n"
        "ES51,Cataluña,early school leavers rate,28.9,2010,15,%,2020\n"
    )
    (target,) = rt.load(table(tmp_path, text)).targets
    assert str(target.baseline) == "28.9% in 2010"
    assert told(rt.validate(table(tmp_path, text))) == []
    late = text.replace(",2010,", ",2021,")
    assert told(rt.validate(table(tmp_path, late))) == [("Y005", 1, "baseline year")]


def test_what_a_baseline_shares_with_its_value_is_told_once(tmp_path: Path) -> None:
    text = "region,metric,base value,value,unit,year\nCN-HB,unemployment rate,6.9,5,,2020\n"
    assert told(rt.validate(table(tmp_path, text))) == [("U006", 1, "value")]


@pytest.mark.parametrize(
    ("cell", "announced", "published"),
    [
        ("2021-03-05", date(2021, 3, 5), date(2021, 3, 5)),
        ("2021-03", date(2021, 3, 1), date(2021, 3, 31)),
        ("March 2021", date(2021, 3, 1), date(2021, 3, 31)),
        ("2021年1月", date(2021, 1, 1), date(2021, 1, 31)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_date_without_its_day_counts_as_far_as_it_goes(
    cell: str, announced: date, published: date, tmp_path: Path
) -> None:
    text = f"region,metric,value,year,announced,source\nCN-HB,gdp_growth,7%,2022,{cell},report\n"
    dataset = rt.load(table(tmp_path, text))
    assert dataset.findings == ()
    assert dataset.targets[0].announced == announced
    assert dataset.sources[0].published == published


def test_what_is_no_date_is_told(tmp_path: Path) -> None:
    text = "region,metric,value,year,announced\nCN-HB,gdp_growth,7%,2022,some day\n"
    assert told(rt.validate(table(tmp_path, text))) == [("F149", 1, "announced")]


def test_a_target_of_the_year_before_the_month_it_was_announced_in_is_late(tmp_path: Path) -> None:
    text = "region,metric,value,year,announced\nCN-HB,gdp_growth,7%,{},2022-01\n"
    assert told(rt.validate(table(tmp_path, text.format(2022)))) == []
    assert told(rt.validate(table(tmp_path, text.format(2021)))) == [("Y002", 1, "year")]


@pytest.mark.parametrize("mark", ["*", "①", "[1]", "（注1）", " †", "¹"])
def test_the_mark_of_a_footnote_is_no_part_of_a_cell(mark: str, tmp_path: Path) -> None:
    text = f"地区,指标,目标值,年份\n湖北{mark},地区生产总值增速,7%左右{mark},2022\n"
    (target,) = rt.load(table(tmp_path, text)).targets
    assert str(target) == "Hubei: GDP growth about 7%, 2022"


def test_empty_rows_and_notes_are_no_records_and_sums_are_told_of(tmp_path: Path) -> None:
    text = (
        "地区,指标,目标值,年份\n湖北,城镇新增就业,70万人,2023\n,,,\n湖南,城镇新增就业,70万人,2023\n"
        "合计,城镇新增就业,140万人,2023\n注：数据来源于政府工作报告。,,,\n"
    )
    report = rt.validate(table(tmp_path, text))
    assert told(report) == [("F156", 4, "地区")]
    assert [each.severity for each in report] == ["note"]
    regions = [each.region for each in rt.load(table(tmp_path, text)).targets]
    assert [each and each.code for each in regions] == ["CN-HB", "CN-HN"]


def test_an_unknown_code_is_told_at_the_column_of_the_codes(tmp_path: Path) -> None:
    text = "code,region,metric,value,year\nCN-XX,Hubei,gdp_growth,7%,2022\n"
    assert told(rt.validate(table(tmp_path, text))) == [("R001", 1, "code")]


def test_a_city_beside_a_province_that_it_is_not_in_is_told(tmp_path: Path) -> None:
    text = "省份,城市,指标,目标值,年份\n{},苏州市,地区生产总值增速,5.5%,2024\n"
    assert told(rt.validate(table(tmp_path, text.format("江苏省")))) == []
    report = rt.validate(table(tmp_path, text.format("安徽省")))
    assert told(report) == [("R002", 1, "省份")]
    assert [(each.message, each.reason) for each in report] == [
        ("Suzhou (320500) is not in Anhui (CN-AH)", "it is part of Jiangsu (CN-JS)")
    ]


def test_two_years_that_a_country_joins_to_one_are_its_fiscal_year(tmp_path: Path) -> None:
    text = "state,indicator,value,unit,{}\n{},fiscal deficit,3.9,% of GSDP,2024-25\n"
    for header, state in (("FY", "Rajasthan"), ("year", "Rajasthan"), ("fiscal year", "Gujarat")):
        dataset = rt.load(table(tmp_path, text.format(header, state)))
        assert dataset.findings == ()
        period, metric = dataset.targets[0].period, dataset.targets[0].metric
        assert period is not None
        assert period.start == date(2024, 4, 1)
        assert metric is not None
        assert metric.code == "government_deficit_ratio"


def test_a_percentage_with_a_sign_of_what_is_no_share_is_a_growth(tmp_path: Path) -> None:
    text = "region,metric,value,unit,year\nAT-9,greenhouse gas emissions,{},%,2030\n"
    assert told(rt.validate(table(tmp_path, text.format("-55")))) == []
    assert told(rt.validate(table(tmp_path, text.format("55")))) == [("U002", 1, "unit")]


def test_of_two_fields_with_one_name_neither_is_lost(tmp_path: Path) -> None:
    line = '{"region": "CN-HB", "metric": "gdp_growth", "value": "7%", "value": "8%", "year": 2022}'
    for name, text in (("t.jsonl", line), ("t.json", f"[{line}]")):
        path = table(tmp_path, text, name)
        report = rt.validate(path)
        assert told(report) == [("F143", 1, "value (field 4)")]
        (target,) = rt.load(path).targets
        assert (str(target.amount), target.extra) == ("7%", {"value (field 4)": "8%"})


def test_a_cell_that_is_too_long_is_called_so(tmp_path: Path) -> None:
    long = "x" * 140_000
    for cell in (long, f'"{long}"'):
        text = f"region,metric,value,year,note\nCN-HB,gdp_growth,7%,2022,{cell}\n"
        (finding,) = rt.validate(table(tmp_path, text))
        assert finding.code == "F142"
        assert finding.message == "a cell of more than 131,072 characters"


def test_columns_that_may_be_a_metric_each_are_named_in_what_is_advised(tmp_path: Path) -> None:
    text = "省份,GDP增速（%）,城镇新增就业（万人）\n湖北,6,70\n湖南,5.5,70\n"
    (finding,) = rt.validate(table(tmp_path, text))
    assert finding.code == "F146"
    assert "{'wide': {'metric': [their names]}}" in (finding.suggestion or "")


REPORT = """<html><head><title>湖南省政府工作报告</title><style>p {}</style></head><body>
<h2>2023年工作安排</h2><p>今年主要预期目标是：地区生产总值增长6.5%左右，<br>规模以上工业增加值
增长7.5%左右，城镇新增就业70万人。</p></body></html>"""


@pytest.mark.parametrize(
    ("quote", "codes"),
    [
        ("地区生产总值增长6.5%左右，规模以上工业增加值增长7.5%左右", []),
        ("“地区生产总值增长 6.5% 左右”", []),
        ("主要预期目标是：地区生产总值增长6.5％左右……城镇新增就业70万人", []),
        ("地区生产总值增长6.5%左右，[...]城镇新增就业70万人", []),
        ("城镇新增就业70万人……地区生产总值增长6.5%左右", ["E001"]),
        ("地区生产总值增长6.5%左右……城镇新增就业80万人", ["E001"]),
        ("地区生产总值增涨6.5%左右", ["E001"]),
    ],
)
def test_quotes_are_looked_up_in_web_pages_and_may_leave_words_out(
    quote: str, codes: list[str], tmp_path: Path
) -> None:
    (tmp_path / "sources").mkdir()
    table(tmp_path / "sources", REPORT, "report.html")
    path = tmp_path / "table.jsonl"
    row = {
        "region": "湖南",
        "metric": "gdp_growth",
        "value": "6.5%左右",
        "year": "2023",
        "quote": quote,
        "source": "report.html",
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    report = rt.validate(path, sources=tmp_path / "sources")
    assert [each.code for each in report] == codes


def test_a_source_in_gb18030_is_read(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    path = tmp_path / "sources" / "hubei.txt"
    path.write_bytes("湖北省2023年地区生产总值增长6%".encode("gb18030"))
    text = "region,metric,value,year,kind,quote\nCN-HB,gdp_growth,6%,2023,结果,地区生产总值增长6%\n"
    report = rt.validate(table(tmp_path, text), sources=tmp_path / "sources")
    assert told(report) == []


def test_a_folder_of_sources_without_a_text_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    text = "region,metric,value,year\nCN-HB,gdp_growth,6%,2023\n"
    with pytest.raises(rt.LoadError, match="holds no text"):
        rt.validate(table(tmp_path, text), sources=tmp_path / "sources")


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("粮食产量,600亿斤以上,粮食产量600亿斤以上", None),
        ("粮食产量,3000万吨以上,粮食产量600亿斤以上", None),
        ("粮食产量,600亿吨以上,粮食产量600亿斤以上", "E003"),
        ("greenhouse gas emissions reduction,50%,halve greenhouse gas emissions", None),
        ("greenhouse gas emissions reduction,40%,halve greenhouse gas emissions", "E002"),
    ],
)
def test_numbers_agree_across_units_and_words(cells: str, code: str | None, tmp_path: Path) -> None:
    text = f"region,metric,value,quote,year\nCN-HN,{cells},2023\n"
    assert [each.code for each in rt.validate(table(tmp_path, text))] == ([code] if code else [])


def test_among_few_regions_a_digit_too_many_stands_out(tmp_path: Path) -> None:
    rows = [("CN-HB", "6"), ("CN-HN", "5.5"), ("CN-SC", "55"), ("CN-YN", "5")]
    lines = [f"{region},gdp_growth,{value}%,2025" for region, value in rows]
    text = "\n".join(["region,metric,value,year", *lines, ""])
    assert told(rt.validate(table(tmp_path, text))) == [("D004", 3, "value")]
    assert told(rt.validate(table(tmp_path, text.replace("55%", "11%")))) == []


def test_a_date_in_words_is_one(tmp_path: Path) -> None:
    text = "region,metric,value,year,announced\nAU-VIC,renewable electricity share,95%,2035,{}\n"
    for cell in ("20 October 2022", "October 20, 2022", "2022-10-20 09:30", "2022-10-20T09:30:00Z"):
        quoted = f'"{cell}"'
        (target,) = rt.load(table(tmp_path, text.format(quoted))).targets
        assert target.announced == date(2022, 10, 20)


def test_an_announcement_dates_its_target_and_the_source_only_where_all_rows_have_one(
    tmp_path: Path,
) -> None:
    header = "region,metric,value,year,kind,announced,source\n"
    target = "CA-BC,greenhouse gas emissions reduction,40%,2030,target,2021-10-25,bc.txt\n"
    later = "CA-BC,unemployment rate,4.6%,2022,actual,{},bc.txt\n"
    assert told(rt.validate(table(tmp_path, header + target + later.format("")))) == []
    both = header + target + later.format("2021-10-25")
    assert told(rt.validate(table(tmp_path, both))) == [("Y006", 2, "year")]


@pytest.mark.parametrize("title", ["表1 2023年主要预期目标,,,", "Table 1\n,,,\nTargets,,,"])
def test_a_title_above_the_header_is_passed_over(title: str, tmp_path: Path) -> None:
    text = f"{title}\n地区,指标,目标值,年份\n湖北,地区生产总值增速,6.5%,2023\n"
    path = table(tmp_path, text)
    (target,) = rt.load(path).targets
    assert str(target) == "Hubei: GDP growth 6.5%, 2023"
    wrong = rt.validate(table(tmp_path, text.replace("湖北", "湖比")))
    assert [(each.code, each.place.row, each.place.line) for each in wrong] == [
        ("R001", 1, text.count("\n"))
    ]


def test_a_title_in_merged_cells_above_the_header_of_a_sheet_is_passed_over(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["表1 2023年主要预期目标"])
    sheet.merge_cells("A1:D1")
    sheet.append(["地区", "指标", "目标值", "年份"])
    sheet.append(["湖北", "地区生产总值增速", "6.5%", 2023])
    sheet.append([])
    sheet.append(["注：据政府工作报告整理。"])
    book.save(tmp_path / "table.xlsx")
    report = rt.validate(tmp_path / "table.xlsx")
    assert (told(report), report.records) == ([], 1)


def test_a_whole_that_several_parts_exceed_is_what_is_told_of(tmp_path: Path) -> None:
    rows = [("江苏省", "1.229"), ("南京市", "1.69"), ("苏州市", "2.4"), ("常州市", "0.96")]
    lines = [f"{region},GDP,{value}万亿元,2022,结果" for region, value in rows]
    text = "\n".join(["region,metric,value,year,kind", *lines, ""])
    report = rt.validate(table(tmp_path, text))
    assert told(report) == [("D004", 1, "value")]
    assert [each.message for each in report] == ["2 parts of Jiangsu each exceed it"]
    assert told(rt.validate(table(tmp_path, text.replace("1.229", "12.29")))) == []


SEVERAL = "reduce emissions by 40% below 2007 levels by 2030, 60% by 2040 and 80% by 2050"


@pytest.mark.parametrize(
    ("value", "year", "quote", "codes"),
    [
        ("40%", "2030", SEVERAL, []),
        ("60%", "2040", SEVERAL, []),
        ("60%", "2030", SEVERAL, ["E004"]),
        ("60%", "2050", SEVERAL, ["E004"]),
        ("80%", "2040", SEVERAL, ["E004"]),
        ("65%", "2030", "a cut of 95% by 2035, up from 65% by 2030", []),
        ("65%", "2035", "a cut of 95% by 2035, up from 65% by 2030", ["E004"]),
        ("5%", "2022", "In 2022, the province aims at a cut of 5% after 6% in 2021", []),
        ("50%", "2030", "2025年、2030年分别下降20%和50%", []),
        ("20%", "2030", "2025年下降20%，2030年下降50%", ["E004"]),
    ],
)
def test_each_number_of_a_quote_is_of_the_time_beside_it(
    value: str, year: str, quote: str, codes: list[str], tmp_path: Path
) -> None:
    text = f'metric,region,value,year,quote\nemissions reduction,CN-HB,{value},{year},"{quote}"\n'
    text = text.replace("emissions reduction,", "greenhouse gas emissions reduction,", 1)
    assert [each.code for each in rt.validate(table(tmp_path, text))] == codes


def test_the_letters_of_a_code_name_its_region(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    table(tmp_path / "sources", "The NSW Government aims at 3% growth by 2030.", "plan.txt")
    text = "region,metric,value,year,quote\n{},gdp_growth,3%,2030,aims at 3% growth by 2030\n"
    for region, codes in (("New South Wales", []), ("Victoria", ["E005"])):
        path = table(tmp_path, text.format(region))
        report = rt.validate(path, sources=tmp_path / "sources")
        assert [each.code for each in report if each.code.startswith("E")] == codes


@pytest.mark.parametrize(
    ("value", "unit", "stated"),
    [
        ("70", "万", "new urban jobs 700,000 people"),
        ("700", "thousand", "new urban jobs 700,000 people"),
        ("70", '"10,000"', "new urban jobs 700,000 people"),
        ("700", "'000", "new urban jobs 700,000 people"),
    ],
)
def test_a_unit_may_be_but_a_scale(value: str, unit: str, stated: str, tmp_path: Path) -> None:
    path = table(
        tmp_path, f"region,metric,value,unit,year\nCN-HB,new urban jobs,{value},{unit},2024\n"
    )
    assert str(rt.load(path).targets[0]) == f"Hubei: {stated}, 2024"
    assert told(rt.validate(path)) == []


def test_a_scale_is_no_unit(tmp_path: Path) -> None:
    text = "region,metric,value,unit,year\nCN-HB,GDP,5,trillion,2024\n"
    assert told(rt.validate(table(tmp_path, text))) == [("U006", 1, "value")]


def test_a_rate_may_leave_out_of_whom_it_is(tmp_path: Path) -> None:
    text = 'region,metric,value,year\nIN-KL,maternal mortality ratio,"30 per 100,000",2025\n'
    (target,) = rt.load(table(tmp_path, text)).targets
    assert target.amount is not None
    assert target.amount.unit == "item/hundred_thousand_person"
    assert told(rt.validate(table(tmp_path, text))) == []


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("与经济增长同步", []),
        ("完成国家下达任务", []),
        ("continue to fall", []),
        ("-", []),
        ("未设定", []),
        ("", ["F157"]),
        ("较快", ["U009"]),
        ("viel", ["U009"]),
    ],
)
def test_a_value_may_be_set_in_words_but_not_forgotten(
    cell: str, codes: list[str], tmp_path: Path
) -> None:
    text = f"地区,指标,目标值,年份\n湖北,GDP增速,{cell},2024\n"
    report = rt.validate(table(tmp_path, text))
    assert told(report) == [(code, 1, "目标值") for code in codes]


def test_a_heading_is_no_record(tmp_path: Path) -> None:
    text = "地区,指标,目标值,年份\n一、经济发展,,,\n湖北,GDP增速,6%,2024\n"
    assert told(rt.validate(table(tmp_path, text))) == [("F156", 1, "地区")]


def test_the_day_stands_first_in_a_date_with_dots(tmp_path: Path) -> None:
    text = "region,metric,value,year,announced\nDE-BY,gdp_growth,2%,2023,01.02.2023\n"
    assert rt.load(table(tmp_path, text)).targets[0].announced == date(2023, 2, 1)


def test_an_unknown_comparator_is_in_no_codelist(tmp_path: Path) -> None:
    text = "region,metric,value,comparator,year\nCN-HB,gdp_growth,6%,at leest,2024\n"
    assert told(rt.validate(table(tmp_path, text))) == [("F149", 1, "comparator")]
